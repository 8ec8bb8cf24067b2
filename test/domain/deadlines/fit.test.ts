import { describe, expect, it } from 'vitest'
import { fit, type DeadlineContext } from '../../../domain/deadlines/fit.ts'
import { reading } from './describe.ts'

/** A plan for 2025, signed in December before. */
const PLAN = { year: 2025, issuedOn: '2024-12-09', from: '2025-01-01', to: '2025-12-31' } as const
const on = (date: string, context: Partial<DeadlineContext> = {}) => {
  const [day, month, year] = date.split('/').map(Number) as [number, number, number]
  const found = fit({ year, month, day }, { ...PLAN, ...context })
  return found && `${found.reason}, ${found.proposed ?? 'nothing'}`
}

describe('a date that can be meant', () => {
  it.each([
    ['a day of the period', '15/3/2025', {}],
    ['the end of the year before, after the plan was signed', '31/12/2024', { quarter: 1 }],
    ['less than a quarter after the period', '15/01/2026', {}],
    ['a preparation in the quarter before its section', '30/3/2025', { quarter: 2 }],
    ['a follow-up in the year after, of section IV', '15/01/2026', { quarter: 4 }],
    ['some days before a plan was signed late', '8/1/2025', { issuedOn: '2025-01-13' }],
    ['any year of a longer period', '15/6/2027', { from: '2025-01-01', to: '2028-12-31' }],
  ] as [string, string, Partial<DeadlineContext>][])('%s', (_, date, context) => {
    expect(on(date, context)).toBeNull()
  })
})

describe('a date that cannot', () => {
  it.each([
    ['lies before the issue', '16/6/2024', {}, 'before-issue, 2025-06-16'],
    ['lies before the issue, whatever its section', '30/3/2024', { quarter: 2 }, 'before-issue, 2025-03-30'],
    ['lies long before the issue, in the period', '15/2/2025', { issuedOn: '2025-07-01' }, 'before-issue, nothing'],
    ['lies outside the period', '15/6/2026', {}, 'outside-period, 2025-06-15'],
    ['is of another year than its section', '20/12/2024', { quarter: 4 }, 'outside-section, 2025-12-20'],
    ['is of the next year in section I', '15/1/2026', { quarter: 1 }, 'outside-section, 2025-01-15'],
    ['is no day', '31/2/2025', {}, 'impossible-date, 2025-02-28'],
    ['is no day of this year', '29/2/2025', {}, 'impossible-date, 2025-02-28'],
    ['has day and month the wrong way round', '12/25/2025', {}, 'impossible-date, 2025-12-25'],
    ['has no month at all', '15/13/2025', {}, 'impossible-date, nothing'],
    ['has a year of other times', '15/3/2921', {}, 'implausible-year, 2025-03-15'],
    ['has a digit too few', '15/3/205', {}, 'implausible-year, 2025-03-15'],
    ['has a digit too many', '15/3/20255', {}, 'impossible-date, 2025-03-15'],
  ] as [string, string, Partial<DeadlineContext>, string][])('%s', (_, date, context, expected) => {
    expect(on(date, context)).toBe(expected)
  })

  it('without an issue date is still seen by the period', () => {
    expect(fit({ year: 2024, month: 1, day: 15 }, { year: 2025 })).toEqual({
      reason: 'outside-period',
      proposed: '2025-01-15',
    })
  })

  it('is read as another appendix has it, where that fits', () => {
    const period = { from: '2025-01-01', to: '2026-12-31' } as const
    expect(on('16/6/2024', period)).toBe('before-issue, 2025-06-16')
    expect(on('16/6/2024', { ...period, sameEvent: '2026-06-16' })).toBe('before-issue, 2026-06-16')
    expect(on('16/6/2024', { ...period, sameEvent: '2023-06-16' })).toBe('before-issue, 2025-06-16')
  })
})

describe('a time longer than a day', () => {
  it.each([
    ['Tháng 02/2024', 'month 2024-02-01..2024-02-29 before-issue? 2025-02-28'],
    ['Quý II/2024', 'quarter 2024-04-01..2024-06-30 before-issue? 2025-06-30'],
    ['tháng 13/2025', 'month impossible-date? none'],
    ['từ 15/11/2025 đến 15/01/2025', 'range 2025-11-15..2025-01-15 implausible-year? 2026-01-15'],
    ['từ 01/3/2025 đến 15/4/2024', 'range 2025-03-01..2024-04-15 implausible-year? 2025-04-15'],
    ['từ 20/3/2025 đến 15/3/2025', 'range 2025-03-20..2025-03-15 impossible-date? none'],
    ['từ 01/3/2025 đến 31/02/2025', 'range 2025-03-01.. impossible-date? none'],
    ['từ 20/11/2025 đến 30/4/2026', 'range 2025-11-20..2026-04-30'],
    ['Giai đoạn 2025-2030', 'range 2025-01-01..2030-12-31'],
  ])('%s', (wording, expected) => {
    expect(reading(wording, PLAN)).toBe(expected)
  })
})

describe('a date without a year', () => {
  const schoolYear = { year: 2025, from: '2025-09-01', to: '2026-05-31' } as const

  it.each([
    ['15/11', 'on ..2025-11-15'],
    ['15/3', 'on ..2026-03-15'],
    ['Tháng 3', 'month 2026-03-01..2026-03-31'],
    ['từ 21/11 đến 26/3', 'range 2025-11-21..2026-03-26'],
  ])('%s lies in the period of the plan', (wording, expected) => {
    expect(reading(wording, schoolYear)).toBe(expected)
  })

  it('takes the quarter of its section', () => {
    expect(reading('trong quý', { quarter: 2 })).toBe('quarter 2025-04-01..2025-06-30')
    expect(reading('cuối quý', { quarter: 3 })).toBe('range 2025-09-01..2025-09-30')
    expect(reading('cuối quý')).toBe('quarterly FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1')
  })

  it('begins at the issue of the plan where it says "from now on"', () => {
    expect(reading('từ nay đến ngày 30/6', { issuedOn: '2025-01-13' })).toBe('range 2025-01-13..2025-06-30')
    expect(reading('từ nay đến hết năm')).toBe('range ..2025-12-31')
  })
})
