import { describe, expect, it } from 'vitest'
import { addDays, type IsoDate } from '#domain/dates.ts'
import type { DueTask } from '#domain/due.ts'
import type { TaskId } from '#domain/ids.ts'
import { decidedDays, publicHolidays } from '#domain/holidays.ts'
import { morningFor } from '#domain/morning-for.ts'
import { isQuiet, ReminderSettings } from '#domain/reminder-settings.ts'
import { morningOf } from '#domain/reminders.ts'
import { workingDays } from '#domain/working-days.ts'
import { by, task } from '../support/tasks.ts'

const days = workingDays(publicHolidays, decidedDays([]))
const settings = ReminderSettings.parse({ digests: { quarter: false, month: false, week: false } })

/** All mornings of a span on which something is said, as "date stage". */
function said(from: IsoDate, to: IsoDate, tasks: DueTask[], given = settings): string[] {
  const lines: string[] = []
  for (let on = from; on <= to; on = addDays(on, 1)) {
    const { reminders, digest } = morningOf(on, tasks, { settings: given, days })
    for (const { stage, entry } of reminders)
      lines.push(
        `${on} ${'days' in stage ? `${stage.kind} ${stage.days}` : stage.kind}${entry.deadline.rrule ? ` of ${entry.dueOn}` : ''}`,
      )
    if (digest) lines.push(`${on} digest ${digest.period.kind} ${digest.entries.length}`)
  }
  return lines
}

describe('a deadline', () => {
  it('is named 30, 14, 7, 3, 1 days ahead, on the day, and when it is past, each once and never on a day off', () => {
    // Friday 14/3: 12/02, 28/02, 07/3, 11/3, 13/3 are working days.
    expect(said('2025-02-01', '2025-04-20', [task(by('2025-03-14'))])).toEqual([
      '2025-02-12 before 30',
      '2025-02-28 before 14',
      '2025-03-07 before 7',
      '2025-03-11 before 3',
      '2025-03-13 before 1',
      '2025-03-14 before 0',
      '2025-03-17 overdue 3',
      '2025-03-21 overdue 7',
      '2025-03-28 overdue 14',
      '2025-04-04 overdue 21',
      '2025-04-11 overdue 28',
      '2025-04-18 overdue 35',
    ])
  })

  it('on a day off is named on the working day before, once, with the days really left', () => {
    // Sunday 16/3: "on the day" and "1 day ahead" both move to Friday 14/3, "3 days ahead" is Thursday.
    expect(said('2025-03-10', '2025-03-17', [task(by('2025-03-16'))])).toEqual([
      '2025-03-13 before 3',
      '2025-03-14 before 2',
      '2025-03-17 overdue 1',
    ])
  })

  it('behind Tết is named before it', () => {
    expect(said('2025-01-20', '2025-02-03', [task(by('2025-02-01'))])).toEqual([
      '2025-01-24 before 8',
      '2025-02-03 overdue 2',
    ])
  })

  it.each([
    ['is done', by('2025-03-14', { done: true })],
    ['is suspect and undecided', by('2025-03-14', { suspect: { reason: 'outside-period', proposed: '2025-03-14' } })],
    ['has no date', by('2025-03-14', { to: null, dueOn: null, kind: 'open' })],
  ])('that %s is never named', (_, deadline) => {
    expect(said('2025-02-01', '2025-04-20', [task(deadline)])).toEqual([])
  })

  it('whose date was decided is named by that date', () => {
    const decided = by('2024-03-14', {
      suspect: { reason: 'outside-period', proposed: '2025-03-14' },
      decidedOn: '2025-03-21',
    })
    expect(said('2025-03-18', '2025-03-21', [task(decided)])).toEqual([
      '2025-03-18 before 3',
      '2025-03-20 before 1',
      '2025-03-21 before 0',
    ])
  })
})

