import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { IsoDate } from '#domain/dates.ts'
import { matchRows, type Row } from '#domain/match-rows.ts'

interface Written {
  no?: string
  section?: string
  lead?: string
  due?: IsoDate
  appendix?: string
}

const row = (title: string, { no, section, lead, due, appendix = 'Phụ lục 1' }: Written = {}): Row => ({
  appendix,
  section: section ?? null,
  no: no ?? null,
  title,
  lead: lead ?? null,
  deadlines: due ? [{ wording: `Trước ngày ${due}`, dueOn: due }] : [],
})
/** What became of each row of the earlier version: its index in the later one, or null. */
const fate = (before: Row[], after: Row[]) => {
  const matches = matchRows(before, after)
  return before.map((_, index) => matches.find((match) => match.before === index)?.after ?? null)
}

describe('a row and the same row in the next version', () => {
  const OFFICE: Written = { no: '4', section: 'Quý II', lead: 'Văn phòng UBND', due: '2025-06-16' }
  it.each<[string, string, string, Written?, Written?]>([
    ['unchanged', 'Ký giao ước thi đua', 'Ký giao ước thi đua'],
    ['written in another way', 'Ký giao ước  thi đua.', 'KÝ GIAO ƯỚC THI ĐUA'],
    ['moved to another place', 'Ký giao ước thi đua', 'Ký giao ước thi đua', OFFICE, { no: '9', section: 'Quý III' }],
    [
      'a clause longer',
      'Họp Hội đồng xét khen thưởng',
      'Họp Hội đồng xét khen thưởng chuyên đề, đột xuất',
      OFFICE,
      { ...OFFICE, due: '2025-06-20' },
    ],
    [
      'in other words, by the same unit on the same day',
      'Lập danh sách gương người tốt, việc tốt',
      'Tổng hợp danh sách gương điển hình người tốt, việc tốt toàn phường',
      OFFICE,
      { ...OFFICE, no: '5' },
    ],
    [
      'another amount',
      'Tổ chức 02 lớp tập huấn nghiệp vụ thi đua',
      'Tổ chức 03 lớp tập huấn nghiệp vụ thi đua',
      OFFICE,
      OFFICE,
    ],
    [
      'with a date in the title that moved',
      'Họp Hội đồng ngày 15/3/2025',
      'Họp Hội đồng ngày 20/3/2025',
      OFFICE,
      { ...OFFICE, due: '2025-03-20' },
    ],
    ['the same number in another spelling', 'Họp Hội đồng phiên thứ nhất', 'Họp Hội đồng phiên 1', OFFICE, OFFICE],
    ['one category more', 'Xét khen tập thể, cá nhân', 'Xét khen tập thể, cá nhân, hộ gia đình', OFFICE, OFFICE],
  ])('%s', (_, before, after, one = OFFICE, other = OFFICE) => {
    expect(fate([row(before, one)], [row(after, other)])).toEqual([0])
  })

  it.each<[string, string]>([
    ['Họp Hội đồng phiên thứ nhất', 'Họp Hội đồng phiên thứ hai'],
    ['Họp Hội đồng xét khen thưởng đợt 1', 'Họp Hội đồng xét khen thưởng đợt 2'],
    ['Họp Hội đồng lần I', 'Họp Hội đồng lần II'],
    ['Báo cáo kết quả công tác thi đua quý I', 'Báo cáo kết quả công tác thi đua quý II'],
    ['Báo cáo kết quả công tác thi đua tháng 3', 'Báo cáo kết quả công tác thi đua tháng 4'],
    ['Báo cáo công tác 6 tháng đầu năm 2025', 'Báo cáo công tác 9 tháng đầu năm 2025'],
    ['Sơ kết công tác 6 tháng đầu năm', 'Sơ kết công tác 6 tháng cuối năm'],
    ['Tổng kết phong trào thi đua năm 2024', 'Tổng kết phong trào thi đua năm 2025'],
    ['Sơ kết phong trào thi đua yêu nước', 'Tổng kết phong trào thi đua yêu nước'],
    ['Xét khen thưởng chuyên đề cho tập thể', 'Xét khen thưởng chuyên đề cho cá nhân'],
    ['Kiểm tra Khối thi đua số 3', 'Kiểm tra Khối thi đua số 4'],
    ['Xét, đề nghị khen thưởng cấp Nhà nước đợt 2/2025', 'Xét, đề nghị khen thưởng cấp Nhà nước đợt 3/2025'],
    ['Xây dựng Kế hoạch tổ chức Hội nghị biểu dương điển hình', 'Tổ chức Hội nghị biểu dương điển hình'],
    ['Trình hồ sơ khen cấp Nhà nước', 'Ký kết giao ước thi đua'],
  ])('%s is not %s', (before, after) => {
    const place = { no: '4', section: 'Quý II', lead: 'Văn phòng UBND', due: '2025-06-16' } as const
    expect(fate([row(before, place)], [row(after, place)])).toEqual([null])
  })
})

