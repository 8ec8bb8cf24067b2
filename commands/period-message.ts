import { dateParts, formatDate } from '#domain/dates.ts'
import type { Message } from '#domain/messages.ts'
import type { Period } from '#domain/period.ts'

const ROMAN = ['I', 'II', 'III', 'IV']

/** A period in words: "Quý II/2025". */
export function periodMessage({ kind, from, to }: Period): Message {
  const { year, month } = dateParts(from)
  const dates = { from: formatDate(from), to: formatDate(to) }
  switch (kind) {
    case 'day':
      return { key: 'period-day', values: { date: dates.from } }
    case 'week':
      return { key: 'period-week', values: dates }
    case 'month':
      return { key: 'period-month', values: { month, year } }
    case 'quarter':
      return { key: 'period-quarter', values: { roman: ROMAN[Math.floor((month - 1) / 3)]!, year } }
    case 'half-year':
      return { key: month === 1 ? 'period-half-first' : 'period-half-second', values: { year } }
    case 'year':
      return { key: 'period-year', values: { year } }
    case 'days':
    case 'range':
      return { key: 'period-span', values: dates }
  }
}
