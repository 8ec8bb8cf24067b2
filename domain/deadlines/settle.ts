import type { Meaning } from './expression.ts'
import type { DeadlineContext } from './fit.ts'
import { MONTHS_OF_QUARTER } from './read-recurring-days.ts'
import type { Written } from './written.ts'

const UNREAD: Meaning = { type: 'unread' }

/**
 * Decides by the surroundings what a time expression leaves out: which quarter "trong quý" means (the section's), and with what a lone
 * day comes again ("Báo cáo tháng: trước ngày 20"). What cannot be decided is unread. `label` is folded.
 */
export function settle(meaning: Meaning, label: string, context: DeadlineContext): Meaning {
  if (meaning.type === 'day-alone') return dayOf(meaning.day, label)
  if (meaning.type === 'times') return inSection(meaning, context)
  if (meaning.type === 'range' && [meaning.first, meaning.last].some((time) => time && isQuarterOpen(time)))
    return UNREAD
  return meaning
}

const REPORT =
  /(?<![a-z])(?:(?:bao cao|hop|giao ban|so ket|sinh hoat|thong ke|tong hop)[a-z ]{0,40} |^)(thang|quy)(?! ?\d| [iv]{1,3}(?![a-z]))/

function dayOf(day: number, label: string): Meaning {
  const unit = REPORT.exec(label)?.[1]
  if (!unit) return UNREAD
  return { type: 'recurring', rules: [{ unit: 'month', interval: unit === 'thang' ? 1 : 3, byMonthDay: [day] }] }
}

const isQuarterOpen = (time: Written) => time.unit === 'quarter' && time.quarter === undefined

/** "cuối quý" where no section names the quarter is the end of each. */
function inSection(meaning: Extract<Meaning, { type: 'times' }>, { quarter }: DeadlineContext): Meaning {
  const open = meaning.times.find(isQuarterOpen)
  if (!open) return meaning
  if (quarter)
    return {
      ...meaning,
      times: meaning.times.map((time) => (isQuarterOpen(time) ? { ...time, quarter } : time)),
    }
  if (open.unit !== 'quarter' || open.part?.name !== 'last' || meaning.times.length > 1) return UNREAD
  return {
    type: 'recurring',
    rules: [{ unit: 'month', interval: 3, byMonth: MONTHS_OF_QUARTER[2]!, byMonthDay: [-1] }],
  }
}
