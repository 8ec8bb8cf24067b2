/** A word as it is compared: its letters without marks, and its marks (đ counts as a mark) in a fixed order. */
export interface Spelling {
  base: string
  marks: string
}

export function spell(word: string): Spelling {
  const letters = word.toLowerCase().normalize('NFD').replace(/đ/g, 'd\u0335')
  const marks = letters.match(/\p{M}/gu)?.sort().join('') ?? ''
  return { base: letters.replace(/\p{M}/gu, ''), marks }
}

/**
 * A finder of phrases written in `table`: of those that begin at word `at`, the longest one. A word may be typed with all its marks or
 * with none; inside a phrase of several words also with some of them ("tâp thể"), for another word is hardly meant there. A phrase that begins with "=" in the table must have
 * its marks, for without them it is a frequent other word.
 */
export function phraseFinder<T>(table: Iterable<readonly [phrase: string, value: T]>) {
  const byBase = new Map<string, { marks: string[]; strict: boolean; value: T }[]>()
  let longest = 0
  for (const [written, value] of table) {
    const phrase = written.replace(/^=/, '')
    const words = phrase.split(' ').map(spell)
    const base = words.map((word) => word.base).join(' ')
    byBase.set(base, [
      ...(byBase.get(base) ?? []),
      { marks: words.map((word) => word.marks), strict: phrase !== written, value },
    ])
    longest = Math.max(longest, words.length)
  }
  return (words: readonly Spelling[], at: number): { length: number; value: T; phrase: string } | undefined => {
    for (let length = Math.min(longest, words.length - at); length > 0; length--) {
      const typed = words.slice(at, at + length)
      const phrase = typed.map((word) => word.base).join(' ')
      const meant = byBase.get(phrase)
      const found =
        meant?.find(({ marks }) => isExact(typed, marks)) ??
        meant?.find(({ marks, strict }) => !strict && isTyped(typed, marks))
      if (found) return { length, value: found.value, phrase }
    }
    return undefined
  }
}

const isExact = (typed: readonly Spelling[], marks: readonly string[]) =>
  typed.every((word, index) => word.marks === marks[index])

const isTyped = (typed: readonly Spelling[], marks: readonly string[]) =>
  typed.every((word, index) => {
    const meant = marks[index]!
    if (word.marks === '' || word.marks === meant) return true
    return typed.length > 1 && [...word.marks].every((mark) => meant.includes(mark))
  })
