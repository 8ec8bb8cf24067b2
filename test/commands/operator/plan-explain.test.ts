import { describe, expect, it } from 'vitest'
import { explain, explainLines, formatExplanation } from '../../../commands/operator/plan-explain.ts'
import { UsageError } from '../../../commands/operator/usage-error.ts'

const input = (...lines: string[]) =>
  (async function* () {
    for (const line of lines) yield await Promise.resolve(line)
  })()

describe('plan explain', () => {
  it('tells how a wording is read', () => {
    expect(explain('Trước ngày 15/3/2025', { year: 2025 })).toEqual({
      wording: 'Trước ngày 15/3/2025',
      deadlines: [
        {
          wording: 'Trước ngày 15/3/2025',
          label: null,
          kind: 'before',
          from: null,
          to: '2025-03-15',
          rrule: null,
          dueOn: '2025-03-14',
          suspect: null,
        },
      ],
    })
  })

  it('takes the quarter of the section into account', () => {
    const [deadline] = explain('trong quý', { year: 2025, quarter: 2 }).deadlines
    expect(deadline).toMatchObject({ kind: 'quarter', from: '2025-04-01', to: '2025-06-30' })
  })

  it('shows it to people line by line', () => {
    expect(formatExplanation(explain('Họp trước 16/6/2023; 25 hằng tháng', { year: 2025 }))).toBe(
      [
        'before    "Họp trước 16/6/2023"',
        '  what   Họp',
        '  dates  2023-06-16',
        '  due    2023-06-15',
        '  doubt  outside-period, proposed 2025-06-16',
        'monthly   "25 hằng tháng"',
        '  rule   FREQ=MONTHLY;BYMONTHDAY=25',
      ].join('\n'),
    )
  })

  it('says so where a wording says nothing', () => {
    expect(formatExplanation(explain(' - ', { year: 2025 }))).toBe('(nothing is said)')
  })

  it('prints one line of JSON for each line of input, in its own year', async () => {
    const printed: string[] = []
    await explainLines(input('Quý III\t2025', '', 'tháng 3\t2026\r'), { year: 2024 }, (line) => printed.push(line))
    expect(printed.map((line) => (JSON.parse(line) as ReturnType<typeof explain>).deadlines[0]?.to)).toEqual([
      '2025-09-30',
      '2026-03-31',
    ])
  })

  it.each(['Quý III', 'Quý III\t', 'Quý III\tnăm nay', 'Quý III\t2025\t3'])(
    'names the line that is wrong: %j',
    async (line) => {
      const printed: string[] = []
      const run = explainLines(input('Quý II\t2025', line), { year: 2025 }, (text) => printed.push(text))
      await expect(run).rejects.toThrow(new UsageError('line 2: expected "wording TAB year"'))
      expect(printed).toHaveLength(1)
    },
  )
})
