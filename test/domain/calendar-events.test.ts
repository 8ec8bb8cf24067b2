import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarEvents, type CalendarPlan } from '#domain/calendar-events.ts'
import { calendarFile } from '#documents/calendar.ts'
import type { IsoDate } from '#domain/dates.ts'
import type { DueDeadline, DueTask } from '#domain/due.ts'
import type { TaskId } from '#domain/ids.ts'
import { lineageOf } from '#domain/lineage.ts'
import { occurrences } from '#domain/occurrences.ts'
import { readIcs } from '../support/ics.ts'
import { by, task } from '../support/tasks.ts'

const plan = (tasks: DueTask[], ...former: DueTask[][]): CalendarPlan => ({
  planId: 'p',
  names: lineageOf([...former, tasks]),
  year: 2025,
  tasks,
  former,
})
const at = (no: string, ...deadlines: DueDeadline[]): DueTask => ({
  ...task(...deadlines),
  id: `t${no}` as TaskId,
  no,
  place: `PL1 mục ${no}`,
  ref: `PL1/${no}`,
})
const monthly = (rrule: string, more: Partial<DueDeadline> = {}): DueDeadline =>
  by('2025-01-01', { id: 'm', kind: 'monthly', to: null, dueOn: null, rrule, ...more })
const shown = (content: ReturnType<typeof calendarEvents>) =>
  content.events.map(({ task, from, to, cancelled }) => `${task.ref} ${from}..${to}${cancelled ? ' cancelled' : ''}`)

describe('the calendar of a plan', () => {
  it('has each dated deadline on its last day on time, spans on all their days', () => {
    const quarter = by('2025-09-30', { kind: 'quarter', from: '2025-07-01' })
    const open = by('2025-01-01', { id: 'o', kind: 'open', to: null, dueOn: null })
    const content = calendarEvents([plan([at('1', by('2025-03-14')), at('2', quarter), at('3', open)])])
    expect(shown(content)).toEqual(['PL1/1 2025-03-14..2025-03-14', 'PL1/2 2025-07-01..2025-09-30'])
    expect(content).toMatchObject({ suspects: 0, undated: 1 })
  })

  it('leaves a date out that nobody has decided on, and takes the decided one', () => {
    const suspect = { reason: 'outside-period', proposed: '2025-06-16' } as const
    const one = by('2024-06-16', { suspect })
    const undecided = calendarEvents([plan([at('1', one)])])
    expect(undecided).toEqual({ events: [], suspects: 1, undated: 0 })
    const decided = calendarEvents([plan([at('1', { ...one, decidedOn: '2025-06-16' })])])
    expect(shown(decided)).toEqual(['PL1/1 2025-06-16..2025-06-16'])
    expect(decided.suspects).toBe(0)
  })

  it('shows the same event of two appendices once', () => {
    const twin = { ...at('9', by('2025-03-14', { id: 'twin' })), sameAs: 't1' as TaskId }
    const { events } = calendarEvents([plan([at('1', by('2025-03-14')), twin])])
    expect(events.map(({ sources }) => sources)).toEqual([['PL1 mục 1', 'PL1 mục 9']])
  })

  it('keeps the key of a milestone whose date changed, and cancels what is done or gone', () => {
    const before = [at('1', by('2025-03-14')), at('2', by('2025-04-01')), at('3', by('2025-05-01'))]
    const now = [at('1', by('2025-03-20')), at('2', by('2025-04-01', { done: true }))]
    const old = calendarEvents([plan(before)])
    const content = calendarEvents([plan(now, before)])
    expect(shown(content)).toEqual([
      'PL1/1 2025-03-20..2025-03-20',
      'PL1/2 2025-04-01..2025-04-01 cancelled',
      'PL1/3 2025-05-01..2025-05-01 cancelled',
    ])
    expect(content.events.map(({ key }) => key)).toEqual(old.events.map(({ key }) => key))
  })

  it('shows an event by the sure date of a later row, under the name that it keeps when the first row is decided', () => {
    const suspect = { reason: 'outside-period', proposed: '2025-06-16' } as const
    const first = (decidedOn: IsoDate | null) => at('1', by('2024-06-16', { suspect, decidedOn }))
    const again = { ...at('2', by('2025-06-16')), sameAs: 't1' as TaskId }
    const undecided = calendarEvents([plan([first(null), again])])
    const decided = calendarEvents([plan([first('2025-06-17'), again])])
    expect(shown(undecided)).toEqual(['PL1/2 2025-06-16..2025-06-16'])
    expect(undecided.suspects).toBe(0)
    expect(shown(decided)).toEqual(['PL1/1 2025-06-17..2025-06-17'])
    expect(decided.events[0]!.key).toBe(undecided.events[0]!.key)
  })

  it('tells the same place of two plans apart', () => {
    const one = plan([at('1', by('2025-03-14'))])
    const { events } = calendarEvents([one, { ...one, planId: 'q' }])
    expect(new Set(events.map(({ key }) => key)).size).toBe(2)
  })

  it('goes on from the first occurrence that is not done', () => {
    const done = monthly('FREQ=MONTHLY;BYMONTHDAY=25', { doneThrough: '2025-03-25' })
    expect(calendarEvents([plan([at('1', done)])]).events).toMatchObject([
      { from: '2025-04-25', rrule: 'FREQ=MONTHLY;BYMONTHDAY=25;UNTIL=20251225', cancelled: false },
    ])
    const over = monthly('FREQ=MONTHLY;BYMONTHDAY=25', { done: true })
    expect(calendarEvents([plan([at('1', over)])]).events).toMatchObject([{ from: '2025-01-25', cancelled: true }])
  })

  it('bounds what recurs by the year where the plan does not say what it covers', () => {
    const unbounded = { ...at('1', monthly('FREQ=MONTHLY;BYMONTHDAY=25')), planFrom: null, planTo: null }
    const [event] = calendarEvents([plan([unbounded])]).events
    expect(event).toMatchObject({ from: '2025-01-25', rrule: 'FREQ=MONTHLY;BYMONTHDAY=25;UNTIL=20251225' })
  })
})

