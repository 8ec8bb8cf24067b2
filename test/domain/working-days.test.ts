import { describe, expect, it } from 'vitest'
import type { IsoDate } from '#domain/dates.ts'
import { decidedDays, publicHolidays } from '#domain/holidays.ts'
import { workingDays } from '#domain/working-days.ts'

const vietnam = (...entered: [IsoDate, boolean][]) => workingDays(publicHolidays, decidedDays(entered))

describe('public holidays', () => {
  it.each<[number, IsoDate[]]>([
    [
      2025,
      [
        '2025-01-01',
        '2025-01-28',
        '2025-01-29',
        '2025-01-30',
        '2025-01-31',
        '2025-02-01',
        '2025-04-07',
        '2025-04-30',
        '2025-05-01',
        '2025-09-02',
      ],
    ],
    [
      2027,
      [
        '2027-01-01',
        '2027-02-05',
        '2027-02-06',
        '2027-02-07',
        '2027-02-08',
        '2027-02-09',
        '2027-04-16',
        '2027-04-30',
        '2027-05-01',
        '2027-09-02',
      ],
    ],
  ])('of %i have Tết by the Vietnamese calendar', (year, days) => {
    expect(publicHolidays(year)).toEqual(days)
  })
})

describe('a working day', () => {
  it.each<[IsoDate, boolean, string]>([
    ['2025-02-20', true, 'a Thursday'],
    ['2025-02-22', false, 'a Saturday'],
    ['2025-01-29', false, 'Tết'],
    ['2025-01-27', false, 'the day before Tết, as the government decided'],
    ['2025-02-03', true, 'the Monday after Tết'],
    ['2025-04-26', true, 'a Saturday worked for the Friday after the first of May'],
    ['2025-05-02', false, 'that Friday'],
    ['2027-02-08', false, 'Tết 2027'],
    ['2027-02-10', false, 'made up for Tết on a weekend'],
    ['2028-04-03', true, 'an ordinary Monday'],
  ])('%s: %s (%s)', (date, expected) => {
    expect(vietnam().isWorking(date)).toBe(expected)
  })

  it('is what the secretariat entered, whatever else holds', () => {
    const days = vietnam(['2025-02-22', true], ['2025-02-21', false])
    expect([days.isWorking('2025-02-22'), days.isWorking('2025-02-21')]).toEqual([true, false])
  })

  it('is looked for backwards and forwards', () => {
    expect(vietnam().onOrBefore('2025-02-02')).toBe('2025-01-24')
    expect(vietnam().onOrAfter('2025-01-25')).toBe('2025-02-03')
  })
})
