import { expect, it } from 'vitest'
import type { IsoDate } from '#domain/dates.ts'
import { isTimeZone, withOffset } from '#domain/zones.ts'

it.each([
  ['2025-03-07', '08:00', 'Asia/Ho_Chi_Minh', '2025-03-07T08:00:00+07:00'],
  ['2025-03-07', '00:30', 'Pacific/Kiritimati', '2025-03-07T00:30:00+14:00'],
  ['2025-03-07', '08:00', 'Etc/UTC', '2025-03-07T08:00:00+00:00'],
  ['2025-01-10', '08:00', 'America/New_York', '2025-01-10T08:00:00-05:00'],
  // On the morning of the change the new offset holds already.
  ['2025-03-09', '08:00', 'America/New_York', '2025-03-09T08:00:00-04:00'],
  ['2025-03-09', '01:30', 'America/New_York', '2025-03-09T01:30:00-05:00'],
] as [IsoDate, string, string, string][])('%s %s in %s is %s', (date, time, zone, expected) => {
  expect(withOffset(date, time, zone)).toBe(expected)
})

it.each([
  ['Asia/Ho_Chi_Minh', true],
  ['Asia/Tokyo', true],
  ['Etc/UTC', true],
  ['Asia/Nowhere', false],
  ['+07:00', false],
  ['', false],
])('"%s" as a time zone: %s', (name, expected) => {
  expect(isTimeZone(name)).toBe(expected)
})
