import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RichText } from '#domain/messages.ts'
import { compose } from '#bot/zalo/compose.ts'

const LIMIT = 1800
const plain = (text: string): RichText => ({ text, spans: [] })
const say = (text: string, choices: string[][] = [], hint?: string) =>
  compose({ body: plain(text), choices, ...(hint !== undefined && { hint }) })
/** No half of a pair of UTF-16 units stands alone. */
const isWellFormed = (text: string) => !/\p{Surrogate}/u.test(text)
const words = (text: string) => text.split(/\s+/).filter(Boolean)

describe('a message as plain text', () => {
  it('drops the marks', () => {
    const body: RichText = { text: 'Hạn: 15/3', spans: [{ style: 'bold', offset: 0, length: 4 }] }
    expect(compose({ body, choices: [] })).toEqual(['Hạn: 15/3'])
  })

  it.each([
    ['Xem lịch nhé', 'https://a.vn/lich', 'Xem lịch (https://a.vn/lich) nhé'],
    ['a.vn/lich nhé', 'https://a.vn/lich/', 'a.vn/lich nhé'],
    ['https://a.vn nhé', 'https://a.vn', 'https://a.vn nhé'],
  ])('puts the address of a link behind its text: %s', (text, url, shown) => {
    const length = text.length - ' nhé'.length
    expect(compose({ body: { text, spans: [{ style: 'link', offset: 0, length, url }] }, choices: [] })).toEqual([
      shown,
    ])
  })

  it('keeps two links apart', () => {
    const spans = ['https://một.vn', 'https://hai.vn'].map((url, i) => ({
      style: 'link' as const,
      offset: 4 * i,
      length: 3,
      url,
    }))
    expect(compose({ body: { text: 'một hai', spans }, choices: [] })).toEqual([
      'một (https://một.vn) hai (https://hai.vn)',
    ])
  })

  it('numbers the choices through all rows, under the hint', () => {
    expect(say('Đơn vị nào?', [['Công an', 'Quân sự'], ['Trạm Y tế']], 'Trả lời bằng số.')).toEqual([
      'Đơn vị nào?\n\nTrả lời bằng số.\n1. Công an\n2. Quân sự\n3. Trạm Y tế',
    ])
  })

  it('says the hint only where there are choices, and nothing where there is nothing to say', () => {
    expect(say('Xong.', [[]], 'Trả lời bằng số.')).toEqual(['Xong.'])
    expect(say(' \n ')).toEqual([])
  })
})

describe('a long message', () => {
  const sentence = 'Phường nộp hồ sơ trước ngày 15. '
  const line = `${sentence.repeat(10).trim()}\n`

  it.each([
    ['a paragraph', `${line.repeat(4)}\n${line.repeat(4)}`, line.repeat(4).trim()],
    ['a line', line.repeat(8), line.repeat(5).trim()],
    ['a sentence', sentence.repeat(80), sentence.repeat(56).trim()],
    ['a word', 'khen thưởng '.repeat(200), 'khen thưởng '.repeat(150).trim()],
  ])('is broken behind %s', (_, text, first) => {
    expect(say(text)[0]).toBe(first)
  })

  it('has its choices together in the last piece', () => {
    const choices = [Array.from({ length: 20 }, (_, i) => `Đơn vị có tên dài số ${i}`)]
    const pieces = say(line.repeat(5), choices, 'Trả lời bằng số.')
    expect(pieces).toHaveLength(2)
    expect(pieces[1]).toMatch(/^Trả lời bằng số\.\n1\. .*\n20\. Đơn vị có tên dài số 19$/s)
  })

  it('does not break what is seen as one character', () => {
    const family = '👨‍👩‍👧‍👦'
    for (const piece of say(`a${family.repeat(700)}`))
      expect(piece.replace(/^a/, '')).toBe(family.repeat(piece.replace(/^a/, '').length / family.length))
    const marks = say(`${'a'.repeat(LIMIT - 1)}e\u0302\u0323`)
    expect(marks).toEqual(['a'.repeat(LIMIT - 1), 'e\u0302\u0323'])
  })

  it('breaks even a character of thousands of marks, between code points', () => {
    const pieces = say(`a${'\u{1F3FB}\u0301'.repeat(1500)}`)
    expect(pieces.join('')).toHaveLength(4501)
    for (const piece of pieces) expect(isWellFormed(piece)).toBe(true)
  })
})

describe('whatever is said', () => {
  const word = fc.oneof(
    fc.constantFrom('Hội đồng', 'thi đua.', '👩‍⚖️', 'một;', '•', 'e\u0301'),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 9 }),
  )
  const gap = fc.constantFrom(' ', '\n', '\n\n', '  \n ', '\r\n', ' \u0301')
  const texts = fc.array(fc.tuple(word, gap), { maxLength: 900 }).map((parts) => parts.flat().join(''))
  const labels = fc.array(
    fc.array(
      fc.string({ minLength: 1, maxLength: 40 }).map((text) => text.replace(/\s/g, '_')),
      { maxLength: 4 },
    ),
    { maxLength: 8 },
  )

  it('keeps all words in their order, in pieces that are neither empty nor too long', () => {
    fc.assert(
      fc.property(
        texts,
        labels,
        fc.option(fc.constant('Trả lời bằng số.'), { nil: undefined }),
        (text, choices, hint) => {
          const pieces = say(text, choices, hint)
          const lines = choices.flat().map((label, i) => `${i + 1}. ${label}`)
          const all = [text, ...(lines.length > 0 && hint ? [hint] : []), ...lines].join('\n')
          expect(pieces.flatMap(words)).toEqual(words(all))
          for (const piece of pieces) {
            expect(piece.trim()).not.toBe('')
            expect(piece.length).toBeLessThanOrEqual(LIMIT)
            expect([...piece].length).toBeLessThanOrEqual(LIMIT)
            expect(isWellFormed(piece)).toBe(true)
          }
        },
      ),
      { numRuns: 60 },
    )
  })

  it('keeps every sign of a text without any gap', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1500, maxLength: 5000, size: 'max' }), (text) => {
        const solid = `.${text.replace(/\s/g, '')}.`
        const pieces = say(solid)
        expect(pieces.join('')).toBe(solid)
        const graphemes = (of: string) => [...new Intl.Segmenter('vi').segment(of)].map(({ segment }) => segment)
        expect(pieces.flatMap(graphemes)).toEqual(graphemes(solid))
      }),
      { numRuns: 20 },
    )
  })
})
