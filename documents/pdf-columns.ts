import { markKind } from './marks.ts'
import type { Segment, TextLine } from './pdf-lines.ts'

/** Lines that stand in columns without any drawn line, and the middles of the gaps between the columns. */
export interface ColumnRun {
  lines: TextLine[]
  gutters: number[]
}

/** A run may have this many lines with text in one column only between two that have it in several. */
const MOST_BETWEEN = 12
/** In parts of the letters' size: white space that parts columns, and is sure to even in two lines; a gap in height that ends a run. */
const GUTTER = 0.6
const SURE_GUTTER = 1.1
const RUN_GAP = 4

/**
 * The table or letterhead that starts at line `start`: at least two lines with text side by side whose gaps lie below each other. A
 * line is given to the columns by its parts; one that runs across them stands in the first. Undefined where there is none.
 */
export function columnsAt(lines: readonly TextLine[], start: number): ColumnRun | undefined {
  if (!isSideBySide(lines[start]!)) return undefined
  const end = runEnd(lines, start)
  for (let stop = end; stop > start + 1; stop--) {
    if (lines[stop - 1]!.segments.length < 2) continue
    const gutters = guttersOf(lines.slice(start, stop))
    if (gutters.length === 0) continue
    return { lines: lines.slice(start, withTail(lines, stop, gutters[0]!)), gutters }
  }
  return undefined
}

/** Two parts of which the first only marks a list are none. */
const isSideBySide = ({ segments }: TextLine) =>
  segments.length > 2 || (segments.length === 2 && markKind(segments[0]!.text) === undefined)

function runEnd(lines: readonly TextLine[], start: number): number {
  let end = start + 1
  let isTable = lines[start]!.segments.length > 2
  for (let at = start + 1; at < lines.length && at - end <= MOST_BETWEEN; at++) {
    const line = lines[at]!
    if (line.y - lines[at - 1]!.y > line.size * RUN_GAP) break
    isTable ||= line.segments.length > 2
    if (isTable ? line.segments.length > 1 : isSideBySide(line)) end = at + 1
  }
  return end
}

/** The lines behind the last with several parts that still belong to its cells: what stands right of the first gap. */
function withTail(lines: readonly TextLine[], stop: number, gutter: number): number {
  let end = stop
  while (lines[end] && lines[end]!.x0 > gutter && lines[end]!.y - lines[end - 1]!.y < lines[end]!.size * 1.6) end++
  return end
}

/** The middles of the gaps that no part of a line crosses, and that have text on both sides in two lines or more. */
function guttersOf(run: readonly TextLine[]): number[] {
  const left = Math.min(...run.map(({ x0 }) => x0))
  const right = Math.max(...run.map(({ x1 }) => x1))
  const parts = run.flatMap(({ segments }) => (isAcross(segments, right - left) ? [] : segments))
  const sorted = parts.sort((a, b) => a.x0 - b.x0)
  const size = run[0]!.size
  const gutters: number[] = []
  let reach = sorted[0]!.x1
  for (const { x0, x1 } of sorted) {
    const middle = (reach + x0) / 2
    const spanned = run.filter(
      ({ segments }) => segments.some((s) => s.x1 < middle) && segments.some((s) => s.x0 > middle),
    )
    const isSure = x0 - reach > size * SURE_GUTTER
    if (x0 - reach > size * GUTTER && spanned.length > (isSure ? 1 : 2)) gutters.push(middle)
    reach = Math.max(reach, x1)
  }
  return gutters
}

/** A line in one piece over most of the width belongs to no column. */
const isAcross = (segments: readonly Segment[], width: number) =>
  segments.length === 1 && segments[0]!.x1 - segments[0]!.x0 > width * 0.6

/** Whether a run is the rest of the one before, on the next page: its columns stand at the same places. */
export function isSameRun(a: ColumnRun, b: ColumnRun): boolean {
  const slack = a.lines[0]!.size
  return a.gutters.length === b.gutters.length && a.gutters.every((x, i) => Math.abs(x - b.gutters[i]!) <= slack)
}

/** Both runs as one, without the head where the second repeats it. */
export function joinRuns(before: ColumnRun, next: ColumnRun): ColumnRun {
  let same = 0
  while (same < next.lines.length - 1 && next.lines[same]!.text === before.lines[same]?.text) same++
  return { ...before, lines: [...before.lines, ...next.lines.slice(same)] }
}

/** The rows of a run: each a list of cells, each cell a list of lines. */
export function rowsOf({ lines: run, gutters }: ColumnRun): TextLine[][][] {
  const lines = run.map((line) => cellsOfLine(line, gutters))
  const isNumbered = lines.filter(([first]) => first && markKind(first.text) !== undefined).length > 1
  const rows: TextLine[][][] = []
  lines.forEach((cells, i) => {
    const above = run[i - 1]
    const filled = cells.filter((cell) => cell !== undefined)
    const isApart = above !== undefined && run[i]!.y - above.y > usualPitch(run) * 1.3
    const startsRow =
      gutters.length === 1 && !isNumbered
        ? true
        : (cells[0] !== undefined && (isNumbered || isApart)) || (filled.length > 1 && isApart && !isNumbered)
    if (startsRow || rows.length === 0) rows.push(cells.map((cell) => (cell ? [cell] : [])))
    else cells.forEach((cell, column) => cell && rows.at(-1)![column]!.push(cell))
  })
  return rows
}

/** The part of a line in each column; one that runs across gutters stands where it begins. */
function cellsOfLine(line: TextLine, gutters: readonly number[]): (TextLine | undefined)[] {
  const cells = Array<TextLine | undefined>(gutters.length + 1).fill(undefined)
  for (const { text, x0, x1 } of line.segments) {
    const column = gutters.filter((gutter) => gutter < x0).length
    const before = cells[column]
    cells[column] = before
      ? { ...before, text: `${before.text} ${text}`, x1 }
      : { ...line, text, x0, x1, segments: [], firstWidth: ((x1 - x0) * text.split(' ')[0]!.length) / text.length }
  }
  return cells
}

/** How far apart the lines of a run usually stand: the smallest tenth, as rows stand further apart than the lines within them. */
function usualPitch(run: readonly TextLine[]): number {
  const gaps = run
    .slice(1)
    .map(({ y }, i) => y - run[i]!.y)
    .filter((gap) => gap > 0)
  return gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 10)] ?? Infinity
}
