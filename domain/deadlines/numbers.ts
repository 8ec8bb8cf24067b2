import type { Source } from './source.ts'

/** A pattern must be sticky: it is tried at `index` alone. */
export function matchAt(plain: string, pattern: RegExp, index: number): RegExpExecArray | null {
  pattern.lastIndex = index
  return pattern.exec(plain)
}

const ROMAN: Record<string, number> = { i: 1, ii: 2, iii: 3, iv: 4, ⅰ: 1, ⅱ: 2, ⅲ: 3, ⅳ: 4, l: 1, ll: 2, lll: 3, lv: 4 }
const ORDINAL: Record<string, number> = { nhat: 1, mot: 1, dau: 1, hai: 2, nhi: 2, ba: 3, tu: 4 }

/** "III", "3", "ba", "thứ ba" (folded) as a number; `l` stands for a scanned I. Undefined where it is none of these. */
export function smallNumber(word: string): number | undefined {
  if (/^\d+$/.test(word)) return Number(word)
  return ROMAN[word] ?? ORDINAL[word]
}

/** A year as written: two digits are of this century. */
export function yearOf(digits: string): number {
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits)
}

/** Month names with their diacritics, because without them June ("sáu") is "next" ("sau"). Giêng and Chạp are lunar and not here. */
const MONTH_NAMES: [string, number][] = [
  ['mười hai', 12],
  ['mười một', 11],
  ['mười', 10],
  ['một', 1],
  ['hai', 2],
  ['ba', 3],
  ['tư', 4],
  ['bốn', 4],
  ['năm', 5],
  ['sáu', 6],
  ['bảy', 7],
  ['bẩy', 7],
  ['tám', 8],
  ['chín', 9],
]
/** Those that are not ambiguous where a text has no diacritics at all. */
const PLAIN_MONTH_NAMES: [string, number][] = [
  ['muoi hai', 12],
  ['muoi mot', 11],
  ['muoi', 10],
  ['hai', 2],
  ['ba', 3],
  ['bay', 7],
  ['tam', 8],
  ['chin', 9],
]

/** A letter, or a number: "tháng năm 2025" is a form with its month left blank. */
const NAME_GOES_ON = /^\p{L}|^ \d/u

/** The month named in words at `index`, and where its name ends. */
export function monthNameAt(source: Source, index: number): { month: number; end: number } | undefined {
  const [names, text] = source.marked ? [MONTH_NAMES, source.lower] : [PLAIN_MONTH_NAMES, source.plain]
  const found = names.find(
    ([name]) =>
      text.startsWith(name, index) && !NAME_GOES_ON.test(text.slice(index + name.length, index + name.length + 2)),
  )
  return found && { month: found[1], end: index + found[0].length }
}
