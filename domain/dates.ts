import { remembering } from './remembering.ts'

/** A council-local calendar date, `YYYY-MM-DD`. */
export type IsoDate = `${number}-${number}-${number}`

const DAY_MS = 86_400_000

/** The date of these numbers, or undefined where the calendar has none (31/02, month 13, a year outside 1..9999). */
export function isoDate(year: number, month: number, day: number): IsoDate | undefined {
  if (!Number.isInteger(year) || year < 1 || year > 9999) return undefined
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined
  return toIso(date)
}

/** Year, month (1..12) and day of a date. */
export function dateParts(date: IsoDate): { year: number; month: number; day: number } {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  return { year, month, day }
}

/** The date `days` later (earlier where negative). */
export function addDays(date: IsoDate, days: number): IsoDate {
  return dateOf(dayOf(date) + days)
}

/** Days from `from` to `to`: positive when `to` is later. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayOf(to) - dayOf(from)
}

/** The last day of a month. */
export function endOfMonth(year: number, month: number): IsoDate {
  const day = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return isoDate(year, month, day)!
}

/** The day of the week, 1 (Monday) to 7 (Sunday). */
export function weekday(date: IsoDate): number {
  return new Date(dayOf(date) * DAY_MS).getUTCDay() || 7
}

/** Days since 1970, and back. The dates that councils deal with are few: each is worked out once. */
const dayOf = remembering((date: IsoDate) => Math.round(Date.parse(date) / DAY_MS))
const dateOf = remembering((day: number) => toIso(new Date(day * DAY_MS)))

/** The calendar date of an instant in a time zone (IANA name). */
export function localDate(instant: Date, timeZone: string): IsoDate {
  return formatter(timeZone).format(instant) as IsoDate
}

/** How far Viet Nam is ahead of UTC, in milliseconds; it has no summer time. */
export const VIET_NAM_MS = 7 * 3_600_000

/** A date as Vietnamese administrative documents write it: two-digit day, two-digit month where it is below 3 (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.4). */
export function formatDate(date: IsoDate): string {
  const { year, month, day } = dateParts(date)
  return `${pad(day)}/${month < 3 ? pad(month) : month}/${year}`
}

const pad = (n: number) => String(n).padStart(2, '0')
const toIso = (date: Date) => date.toISOString().slice(0, 10) as IsoDate

const formatters = new Map<string, Intl.DateTimeFormat>()
function formatter(timeZone: string): Intl.DateTimeFormat {
  let found = formatters.get(timeZone)
  if (!found) {
    found = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
    formatters.set(timeZone, found)
  }
  return found
}

/** The clock time of an instant in a time zone, "HH:MM". */
export function localTime(instant: Date, timeZone: string): string {
  let found = clocks.get(timeZone)
  if (!found) {
    found = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
    clocks.set(timeZone, found)
  }
  return found.format(instant)
}

/** An instant in a time zone as people read it: "08:05 15/3/2025". */
export function formatMoment(instant: Date, timeZone: string): string {
  return `${localTime(instant, timeZone)} ${formatDate(localDate(instant, timeZone))}`
}

const clocks = new Map<string, Intl.DateTimeFormat>()
