import type { Message } from '#domain/messages.ts'
import { QUOTA_CATEGORIES } from '#domain/plan.ts'
import { byCategory } from '#domain/rounds/sums.ts'
import type { Entry } from '#domain/rounds/standing.ts'
import { shorten } from '#domain/shorten.ts'
import { movementLabel, numbersMessage } from './round-message.ts'

const EXAMPLE = { collective: 3, individual: 5, family: 2 }
const LONGEST_LABEL = 60

/** How to answer what is asked for in these entries, with an example that fits them. */
export function answerHint(entries: readonly Pick<Entry, 'asked' | 'movement'>[]): Message {
  const [first] = entries
  const alike = entries.filter(({ movement }) => movement.id === first?.movement.id)
  const asked = QUOTA_CATEGORIES.filter((category) => alike.some((entry) => entry.asked.includes(category)))
  const counts = asked.length > 0 ? byCategory((one) => (asked.includes(one) ? EXAMPLE[one] : undefined)) : EXAMPLE
  const example = numbersMessage(counts, 'sentences')
  if (!first || alike.length === entries.length) return { key: 'round-hint', values: { example } }
  const movement = shorten(movementLabel(first.movement.name), LONGEST_LABEL)
  return { key: 'round-hint-several', values: { example, movement } }
}
