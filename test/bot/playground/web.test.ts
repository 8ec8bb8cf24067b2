import { describe, expect, it } from 'vitest'

interface Time {
  toWall: (instant: Date, timeZone: string) => string
  toInstant: (wall: string, timeZone: string) => Date
  laterWall: (wall: string, days: number) => string
  nextMondayWall: (wall: string) => string
  dayText: (wall: string, weekdays: string[]) => string
}

/** A module of the page, which is plain JavaScript. */
const load = (name: string) => import(new URL(`../../../bot/playground/web/${name}`, import.meta.url).href)
const { toWall, toInstant, laterWall, nextMondayWall, dayText } = (await load('time.js')) as Time
const { TEXTS } = (await load('texts.js')) as { TEXTS: Record<string, object> }

const WEEKDAYS = ['CN', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7']

describe('the times of the page', () => {
  it.each([
    ['2025-02-20T01:00:00Z', 'Asia/Ho_Chi_Minh', '2025-02-20T08:00'],
    ['2025-02-19T17:00:00Z', 'Asia/Ho_Chi_Minh', '2025-02-20T00:00'],
    ['2025-07-01T10:30:00Z', 'Europe/Berlin', '2025-07-01T12:30'],
    ['2025-01-01T23:30:00Z', 'Europe/Berlin', '2025-01-02T00:30'],
  ])('%s in %s is %s, and back', (instant, zone, wall) => {
    expect(toWall(new Date(instant), zone)).toBe(wall)
    expect(toInstant(wall, zone)).toEqual(new Date(instant))
  })

  it('know the next Monday, which is never today', () => {
    expect(nextMondayWall('2025-02-20T08:00')).toBe('2025-02-24T08:00')
    expect(nextMondayWall('2025-02-23T23:59')).toBe('2025-02-24T08:00')
    expect(nextMondayWall('2025-02-24T07:00')).toBe('2025-03-03T08:00')
  })

  it('go over the end of a month at the same hour', () => {
    expect(laterWall('2025-02-28T14:05', 1)).toBe('2025-03-01T14:05')
  })

  it.each([
    ['2025-02-08T08:00', 'T7, 08/02/2025'],
    ['2025-03-07T08:00', 'T6, 07/3/2025'],
    ['2025-10-10T08:00', 'T6, 10/10/2025'],
  ])('%s is written as official documents do: %s', (wall, text) => {
    expect(dayText(wall, WEEKDAYS)).toBe(text)
  })
})

it('says everything in both languages', () => {
  const shape = (value: unknown): unknown =>
    value instanceof Array
      ? value.map(shape)
      : value instanceof Object
        ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shape(inner)]))
        : typeof value === 'string' && value.trim() !== ''
  expect(shape(TEXTS['en'])).toEqual(shape(TEXTS['vi']))
})
