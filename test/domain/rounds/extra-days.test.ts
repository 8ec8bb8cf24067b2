import { expect, it } from 'vitest'
import { extraDays } from '#domain/rounds/extra-days.ts'

it.each([
  ['thêm 3 ngày', 3],
  ['them ba ngay', 3],
  ['thêm 2 tuần nữa', 14],
  ['lùi một tuần', 7],
  ['kéo dài thêm 10 ngày ạ', 10],
  ['another 2 days', 2],
  ['thêm 0 ngày', undefined],
  ['3 ngày nữa', undefined],
  ['thêm 3', undefined],
  ['5/12', undefined],
  ['', undefined],
])('%s: %s', (text, days) => expect(extraDays(text)).toBe(days))
