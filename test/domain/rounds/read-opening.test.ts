import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openingLine, OPENING_STEPS, readOpeningLine, type Opening } from '#domain/rounds/opening-line.ts'
import { readOpening } from '#domain/rounds/read-opening.ts'

const movements = [
  { name: 'Phong trào thi đua yêu nước' },
  { name: 'Phong trào hiến máu tình nguyện' },
  { name: 'Phong trào toàn dân bảo vệ an ninh Tổ quốc' },
  { name: 'Học tập và làm theo tư tưởng, đạo đức Hồ Chí Minh' },
]
const isDeadline = (words: string) => /^(?:trước )?(?:17:00 )?\d{1,2}\/\d{1,2}(?:\/\d{4})?$|^thứ Sáu$/.test(words)
const read = (text: string) => {
  const { picked, named, words, unclear } = readOpening(text, movements, isDeadline)
  return { picked, ...(named.length > 0 ? { named } : {}), words, ...(unclear ? { unclear } : {}) }
}

describe('a round typed in one line', () => {
  it.each([
    ['yêu nước, hiến máu hạn 17:00 5/12/2025', { picked: [1, 2], words: '17:00 5/12/2025' }],
    ['yeu nuoc; hien mau han 5/12', { picked: [1, 2], words: '5/12' }],
    ['yêu nước và hiến máu đến 5/12', { picked: [1, 2], words: '5/12' }],
    ['yêu nước trước 5/12', { picked: [1], words: 'trước 5/12' }],
    ['yêu nước hạn trước 5/12', { picked: [1], words: 'trước 5/12' }],
    ['yêu nước, hạn chót: thứ Sáu', { picked: [1], words: 'thứ Sáu' }],
    ['học tập và làm theo hạn 5/12', { picked: [4], words: '5/12' }],
    ['tư tưởng, đạo đức Hồ Chí Minh', { picked: [4], words: '' }],
    ['ANTQ hạn 5/12', { picked: [3], words: '5/12' }],
    ['1, 3 hạn 5/12', { picked: [1, 3], words: '5/12' }],
    ['tất cả hạn 5/12', { picked: [1, 2, 3, 4], words: '5/12' }],
    ['tat ca phong trao', { picked: [1, 2, 3, 4], words: '' }],
    ['5/12', { picked: [], words: '5/12' }],
    ['yêu nước hạn 31/02', { picked: [1], words: '31/02' }],
    ['giữ vững giới hạn tốc độ hạn 5/12', { picked: [], named: ['giữ vững giới hạn tốc độ'], words: '5/12' }],
    ['“Nuôi con khỏe” hạn 5/12', { picked: [], named: ['Nuôi con khỏe'], words: '5/12' }],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected))
})

it('picks all movements that a part may mean, and tells which part that was', () => {
  const twice = [{ name: 'Phong trào thi đua yêu nước' }, { name: 'Phong trào thi đua yêu nước' }]
  expect(readOpening('yêu nước hạn 5/12', twice, isDeadline)).toMatchObject({
    picked: [1, 2],
    unclear: 'yêu nước',
    step: 'movements',
    words: '5/12',
  })
})

it.each([
  ['', 'movements', []],
  ['5/12', 'preview', [1]],
  ['yêu nước', 'deadlines', [1]],
  ['yêu nước hạn 5/12', 'preview', [1]],
])('"%s" goes on with %s where there is one movement', (text, step, picked) => {
  expect(readOpening(text, movements.slice(0, 1), isDeadline)).toMatchObject({ step, picked })
})

it('what is chosen travels in the line of a choice', () => {
  const name = fc.string({ minLength: 1 }).filter((text) => !text.includes('"') && text.trim() !== '')
  const id = fc.stringMatching(/^[a-z0-9-]{1,20}$/)
  const opening: fc.Arbitrary<Opening> = fc.record({
    picked: fc.uniqueArray(fc.integer({ min: 1, max: 99 })),
    named: fc.array(name, { maxLength: 3 }),
    chats: fc.option(fc.array(id), { nil: undefined }),
    step: fc.constantFrom(...OPENING_STEPS),
    words: fc.constantFrom('', '5/12', '17:00 05/12/2025', 'thứ Sáu tuần sau'),
  })
  fc.assert(
    fc.property(opening, (given) => {
      expect(readOpeningLine(openingLine(given))).toEqual(given)
    }),
  )
})
