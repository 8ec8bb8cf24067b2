import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, formatDate, type IsoDate } from '#domain/dates.ts'
import { decidedDays, publicHolidays } from '#domain/holidays.ts'
import { readRoundDeadline, suggestedDeadlines } from '#domain/rounds/read-deadline.ts'
import { workingDays } from '#domain/working-days.ts'

const days = workingDays(publicHolidays, decidedDays([]))
/** A Thursday morning. */
const context = { today: '2025-11-20' as IsoDate, time: '09:00', days }
const read = (text: string, more: Partial<typeof context> = {}) => {
  const found = readRoundDeadline(text, { ...context, ...more })
  return found && `${found.date} ${found.time}`
}

describe('a deadline as people type it, on Thursday 20/11/2025 at 09:00', () => {
  it.each([
    ['5/12', '2025-12-05 17:00'],
    ['05/12/2025', '2025-12-05 17:00'],
    ['5-12', '2025-12-05 17:00'],
    ['5.12', '2025-12-05 17:00'],
    ['5-12-2025', '2025-12-05 17:00'],
    ['2025-12-05', '2025-12-05 17:00'],
    ['5/12/25', '2025-12-05 17:00'],
    ['ngày 5/12', '2025-12-05 17:00'],
    ['5 tháng 12', '2025-12-05 17:00'],
    ['ngày 5 tháng 12 năm 2025', '2025-12-05 17:00'],
    ['17h 5/12/2025', '2025-12-05 17:00'],
    ['17:00 5/12/2025', '2025-12-05 17:00'],
    ['17:00 05/12/2025', '2025-12-05 17:00'],
    ['16h30 ngày 5/12', '2025-12-05 16:30'],
    ['5/12 lúc 16h30', '2025-12-05 16:30'],
    ['5/12 16g30', '2025-12-05 16:30'],
    ['4 giờ chiều 5/12', '2025-12-05 16:00'],
    ['4 gio ruoi chieu 5/12', '2025-12-05 16:30'],
    ['8h sáng thứ 6', '2025-11-21 08:00'],
    ['sáng thứ 6', '2025-11-21 11:30'],
    ['chiều mai', '2025-11-21 17:00'],
    ['12h trưa mai', '2025-11-21 12:00'],
    ['5pm friday', '2025-11-21 17:00'],
    ['hết ngày 5/12', '2025-12-05 23:59'],
    ['24h ngày 5/12', '2025-12-05 23:59'],
    ['hết giờ làm việc ngày 5/12', '2025-12-05 17:00'],
    ['trước ngày 5/12', '2025-12-04 17:00'],
    ['đến 5/12', '2025-12-05 17:00'],
    ['đến hết 5/12', '2025-12-05 17:00'],
    ['chậm nhất ngày 5/12 ạ', '2025-12-05 17:00'],
    ['thứ Sáu', '2025-11-21 17:00'],
    ['thu sau', '2025-11-21 17:00'],
    ['thứ 6', '2025-11-21 17:00'],
    ['t6', '2025-11-21 17:00'],
    ['thứ hai', '2025-11-24 17:00'],
    ['thứ 2', '2025-11-24 17:00'],
    ['thứ 6 tuần sau', '2025-11-28 17:00'],
    ['thu 6 tuan sau', '2025-11-28 17:00'],
    ['t6 tuần sau', '2025-11-28 17:00'],
    ['thứ Sáu này', '2025-11-21 17:00'],
    ['17h thứ 4 tuần tới', '2025-11-26 17:00'],
    ['thứ Sáu 5/12', '2025-12-05 17:00'],
    ['cuối tuần', '2025-11-21 17:00'],
    ['tuần sau', '2025-11-28 17:00'],
    ['cuối tuần sau', '2025-11-28 17:00'],
    ['cuối tháng', '2025-11-28 17:00'],
    ['cuoi thang', '2025-11-28 17:00'],
    ['hết tháng', '2025-11-28 17:00'],
    ['cuối tháng 12', '2025-12-31 17:00'],
    ['cuối năm', '2025-12-31 17:00'],
    ['mai', '2025-11-21 17:00'],
    ['ngày mai', '2025-11-21 17:00'],
    ['ngày kia', '2025-11-22 17:00'],
    ['hôm nay', '2025-11-20 17:00'],
    ['3 ngày nữa', '2025-11-23 17:00'],
    ['2 tuần nữa', '2025-12-04 17:00'],
    ['ngày 25', '2025-11-25 17:00'],
    ['ngày 5', '2025-12-05 17:00'],
    ['ngày 31', '2025-12-31 17:00'],
    ['15/1', '2026-01-15 17:00'],
    ['1 tháng 2', '2026-02-01 17:00'],
    ['tomorrow', '2025-11-21 17:00'],
    ['next friday', '2025-11-28 17:00'],
    ['5 December', '2025-12-05 17:00'],
    ['end of month', '2025-11-28 17:00'],
  ])('%s: %s', (text, expected) => expect(read(text)).toBe(expected))

  it.each([
    '31/02',
    '31/2/2026',
    '5/13',
    '5/12/2024',
    'hôm qua',
    'tuần trước',
    '25h 5/12',
    '8h hôm nay',
    'abc',
    '',
    '3tt 5cn',
    '3 tập thể 5 cá nhân',
    '0912345678',
    'thôi không cần',
    'thứ Sáu 6/12',
    '5/12 và 6/12 hay sao',
  ])('%s: nothing', (text) => expect(read(text)).toBeUndefined())

  it('is the next such weekday where its hour has passed', () =>
    expect(read('thứ 5', { time: '17:30' })).toBe('2025-11-27 17:00'))
})

describe('deadlines to choose from', () => {
  const dates = (today: IsoDate) => suggestedDeadlines({ ...context, today }).map(({ date }) => date)

  it('are this Friday, in one week, in two weeks and at the end of the month', () =>
    expect(dates('2025-11-12')).toEqual(['2025-11-14', '2025-11-19', '2025-11-26', '2025-11-28']))

  it('are never days off', () => expect(dates('2025-08-26')).toEqual(['2025-08-29', '2025-09-03', '2025-09-09']))
})

it('any date ahead is read back from the way the bot writes it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 900 }), fc.integer({ min: 0, max: 1439 }), (ahead, minutes) => {
      const date = addDays(context.today, ahead)
      const time = new Date(minutes * 60_000).toISOString().slice(11, 16)
      expect(readRoundDeadline(`${time} ${formatDate(date)}`, context)).toEqual({ date, time })
    }),
  )
})

it('any text is read or not, without a fault', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), (text) => {
      const found = readRoundDeadline(text, context)
      if (found) expect(`${found.date} ${found.time}` > `${context.today} ${context.time}`).toBe(true)
    }),
  )
})
