import fc from 'fast-check'
import { expect, it } from 'vitest'
import { shorten } from '#domain/shorten.ts'

it.each([
  ['Công an phường', 14, 'Công an phường'],
  ['Công an phường', 13, 'Công an…'],
  ['Công an phường', 8, 'Công an…'],
  ['Họp; xét duyệt', 6, 'Họp…'],
])('%s in %i characters is %s', (text, longest, expected) => {
  expect(shorten(text, longest)).toBe(expected)
})

it('is never longer than asked', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 40 }), (text, longest) => {
      expect(shorten(text, longest).length).toBeLessThanOrEqual(Math.max(longest, 1))
    }),
  )
})
