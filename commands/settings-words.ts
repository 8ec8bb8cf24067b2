import { addDays, daysBetween, dateParts, type IsoDate } from '#domain/dates.ts'
import { fold } from '#domain/fold.ts'
import { readPeriod } from '#domain/read-period.ts'
import { UserError } from '#domain/user-error.ts'

const ON = ['bat', 'mo', 'co', 'on', 'yes']
const OFF = ['tat', 'dung', 'khong', 'off', 'no', 'none']

/** "bật" or "tắt". Throws UserError for anything else. */
export function readSwitch(text: string): boolean {
  const word = fold(text)
  if (ON.includes(word)) return true
  if (OFF.includes(word)) return false
  throw new UserError('settings-switch-unclear', { text })
}

const CLOCK = /(?<!\d)(\d{1,2})(?:[:h](\d{2})?| gio)?(?!\d)/g
const BETWEEN_CLOCKS = /^(?:tu|from|luc|at|den|toi|to|until|va|-|,|\s)*$/

/** That many clock times as people write them ("7h30", "20:00 đến 07:00"), as "HH:MM". Throws UserError where they are not that. */
export function readClocks(text: string, count: number): string[] {
  const words = fold(text)
  const found = [...words.matchAll(CLOCK)].map(([, hour, minute]) => ({
    hour: Number(hour),
    minute: Number(minute ?? 0),
  }))
  const clear = found.every(({ hour, minute }) => hour < 24 && minute < 60)
  if (found.length !== count || !clear || !BETWEEN_CLOCKS.test(words.replace(CLOCK, ' ')))
    throw new UserError('settings-clock-unclear', { text })
  return found.map(({ hour, minute }) => `${pad(hour)}:${pad(minute)}`)
}

const FURTHEST_OFFSET = 366
const MOST_OFFSETS = 20

/** Numbers of days ("30, 14 và 7 ngày"), each once; none for "không". Throws UserError where they are not that. */
export function readOffsets(text: string, least: 0 | 1): number[] {
  const words = fold(text).split(/[\s,;]+/)
  if (words.length === 1 && OFF.includes(words[0]!)) return []
  const numbers = words.filter((word) => !['ngay', 'va', 'day', 'days', 'and'].includes(word)).map(Number)
  const clear = numbers.every((days) => Number.isInteger(days) && days >= least && days <= FURTHEST_OFFSET)
  const offsets = [...new Set(numbers)]
  if (text.trim() === '' || !clear || offsets.length === 0 || offsets.length > MOST_OFFSETS)
    throw new UserError('settings-offsets-unclear', { text, least })
  return offsets
}

/** Longer spans are more likely a slip than days off. */
const MOST_DAYS = 31
const FURTHEST_YEARS = 3

/** The days named ("02/5/2025", "28/4 đến 30/4/2025; 26/4/2025"). Throws UserError for what is not a day of these years. */
export function readDays(text: string, today: IsoDate): IsoDate[] {
  const { year } = dateParts(today)
  const days = text.split(/[,;]/).flatMap((part) => {
    const read = readPeriod(part, { today, years: [year] })
    if (!read || 'unknown' in read || read.rest !== '')
      throw new UserError('settings-day-unclear', { text: part.trim() })
    const { from, to } = read.period
    const length = daysBetween(from, to) + 1
    if (length > MOST_DAYS || Math.abs(dateParts(from).year - year) > FURTHEST_YEARS)
      throw new UserError('settings-day-unclear', { text: part.trim() })
    return Array.from({ length }, (_, index) => addDays(from, index))
  })
  return [...new Set(days)].sort()
}

const pad = (n: number) => String(n).padStart(2, '0')
