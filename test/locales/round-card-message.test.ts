import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renderReply } from '#commands/render.ts'
import { LOCALES, type Locale } from '#domain/messages.ts'
import type { Round } from '#domain/rounds/round.ts'
import { standing } from '#domain/rounds/standing.ts'
import { roundCardMessage } from '#locales/round-card-message.ts'
import { loadTranslators } from '#locales/translate.ts'
import { aRound, limit, type Happening } from '../support/round.ts'
import { wardRound } from '../support/ward-round.ts'

const translators = loadTranslators()
const BEFORE = new Date('2025-12-03T02:00:00Z')
const AFTER = new Date('2025-12-05T10:00:01Z')

function pages(round: Round, locale: Locale = 'vi', now = BEFORE): string[] {
  const reply = roundCardMessage(round, standing(round), 'Asia/Ho_Chi_Minh', now)
  return renderReply(reply, translators[locale], 1800).map(({ body }) => body.text)
}

const lines = (round: Round, now = BEFORE) => pages(round, 'vi', now)[0]!.split('\n')

const YEARLY = 'Phong trào thi đua yêu nước'
const CULTURE = 'Phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa”'
const ward = (happened: Happening[], more: Partial<Round> = {}) =>
  aRound({
    title: 'Phong trào thi đua yêu nước 2025',
    units: ['Công an phường', 'Y tế phường', 'Ban DSGĐTE'],
    movements: [
      {
        name: YEARLY,
        units: {
          'Công an phường': { collective: limit(3), individual: limit(5) },
          'Y tế phường': { collective: limit(1), individual: limit(1) },
          'Ban DSGĐTE': { individual: limit(3) },
        },
      },
    ],
    happened,
    ...more,
  })

