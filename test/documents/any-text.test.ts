import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPlan } from '#documents/read-plan.ts'
import { UnreadableDocument } from '#documents/text-document.ts'
import { placesOf } from '#domain/places.ts'

const PIECES = [
  'KẾ HOẠCH',
  'Số: 12/KH-UBND',
  'Số: /KH-',
  'ngày 09 tháng 12 năm 2024',
  'PHỤ LỤC 1',
  'Phụ lục',
  'STT',
  'Nội dung',
  'Thời gian',
  'Đơn vị',
  'Tập thể',
  'Cá nhân',
  'I.',
  'II Quý II',
  '1.',
  '1.1',
  'a)',
  '-',
  '|',
  '\t',
  '\t',
  '\n',
  '\n',
  ' ',
  '<tr>',
  '</td>',
  '**',
  '(',
  ')',
  ';',
  '. A',
  'trước ngày 15/3/2025',
  'trước 31/02',
  'Quý IV năm 2025',
  'Tháng 12/2025:',
  '10 tập thể, 20 cá nhân',
  '15%',
  '03/04',
  'II. NHIỆM VỤ',
  'Tổng cộng',
  'báo cáo',
  'giai đoạn 2025-2030',
  'kèm theo Kế hoạch số 1/KH-A',
  '25 hàng tháng',
  'năm 2025',
  'CHỈ TIÊU KHEN THƯỞNG',
  'Phong trào',
  'Nơi nhận:',
  'TT/CN',
  '\u0000',
  '\u00a0',
  '🙂',
  '\ud800',
] as const

const likePlans = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 8 })), { maxLength: 120 })
  .map((pieces) => pieces.join(''))

function read(bytes: Uint8Array) {
  try {
    return readPlan(bytes, 'any.txt')
  } catch (error) {
    if (error instanceof UnreadableDocument) return undefined
    throw error
  }
}

describe('the plan reader, whatever it is given', () => {
  it('reads it or says why it cannot', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 300 }),
          likePlans.map((text) => new TextEncoder().encode(text)),
        ),
        (bytes) => {
          const draft = read(bytes)
          if (!draft) return
          const refs = placesOf(draft.tasks).map(({ ref }) => ref)
          expect(new Set(refs).size).toBe(draft.tasks.length)
          expect(draft.tasks.flatMap(({ deadlines }) => deadlines).every(({ wording }) => wording !== '')).toBe(true)
          expect(JSON.parse(JSON.stringify(draft))).toEqual(draft)
        },
      ),
      { numRuns: 400 },
    )
  })

  it('keeps every numbered row of a table, with its time as written', () => {
    const word = fc.constantFrom(
      'Rà soát hồ sơ',
      'Tổng kết',
      'Họp Hội đồng',
      'Báo cáo kết quả',
      'Kiểm tra chéo',
      'Ký giao ước',
    )
    const time = fc.constantFrom(
      'Trước ngày 15/3/2025',
      'Quý II',
      'Tháng 12/2025',
      '25 hàng tháng',
      'Khi có phát sinh',
      'sau rằm',
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(word, time), { minLength: 1, maxLength: 30 }), (rows) => {
        const lines = rows.map(([title, when], index) => `${index + 1}\t${title} ${index}\tVăn phòng\t${when}`)
        const text = `KẾ HOẠCH\nCông tác thi đua năm 2025\nPHỤ LỤC\nTIẾN ĐỘ\nTT\tNội dung\tĐơn vị thực hiện\tThời gian\n${lines.join('\n')}`

        const tasks = read(new TextEncoder().encode(text))?.tasks ?? []

        expect(
          tasks.map(({ no, title, deadlines }) => [no, title, deadlines.map(({ wording }) => wording).join(' ')]),
        ).toEqual(rows.map(([title, when], index) => [`${index + 1}`, `${title} ${index}`, when]))
      }),
      { numRuns: 100 },
    )
  })
})
