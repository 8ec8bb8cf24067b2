import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dateParts, isoDate, type IsoDate } from '../../../domain/dates.ts'
import { readDeadlines } from '../../../domain/deadlines/read-deadlines.ts'
import type { Deadline, DeadlineKind } from '../../../domain/plan.ts'

const context = { year: 2025, issuedOn: '2024-12-09' as const }
const read = (wording: string) => readDeadlines(wording, context).deadlines

const WORDS = [
  ...[
    'trước',
    'ngày',
    'tháng',
    'quý',
    'năm',
    'hằng',
    'định kỳ',
    'từ',
    'đến',
    'hết',
    'và',
    'cuối',
    'đầu',
    'tuần',
    'thứ',
    'mỗi',
    'lần',
  ],
  ...[
    '15',
    '3',
    '2025',
    '15/3',
    '15/3/2025',
    '31/02/2025',
    '15/3/2921',
    '00/00/0000',
    'III',
    'IV',
    '-',
    ';',
    ',',
    '(',
    ')',
    '\n',
    '.',
    ':',
  ],
  ...[
    '6 tháng đầu năm',
    'thường xuyên',
    'theo kế hoạch',
    'khi có',
    'âm lịch',
    'Hội nghị',
    'số 99/KH-UBND',
    '17h00',
    'kể từ',
    'trong vòng',
  ],
]
const wordy = fc.array(fc.constantFrom(...WORDS), { maxLength: 14 }).map((words) => words.join(' '))
const anyText = fc.oneof(
  wordy,
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
)
const dates = fc
  .date({ min: new Date('2025-01-01'), max: new Date('2025-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10) as IsoDate)

const FORMATS: Record<string, (d: number, m: number, y: number) => string> = {
  '15/3/2025': (d, m, y) => `${d}/${m}/${y}`,
  '05/03/2025': (d, m, y) => `${pad(d)}/${pad(m)}/${y}`,
  '15-3-2025': (d, m, y) => `${d}-${m}-${y}`,
  '15.03.2025': (d, m, y) => `${pad(d)}.${pad(m)}.${y}`,
  '15 / 3 / 2025': (d, m, y) => `${d} / ${m} / ${y}`,
  '15/3/25': (d, m, y) => `${d}/${m}/${y % 100}`,
  '15/3': (d, m) => `${d}/${m}`,
  '15 tháng 3 năm 2025': (d, m, y) => `${pad(d)} tháng ${pad(m)} năm ${y}`,
  '15 tháng 3/2025': (d, m, y) => `${d} tháng ${m}/${y}`,
  '15 tháng 3': (d, m) => `${d} tháng ${m}`,
}
const pad = (n: number) => String(n).padStart(2, '0')

const CONNECTIVES: [string, DeadlineKind][] = [
  ['Trước ngày', 'before'],
  ['trước', 'before'],
  ['xong trước ngày', 'before'],
  ['Hoàn thành trước', 'before'],
  ['truoc ngay', 'before'],
  ['chậm nhất là ngày', 'by'],
  ['Chậm nhất đến hết ngày', 'by'],
  ['muộn nhất ngày', 'by'],
  ['đến hết ngày', 'by'],
  ['không quá ngày', 'by'],
  ['Hạn cuối:', 'by'],
  ['trong ngày', 'by'],
  ['trước 17 giờ 00 ngày', 'by'],
  ['ngày', 'on'],
  ['vào ngày', 'on'],
  ['vào dịp', 'around'],
  ['khoảng ngày', 'around'],
  ['dự kiến', 'around'],
]

const normal = (text: string) =>
  text
    .normalize('NFC')
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()

describe('whatever the text', () => {
  it('gives deadlines that keep their promises', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom<1 | 2 | 3 | 4 | undefined>(1, 2, 3, 4, undefined), (text, quarter) => {
        const { deadlines } = readDeadlines(text, quarter ? { ...context, quarter } : context)
        expect(deadlines.length > 0).toBe(/[\p{L}\p{N}]/u.test(normal(text)))
        for (const deadline of deadlines) expectSound(deadline)
      }),
      { numRuns: 1500 },
    )
  })

  it('keeps every wording as it stands in the text', () => {
    fc.assert(
      fc.property(
        anyText.filter((text) => !text.includes('<')),
        (text) => {
          for (const { wording } of read(text)) expect(normal(text)).toContain(wording)
        },
      ),
      { numRuns: 1500 },
    )
  })
})

