/**
 * Text for comparing: lower case, no diacritics (đ is d), typographic quotes and dashes made plain, white space single.
 * Punctuation stays.
 */
export function fold(text: string): string {
  return stripMarks(text.toLowerCase())
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/[‐-―−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
}

/**
 * As `fold`, character for character: the result has exactly the length of `text` (in UTF-16 units, `text` being NFC), so that
 * an index found in it is an index into `text`.
 */
export function foldInPlace(text: string): string {
  let out = ''
  for (const unit of text) {
    const plain = stripMarks(unit.toLowerCase())
    out += plain.length === unit.length ? plain : unit
  }
  return out
}

const stripMarks = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[đð]/g, 'd')
    .normalize('NFC')
