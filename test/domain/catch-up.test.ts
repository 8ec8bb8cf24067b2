import { describe, expect, it } from 'vitest'
import { catchUp } from '#domain/catch-up.ts'
import type { IsoDate } from '#domain/dates.ts'
import { decidedDays, publicHolidays } from '#domain/holidays.ts'
import { ReminderSettings } from '#domain/reminder-settings.ts'
import { workingDays } from '#domain/working-days.ts'
import { by, task } from '../support/tasks.ts'

const rules = {
  settings: ReminderSettings.parse({ digests: { quarter: false, month: false, week: false } }),
  days: workingDays(publicHolidays, decidedDays([])),
}
const on = (day: IsoDate, through: IsoDate | undefined, dueOn: IsoDate) => {
  const { reminders, late, missed, since } = catchUp(day, through, [task(by(dueOn))], rules)
  return {
    today: reminders.map(({ stage }) => stage.kind),
    late: late.map(({ daysLeft }) => daysLeft),
    missed: missed.map(({ daysLeft }) => daysLeft),
    since,
  }
}

describe('after a time of silence', () => {
  it('a reminder is made up for with the days that are left today', () => {
    // The 7-day reminder of 14/3 was for 07/3; the machine came back on Wednesday 12/3.
    expect(on('2025-03-12', '2025-03-06', '2025-03-14')).toEqual({
      today: [],
      late: [2],
      missed: [],
      since: '2025-03-07',
    })
  })

  it('is not said twice where this morning says it anyway', () => {
    expect(on('2025-03-11', '2025-03-06', '2025-03-14')).toMatchObject({ today: ['before'], late: [] })
  })

  it('a deadline that went by untold is reported as missed', () => {
    expect(on('2025-03-19', '2025-03-12', '2025-03-14')).toMatchObject({ late: [], missed: [-5] })
  })

  it('nothing is made up for where no morning was missed, or the council is new', () => {
    expect(on('2025-03-12', '2025-03-11', '2025-03-14')).toEqual({ today: [], late: [], missed: [], since: undefined })
    expect(on('2025-03-12', undefined, '2025-03-14')).toEqual({ today: [], late: [], missed: [], since: undefined })
  })

  it('a clock that went back says nothing again', () => {
    expect(on('2025-03-07', '2025-03-11', '2025-03-14')).toMatchObject({ late: [], missed: [] })
  })
})