describe('an event whose first row has a date that cannot be right', () => {
  const suspect = { reason: 'outside-section', proposed: '2025-03-21' } as const
  const first = (decidedOn: IsoDate | null) => ({
    ...task(by('2024-03-21', { id: 'd-1', suspect, decidedOn })),
    id: '1' as TaskId,
  })
  const again = {
    ...task(by('2025-03-21', { id: 'd-2' })),
    id: '2' as TaskId,
    sameAs: '1' as TaskId,
    place: 'PL3 mục 2',
  }
  const named = (tasks: DueTask[]) =>
    morningOf('2025-03-18', tasks, { settings, days }).reminders.map(({ entry }) => [
      entry.deadline.wording,
      entry.sources,
    ])

  it('is named by the sure date of another row, with both places', () => {
    expect(said('2025-03-17', '2025-03-24', [first(null), again])).toEqual([
      '2025-03-18 before 3',
      '2025-03-20 before 1',
      '2025-03-21 before 0',
      '2025-03-24 overdue 3',
    ])
    expect(named([first(null), again])).toEqual([['Chậm nhất 2025-03-21', ['PL3 mục 2', 'PL1 mục 1']]])
  })

  it('is named by its first row once that is decided', () => {
    expect(named([first('2025-03-21'), again])).toEqual([['Chậm nhất 2024-03-21', ['PL1 mục 1', 'PL3 mục 2']]])
  })
})

describe('a quarter', () => {
  it('is named at its start, in its middle and towards its end', () => {
    const quarter = by('2025-06-30', { kind: 'quarter', from: '2025-04-01' })
    expect(said('2025-04-01', '2025-06-30', [task(quarter)])).toEqual([
      '2025-04-01 start',
      '2025-05-16 middle',
      '2025-05-30 before 31',
      '2025-06-16 before 14',
      '2025-06-23 before 7',
      '2025-06-27 before 3',
      '2025-06-30 before 0',
    ])
  })
})

describe('a monthly deadline', () => {
  it('is named by its occurrences, a week ahead at most, and only the last missed one is news', () => {
    const monthly = by('2025-01-01', { kind: 'monthly', to: null, dueOn: null, rrule: 'FREQ=MONTHLY;BYMONTHDAY=25' })
    expect(said('2025-03-17', '2025-04-09', [task(monthly)])).toEqual([
      '2025-03-18 before 7 of 2025-03-25',
      '2025-03-21 before 4 of 2025-03-25',
      '2025-03-24 before 1 of 2025-03-25',
      '2025-03-25 before 0 of 2025-03-25',
      '2025-03-26 overdue 1 of 2025-03-25',
      '2025-03-28 overdue 3 of 2025-03-25',
      '2025-04-01 overdue 7 of 2025-03-25',
    ])
  })
})

describe('a digest', () => {
  it('stands on the first working day of a quarter, of a month, and on Monday, the longest period of a morning once', () => {
    const all = ReminderSettings.parse({ before: [], after: [], weeklyAfter: false })
    expect(said('2025-03-31', '2025-05-06', [task(by('2025-04-10'), by('2025-05-07'))], all)).toEqual([
      '2025-04-01 digest quarter 2',
      // The Monday was the Hùng Kings' day.
      '2025-04-08 digest week 1',
      '2025-05-05 digest month 1',
    ])
  })

  it('is silent about dates that nobody has decided on', () => {
    const doubtful = by('2025-04-10', { suspect: { reason: 'outside-period', proposed: '2025-04-10' } })
    const all = ReminderSettings.parse({ before: [], after: [], weeklyAfter: false })
    expect(said('2025-04-01', '2025-04-01', [task(doubtful, by('2025-04-11'))], all)).toEqual([
      '2025-04-01 digest quarter 1',
    ])
    expect(said('2025-04-01', '2025-04-30', [task(doubtful)], all)).toEqual([])
  })
})

describe('quiet hours', () => {
  it.each([
    ['08:00', false],
    ['19:59', false],
    ['20:00', true],
    ['23:30', true],
    ['06:59', true],
    ['07:00', false],
  ])('at %s: %s', (time, expected) => {
    expect(isQuiet(time, settings)).toBe(expected)
  })
})

it('what is asked for again stands among the others, by day', () => {
  const dues = ['2025-02-21', '2025-03-03', '2025-03-10'] as const
  const tasks = dues.map((dueOn) => ({ ...task(by(dueOn)), id: `t-${dueOn}` as TaskId }))
  const asked = { on: '2025-03-07', through: '2025-03-06', snoozed: new Set(['d-2025-02-21', 'd-2025-03-03']) } as const
  const { reminders } = morningFor({ kind: 'group' }, asked, { tasks, units: [], rules: { settings, days } })
  expect(reminders.map(({ entry }) => entry.dueOn)).toEqual(dues)
})
