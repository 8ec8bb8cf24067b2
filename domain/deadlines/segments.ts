import type { Expression } from './expression.ts'
import type { Source } from './source.ts'

/** A part of a cell between two marks, and the time expressions in it. */
export interface Segment {
  start: number
  end: number
  expressions: Expression[]
}

const BREAK =
  /;|\n(?=[^a-z]|$)|(?<=^|\s)[-+*•▪◦●·–](?=\s|[A-Z])|(?<=\s)(?=[a-h]\)\s)|(?<=\s)[/|](?=\s)|(?<=[a-z\d¤)]{3})\.(?=\s)/g

/** Cuts at semicolons, bullets, new lines, ends of sentences, and at the brackets that hold a time of their own. */
export function segments(source: Source, expressions: Expression[]): Segment[] {
  const outline = blanked(source.plain, expressions)
  const cuts = Array.from(outline.matchAll(BREAK))
    .filter(({ 0: mark, index }) => isBreak(source.text, mark, index))
    .map(({ index }) => index)
  const starts = startsBefore(outline.length, expressions)
  for (const [open, close] of brackets(outline)) if (starts[close]! > starts[open]!) cuts.push(open, close)
  for (const { start, end } of expressions)
    if (source.plain[end] === ')' && source.plain.slice(start, end).includes('(')) cuts.push(end)
  const edges = [0, ...new Set(cuts.sort((a, b) => a - b)), outline.length]
  let next = 0
  return edges.slice(0, -1).map((start, i) => {
    const end = edges[i + 1]!
    const from = next
    while (next < expressions.length && expressions[next]!.start < end) next++
    return { start, end, expressions: expressions.slice(from, next) }
  })
}

/** The text with its time expressions made blank, so that no mark inside one cuts it. */
function blanked(plain: string, expressions: Expression[]): string {
  let out = ''
  for (const { start, end } of expressions) out += plain.slice(out.length, start) + '¤'.repeat(end - start)
  return out + plain.slice(out.length)
}

/** A line that goes on in lower case is the same sentence, and so is what follows an abbreviation's dot. */
function isBreak(text: string, mark: string, index: number): boolean {
  const next = /\S/.exec(text.slice(index + 1, index + 4))?.[0] ?? ''
  if (mark === '\n') return !/\p{Ll}/u.test(next)
  return !'./'.includes(mark) || /\p{Lu}|[-+]/u.test(next)
}

/** For every place, how many expressions of a readable time start before it. */
function startsBefore(length: number, expressions: Expression[]): Uint32Array {
  const counts = new Uint32Array(length + 1)
  for (const { start, meaning } of expressions) if (meaning.type !== 'unread') counts[start + 1]!++
  for (let i = 1; i <= length; i++) counts[i]! += counts[i - 1]!
  return counts
}

function brackets(outline: string): [number, number][] {
  const pairs: [number, number][] = []
  const open: number[] = []
  for (let i = 0; i < outline.length; i++) {
    if (outline[i] === '(') open.push(i)
    const start = outline[i] === ')' ? open.pop() : undefined
    if (start !== undefined) pairs.push([start, i])
  }
  return pairs
}
