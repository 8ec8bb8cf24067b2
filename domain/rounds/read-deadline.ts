import { addDays, dateParts, endOfMonth, isoDate, weekday, type IsoDate } from '../dates.ts'
import { foldInPlace } from '../fold.ts'
import { readPeriod } from '../read-period.ts'
import type { WorkingDays } from '../working-days.ts'
import { readClock } from './read-clock.ts'

/** The last moment of a round, council-local: `time` as "HH:MM". */
export interface RoundDeadline {
  date: IsoDate
  time: string
}

/** The council-local moment at which a deadline is read, and the council's working days. */
export interface DeadlineContext {
  today: IsoDate
  time: string
  days: WorkingDays
}

/** Offices close then. */
export const USUAL_TIME = '17:00'

/**
 * The deadline that a text names ("5/12", "17h 5/12/2025", "thứ Sáu tuần sau", "cuối tháng"), with or without diacritics. Without a time it is
 * 17:00; a day without a year, a day of the month and a day of the week are the next ones; of a longer time ("tuần sau") it is the last working
 * day. Undefined where the text says anything else, no date of the calendar, or a moment that has passed.
 */
export function readRoundDeadline(text: string, context: DeadlineContext): RoundDeadline | undefined {
  const clock = readClock(text)
  if (!clock) return undefined
  const said = plainDate(clock.rest)
  const time = clock.time ?? USUAL_TIME
  const isAhead = (date: IsoDate) => date > context.today || (date === context.today && time > context.time)
  const date = candidates(said, context).find(isAhead)
  return date && { date, time }
}

/** Words around a date that say that it is a deadline, or ask politely. */
const LEAD =
  /^(?:(?:den|toi|vao|luc|han|han chot|thoi han|cham nhat|la|cho|gia han|them|lui|doi|sang|chuyen|ngay(?! (?:kia|mot|mai))|het|trong|by|until|till|on|at|the|deadline)\s+)+/
const TRAIL = /(?:\s+(?:a|nhe|nha|duoc|di|em|anh|chi|ban|giup|luon|thoi|please))+$/

/** The date alone; a day and month apart by "-" or "." are written with "/". */
function plainDate(text: string): string {
  const written = text
    .normalize('NFC')
    .replace(/[,;]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.!?]+$/, '')
  const trail = TRAIL.exec(foldInPlace(written.toLowerCase()))
  const kept = written.slice(0, trail?.index ?? written.length)
  const lead = LEAD.exec(foldInPlace(kept.toLowerCase()))?.[0] ?? ''
  const bare = kept.slice(lead.length).replace(/^(\d{1,2})\s*[-.]\s*(\d{1,2})$/, '$1/$2')
  return /(?:^|\s)ngay\s+$/.test(lead) && /^\d{1,2}$/.test(bare) ? `ngày ${bare}` : bare
}

const BEFORE = /^(?:truoc|before)\s+(?:(?:ngay|the)\s+)?/
const DAY_OF_MONTH = /^(?:ngay|mung|mong)\s+(?:mung |mong )?(\d{1,2})$/
const WEEKDAY_ONLY =
  /^(?:thu\s*(?:hai|ba|tu|4|nam|sau|6|bay|[2-7])|t[2-7]|chu nhat|cn|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/
/** The day of the week before a date must be that of the date. */
const NAMED_DAY = /^(thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat),? (?:ngay )?(?=\d)/

/** The days that a text may mean, the preferred first. */
function candidates(text: string, context: DeadlineContext): IsoDate[] {
  const words = foldInPlace(text.toLowerCase()).replace(/\s+/g, ' ')
  const before = BEFORE.exec(words)
  if (before) return candidates(text.slice(before[0].length), context).map((date) => addDays(date, -1))
  if (/^(?:today|hom nay|nay|trong ngay|ngay)$/.test(words)) return [context.today]
  if (/^(?:mai|tomorrow)$/.test(words)) return [addDays(context.today, 1)]
  const named = NAMED_DAY.exec(words)
  if (named) {
    const [day] = candidates(named[1]!, context)
    return candidates(text.slice(named[0].length), context).filter((date) => day && weekday(date) === weekday(day))
  }
  const { year, month } = dateParts(context.today)
  const dayOfMonth = Number(DAY_OF_MONTH.exec(words)?.[1])
  if (dayOfMonth) return [0, 1, 2].flatMap((more) => isoDate(...shiftedMonth(year, month + more), dayOfMonth) ?? [])
  const read = (meant: number) => lastDay(shortWeekday(text, words), { ...context, year: meant })
  const found = read(year)
  if (WEEKDAY_ONLY.test(words)) return found ? [found, addDays(found, 7)] : []
  return [found, read(year + 1)].flatMap((date) => date ?? [])
}

const shiftedMonth = (year: number, month: number): [number, number] =>
  month > 12 ? [year + 1, month - 12] : [year, month]

/** "t6" is a month's short form elsewhere; as a deadline it is Friday. */
const shortWeekday = (text: string, words: string): string => (/^t[2-7]\b/.test(words) ? `thứ ${text.slice(1)}` : text)

/** The last day of the period that is all that a text names; of more than a day the last working one. */
function lastDay(text: string, { today, year, days }: DeadlineContext & { year: number }): IsoDate | undefined {
  const read = readPeriod(text, { today, years: [year] })
  if (!read || 'unknown' in read || read.rest !== '') return undefined
  const { kind, from, to } = read.period
  if (kind === 'day' || kind === 'days') return to
  const last = days.onOrBefore(to)
  return last >= from ? last : to
}

/** Deadlines to choose from: this Friday, in one and two weeks, the end of the month; none on a day off, each once. */
export function suggestedDeadlines({ today, days }: DeadlineContext): RoundDeadline[] {
  const { year, month } = dateParts(today)
  const friday = lastDay('thứ 6 tuần này', { today, time: '', days, year })
  const dates = [
    ...(friday ? [days.onOrBefore(friday)] : []),
    days.onOrAfter(addDays(today, 7)),
    days.onOrAfter(addDays(today, 14)),
    days.onOrBefore(endOfMonth(year, month)),
  ]
  const ahead = [...new Set(dates)].filter((date) => date > today).sort()
  return ahead.map((date) => ({ date, time: USUAL_TIME }))
}
