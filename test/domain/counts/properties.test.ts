import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCounts } from '#domain/counts/read-counts.ts'
import type { Counts } from '#domain/rounds/counts.ts'

const CATEGORIES = ['collective', 'individual', 'family'] as const
const SPELLINGS: Record<(typeof CATEGORIES)[number], string[]> = {
  collective: ['tập thể', 'tap the', 'Tập thể', 'TT', 'tt', 't.thể', 'tập thể nhỏ'],
  individual: ['cá nhân', 'ca nhan', 'Cá Nhân', 'CN', 'cn', 'c.nhân'],
  family: ['gia đình', 'gia dinh', 'gđ', 'gd', 'hộ gia đình', 'hộ'],
}
const UNITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín']

const inWords = (count: number): string => {
  const [hundreds, tens, unit] = [Math.floor(count / 100), Math.floor(count / 10) % 10, count % 10]
  const last = unit === 5 && tens > 0 ? 'lăm' : unit === 1 && tens > 1 ? 'mốt' : UNITS[unit]!
  const low =
    tens === 0
      ? hundreds > 0 && unit > 0
        ? `linh ${last}`
        : last
      : `${tens === 1 ? 'mười' : `${UNITS[tens]} mươi`} ${last}`
  const rest = unit === 0 ? low.replace(/ ?không$/, '') : low
  return hundreds > 0 ? `${UNITS[hundreds]} trăm ${rest}`.trim() : rest || 'không'
}

const count = fc.integer({ min: 0, max: 999 })
// A bare "không" may also ask: what it says is in the tables.
const written = (number: number) => [
  String(number),
  String(number).padStart(2, '0'),
  number === 0 ? '0' : inWords(number),
]
const said = fc
  .record({ collective: count, individual: count, family: count }, { requiredKeys: [] })
  .filter((counts) => Object.keys(counts).length > 0)
const styles = fc.record({
  order: fc.shuffledSubarray([...CATEGORIES], { minLength: 3 }),
  spelling: fc.nat(20),
  number: fc.nat(2),
  before: fc.boolean(),
  joint: fc.constantFrom(' ', ', ', ' và ', '; ', '\n', ' + ', ' & ', ' - '),
  link: fc.constantFrom(' ', ': ', ':', ' là ', ' = '),
  frame: fc.constantFrom(['', ''], ['em gửi ', ' ạ'], ['Dạ bên em đề nghị ', ' nhé'], ['- ', '.'], ['sửa lại ', '']),
  form: fc.constantFrom('NFC', 'NFD'),
})

describe('the reader of counts', () => {
  it('reads back what is written in any style', () => {
    fc.assert(
      fc.property(said, styles, (counts: Counts, style) => {
        const words = style.order.flatMap((category) => {
          const number = counts[category]
          if (number === undefined) return []
          const name = SPELLINGS[category][style.spelling % SPELLINGS[category].length]!
          const figure = written(number)[style.number]!
          return [style.before ? `${figure} ${name}` : `${name}${style.link}${figure}`]
        })
        const text = (style.frame[0] + words.join(style.joint) + style.frame[1]).normalize(style.form)
        const reading = readCounts(text)
        expect(reading).toMatchObject({ kind: 'counts', statements: [{ label: '', counts, none: false }] })
      }),
      { numRuns: 600 },
    )
  })

  it('reads a message of many units', () => {
    const units = fc.uniqueArray(
      fc.constantFrom('Công an phường', 'Trạm Y tế', 'Hội Phụ nữ', 'Đoàn Thanh niên', 'Mặt trận'),
      { minLength: 2 },
    )
    fc.assert(
      fc.property(
        units,
        fc.array(fc.tuple(count, count), { minLength: 5, maxLength: 5 }),
        fc.boolean(),
        (names, numbers, colon) => {
          const lines = names.map((name, at) => `${name}${colon ? ':' : ''} ${numbers[at]![0]}tt ${numbers[at]![1]}cn`)
          const expected = names.map((label, at) => ({
          label, none: false, counts: { collective: numbers[at]![0], individual: numbers[at]![1] },
        })) // prettier-ignore
          expect(readCounts(lines.join('\n'))).toMatchObject({ kind: 'counts', sure: true, statements: expected })
        },
      ),
    )
  })

  it('never takes a date, a time, a phone number or a price for a count', () => {
    const two = (max: number) => fc.integer({ min: 1, max }).map((number) => String(number).padStart(2, '0'))
    const sentence = fc.oneof(
      fc.tuple(two(31), two(12)).map(([day, month]) => `họp ngày ${day}/${month}`),
      fc.tuple(two(31), two(12)).map(([day, month]) => `nộp trước ngày ${day}/${month}/2025 nhé`),
      two(23).map((hour) => `họp lúc ${hour}h30`),
      two(23).map((hour) => `${hour} giờ chiều mai họp`),
      fc.integer({ min: 10_000_000, max: 99_999_999 }).map((digits) => `số của em là 09${digits}`),
      fc.integer({ min: 100, max: 999 }).map((digits) => `gọi 0912 ${digits} ${digits}`),
      fc.integer({ min: 1, max: 999 }).map((price) => `mỗi tập thể được thưởng ${price} nghìn đồng`),
      fc.integer({ min: 1, max: 999 }).map((price) => `cá nhân ${price}.000đ`),
      fc.integer({ min: 1, max: 100 }).map((share) => `cá nhân không quá ${share}%`),
      fc.integer({ min: 1, max: 999 }).map((number) => `theo kế hoạch số ${number}/KH-UBND về tập thể, cá nhân`),
    )
    fc.assert(
      fc.property(sentence, (text) => {
        expect(readCounts(text)).toEqual({ kind: 'other' })
      }),
    )
  })

  it('never throws, and stores no number that is not in the text', () => {
    const pieces = fc.constantFrom('tt', 'cn', ' ', '3', '12', 'không', 'có', ',', '-', '/', ':', '(', ')', '\n', ';', 'vì', 'nhầm', 'lên', 'từ', 'hoặc', '+', 'tổ', 'chưa', 'mà', 'ai', '?', '.') // prettier-ignore
    const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.array(pieces, { maxLength: 40 }).map((all) => all.join(' ')), fc.array(pieces, { maxLength: 40 }).map((all) => all.join(''))) // prettier-ignore
    fc.assert(
      fc.property(text, (words) => {
        const reading = readCounts(words)
        if (reading.kind !== 'counts') return
        for (const { counts, label, none } of reading.statements) {
          const numbers = Object.values(counts)
          expect(none ? numbers.length === 0 : numbers.length > 0).toBe(true)
          for (const number of numbers) expect(number >= 0 && number <= 999 && Number.isInteger(number)).toBe(true)
          expect(label.trim()).toBe(label)
        }
      }),
      { numRuns: 3000 },
    )
  })
})
