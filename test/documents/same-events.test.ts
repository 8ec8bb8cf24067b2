import { describe, expect, it } from 'vitest'
import { sameEvents } from '#documents/same-events.ts'
import type { IsoDate } from '#domain/dates.ts'
import type { Deadline, DraftTask } from '#domain/plan.ts'

const on = (to: IsoDate): Deadline => ({
  wording: to,
  label: null,
  kind: 'on',
  from: null,
  to,
  rrule: null,
  dueOn: to,
  suspect: null,
})
const task = (appendix: string, title: string, date?: IsoDate): DraftTask => ({
  appendix,
  section: null,
  no: null,
  title,
  direct: null,
  lead: null,
  support: null,
  deadlines: date ? [on(date)] : [],
})

const HOLD = 'Họp Hội đồng xét tặng danh hiệu Nghệ nhân tiêu biểu đợt 1'
const SESSION = 'Phiên họp thứ nhất: xét tặng danh hiệu Nghệ nhân tiêu biểu đợt 1'

describe('the same event in two appendices', () => {
  it.each([
    [
      'with the same day',
      [task('Phụ lục 1', HOLD, '2025-05-12'), task('Phụ lục 2', SESSION, '2025-05-12')],
      [{ task: 1, sameAs: 0 }],
    ],
    [
      'with another year',
      [task('Phụ lục 1', HOLD, '2024-05-12'), task('Phụ lục 2', SESSION, '2025-05-12')],
      [{ task: 1, sameAs: 0 }],
    ],
    [
      'not with a day months away',
      [task('Phụ lục 1', HOLD, '2025-09-12'), task('Phụ lục 2', SESSION, '2025-05-12')],
      [],
    ],
    ['not within one appendix', [task('Phụ lục 1', HOLD, '2025-05-12'), task('Phụ lục 1', SESSION, '2025-05-12')], []],
    [
      'not a preparation of it',
      [
        task('Phụ lục 1', 'Tổng hợp hồ sơ xét tặng danh hiệu Nghệ nhân tiêu biểu đợt 1', '2025-05-12'),
        task('Phụ lục 2', SESSION, '2025-05-12'),
      ],
      [],
    ],
    [
      'paired with the one most alike',
      [
        task('Phụ lục 1', 'Họp Hội đồng xét tặng danh hiệu Nghệ nhân tiêu biểu đợt 2', '2025-05-20'),
        task('Phụ lục 1', HOLD, '2025-05-12'),
        task('Phụ lục 2', SESSION, '2025-05-12'),
      ],
      [{ task: 2, sameAs: 1 }],
    ],
  ])('is recognised %s', (_, tasks, expected) => {
    expect(sameEvents(tasks)).toEqual(expected)
  })
})
