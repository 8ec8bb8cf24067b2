import type { IsoDate } from './dates.ts'

/** Whether this is the name of a time zone that the machine knows ("Asia/Ho_Chi_Minh"). */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]+(?:\/[A-Za-z0-9_+-]+){1,2}$/.test(name)) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

/** A local date and clock time ("08:00") with the offset of its zone: "2025-03-07T08:00:00+07:00". */
export function withOffset(date: IsoDate, time: string, timeZone: string): string {
  const local = `${date}T${time}:00`
  const guess = offsetAt(new Date(`${local}Z`), timeZone)
  // The guess is off by the zone's own distance, which matters on the day on which a zone changes its clocks.
  return local + offsetAt(new Date(local + guess), timeZone)
}

function offsetAt(instant: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(instant)
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? ''
  return name.replace('GMT', '') || '+00:00'
}
