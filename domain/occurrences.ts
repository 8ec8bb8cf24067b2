import { addDays, dateParts, daysBetween, endOfMonth, isoDate, weekday } from './dates.ts'
import type { IsoDate } from './dates.ts'
import { remembering } from './remembering.ts'

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
/** Where a rule says "every second week" without saying from when, weeks count from this Monday. */
const FIRST_MONDAY: IsoDate = '2001-01-01'

interface Rule {
  freq: string | undefined
  interval: number
  months: number[]
  monthDays: number[]
  /** Weekday 1..7 with its place in the month ("2MO", "-1FR"), 0 for each one. */
  weekdays: { day: number; place: number }[]
  setPos: number
}

/**
 * The days on which a recurring deadline falls due, `from` and `to` included, in order. Reads RFC 5545 rules (3.3.10) of FREQ WEEKLY, MONTHLY
 * and YEARLY with INTERVAL, BYMONTH, BYMONTHDAY, BYDAY and BYSETPOS, the parts that deadlines are read into. A rule that names no day has
 * none. The rules have no start: of every n months the last one counts, so that a quarter's is in 3, 6, 9 and 12. A month without a 29th,
 * 30th or 31st has its last day instead: RFC 5545 skips it, an office does not.
 */
export function occurrences(rrule: string, from: IsoDate, to: IsoDate): IsoDate[] {
  const rule = ruleOf(rrule)
  if (!hasDays(rule)) return []
  if (rule.freq === 'WEEKLY') return weekly(rule, from, to)
  const found: IsoDate[] = []
  for (let first = monthStart(from); first <= to; first = addDays(endOfMonthOf(first), 1)) {
    if (isDueMonth(rule, first)) found.push(...inMonth(rule, first))
  }
  return found.filter((date) => date >= from && date <= to)
}

/** Whether a rule names days, and so has occurrences in some year. */
export function namesDays(rrule: string): boolean {
  return hasDays(ruleOf(rrule))
}

function hasDays({ freq, months, monthDays, weekdays }: Rule): boolean {
  if (freq === 'WEEKLY') return weekdays.length > 0
  return (freq === 'MONTHLY' || (freq === 'YEARLY' && months.length > 0)) && monthDays.length + weekdays.length > 0
}

function parse(rrule: string): Rule {
  const parts = new Map(rrule.split(';').map((part) => part.split('=') as [string, string]))
  const list = (name: string) => parts.get(name)?.split(',') ?? []
  return {
    freq: parts.get('FREQ'),
    interval: Number(parts.get('INTERVAL') ?? 1),
    months: list('BYMONTH').map(Number),
    monthDays: list('BYMONTHDAY').map(Number),
    weekdays: list('BYDAY').map((one) => ({
      day: WEEKDAYS.indexOf(one.slice(-2)) + 1,
      place: Number(one.slice(0, -2)),
    })),
    setPos: Number(parts.get('BYSETPOS') ?? 0),
  }
}

/** Rules are few, and asked for with every list. */
const ruleOf = remembering(parse)

function weekly({ weekdays, interval }: Rule, from: IsoDate, to: IsoDate): IsoDate[] {
  const days = weekdays.map(({ day }) => day)
  return daysOf(from, to).filter((date) => {
    const week = Math.floor(daysBetween(FIRST_MONDAY, date) / 7)
    return week % interval === 0 && days.includes(weekday(date))
  })
}

function isDueMonth({ freq, interval, months }: Rule, first: IsoDate): boolean {
  const { year, month } = dateParts(first)
  if (months.length > 0) return months.includes(month) && (freq !== 'YEARLY' || year % interval === 0)
  return (year * 12 + month) % interval === 0
}

function inMonth({ monthDays, weekdays, setPos }: Rule, first: IsoDate): IsoDate[] {
  const all = daysOf(first, endOfMonthOf(first))
  const numbered = monthDays.map((day) => (day < 0 ? all.at(day) : (all[day - 1] ?? all.at(-1))))
  const named = weekdays.flatMap(({ day, place }) => {
    const those = all.filter((date) => weekday(date) === day)
    return place === 0 ? those : [those.at(place > 0 ? place - 1 : place)]
  })
  const found = [...new Set([...numbered, ...named])].filter((date) => date !== undefined).sort()
  return setPos === 0 ? found : found.slice(setPos > 0 ? setPos - 1 : setPos).slice(0, 1)
}

function daysOf(from: IsoDate, to: IsoDate): IsoDate[] {
  const days: IsoDate[] = []
  for (let date = from; date <= to; date = addDays(date, 1)) days.push(date)
  return days
}

const monthStart = (date: IsoDate): IsoDate => isoDate(dateParts(date).year, dateParts(date).month, 1)!
const endOfMonthOf = (date: IsoDate): IsoDate => endOfMonth(dateParts(date).year, dateParts(date).month)
