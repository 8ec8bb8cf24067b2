/**
 * A paragraph in sentences and clauses: cut behind ";" and behind a full stop before a capital, never inside brackets or behind an
 * abbreviation such as "TP." or "UB.".
 */
export function sentencesOf(text: string): string[] {
  const sentences: string[] = []
  let depth = 0
  let start = 0
  for (let i = 0; i < text.length; i++) {
    const sign = text[i]!
    if (sign === '(') depth++
    else if (sign === ')') depth = Math.max(0, depth - 1)
    else if (depth === 0 && isEnd(text, i, start)) {
      sentences.push(text.slice(start, i + 1).trim())
      start = i + 1
    }
  }
  sentences.push(text.slice(start).trim())
  return sentences.filter((sentence) => sentence !== '')
}

function isEnd(text: string, at: number, start: number): boolean {
  if (text[at] === ';') return true
  if (text[at] !== '.' || !/^\s+["“(]?[\p{Lu}\d-]/u.test(text.slice(at + 1, at + 5))) return false
  const word = /[\p{L}\d]+$/u.exec(text.slice(Math.max(start, at - 12), at))?.[0] ?? ''
  return word.length > 3 || word !== word.toUpperCase() || /^\d{2,}$/.test(word)
}
