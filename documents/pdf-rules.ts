import { apply } from './pdf-geometry.ts'
import type { Matrix, Point, Rule } from './pdf-geometry.ts'

/** How many numbers follow each sign of a path in pdf.js: move, line, curve, quadratic curve, close. */
const OPERANDS = [2, 2, 6, 4, 0]
/** pdf.js paints a path by these operators: 20 and 21 draw its outline, 22 and 23 fill it, 24 to 27 do both. */
const STROKES = new Set([20, 21, 24, 25, 26, 27])
const FILLS = new Set([22, 23])
/** A filled box this narrow is a line, as Word and browsers draw borders; in points. */
const THIN = 3
/** Drawings have more lines than any table. */
const MAX_RULES = 20_000

/** Collects the lines along the axes that a page draws: outlines and narrow filled boxes. */
export class RuleCollector {
  readonly found: Rule[] = []

  path(paint: number, data: Float32Array | undefined, ctm: Matrix): void {
    if (!data || this.found.length > MAX_RULES) return
    if (STROKES.has(paint)) for (const points of subpaths(data, ctm)) this.outline(points)
    else if (FILLS.has(paint)) for (const points of subpaths(data, ctm)) this.box(points)
  }

  private outline(points: readonly Point[]): void {
    points.forEach((point, i) => {
      const before = points[i - 1]
      if (before) this.add(before, point)
    })
  }

  private box(points: readonly Point[]): void {
    const xs = points.map(([x]) => x)
    const ys = points.map(([, y]) => y)
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
    const [middleX, middleY] = [(left + right) / 2, (top + bottom) / 2]
    if (right - left <= THIN && bottom - top > THIN) this.add([middleX, top], [middleX, bottom])
    else if (bottom - top <= THIN && right - left > THIN) this.add([left, middleY], [right, middleY])
  }

  private add([ax, ay]: Point, [bx, by]: Point): void {
    const [width, height] = [Math.abs(bx - ax), Math.abs(by - ay)]
    if (Math.min(width, height) > 1 || Math.max(width, height) < 1 || !Number.isFinite(width + height)) return
    this.found.push({ x0: Math.min(ax, bx), y0: Math.min(ay, by), x1: Math.max(ax, bx), y1: Math.max(ay, by) })
  }
}

/** The corners of each part of a path on the page, closed where it is. Curves count by their end. */
function* subpaths(data: Float32Array, ctm: Matrix): Generator<Point[]> {
  let points: Point[] = []
  for (let at = 0; at < data.length;) {
    const sign = data[at]!
    const operands = OPERANDS[sign] ?? 0
    if (sign === 0 && points.length > 0) {
      yield points
      points = []
    }
    if (sign === 4) {
      if (points[0]) points.push(points[0])
    } else points.push(apply(ctm, data[at + operands - 1]!, data[at + operands]!))
    at += operands + 1
  }
  if (points.length > 0 && points.length < 1000) yield points
}
