import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DueDeadline } from '#domain/due.ts'
import { isUnchanged, planDifference, type PlanContent, type PlanRow } from '#domain/plan-difference.ts'
import type { DraftQuota } from '#domain/plan.ts'
import { by } from '../support/tasks.ts'

const row = (no: string, title: string, deadlines: DueDeadline[] = [], more: Partial<PlanRow> = {}): PlanRow => ({
  id: `t${no}`,
  place: `PL1 mục ${no}`,
  isDone: false,
  appendix: 'Phụ lục 1',
  section: null,
  no,
  title,
  direct: null,
  lead: null,
  support: null,
  deadlines,
  ...more,
})
const quota = (unit: string | null, more: Partial<DraftQuota> = {}): DraftQuota => ({
  appendix: 'Phụ lục 2',
  movement: 'Phong trào thi đua yêu nước',
  unit,
  collective: { max: 3, of: null },
  individual: { max: 5, of: null },
  family: null,
  basis: 'quota',
  wording: '03 | 05',
  ...more,
})
const content = (rows: PlanRow[], quotas: DraftQuota[] = []): PlanContent => ({ rows, quotas })
const PLEDGE = row('1', 'Ký giao ước thi đua giữa các tổ dân phố', [by('2025-03-14')], { lead: 'Công an phường' })
const LIST = row('2', 'Lập danh sách gương người tốt, việc tốt', [by('2025-04-10')], { lead: 'Y tế phường' })

describe('what a new version changes', () => {
  it('is nothing where only the numbers moved on', () => {
    const renumbered = [
      { ...PLEDGE, no: '3' },
      { ...LIST, no: '4' },
    ]
    expect(isUnchanged(planDifference(content([PLEDGE, LIST]), content(renumbered)))).toBe(true)
  })

  it('is rows that came and went', () => {
    const session = row('2', 'Họp Hội đồng phiên thứ hai')
    const { added, removed, moved } = planDifference(content([PLEDGE, LIST]), content([PLEDGE, session]))
    expect({ added, removed, moved }).toEqual({ added: [session], removed: [LIST], moved: [] })
  })

  it('is a date, with both wordings and the row as it stands now', () => {
    const later = { ...PLEDGE, no: '5', place: 'PL1 mục 5', deadlines: [by('2025-03-20')] }
    const { moved } = planDifference(content([PLEDGE]), content([later]))
    expect(moved).toMatchObject([
      {
        row: { place: 'PL1 mục 5' },
        from: { wording: 'Chậm nhất 2025-03-14' },
        to: { wording: 'Chậm nhất 2025-03-20' },
      },
    ])
  })

  it('is no date where the decided one was printed at last', () => {
    const suspect = { reason: 'outside-period', proposed: '2025-06-16' } as const
    const decided = { ...PLEDGE, deadlines: [by('2024-06-16', { suspect, decidedOn: '2025-06-16' })] }
    const printed = { ...PLEDGE, deadlines: [by('2025-06-16')] }
    expect(isUnchanged(planDifference(content([decided]), content([printed])))).toBe(true)
  })

  it('is a milestone that came or went', () => {
    const draft = by('2025-03-01', { label: 'Hoàn thành dự thảo' })
    const hand = by('2025-03-14', { label: 'Trình Hội đồng' })
    const one = planDifference(
      content([{ ...LIST, deadlines: [draft, hand] }]),
      content([{ ...LIST, deadlines: [hand] }]),
    )
    expect(one.moved).toMatchObject([{ from: { label: 'Hoàn thành dự thảo' }, to: undefined }])
    const other = planDifference(
      content([{ ...LIST, deadlines: [hand] }]),
      content([{ ...LIST, deadlines: [draft, hand] }]),
    )
    expect(other.moved).toMatchObject([{ from: undefined, to: { label: 'Hoàn thành dự thảo' } }])
  })

  it('is another rule of what recurs, not another way to write it', () => {
    const monthly = (wording: string, rrule: string) =>
      by('2025-01-01', { wording, rrule, to: null, dueOn: null, kind: 'monthly' })
    const report = (deadline: DueDeadline) => content([row('1', 'Báo cáo kết quả phong trào', [deadline])])
    const before = report(monthly('25 hàng tháng', 'FREQ=MONTHLY;BYMONTHDAY=25'))
    expect(planDifference(before, report(monthly('ngày 25 hằng tháng', 'FREQ=MONTHLY;BYMONTHDAY=25'))).moved).toEqual(
      [],
    )
    expect(
      planDifference(before, report(monthly('ngày 20 hằng tháng', 'FREQ=MONTHLY;BYMONTHDAY=20'))).moved,
    ).toHaveLength(1)
  })

  it('is a title, and who does it', () => {
    const now = { ...LIST, title: `${LIST.title} tiêu biểu`, support: 'Văn phòng UBND' }
    const { retitled, units } = planDifference(content([LIST]), content([now]))
    expect(retitled).toEqual([{ before: LIST, row: now }])
    expect(units).toEqual([{ before: LIST, row: now, part: 'support' }])
  })

  it('is quotas: by category, in words, and rows that came and went', () => {
    const before = content(
      [],
      [
        quota('Công an phường'),
        quota('Y tế phường', { collective: null }),
        quota(null, { basis: 'percent', wording: 'không quá 15%' }),
      ],
    )
    const after = content(
      [],
      [
        quota('Công an phường', { collective: { max: 4, of: null } }),
        quota('Hội CCB', { individual: null }),
        quota(null, { basis: 'percent', wording: 'không quá 20%' }),
      ],
    )
    expect(planDifference(before, after).quotas).toMatchObject([
      { unit: 'Công an phường', category: 'collective', before: { max: 3 }, after: { max: 4 } },
      { unit: 'Y tế phường', category: 'individual', before: { max: 5 }, after: undefined },
      { unit: null, category: undefined, before: 'không quá 15%', after: 'không quá 20%' },
      { unit: 'Hội CCB', category: 'collective', before: undefined, after: { max: 3 } },
    ])
  })

  it('is nothing of itself, whatever stands in it', () => {
    const anyRow = fc
      .record({
        title: fc.constantFrom('Ký giao ước', 'Họp Hội đồng', 'Báo cáo kết quả phong trào quý I', ''),
        lead: fc.constantFrom(null, 'Công an phường'),
        deadlines: fc.array(fc.constantFrom(by('2025-03-14'), by('2025-04-01'), by('2025-04-01', { label: 'Trình' })), {
          maxLength: 3,
        }),
      })
      .map(({ title, ...more }) => row('1', title, [], more))
    fc.assert(
      fc.property(fc.array(anyRow), fc.array(fc.constantFrom(quota(null), quota('Công an phường'))), (rows, quotas) => {
        expect(isUnchanged(planDifference(content(rows, quotas), content(rows, quotas)))).toBe(true)
      }),
    )
  })
})
