/** A PDF matrix [a b c d e f] (ISO 32000-1, 8.3.3). */
export type Matrix = readonly [number, number, number, number, number, number]

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

/** The matrix that applies `inner` first and `outer` then. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer
  const [g, h, i, j, k, l] = inner
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

export const apply = ([a, b, c, d, e, f]: Matrix, x: number, y: number): Point => [a * x + c * y + e, b * x + d * y + f]

export type Point = readonly [number, number]

/** Letters without a gap. All lengths are in points, from the upper left corner of the page; `y` is the line they stand on. */
export interface Word {
  text: string
  x0: number
  x1: number
  y: number
  size: number
  bold: boolean
}

/** A drawn line, straight along an axis. */
export interface Rule {
  x0: number
  y0: number
  x1: number
  y1: number
}

/** What is drawn on a page, turned so that most of its text runs from left to right. */
export interface PdfPage {
  width: number
  height: number
  words: Word[]
  rules: Rule[]
}

/** Values that lie within `slack` of each other as one, in ascending order: the mean of each group. */
export function cluster(values: readonly number[], slack: number): number[] {
  const groups: number[][] = []
  for (const value of [...values].sort((a, b) => a - b)) {
    const group = groups.at(-1)
    if (group && value - group.at(-1)! <= slack) group.push(value)
    else groups.push([value])
  }
  return groups.map((group) => group.reduce((sum, value) => sum + value, 0) / group.length)
}

/** The index of the value nearest to `wanted`; -1 in an empty list. */
export function nearest(values: readonly number[], wanted: number): number {
  return values.reduce(
    (best, value, i) => (best < 0 || Math.abs(value - wanted) < Math.abs(values[best]! - wanted) ? i : best),
    -1,
  )
}
