import { describe, expect, it } from 'vitest'
import type { IsoDate } from '#domain/dates.ts'
import type { DueTask } from '#domain/due.ts'
import type { TaskId } from '#domain/ids.ts'
import { evidenceFor, openPoints, reviewPoints, twinAppendices } from '#domain/plan-review.ts'
import { by, task } from '../support/tasks.ts'

const doubtful = (written: IsoDate, proposed: IsoDate | null, more = {}) =>
  by(written, { id: `d-${written}`, suspect: { reason: 'before-issue', proposed }, ...more })

/** A meeting in appendix 1 and the same one in appendix 2. */
function twins(here: DueTask['deadlines'], there: DueTask['deadlines']): [DueTask, DueTask] {
  const first = { ...task(...here), id: 'a' as TaskId, appendix: 'Phụ lục 1', place: 'PL1 mục 22' }
  const id = 'b' as TaskId
  return [first, { ...task(...there), id, appendix: 'Phụ lục 2', place: 'PL2 mục 2', sameAs: first.id }]
}

describe('the evidence for a doubtful date', () => {
  const evidence = (tasks: [DueTask, DueTask], at = 0) =>
    evidenceFor({ task: tasks[0], deadline: tasks[0].deadlines[at]! }, tasks)

  it('agrees where the same event elsewhere has the proposed date', () => {
    const tasks = twins([doubtful('2024-06-16', '2025-06-16')], [by('2025-06-16')])
    expect(evidence(tasks)).toEqual([{ place: 'PL2 mục 2', wording: 'Chậm nhất 2025-06-16', agrees: true }])
  })

  it('disagrees where it has another date', () => {
    const tasks = twins([doubtful('2024-06-16', '2025-06-16')], [by('2025-06-20')])
    expect(evidence(tasks)).toEqual([{ place: 'PL2 mục 2', wording: 'Chậm nhất 2025-06-20', agrees: false }])
  })

  it('is none for another milestone of the event', () => {
    const tasks = twins(
      [doubtful('2024-06-16', '2025-06-16'), doubtful('2024-03-30', '2025-03-30')],
      [by('2025-06-16')],
    )
    expect(evidence(tasks, 1)).toEqual([])
  })

  it('is none from a date that is doubtful itself', () => {
    const tasks = twins([doubtful('2024-06-16', '2025-06-16')], [doubtful('2024-06-17', '2025-06-17')])
    expect(evidence(tasks)).toEqual([])
  })
})

describe('the points of a plan', () => {
  it('tell two rows of one event that do not agree, until the date is decided', () => {
    const disagreeing = twins([doubtful('2024-06-16', '2025-06-16')], [by('2025-06-16')])
    const decided = twins([doubtful('2024-06-16', '2025-06-16', { decidedOn: '2025-06-16' })], [by('2025-06-16')])
    expect(reviewPoints(disagreeing, []).twins.map(({ agree }) => agree)).toEqual([false])
    expect(reviewPoints(decided, []).twins.map(({ agree }) => agree)).toEqual([true])
    expect(twinAppendices(reviewPoints(decided, []).twins)).toEqual(['Phụ lục 1', 'Phụ lục 2'])
  })

  it('count dates, unread wordings and unread rows as open', () => {
    const unread = by('2025-01-01', { kind: 'open', wording: 'mùa thu', to: null, dueOn: null })
    const tasks = [{ ...task(doubtful('2024-06-16', null), unread), id: 'a' as TaskId }]
    const points = reviewPoints(tasks, [
      { code: 'unread-deadline', message: 'Chưa hiểu “mùa thu”', at: 'PL1 mục 1' },
      { code: 'unread-row', message: 'Dòng “x”', at: null },
      { code: 'missing-appendix', message: 'Phụ lục 3', at: null },
    ])
    expect(openPoints(points)).toBe(3)
  })

  it('forget an unread wording once its row is corrected', () => {
    const warnings = [{ code: 'unread-deadline' as const, message: 'Chưa hiểu “mùa thu”', at: 'PL1 mục 1' }]
    expect(reviewPoints([task(by('2025-09-01'))], warnings).unread).toEqual([])
  })
})
