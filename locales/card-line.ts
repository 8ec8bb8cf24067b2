import type { Message } from '#domain/messages.ts'

/** A line, or two that belong together, with the room that they take. */
export interface Line {
  messages: Message[]
  length: number
}

export const lineOf = (...messages: Message[]): Line => ({
  messages,
  length: messages.reduce((total, message) => total + lengthOf(message) + 1, 0),
})

export const totalLength = (lines: Line[]) => lines.reduce((total, { length }) => total + length, 0)

/** How much the words of a message add to its values at most, in any language; `OTHER` for all that are not named. */
const OTHER = 36
const WORDS: Record<string, number> = {
  text: 0,
  listed: 2,
  dotted: 3,
  parted: 2,
  sentences: 1,
  'counts-collective': 12,
  'counts-individual': 12,
  'counts-family': 9,
  'counts-nothing': 8,
  'round-deadline': 2,
  'round-title': 24,
  'round-card-collective': 12,
  'round-card-individual': 12,
  'round-card-family': 9,
  'round-card-unit': 4,
  'round-card-part': 1,
  'round-card-movement': 2,
  'round-card-waiting': 20,
  'round-card-over': 25,
  'round-card-accepted': 22,
  'round-hint': 110,
  'round-hint-several': 150,
  'round-card-hint-over': 90,
  'round-card-hint-closed': 130,
}

/** No less than the length of a message in any language. */
function lengthOf({ key, values = {} }: Message): number {
  const inside = Object.values(values).map((value) =>
    typeof value === 'object' ? lengthOf(value) : String(value).length,
  )
  return inside.reduce((total, length) => total + length, WORDS[key] ?? OTHER)
}
