import { fold } from '#domain/fold.ts'

/** The entry with the longest name (folded) that a text begins with, and the rest of the text; undefined where there is none. */
export function leadingWords<Entry extends { names: readonly string[] }>(
  text: string,
  entries: readonly Entry[],
): { entry: Entry; rest: string } | undefined {
  const words = text.trim().split(/\s+/)
  const found = entries
    .flatMap((entry) => entry.names.map((name) => ({ entry, name, count: name.split(' ').length })))
    .sort((one, other) => other.count - one.count)
    .find(({ name, count }) => fold(words.slice(0, count).join(' ')) === name)
  return found && { entry: found.entry, rest: words.slice(found.count).join(' ') }
}
