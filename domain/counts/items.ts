import type { QuotaCategory } from '../plan.ts'
import { numbersIn, type Figure } from './figures.ts'
import { categoryAt, measureAt, roleAt, signOf } from './lexicon.ts'
import type { Token } from './tokens.ts'
import type { ContextualRole, Role } from './words.ts'

export type ItemKind =
  | Exclude<Role, ContextualRole>
  | 'number'
  /** Number words, not yet known to be a number. */
  | 'numeral'
  | 'category'
  | 'zero'
  | 'word'
  | 'line'
  | 'semicolon'
  | 'link'
  | 'dash'
  | 'slash'
  | 'open'
  | 'close'
  | 'asks'
  | 'plus'
  | 'noise'

/** A word, phrase or mark with what it does in the sentence. `from` and `to` are token positions, `to` exclusive. */
export interface Item {
  kind: ItemKind
  from: number
  to: number
  category?: QuotaCategory
  /** Of a category: named only loosely ("đồng chí"), or by an abbreviation. */
  loose?: boolean
  short?: boolean
  title?: boolean
  figure?: Figure | 'odd' | 'negative'
  numbers?: number[]
  signs?: string
  /** Of a number: it may be another word. */
  doubtful?: boolean
  /** Of a zero: "không có", not a bare "không". */
  firm?: boolean
  /** Of a word: it says "the rest". */
  rest?: boolean
}

/** Words and marks, each with its role as far as the phrase lists tell it; what only the neighbours tell is settled in settle.ts. */
export function itemsOf(tokens: readonly Token[]): Item[] {
  const items: Item[] = []
  let at = 0
  while (at < tokens.length) {
    const item = itemAt(tokens, at)
    items.push(item)
    at = item.to
  }
  return items
}

function itemAt(tokens: readonly Token[], at: number): Item {
  const { kind, text } = tokens[at]!
  if (kind === 'line') return { kind: 'line', from: at, to: at + 1 }
  const role = roleAt(tokens, at)
  if (kind === 'figure' && !role) return figureAt(tokens, at)
  const category = categoryAt(tokens, at)
  if (category && category.length >= (role?.length ?? 0)) {
    const { length, value } = category
    return { kind: 'category', from: at, to: at + length, ...value }
  }
  if (role && role.length > 1) return { kind: role.value, from: at, to: at + role.length }
  if (kind === 'mark') return { kind: MARKS[text] ?? 'noise', from: at, to: at + 1 }
  const signs = signsAt(tokens, at)
  if (signs) return { kind: 'numeral', from: at, to: at + signs.length, signs }
  if (role && !isInitial(tokens, at) && !isBlock(tokens, at)) return { kind: role.value, from: at, to: at + 1 }
  return { kind: 'word', from: at, to: endOfCode(tokens, at) }
}

/** The letter of a name, "Nguyễn Văn A", where "a" is "anh". */
const isInitial = (tokens: readonly Token[], at: number) =>
  /^[ABCDE]$/.test(tokens[at]!.text) && /\p{Ll}$/u.test(tokens[at - 1]?.text ?? '')

/** The letter of a code, "A2": of a figure that no category follows. */
const isBlock = (tokens: readonly Token[], at: number) =>
  tokens[at]!.text.length === 1 &&
  tokens[at + 1]?.glued === true &&
  tokens[at + 1]?.figure === 'number' &&
  !categoryAt(tokens, at + 2)

const MARKS: Readonly<Record<string, ItemKind>> = {
  ';': 'semicolon', '；': 'semicolon', ',': 'separator', '、': 'separator', '&': 'separator', '.': 'separator', '…': 'separator', '|': 'separator',
  '•': 'separator', '·': 'separator', '*': 'separator', '!': 'separator', '+': 'plus', ':': 'link', '=': 'link', '-': 'dash', '–': 'dash', '—': 'dash', '−': 'dash',
  '‐': 'dash', '/': 'slash', '\\': 'slash', '(': 'open', '[': 'open', ')': 'close', ']': 'close', '?': 'asks', '<': 'doubt', '>': 'doubt', '≥': 'doubt', '≤': 'doubt', '~': 'doubt', '±': 'doubt', '$': 'doubt', '#': 'doubt', '‰': 'word', '°': 'word', '→': 'become', '➔': 'become',
  '⇒': 'become', '->': 'become', '=>': 'become', '-->': 'become', '==>': 'become',
} // prettier-ignore

/** Digits, and the letters that belong to them: "14h30" is a time, "3tt" a number and a category, "3t" nothing known. */
function figureAt(tokens: readonly Token[], at: number): Item {
  const { text, figure } = tokens[at]!
  if (figure === 'mention') return { kind: 'noise', from: at, to: at + 1 }
  if (!figure || figure === 'name') return { kind: 'word', from: at, to: at + 1 }
  const numbers = numbersIn(text, figure)
  const next = tokens[at + 1]
  const number: Item = { kind: 'number', from: at, to: at + 1, figure, numbers }
  if (!next?.glued || next.kind !== 'word' || categoryAt(tokens, at + 1)) return number
  if (UNITS.has(next.base)) return { kind: 'word', from: at, to: endOfCode(tokens, at) }
  if (measureAt(tokens, at + 1)) return { kind: 'word', from: at, to: at + 2 }
  if (roleAt(tokens, at + 1)) return number
  return { ...number, figure: 'odd', to: endOfCode(tokens, at) }
}

/** Units that are written together with their number. */
const UNITS = new Set([
  'h',
  'g',
  'k',
  'tr',
  'd',
  'vnd',
  'kg',
  'km',
  'm',
  'cm',
  'ha',
  'p',
  'am',
  'pm',
  'gb',
  'mb',
  'usd',
])

/** The end of letters and digits written together ("TDP5"), before digits that a category follows ("CA3tt"). */
function endOfCode(tokens: readonly Token[], from: number): number {
  let at = from + 1
  while (tokens[at]?.glued && (tokens[at]!.kind === 'word' || tokens[at]!.figure === 'number')) {
    if (tokens[at]!.figure && categoryAt(tokens, at + 1)) break
    at++
  }
  return at
}

/** The number words from here on; "tư", "linh" and the like are none by themselves. */
function signsAt(tokens: readonly Token[], from: number): string {
  let signs = ''
  for (let at = from; ; at++) {
    const token = tokens[at]
    const sign = token?.kind === 'word' ? signOf([token], 0)?.value : undefined
    if (sign === undefined || (at > from && (roleAt(tokens, at)?.length ?? 0) > 1))
      return /^[abcoh]$/.test(signs) ? '' : signs
    signs += sign
  }
}
