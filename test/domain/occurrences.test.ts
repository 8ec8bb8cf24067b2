import { describe, expect, it } from 'vitest'
import type { IsoDate } from '#domain/dates.ts'
import { occurrences } from '#domain/occurrences.ts'

describe('occurrences', () => {
  it.each<[string, string, IsoDate, IsoDate, string[]]>([
    ['the 25th', 'FREQ=MONTHLY;BYMONTHDAY=25', '2025-01-01', '2025-03-31', ['2025-01-25', '2025-02-25', '2025-03-25']],
    ['both ends included', 'FREQ=MONTHLY;BYMONTHDAY=25', '2025-01-25', '2025-02-25', ['2025-01-25', '2025-02-25']],
    ['the last day', 'FREQ=MONTHLY;BYMONTHDAY=-1', '2024-02-01', '2024-03-31', ['2024-02-29', '2024-03-31']],
    [
      'the 31st in short months',
      'FREQ=MONTHLY;BYMONTHDAY=31',
      '2025-02-01',
      '2025-04-30',
      ['2025-02-28', '2025-03-31', '2025-04-30'],
    ],
    ['the 10th and 25th', 'FREQ=MONTHLY;BYMONTHDAY=10,25', '2025-02-11', '2025-03-10', ['2025-02-25', '2025-03-10']],
    ['no day', 'FREQ=MONTHLY', '2025-01-01', '2025-12-31', []],
    [
      'quarters without a month',
      'FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=20',
      '2025-01-01',
      '2025-07-31',
      ['2025-03-20', '2025-06-20'],
    ],
    [
      'quarters with months',
      'FREQ=MONTHLY;INTERVAL=3;BYMONTH=1,4,7,10;BYMONTHDAY=5',
      '2025-01-01',
      '2025-06-30',
      ['2025-01-05', '2025-04-05'],
    ],
    [
      'a day of the year',
      'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=10',
      '2024-12-10',
      '2025-12-31',
      ['2024-12-10', '2025-12-10'],
    ],
    ['a year without a month', 'FREQ=YEARLY', '2025-01-01', '2025-12-31', []],
    ['Fridays', 'FREQ=WEEKLY;BYDAY=FR', '2025-02-17', '2025-03-02', ['2025-02-21', '2025-02-28']],
    ['the second Monday', 'FREQ=MONTHLY;BYDAY=2MO', '2025-02-01', '2025-03-31', ['2025-02-10', '2025-03-10']],
    [
      'the last working day',
      'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
      '2025-05-01',
      '2025-06-30',
      ['2025-05-30', '2025-06-30'],
    ],
    ['across a year', 'FREQ=MONTHLY;BYMONTHDAY=5', '2025-12-01', '2026-01-31', ['2025-12-05', '2026-01-05']],
    ['an empty span', 'FREQ=MONTHLY;BYMONTHDAY=5', '2025-03-01', '2025-02-01', []],
  ])('%s', (_, rrule, from, to, days) => {
    expect(occurrences(rrule, from, to)).toEqual(days)
  })
})