describe('the card of one movement', () => {
  it('shows who answered, the sums beside the quotas, what waits and how many are missing', () => {
    const round = ward([
      { unit: 'Y tế phường', said: { collective: 1, individual: 2 }, request: true },
      { unit: 'Công an phường', said: { collective: 3, individual: 5 } },
    ])
    expect(lines(round)).toEqual([
      'Đề nghị khen thưởng: Phong trào thi đua yêu nước 2025 · hạn 17:00 thứ Sáu 05/12/2025',
      'Đã gửi 2/3 đơn vị · Tập thể 4/4 · Cá nhân 6/9 (+1 chờ quyết định)',
      '✅ Công an phường: 3 tập thể, 5 cá nhân',
      '⚠ Y tế phường: 1 tập thể, 2 cá nhân (vượt 1 cá nhân, chờ quyết định)',
      '⏳ Chưa gửi: 1 đơn vị',
      'Trả lời tin này, ví dụ: 3 tập thể 5 cá nhân. Không có thì trả lời: không có.',
    ])
  })

  it('says in English what it says in Vietnamese', () => {
    const round = ward([{ unit: 'Y tế phường', said: { collective: 1, individual: 2 }, request: true }])
    expect(pages(round, 'en')[0]!.split('\n')).toEqual([
      'Nominations: Phong trào thi đua yêu nước 2025 · due 17:00 Friday 05/12/2025',
      '1/3 units answered · Collectives 1/4 · Individuals 1/9 (+1 to be decided)',
      '⚠ Y tế phường: 1 collective, 2 individuals (1 individual over, to be decided)',
      '⏳ No answer yet: 2 units',
      'Reply to this message, for example: 3 collectives 5 individuals. If there is nobody to nominate, reply: none.',
    ])
  })

  it('shows what was accepted beyond a quota', () => {
    const said = { collective: 1, individual: 2 }
    const round = ward([
      { unit: 'Y tế phường', said, request: true },
      { unit: 'Y tế phường', said, act: 'accepted' },
    ])
    expect(lines(round)).toContain('✅ Y tế phường: 1 tập thể, 2 cá nhân (vượt 1 cá nhân, được chấp nhận)')
  })

  it('tells nothing from not all: 0 of what is asked, and something missing', () => {
    const round = ward([
      { unit: 'Công an phường', said: { collective: 0 } },
      { unit: 'Y tế phường', said: { collective: 0, individual: 0 } },
    ])
    expect(lines(round).slice(2, 6)).toEqual([
      '⏳ Công an phường: 0 tập thể',
      '✅ Y tế phường: không có',
      '⏳ Chưa gửi: 1 đơn vị',
      '⏳ Còn thiếu một phần: 1 đơn vị',
    ])
  })

  it('stands where nothing is asked of anybody', () => {
    const round = aRound({ units: ['A'], movements: [{ name: YEARLY, units: { A: {} } }] })
    expect(lines(round)[1]).toBe('Đã gửi 0/0 đơn vị · chưa có số')
  })

  it('names no unit that is missing', () => {
    expect(pages(ward([]))[0]).not.toContain('Công an')
  })

  it('has no quota beside what comes by proposal', () => {
    const round = aRound({
      units: ['A', 'B'],
      movements: [{ name: CULTURE, basis: 'by-proposal' }],
      happened: [{ unit: 'A', said: { collective: 12, individual: 0 } }],
    })
    expect(lines(round)[1]).toBe('Đã gửi 1/2 đơn vị · Tập thể 12 · Cá nhân 0')
  })

  it('warns of what exceeds the council’s total', () => {
    const round = aRound({
      units: ['A', 'B'],
      movements: [{ name: CULTURE, total: { collective: limit(2), individual: limit(4) } }],
      happened: [{ unit: 'A', said: { collective: 4, individual: 4 } }],
    })
    expect(lines(round).slice(1, 3)).toEqual([
      'Đã gửi 1/2 đơn vị · Tập thể 4/2 · Cá nhân 4/4',
      '⚠ Vượt tổng 2 tập thể, chờ quyết định',
    ])
  })

  it('says who may still change numbers after the deadline, and when it was closed', () => {
    const over = lines(ward([]), AFTER)
    expect(over[0]).toContain('đã hết hạn lúc 17:00 thứ Sáu 05/12/2025')
    expect(over.at(-1)).toBe('Đã hết hạn. Cần sửa số liệu, đề nghị liên hệ thư ký Hội đồng.')
    const closed = lines(ward([], { state: 'closed', closedAt: new Date('2025-12-08T01:05:00Z') }), AFTER)
    expect(closed[0]).toContain('đã đóng lúc 08:05 thứ Hai 08/12/2025')
    expect(closed.at(-1)).toContain('đề nghị thư ký Hội đồng mở lại đợt')
  })
})

describe('the card of several movements', () => {
  const happened: Happening[] = [
    { unit: 'Công an phường', said: { collective: 3, individual: 5 } },
    { unit: 'Công an phường', movement: CULTURE, said: { collective: 2, individual: 0 } },
    { unit: 'Y tế phường', said: { collective: 0, individual: 0 } },
    { unit: 'Y tế phường', movement: CULTURE, said: { collective: 0, individual: 0 } },
  ]
  const units = {
    'Công an phường': { collective: limit(3), individual: limit(5) },
    'Y tế phường': { individual: limit(1) },
  }
  const round = aRound({
    units: Object.keys(units),
    movements: [
      { name: YEARLY, units },
      { name: CULTURE, total: { collective: limit(1), individual: limit(2) } },
    ],
    happened,
  })

  it('has a line of sums for each, and names them by short labels', () => {
    expect(lines(round)).toEqual([
      'Đề nghị khen thưởng năm 2025 · hạn 17:00 thứ Sáu 05/12/2025',
      'Đã gửi 2/2 đơn vị',
      'Thi đua yêu nước: Tập thể 3/3 · Cá nhân 5/6',
      'Toàn dân đoàn kết xây dựng…: Tập thể 2/1 · Cá nhân 0/2',
      '⚠ Vượt tổng 1 tập thể, chờ quyết định',
      '✅ Công an phường: Thi đua yêu nước 3 tập thể, 5 cá nhân; Toàn dân đoàn kết xây dựng… 2 tập thể, 0 cá nhân',
      '✅ Y tế phường: không có',
      'Trả lời tin này, ghi tên phong trào trước số, ví dụ: Thi đua yêu nước: 3 tập thể 5 cá nhân. Không có thì trả lời: không có.',
    ])
  })

  it('of a whole ward has a line for every unit that answered', () => {
    const round = wardRound()
    const answered = standing(round).units.filter(({ entries }) => entries.some(({ latest }) => latest))
    const marks = lines(round).filter((line) => /^(?:✅|⚠|⏳) (?!Vượt|Chưa|Còn)/.test(line))
    expect(marks).toHaveLength(answered.length)
  })
})

