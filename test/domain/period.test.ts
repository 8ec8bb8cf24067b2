import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type IsoDate } from '#domain/dates.ts'
import { neighbour, periodLine, periodOf, type CalendarKind, type Period } from '#domain/period.ts'
import { readPeriod } from '#domain/read-period.ts'

const KINDS: CalendarKind[] = ['day', 'week', 'month', 'quarter', 'half-year', 'year']
const date = fc.integer({ min: 0, max: 36_000 }).map((days) => addDays('1995-01-01', days))
const calendarPeriod = fc.tuple(fc.constantFrom(...KINDS), date).map(([kind, day]) => periodOf(kind, day))
const span = fc
  .tuple(fc.constantFrom<Period['kind']>('days', 'range'), date, fc.integer({ min: 1, max: 400 }))
  .map(([kind, from, length]): Period => ({ kind, from, to: addDays(from, length) }))

describe('periodOf', () => {
  it.each<[CalendarKind, IsoDate, IsoDate, IsoDate]>([
    ['day', '2025-02-20', '2025-02-20', '2025-02-20'],
    ['week', '2025-02-23', '2025-02-17', '2025-02-23'],
    ['week', '2025-01-01', '2024-12-30', '2025-01-05'],
    ['month', '2024-02-20', '2024-02-01', '2024-02-29'],
    ['quarter', '2025-12-31', '2025-10-01', '2025-12-31'],
    ['half-year', '2025-07-01', '2025-07-01', '2025-12-31'],
    ['year', '2025-02-20', '2025-01-01', '2025-12-31'],
  ])('the %s of %s is %s to %s', (kind, day, from, to) => {
    expect(periodOf(kind, day)).toEqual({ kind, from, to })
  })
})

describe('neighbour', () => {
  it.each<[Period, IsoDate, IsoDate]>([
    [periodOf('quarter', '2025-02-20'), '2025-04-01', '2025-06-30'],
    [periodOf('month', '2025-12-20'), '2026-01-01', '2026-01-31'],
    [{ kind: 'days', from: '2025-02-20', to: '2025-03-02' }, '2025-03-03', '2025-03-13'],
    [{ kind: 'range', from: '2025-03-01', to: '2025-03-10' }, '2025-03-11', '2025-03-20'],
  ])('after %j comes %s to %s', (period, from, to) => {
    expect(neighbour(period, 1)).toEqual({ kind: period.kind, from, to })
  })

  it('goes back to where it came from', () => {
    fc.assert(
      fc.property(fc.oneof(calendarPeriod, span), (period) => {
        expect(neighbour(neighbour(period, 1), -1)).toEqual(period)
      }),
    )
  })

  it('leaves no day between', () => {
    fc.assert(
      fc.property(fc.oneof(calendarPeriod, span), (period) => {
        expect(neighbour(period, 1).from).toBe(addDays(period.to, 1))
      }),
    )
  })
})

describe('periodLine', () => {
  it.each<[Period, string]>([
    [periodOf('day', '2025-03-10'), 'ngày 10/3/2025'],
    [periodOf('week', '2025-03-12'), 'tuần 10/3/2025'],
    [periodOf('month', '2025-07-01'), 'tháng 7/2025'],
    [periodOf('quarter', '2025-04-01'), 'quý 2/2025'],
    [periodOf('half-year', '2025-12-01'), '6 tháng cuối năm 2025'],
    [periodOf('year', '2025-12-01'), 'năm 2025'],
    [{ kind: 'days', from: '2025-02-20', to: '2025-03-02' }, '10 ngày từ 20/02/2025'],
    [{ kind: 'range', from: '2025-03-10', to: '2025-03-20' }, 'từ 10/3/2025 đến 20/3/2025'],
  ])('of %j is %s', (period, line) => {
    expect(periodLine(period)).toBe(line)
  })

  it('is read back to the same period, whatever today is and whatever the plans cover', () => {
    fc.assert(
      fc.property(
        fc.oneof(calendarPeriod, span),
        date,
        fc.array(fc.integer({ min: 2000, max: 2050 })),
        (period, today, years) => {
          expect(readPeriod(periodLine(period), { today, years })).toEqual({ period, rest: '' })
        },
      ),
      { numRuns: 1000 },
    )
  })
})
