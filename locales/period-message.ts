import { dateParts, formatDate } from '#domain/dates.ts'
import type { Message } from '#domain/messages.ts'
import type { Period } from '#domain/period.ts'

const ROMAN = ['I', 'II', 'III', 'IV']

/** A period in words: "Quý II/2025". */
export const periodMessage = (period: Period): Message => inWords('period', period)

/** A period inside a sentence: "trong Quý II/2025", "từ 01/3/2025 đến 15/3/2025". */
export const withinMessage = (period: Period): Message => inWords('within', period)

function inWords(form: 'period' | 'within', { kind, from, to }: Period): Message {
  const { year, month } = dateParts(from)
  const dates = { from: formatDate(from), to: formatDate(to) }
  switch (kind) {
    case 'day':
      return { key: `${form}-day`, values: { date: dates.from } }
    case 'week':
      return { key: `${form}-week`, values: dates }
    case 'month':
      return { key: `${form}-month`, values: { month, year } }
    case 'quarter':
      return { key: `${form}-quarter`, values: { roman: ROMAN[Math.floor((month - 1) / 3)]!, year } }
    case 'half-year':
      return { key: month === 1 ? `${form}-half-first` : `${form}-half-second`, values: { year } }
    case 'year':
      return { key: `${form}-year`, values: { year } }
    case 'days':
    case 'range':
      return { key: `${form}-span`, values: dates }
  }
}
