import type { DueTask } from './due.ts'
import { foldInPlace } from './fold.ts'

/**
 * The tasks whose title or deadlines hold all of these words, whatever their order; a word without marks also means those with marks. Two words
 * are mostly one ("sơ kết"): where they stand side by side in some tasks, those are meant. No words: none.
 */
export function tasksAbout(words: string[], tasks: DueTask[]): DueTask[] {
  const wanted = words.flatMap(wordsOf)
  if (wanted.length === 0) return []
  const found = tasks.filter((task) => {
    const said = saidOf(task)
    return wanted.every((word) => said.some((one) => means(word, one)))
  })
  const [first, second] = wanted.length === 2 ? wanted : []
  if (first === undefined || second === undefined) return found
  const together = found.filter((task) => {
    const said = saidOf(task)
    return said.some((one, index) => means(first, one) && means(second, said[index + 1] ?? ''))
  })
  return together.length > 0 ? together : found
}

const saidOf = ({ title, deadlines }: DueTask): string[] =>
  wordsOf([title, ...deadlines.map(({ wording }) => wording)].join(' '))

const means = (word: string, said: string): boolean => word === said || word === foldInPlace(said)

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\d]+/gu) ?? []
