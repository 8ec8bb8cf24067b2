import type { PdfPage, Point, Rule, Word } from './pdf-geometry.ts'
import type { DrawnWord } from './pdf-words.ts'

type Turn = 0 | 1 | 2 | 3

/** Up to this slope (about 3 degrees) text counts as running along an axis. */
const MAX_SLOPE = 0.05

interface Drawn {
  width: number
  height: number
  words: DrawnWord[]
  rules: Rule[]
}

/** The page turned so that most of its text runs from left to right; text in other directions, such as stamps across it, is left out. */
export function turnUpright({ width, height, words, rules }: Drawn): PdfPage {
  const letters = [0, 0, 0, 0]
  const turned = words.map((word) => ({ word, turn: turnOf(word) }))
  for (const { word, turn } of turned) if (turn !== undefined) letters[turn]! += word.text.length
  const main = letters.indexOf(Math.max(...letters)) as Turn
  const place = placer(main, width, height)
  const sideways = main % 2 === 1
  return {
    width: sideways ? height : width,
    height: sideways ? width : height,
    words: turned.filter(({ turn }) => turn === main).map(({ word }) => wordAt(word, place)),
    rules: rules.map(({ x0, y0, x1, y1 }) => {
      const [[ax, ay], [bx, by]] = [place([x0, y0]), place([x1, y1])]
      return { x0: Math.min(ax, bx), y0: Math.min(ay, by), x1: Math.max(ax, bx), y1: Math.max(ay, by) }
    }),
  }
}

/** In quarters of a turn clockwise, which way a word runs: 0 right, 1 down, 2 left, 3 up; undefined for a slanting one. */
function turnOf({ start, end }: DrawnWord): Turn | undefined {
  const [dx, dy] = [end[0] - start[0], end[1] - start[1]]
  if (Math.abs(dy) <= Math.abs(dx) * MAX_SLOPE) return dx >= 0 ? 0 : 2
  if (Math.abs(dx) <= Math.abs(dy) * MAX_SLOPE) return dy >= 0 ? 1 : 3
  return undefined
}

function placer(turn: Turn, width: number, height: number): (point: Point) => Point {
  if (turn === 0) return (point) => point
  if (turn === 1) return ([x, y]) => [y, width - x]
  if (turn === 2) return ([x, y]) => [width - x, height - y]
  return ([x, y]) => [height - y, x]
}

function wordAt({ text, start, end, size, bold }: DrawnWord, place: (point: Point) => Point): Word {
  const [x0, y] = place(start)
  return { text, x0, x1: Math.max(x0, place(end)[0]), y, size, bold }
}
