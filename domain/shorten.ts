/** A text of at most `longest` characters: a longer one is cut behind a word and ends in "…". */
export function shorten(text: string, longest: number): string {
  if (text.length <= longest) return text
  const cut = text.slice(0, longest - 1)
  const words = /\s/.test(text.charAt(longest - 1)) ? cut : cut.replace(/\s+\S*$/, '')
  return `${words.replace(/[\s,;:.(-]+$/, '')}…`
}
