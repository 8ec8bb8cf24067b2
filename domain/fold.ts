/**
 * Text for comparing: lower case, no diacritics (đ is d), typographic quotes and dashes made plain, white space single.
 * Punctuation stays.
 */
export function fold(text: string): string {
  const known = FOLDED.get(text)
  if (known !== undefined) return known
  const folded = text
    .toLowerCase()
    .replace(NOT_ASCII, (letter) => SIGNS[letter] ?? plainOf(letter))
    .replace(/\s{2,}|[^\S ]/g, ' ')
    .trim()
  if (text.length <= LONGEST_KEPT) {
    if (FOLDED.size >= MOST_KEPT) FOLDED.clear()
    FOLDED.set(text, folded)
  }
  return folded
}

/** Labels, headings and names are folded over and over. */
const FOLDED = new Map<string, string>()
const LONGEST_KEPT = 150
const MOST_KEPT = 3000

const SIGNS: Record<string, string> = Object.fromEntries([
  ...[...'“”„«»'].map((sign) => [sign, '"']),
  ...[...'‘’'].map((sign) => [sign, "'"]),
  ...[...'‐‑‒–—―−'].map((sign) => [sign, '-']),
]) as Record<string, string>

/**
 * As `fold`, character for character: the result has exactly the length of `text` (in UTF-16 units, `text` being NFC), so that
 * an index found in it is an index into `text`.
 */
export function foldInPlace(text: string): string {
  const lower = text.toLowerCase()
  if (lower.length !== text.length)
    return Array.from(text, (unit) => sameLength(unit, stripMarks(unit.toLowerCase()))).join('')
  return lower.replace(NOT_ASCII, (unit) => sameLength(unit, plainOf(unit)))
}

const NOT_ASCII = /[^\0-\x7f]/gu

const sameLength = (unit: string, plain: string) => (plain.length === unit.length ? plain : unit)

const stripMarks = (text: string) => text.replace(NOT_ASCII, plainOf)

/** What a letter is without its marks; a mark alone is nothing. Each is looked up once, since texts are folded over and over. */
function plainOf(letter: string): string {
  let plain = PLAIN.get(letter)
  if (plain === undefined) {
    plain = letter
      .normalize('NFD')
      .replace(/\p{Mn}/gu, '')
      .replace(/[đð]/g, 'd')
      .normalize('NFC')
    if (PLAIN.size < MOST_LETTERS) PLAIN.set(letter, plain)
  }
  return plain
}

const PLAIN = new Map<string, string>()
const MOST_LETTERS = 5000
