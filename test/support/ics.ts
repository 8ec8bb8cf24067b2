import ICAL from 'ical.js'

/** An event as an independent iCalendar parser reads it; `days` are those on which it starts. */
export interface Read {
  uid: string
  summary: string
  description: string
  status: string
  sequence: number
  modified: string
  categories: string[]
  start: string
  /** The first day after it. */
  end: string
  days: string[]
  /** When its alarms ring, from the start unless it says END. */
  alarms: string[]
}

/** The name, method and events of an iCalendar file. Throws where the parser cannot read it. */
export function readIcs(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[])
  return {
    method: calendar.getFirstPropertyValue('method') as string,
    name: calendar.getFirstPropertyValue('name') as string,
    events: calendar.getAllSubcomponents('vevent').map(readEvent),
  }
}

function readEvent(component: ICAL.Component): Read {
  const event = new ICAL.Event(component)
  const value = (name: string) => component.getFirstPropertyValue(name) as string
  return {
    uid: event.uid,
    summary: event.summary,
    description: event.description,
    status: value('status'),
    sequence: event.sequence,
    modified: String(value('last-modified')),
    categories: component.getFirstProperty('categories')!.getValues() as string[],
    start: event.startDate.toString(),
    end: event.endDate.toString(),
    days: daysOf(event),
    alarms: component.getAllSubcomponents('valarm').map((alarm) => {
      const trigger = alarm.getFirstProperty('trigger')!
      const related = trigger.getFirstParameter('related') as string | undefined
      return `${related ? `${related} ` : ''}${String(trigger.getFirstValue())}`
    }),
  }
}

function daysOf(event: ICAL.Event): string[] {
  const days: string[] = []
  const iterator = event.iterator()
  for (let next = iterator.next() as ICAL.Time | null; next; next = iterator.next() as ICAL.Time | null)
    days.push(next.toString())
  return days
}
