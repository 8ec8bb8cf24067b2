import type { DueTask } from './due.ts'
import { foldInPlace } from './fold.ts'

/**
 * The tasks whose title or deadlines hold all of these words, whatever their order; a word without marks also means those with marks. No
 * words: none.
 */
export function tasksAbout(words: string[], tasks: DueTask[]): DueTask[] {
  const wanted = words.flatMap(wordsOf)
  if (wanted.length === 0) return []
  return tasks.filter(({ title, deadlines }) => {
    const said = new Set(wordsOf([title, ...deadlines.map(({ wording }) => wording)].join(' ')))
    const folded = new Set([...said].map(foldInPlace))
    return wanted.every((word) => said.has(word) || (word === foldInPlace(word) && folded.has(word)))
  })
}

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\d]+/gu) ?? []
