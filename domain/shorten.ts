/** The first `length` UTF-16 units of a text, one less where they would end in half a character. */
export const firstOf = (text: string, length: number): string => text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '')

/** A text of at most `longest` characters: a longer one is cut behind a word and ends in "…". */
export function shorten(text: string, longest: number): string {
  if (text.length <= longest) return text
  const cut = firstOf(text, longest - 1)
  const words = /\s/.test(text.charAt(longest - 1)) ? cut : cut.replace(/\s+\S*$/, '')
  return `${words.replace(/[\s,;:.(-]+$/, '')}…`
}
