import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sheetNames } from '#documents/sheet-names.ts'

describe('the names of sheets', () => {
  it.each([
    ['one that fits stays', ['Hiến máu'], ['Hiến máu']],
    ['what Excel refuses goes', ["'a/b\\c:[d]*?'"], ['a b c d']],
    ['alike ones are numbered', ['Học tốt', 'HỌC TỐT', 'Học tốt'], ['Học tốt', 'HỌC TỐT (2)', 'Học tốt (3)']],
    ['nothing left is a dash', ['///'], ['-']],
  ])('%s', (_, titles, names) => {
    expect(sheetNames(titles)).toEqual(names)
  })

  it('are always taken by Excel', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 60 }), { maxLength: 8 }), (titles) => {
        const names = sheetNames(titles)
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(titles.length)
        for (const name of names) expect(name).toMatch(/^(?!')[^[\]:*?/\\]{1,31}(?<!')$/)
      }),
    )
  })
})