/** The days that another program finds in the file. */
function daysInFile(rrule: string, from: IsoDate, to: IsoDate, more: Partial<DueDeadline> = {}): string[] {
  const one = { ...at('1', monthly(rrule, more)), planFrom: from, planTo: to }
  const entries = calendarEvents([plan([one])]).events.map((event) => ({
    ...event,
    summary: 's',
    description: 'd',
    categories: ['c'],
  }))
  const meta = { name: 'n', revision: { sequence: 1, at: new Date(0) } }
  return [...new Set(readIcs(calendarFile(entries, meta)).events.flatMap(({ days }) => days))].sort()
}

describe('what recurs falls on the same days in another program', () => {
  it.each([
    'FREQ=MONTHLY;BYMONTHDAY=25',
    'FREQ=MONTHLY;BYMONTHDAY=31',
    'FREQ=MONTHLY;BYMONTHDAY=30',
    'FREQ=MONTHLY;BYMONTHDAY=29',
    'FREQ=MONTHLY;BYMONTHDAY=-1',
    'FREQ=MONTHLY;BYMONTHDAY=10,20',
    'FREQ=MONTHLY;BYMONTHDAY=15,30',
    'FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=31',
    'FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=30',
    'FREQ=MONTHLY;BYDAY=2MO',
    'FREQ=MONTHLY;BYDAY=-1FR',
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
    'FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1',
    'FREQ=YEARLY;BYMONTH=3,6,9,12;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1',
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29',
    'FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=15',
    'FREQ=YEARLY;INTERVAL=2;BYMONTH=2,8;BYMONTHDAY=30',
    'FREQ=WEEKLY;BYDAY=FR',
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH',
  ])('%s', (rrule) => {
    const expected = occurrences(rrule, '2023-02-10', '2026-11-20')
    expect(expected.length).toBeGreaterThan(0)
    expect(daysInFile(rrule, '2023-02-10', '2026-11-20')).toEqual(expected)
  })

  it('whatever the rule, the span, and what of it is done', () => {
    const day = fc.integer({ min: 1, max: 31 })
    const rule = fc.oneof(
      fc
        .record({ days: fc.uniqueArray(day, { minLength: 1, maxLength: 3 }), interval: fc.integer({ min: 1, max: 6 }) })
        .map(({ days, interval }) => `FREQ=MONTHLY;INTERVAL=${interval};BYMONTHDAY=${days.join(',')}`),
      fc
        .record({
          days: fc.uniqueArray(day, { minLength: 1, maxLength: 2 }),
          months: fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 }),
          interval: fc.integer({ min: 1, max: 2 }),
        })
        .map(
          ({ days, months, interval }) =>
            `FREQ=YEARLY;INTERVAL=${interval};BYMONTH=${months.join(',')};BYMONTHDAY=${days.join(',')}`,
        ),
      fc
        .record({
          days: fc.uniqueArray(fc.constantFrom('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'), { minLength: 1 }),
          interval: fc.integer({ min: 1, max: 4 }),
        })
        .map(({ days, interval }) => `FREQ=WEEKLY;INTERVAL=${interval};BYDAY=${days.join(',')}`),
    )
    const date = fc
      .date({ min: new Date('2024-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
      .map((instant) => instant.toISOString().slice(0, 10) as IsoDate)
    fc.assert(
      fc.property(rule, date, date, date, (rrule, one, other, doneThrough) => {
        const [from, to] = one < other ? [one, other] : [other, one]
        const all = occurrences(rrule, from, to)
        const open = all.filter((occurrence) => occurrence > doneThrough)
        expect(daysInFile(rrule, from, to, { doneThrough })).toEqual(open.length > 0 ? open : all)
      }),
      { numRuns: 200 },
    )
  })
})