describe('rows among others', () => {
  it('keep who they are when a row above was inserted and numbers moved on', () => {
    const before = [
      row('Họp Hội đồng phiên thứ nhất', { no: '1', due: '2025-03-10' }),
      row('Họp Hội đồng phiên thứ hai', { no: '2', due: '2025-06-10' }),
      row('Họp Hội đồng phiên thứ ba', { no: '3', due: '2025-09-10' }),
    ]
    const after = [
      row('Ban hành kế hoạch', { no: '1', due: '2025-01-10' }),
      row('Họp Hội đồng phiên thứ nhất', { no: '2', due: '2025-03-20' }),
      row('Họp Hội đồng phiên thứ hai', { no: '3', due: '2025-06-20' }),
      row('Họp Hội đồng phiên thứ ba', { no: '4', due: '2025-09-20' }),
    ]
    expect(fate(before, after)).toEqual([1, 2, 3])
  })

  it('of one title are told apart by their dates, though numbers and dates moved', () => {
    const before = [
      row('Họp Hội đồng', { no: '1', due: '2025-03-10' }),
      row('Họp Hội đồng', { no: '2', due: '2025-06-10' }),
      row('Họp Hội đồng', { no: '3', due: '2025-09-10' }),
    ]
    const after = [
      row('Ban hành kế hoạch', { no: '1', due: '2025-01-10' }),
      row('Họp Hội đồng', { no: '2', due: '2025-03-17' }),
      row('Họp Hội đồng', { no: '3', due: '2025-06-17' }),
      row('Họp Hội đồng', { no: '4', due: '2025-09-17' }),
    ]
    expect(fate(before, after)).toEqual([1, 2, 3])
  })

  it('of one title are told apart by their sections', () => {
    const report = (section: string, no: string) => row('Báo cáo kết quả', { section, no })
    const before = [report('Quý I', '1'), report('Quý II', '2'), report('Quý III', '3')]
    const after = [report('Quý II', '1'), report('Quý III', '2')]
    expect(fate(before, after)).toEqual([null, 0, 1])
  })

  it('give way to the row that is more alike', () => {
    const lead = 'Văn phòng UBND'
    const before = [row('Lập danh sách gương người tốt, việc tốt', { no: '1', lead })]
    const after = [
      row('Lập danh sách gương người tốt, việc tốt tiêu biểu', { no: '1', lead }),
      row('Lập danh sách gương người tốt, việc tốt', { no: '2', lead }),
    ]
    expect(fate(before, after)).toEqual([1])
  })
})

const TITLES = [
  'Ký giao ước thi đua',
  'Họp Hội đồng phiên thứ nhất',
  'Họp Hội đồng phiên thứ hai',
  'Báo cáo kết quả phong trào quý I',
  'Báo cáo kết quả phong trào quý II',
  'Báo cáo kết quả phong trào',
  'Lập danh sách gương người tốt, việc tốt',
  'Sơ kết công tác 6 tháng đầu năm',
  'Tổng kết công tác năm 2025',
  'Kiểm tra công tác thi đua tại các đơn vị',
]
const anyRow = fc
  .record({
    title: fc.constantFrom(...TITLES),
    section: fc.constantFrom('Quý I', 'Quý II', 'Quý III'),
    lead: fc.constantFrom('Văn phòng UBND', 'Công an phường', 'Y tế phường'),
    due: fc.option(fc.constantFrom<IsoDate>('2025-03-14', '2025-06-15', '2025-09-30', '2025-12-01'), {
      nil: undefined,
    }),
  })
  .map(({ title, section, lead, due }) => row(title, { section, lead, ...(due ? { due } : {}) }))
const numbered = (rows: Row[]): Row[] => rows.map((one, index) => ({ ...one, no: String(index + 1) }))
const anyPlan = fc.array(anyRow, { maxLength: 25 }).map(numbered)

describe('whatever a plan holds', () => {
  it('it has every row of itself, each as itself', () => {
    fc.assert(
      fc.property(anyPlan, (rows) => {
        expect(fate(rows, rows)).toEqual(rows.map((_, index) => index))
      }),
      { numRuns: 60 },
    )
  })

  it('in another order and numbered anew, it has every row, alike in all but the number', () => {
    const shuffled = anyPlan.chain((rows) =>
      fc.shuffledSubarray(rows, { minLength: rows.length }).map((others): [Row[], Row[]] => [rows, numbered(others)]),
    )
    fc.assert(
      fc.property(shuffled, ([before, after]) => {
        const matches = matchRows(before, after)
        expect(matches.length).toBe(before.length)
        for (const match of matches)
          expect({ ...after[match.after], no: '' }).toEqual({ ...before[match.before], no: '' })
      }),
      { numRuns: 60 },
    )
  })

  it('without some of its rows, exactly those are gone', () => {
    const thinned = anyPlan.chain((rows) =>
      fc.subarray(rows.map((_, index) => index)).map((kept): [Row[], number[]] => [rows, kept]),
    )
    fc.assert(
      fc.property(thinned, ([rows, kept]) => {
        const matches = matchRows(
          rows,
          kept.map((index) => rows[index]!),
        )
        expect(matches).toEqual(kept.map((index, after) => ({ before: index, after })))
      }),
      { numRuns: 60 },
    )
  })
})
