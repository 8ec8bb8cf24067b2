/** A stretch of a text, in UTF-16 units. */
interface Stretch {
  offset: number
  length: number
}

/**
 * Cuts pieces out of a text, each with the blanks before it, and the blanks around the rest. `placed` moves a stretch of the original to where it
 * is in the rest: what is left of it, undefined where that is nothing.
 */
export function cutText(text: string, pieces: Stretch[]) {
  const kept = new Uint8Array(text.length).fill(1)
  for (const { offset, length } of pieces) kept.fill(0, text.slice(0, offset).trimEnd().length, offset + length)
  const loose = text
    .split('')
    .filter((_, at) => kept[at])
    .join('')
  const rest = loose.trim()
  const lead = loose.length - loose.trimStart().length
  const place = (at: number) => {
    const before = kept.subarray(0, at).reduce((sum, one) => sum + one, 0) - lead
    return Math.min(Math.max(before, 0), rest.length)
  }
  return {
    text: rest,
    placed: <T extends Stretch>(stretch: T): T | undefined => {
      const offset = place(stretch.offset)
      const length = place(stretch.offset + stretch.length) - offset
      return length > 0 ? { ...stretch, offset, length } : undefined
    },
  }
}