describe('a card of however many units and movements', () => {
  const name = (what: string, index: number, length: number) =>
    `${what} số ${index} ${'phường Vĩnh Xuân Thượng '.repeat(20)}`.slice(0, length)

  const large = fc
    .record({
      units: fc.integer({ min: 1, max: 60 }),
      movements: fc.integer({ min: 1, max: 6 }),
      length: fc.integer({ min: 8, max: 240 }),
      count: fc.integer({ min: 0, max: 999 }),
      quota: fc.constantFrom(undefined, 0, 3),
      total: fc.constantFrom(undefined, 2),
      title: fc.integer({ min: 8, max: 300 }),
    })
    .map(({ units, movements, length, count, quota, total, title }) => {
      const unitNames = Array.from({ length: units }, (_, index) => name('Đơn vị', index, length))
      const movementNames = Array.from({ length: movements }, (_, index) => name('Phong trào', index, length + 8))
      const own =
        quota === undefined ? undefined : { collective: limit(quota), individual: limit(quota), family: limit(quota) }
      return aRound({
        title: name('Đợt', 1, title),
        units: unitNames,
        movements: movementNames.map((movement) => ({
          name: movement,
          total: total === undefined ? undefined : { collective: limit(total), individual: limit(total) },
          ...(own ? { units: Object.fromEntries(unitNames.map((unit) => [unit, own])) } : {}),
        })),
        happened: unitNames.flatMap((unit) =>
          movementNames.map((movement) => ({
            unit,
            movement,
            said: { collective: count, individual: count, family: count },
          })),
        ),
      })
    })

  it.each(LOCALES)('is one message, whole, in %s', (locale) => {
    fc.assert(
      fc.property(large, (round) => {
        const [text, ...more] = pages(round, locale)
        const hint = locale === 'vi' ? 'không có.' : 'none.'
        return more.length === 0 && text!.length <= 1800 && text!.endsWith(hint)
      }),
      { numRuns: 30 },
    )
  })

  it('counts the units for which it has no room, and keeps those that wait for a decision', () => {
    const names = Array.from({ length: 60 }, (_, index) => name('Đơn vị', index + 1, 50))
    const quota = Object.fromEntries(names.map((unit) => [unit, { individual: limit(5) }]))
    const round = aRound({
      units: names,
      movements: [{ name: YEARLY, units: quota }],
      happened: names.slice(0, 50).map((unit, index) => ({ unit, said: { individual: index === 7 ? 6 : 5 } })),
    })
    const shown = lines(round)
    expect(shown.find((line) => line.startsWith('⚠'))).toContain('Đơn vị số 8 ')
    const left = Number(/và (\d+) đơn vị khác đã gửi/.exec(shown.join('\n'))![1])
    const named = shown.filter((line) => /^(?:✅|⚠)/.test(line)).length
    expect(named + left).toBe(50)
    expect(named).toBeGreaterThan(12)
    expect(shown).toContain('⏳ Chưa gửi: 10 đơn vị')
  })
})
