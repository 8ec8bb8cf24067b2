import type { Meaning } from './expression.ts'
import { cycles, frequency, type RulesReader } from './read-cycles.ts'
import { readLead } from './read-lead.ts'
import { days, edges, isImpossible } from './read-recurring-days.ts'
import { weekdays } from './read-weekdays.ts'
import type { Read } from './reader.ts'
import type { Source } from './source.ts'

const READERS: RulesReader[] = [weekdays, frequency, cycles, days, edges]

/** The recurrence written at `index` (behind its connectives, if any). */
export function readRecurring(source: Source, index: number): Read<Meaning> | undefined {
  for (const start of new Set([readLead(source.plain, index).end, index])) {
    for (const read of READERS) {
      const found = read(source, start)
      if (!found) continue
      const value: Meaning = found.value.some(isImpossible)
        ? { type: 'unread' }
        : { type: 'recurring', rules: found.value }
      return { value, end: found.end }
    }
  }
  return undefined
}
