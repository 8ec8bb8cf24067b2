import { createHash } from 'node:crypto'
import ical, {
  ICalAlarmType,
  ICalCalendarMethod,
  ICalEventBusyStatus,
  ICalEventStatus,
  ICalEventTransparency,
  type ICalEvent,
  type ICalEventData,
} from 'ical-generator'
import { addDays, type IsoDate } from '#domain/dates.ts'

/** An entry of a calendar file, in words. All-day, both days included. */
export interface CalendarEntry {
  /** Names the same thing in every file: what is written anew under it replaces what was there. */
  key: string
  cancelled: boolean
  from: IsoDate
  to: IsoDate
  /** RFC 5545 rule without its name. */
  rrule: string | undefined
  summary: string
  description: string
  categories: string[]
  /** How many days before the last one an alarm rings, at 08:00 by the reader's own clock. */
  alarms: number[]
}

export interface CalendarMeta {
  name: string
  /** Rises with every change, so that calendar programs take the newer file for the newer one. */
  revision: { sequence: number; at: Date }
}

const HOUR = 3600
const ALARM_HOUR = 8
const REFRESH_SECONDS = 6 * HOUR

/**
 * An iCalendar file (RFC 5545, published as in RFC 5546 3.2.1) of these entries, lines of at most 75 octets. The same entries and meta give the
 * same text. Entries are free time: a deadline does not keep anybody busy.
 */
export function calendarFile(entries: readonly CalendarEntry[], { name, revision }: CalendarMeta): string {
  const calendar = ical({
    // Unlike the texts of events, the library writes the name as it is.
    name: escaped(clean(name)),
    prodId: { company: 'tdkt-bot', product: 'calendar', language: 'VI' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: REFRESH_SECONDS,
  })
  for (const entry of entries) {
    const event = calendar.createEvent(eventData(entry, revision))
    for (const days of entry.cancelled ? [] : entry.alarms) addAlarm(event, days, entry.from === entry.to)
  }
  return `${calendar.toString()}\r\n`
}

function eventData(entry: CalendarEntry, { sequence, at }: CalendarMeta['revision']): ICalEventData {
  const { key, cancelled, from, to, rrule } = entry
  return {
    id: `${createHash('sha256').update(key).digest('hex').slice(0, 32)}@tdkt-bot`,
    sequence,
    stamp: at,
    lastModified: at,
    allDay: true,
    start: new Date(from),
    // DTEND is the day after.
    end: new Date(addDays(to, 1)),
    summary: clean(entry.summary),
    description: { plain: clean(entry.description) },
    categories: entry.categories.map((category) => ({ name: clean(category) })),
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    transparency: ICalEventTransparency.TRANSPARENT,
    busystatus: ICalEventBusyStatus.FREE,
    ...(rrule ? { repeating: rrule } : {}),
  }
}

/** Counted from the start where that is the last day, since not every program counts from the end. */
function addAlarm(event: ICalEvent, daysBefore: number, isOneDay: boolean) {
  const trigger = daysBefore * 24 * HOUR - ALARM_HOUR * HOUR
  if (isOneDay) event.createAlarm({ type: ICalAlarmType.display, trigger })
  else event.createAlarm({ type: ICalAlarmType.display, trigger: trigger + 24 * HOUR }).relatesTo('END')
}

/** Without what breaks a content line (RFC 5545 3.1): control characters but the line break, and halves of characters. */
function clean(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/(?!\n)[\p{Cc}\p{Cs}\u2028\u2029]/gu, ' ')
}

const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n')