const DATED = new Set<DeadlineKind>(['before', 'by', 'on', 'around', 'range', 'month', 'quarter', 'half-year', 'year'])

function expectSound(deadline: Deadline): void {
  const { kind, from, to, rrule, dueOn, suspect } = deadline
  if (!DATED.has(kind)) expect({ to, dueOn, suspect }).toEqual({ to: null, dueOn: null, suspect: null })
  else if (to === null) expect(suspect?.reason).toBe('impossible-date')
  else expect(dueOn).toBe(kind === 'before' ? addDays(to, -1) : to)
  if (kind === 'before' || kind === 'by' || kind === 'on' || kind === 'around') expect(from).toBeNull()
  if (from && to && !suspect) expect(from <= to).toBe(true)
  if (rrule) expect(['monthly', 'quarterly', 'yearly', 'ongoing']).toContain(kind)
  if (kind === 'monthly' || kind === 'quarterly' || kind === 'yearly') expect(rrule).toMatch(/^FREQ=(?:MONTHLY|YEARLY)/)
}

describe('a date', () => {
  it.each(CONNECTIVES)('behind "%s" is %s, in every format', (connective, kind) => {
    fc.assert(
      fc.property(dates, fc.constantFrom(...Object.keys(FORMATS)), (date, format) => {
        const { year, month, day } = dateParts(date)
        const [deadline, ...more] = read(`${connective} ${FORMATS[format]!(day, month, year)}`)
        expect(more).toEqual([])
        expect(deadline).toMatchObject({ kind, to: date, label: null, suspect: null })
      }),
      { numRuns: 60 },
    )
  })

  it('is found between the words of its milestone, wherever it stands', () => {
    const labels = [
      'Hoàn thành dự thảo',
      'Báo cáo xin ý kiến Đảng ủy',
      'Trình Chủ tịch ban hành',
      'Các đơn vị gửi hồ sơ',
      'Họp Hội đồng',
    ]
    const cells = fc.array(fc.tuple(fc.constantFrom(...labels), dates), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(cells, fc.constantFrom(' ', '; ', '\n', ' - ', '\n- ', '. '), (parts, gap) => {
        const text = parts.map(([label, date]) => `${label} trước ngày ${slashed(date)}`).join(gap)
        expect(read(text).map(({ label, to }) => [label, to])).toEqual(parts)
      }),
    )
  })

  it('that the calendar does not have is kept as written, and the last day of its month proposed', () => {
    const gone = fc.record({ month: fc.constantFrom(2, 4, 6, 9, 11), over: fc.constantFrom(31, 32) })
    fc.assert(
      fc.property(gone, ({ month, over }) => {
        const [deadline] = read(`Trước ngày ${over}/${month}/2025`)
        const last = month === 2 ? 28 : 30
        expect(deadline).toMatchObject({
          to: null,
          dueOn: null,
          suspect: { reason: 'impossible-date', proposed: isoDate(2025, month, last) },
        })
      }),
    )
  })

  // From April to September only one year fits: at its ends the neighbouring year does as well.
  const summer = dates.filter((date) => date >= '2025-04-10' && date < '2025-10-01')

  it('of the wrong year is never left without suspicion', () => {
    fc.assert(
      fc.property(summer, fc.constantFrom(1925, 2015, 2022, 2023, 2027, 2052, 2205, 2925), (date, year) => {
        const { month, day } = dateParts(date)
        const [deadline] = read(`Trước ngày ${day}/${month}/${year}`)
        expect(deadline?.suspect?.proposed).toBe(date)
      }),
    )
  })
})

const slashed = (date: IsoDate) => {
  const { year, month, day } = dateParts(date)
  return `${day}/${month}/${year}`
}

describe('a text of 100,000 characters', () => {
  const PIECES = [
    ...[
      'a',
      ' ',
      '(',
      ';',
      '.',
      '-',
      '1/',
      '1 / ',
      '15/3;',
      '5, ',
      'trước ',
      'ngày ',
      'từ 1 đến ',
      'quý I, ',
      '(15/3/2025) ',
    ],
    ...[
      'Thường xuyên; ',
      'số ',
      'kế hoạch ',
      'của ủy ban ',
      'trước khi họp ',
      'thứ hai, ',
      '<p ',
      'e\u0301',
      '🙂',
      '10 ngày ',
    ],
  ]
  it.each(PIECES)('of "%s" is read to its end', (piece) => {
    const text = piece.repeat(Math.ceil(100_000 / piece.length))
    expect(() => read(text)).not.toThrow()
  })
})
