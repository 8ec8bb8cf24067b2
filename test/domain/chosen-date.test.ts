import { describe, expect, it } from 'vitest'
import { chosenDate } from '#domain/chosen-date.ts'

const IN_2025 = { year: 2025, issuedOn: '2025-01-10' } as const
const said = (words: string, kind: 'before' | 'by') => chosenDate(words, { kind }, IN_2025)?.on

describe('a date said in place of a doubtful one', () => {
  it.each([
    ['20/6/2025', '2025-06-20'],
    ['20/6', '2025-06-20'],
    ['ngày 20/6', '2025-06-20'],
    ['trước ngày 20/6/2025', '2025-06-20'],
    ['chậm nhất 20/6', '2025-06-21'],
    ['tháng 6/2025', '2025-07-01'],
  ])('of “before”: %s', (words, on) => {
    expect(said(words, 'before')).toBe(on)
  })

  it.each([
    ['20/6/2025', '2025-06-20'],
    ['trước ngày 20/6/2025', '2025-06-19'],
    ['chậm nhất 20/6', '2025-06-20'],
  ])('of “by”: %s', (words, on) => {
    expect(said(words, 'by')).toBe(on)
  })

  it.each(['hôm nào đó', 'thường xuyên', '25 hàng tháng', '10/5 và 20/6', ''])('is not “%s”', (words) => {
    expect(said(words, 'before')).toBeUndefined()
  })

  it('may be doubtful itself', () => {
    expect(chosenDate('20/6/2021', { kind: 'by' }, IN_2025)?.suspect?.reason).toBe('before-issue')
  })
})
