import { cluster } from './pdf-geometry.ts'
import type { Rule } from './pdf-geometry.ts'

/** A table that is drawn with lines: where its columns and rows part, and which cell each field of the grid belongs to. */
export interface Grid {
  xs: number[]
  ys: number[]
  /** The cell of the field at a column and row; merged fields have one cell. */
  cellOf: (column: number, row: number) => number
}

/** A line along one axis: where it stands (`at`) and from where to where it runs. */
interface Line {
  at: number
  from: number
  to: number
}

/** Lines this near, in points, are one: double borders, corners that do not quite meet. */
const SLACK = 3
/** With more lines than that on one page it is a drawing. */
const MAX_LINES = 3_000

/** The tables that the lines of a page draw, from top to bottom. A frame around one field is none. */
export function gridsOf(rules: readonly Rule[]): Grid[] {
  const across = joined(rules.filter(isAcross).map(({ x0, x1, y0, y1 }) => ({ at: (y0 + y1) / 2, from: x0, to: x1 })))
  const down = joined(
    rules.filter((one) => !isAcross(one)).map(({ x0, x1, y0, y1 }) => ({ at: (x0 + x1) / 2, from: y0, to: y1 })),
  )
  if (across.length + down.length > MAX_LINES) return []
  return connected(across, down)
    .map(({ across, down }) => gridOf(across, down))
    .filter((grid) => grid !== undefined)
    .sort((a, b) => a.ys[0]! - b.ys[0]!)
}

const isAcross = ({ x0, x1, y0, y1 }: Rule) => x1 - x0 >= y1 - y0

/** Pieces of one line put together. */
function joined(pieces: readonly Line[]): Line[] {
  const levels = cluster(
    pieces.map(({ at }) => at),
    SLACK / 2,
  )
  const lines = levels.map((): Line[] => [])
  const sorted = [...pieces].sort((a, b) => a.from - b.from)
  for (const { at, from, to } of sorted) {
    const index = levels.length > 0 ? nearestSorted(levels, at) : -1
    const row = lines[index]
    const last = row?.at(-1)
    if (last && from <= last.to + SLACK) last.to = Math.max(last.to, to)
    else row?.push({ at: levels[index]!, from, to })
  }
  return lines.flat().filter(({ from, to }) => to - from > SLACK)
}

function nearestSorted(levels: readonly number[], at: number): number {
  let [low, high] = [0, levels.length - 1]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (levels[middle]! <= at) low = middle
    else high = middle
  }
  return Math.abs(levels[high]! - at) < Math.abs(levels[low]! - at) ? high : low
}

/** Lines that touch each other, table by table. */
function connected(across: readonly Line[], down: readonly Line[]): { across: Line[]; down: Line[] }[] {
  const groups = new Groups(across.length + down.length)
  across.forEach((row, i) =>
    down.forEach((column, j) => {
      if (reaches(row, column.at) && reaches(column, row.at)) groups.join(i, across.length + j)
    }),
  )
  const parts = new Map<number, { across: Line[]; down: Line[] }>()
  const partOf = (index: number) => {
    const key = groups.of(index)
    return parts.get(key) ?? parts.set(key, { across: [], down: [] }).get(key)!
  }
  across.forEach((line, i) => partOf(i).across.push(line))
  down.forEach((line, j) => partOf(across.length + j).down.push(line))
  return [...parts.values()]
}

const reaches = ({ from, to }: Line, at: number) => from - SLACK <= at && at <= to + SLACK

/** Where lines end the table ends too, so that one without lines at its sides, or cut at a page's end, keeps its outer fields. */
function gridOf(across: readonly Line[], down: readonly Line[]): Grid | undefined {
  if (across.length < 1 || down.length < 1 || across.length + down.length < 3) return undefined
  const ends = (lines: readonly Line[]) => [
    Math.min(...lines.map(({ from }) => from)),
    Math.max(...lines.map(({ to }) => to)),
  ]
  const xs = cluster([...down.map(({ at }) => at), ...ends(across)], SLACK)
  const ys = cluster([...across.map(({ at }) => at), ...ends(down)], SLACK)
  const [columns, rows] = [xs.length - 1, ys.length - 1]
  if (columns < 1 || rows < 1 || columns * rows < 2 || columns * rows > 100_000) return undefined
  const fields = new Groups(columns * rows)
  const drawn = (lines: readonly Line[], at: number, from: number, to: number) => {
    const middle = (from + to) / 2
    return lines.some((line) => Math.abs(line.at - at) <= SLACK && line.from <= middle && middle <= line.to)
  }
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const field = row * columns + column
      if (column + 1 < columns && !drawn(down, xs[column + 1]!, ys[row]!, ys[row + 1]!)) fields.join(field, field + 1)
      if (row + 1 < rows && !drawn(across, ys[row + 1]!, xs[column]!, xs[column + 1]!))
        fields.join(field, field + columns)
    }
  return { xs, ys, cellOf: (column, row) => fields.of(row * columns + column) }
}

/** The field of a grid that a point lies in; undefined outside of it. */
export function fieldAt({ xs, ys }: Grid, x: number, y: number): { column: number; row: number } | undefined {
  const column = xs.findLastIndex((edge) => edge <= x)
  const row = ys.findLastIndex((edge) => edge <= y)
  return column < 0 || row < 0 || column >= xs.length - 1 || row >= ys.length - 1 ? undefined : { column, row }
}

/** Things that belong together, by union and find. */
class Groups {
  private readonly parents: number[]

  constructor(count: number) {
    this.parents = Array.from({ length: count }, (_, i) => i)
  }

  of(index: number): number {
    let root = index
    while (this.parents[root] !== root) root = this.parents[root] = this.parents[this.parents[root]!]!
    return root
  }

  join(a: number, b: number): void {
    const [x, y] = [this.of(a), this.of(b)]
    this.parents[Math.max(x, y)] = Math.min(x, y)
  }
}
