import { cellText } from './cell-text.ts'
import { fieldAt } from './pdf-grid.ts'
import type { Grid } from './pdf-grid.ts'
import type { Word } from './pdf-geometry.ts'
import { isFull, linesOf } from './pdf-lines.ts'
import type { TextLine } from './pdf-lines.ts'
import { readMark } from './marks.ts'
import type { PlacedCell } from './merged-cells.ts'
import { joinTexts } from './wrapped.ts'

interface Box {
  words: Word[]
  right: number
  left: number
  column: number
  row: number
  lastColumn: number
  lastRow: number
}

/** The cells of a drawn table with the text in them, and the words that stand outside of it. */
export function cellsOf(grid: Grid, words: readonly Word[]): { cells: PlacedCell[]; rest: Word[] } {
  const boxes = boxesOf(grid)
  const rest: Word[] = []
  for (const word of words) {
    const field = fieldAt(grid, (word.x0 + word.x1) / 2, word.y - word.size * 0.3)
    if (field) boxes.get(grid.cellOf(field.column, field.row))!.words.push(word)
    else rest.push(word)
  }
  const filled = [...boxes.values()].map((box) => ({ ...box, lines: linesOf(box.words) }))
  const padding = paddingOf(filled)
  const cells = filled.map(({ lines, left, right, column, row, lastColumn, lastRow }) => ({
    text: textInBox(lines, right - left - 2 * padding),
    row,
    column,
    rowSpan: lastRow - row + 1,
    colSpan: lastColumn - column + 1,
  }))
  return { cells, rest }
}

function boxesOf({ xs, ys, cellOf }: Grid): Map<number, Box> {
  const boxes = new Map<number, Box>()
  for (let row = 0; row < ys.length - 1; row++)
    for (let column = 0; column < xs.length - 1; column++) {
      const [left, right] = [xs[column]!, xs[column + 1]!]
      const box = boxes.get(cellOf(column, row))
      if (!box)
        boxes.set(cellOf(column, row), { words: [], left, right, column, row, lastColumn: column, lastRow: row })
      else {
        box.column = Math.min(box.column, column)
        box.lastColumn = Math.max(box.lastColumn, column)
        box.lastRow = row
        box.left = Math.min(box.left, left)
        box.right = Math.max(box.right, right)
      }
    }
  return boxes
}

/** How far a table keeps its text from its lines: what the cells with text from their left edge on leave free. */
function paddingOf(boxes: readonly { lines: readonly TextLine[]; left: number }[]): number {
  const free = boxes.flatMap(({ lines, left }) => lines.map(({ x0 }) => x0 - left)).filter((gap) => gap >= 0)
  return Math.min(MOST_PADDING, ...free)
}

const MOST_PADDING = 8

/**
 * The lines of a cell as one text; `width` is what its lines can fill. Lines that only wrap are joined first, so that what stands on
 * lines of its own can be told.
 */
export function textInBox(lines: readonly TextLine[], width: number): string {
  const paragraphs: string[] = []
  lines.forEach((line, i) => {
    const above = lines[i - 1]
    if (!above || startsItem(line.text) || !isFull(above, line, above.x0 + width)) paragraphs.push(line.text)
    else
      paragraphs.push(
        isCutWord(above, line, width) ? paragraphs.pop()! + line.text : joinTexts([paragraphs.pop()!, line.text]),
      )
  })
  return cellText(paragraphs)
}

const startsItem = (text: string) => readMark(text) !== undefined && !/^[-–]\s*\p{Ll}/u.test(text)

/** A word wider than its cell is cut anywhere: it fills its line alone, without room for one letter more, and goes on below. */
function isCutWord(above: TextLine, line: TextLine, width: number): boolean {
  const letter = line.firstWidth / line.text.split(' ')[0]!.length
  const fills = above.x1 - above.x0 + letter > width
  return fills && !/\s/.test(above.text) && /[\p{L}\d/.-]$/u.test(above.text) && /^[\p{L}\d/]/u.test(line.text)
}
