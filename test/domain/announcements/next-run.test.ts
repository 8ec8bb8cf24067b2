import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextRun, repeatDay } from '#domain/announcements/next-run.ts'
import type { Repeat } from '#domain/announcements/announcement.ts'
import { addDays, daysBetween, type IsoDate } from '#domain/dates.ts'
import { decidedDays, publicHolidays } from '#domain/holidays.ts'
import { workingDays } from '#domain/working-days.ts'

const days = workingDays(publicHolidays, decidedDays([]))

/** The next runs of something that first goes out on a date. */
function runs(repeat: Repeat, first: IsoDate, count: number): IsoDate[] {
  const found: IsoDate[] = []
  for (let last = first; found.length < count; found.push(last))
    last = nextRun(repeat, repeatDay(repeat, first), last, days)
  return found
}

describe('the next run', () => {
  it.each<[string, Repeat, IsoDate, IsoDate[]]>([
    ['a week later', 'weekly', '2025-03-10', ['2025-03-17', '2025-03-24']],
    ['moved by days off, the day of the week stays', 'weekly', '2025-04-23', ['2025-05-05', '2025-05-07']],
    ['a month later', 'monthly', '2025-03-12', ['2025-04-14', '2025-05-12', '2025-06-12']],
    [
      'the last day of a month without that day',
      'monthly',
      '2025-01-31',
      ['2025-02-28', '2025-03-31', '2025-05-05', '2025-06-02'],
    ],
    ['over the year', 'monthly', '2025-12-15', ['2026-01-15']],
    ['Tết is skipped once', 'weekly', '2026-02-09', ['2026-02-23', '2026-03-02']],
  ])('%s', (_, repeat, first, expected) => {
    expect(runs(repeat, first, expected.length)).toEqual(expected)
  })

  it('comes later than the last, on a working day, and not after more than a month and a long holiday', () => {
    const start = fc.integer({ min: 0, max: 1500 }).map((offset) => addDays('2024-01-01', offset))
    fc.assert(
      fc.property(
        start,
        fc.constantFrom<Repeat>('weekly', 'monthly'),
        fc.integer({ min: 1, max: 31 }),
        (last, repeat, day) => {
          const next = nextRun(repeat, repeat === 'weekly' ? ((day - 1) % 7) + 1 : day, last, days)
          expect(days.isWorking(next)).toBe(true)
          const distance = daysBetween(last, next)
          expect(distance).toBeGreaterThan(0)
          expect(distance).toBeLessThanOrEqual((repeat === 'weekly' ? 7 : 31) + 12)
        },
      ),
    )
  })
})
