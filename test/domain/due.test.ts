import { describe, expect, it } from 'vitest'
import type { IsoDate } from '#domain/dates.ts'
import { dueIn, effectiveDeadline, overdue, undated, undecided, type DueDeadline, type DueTask } from '#domain/due.ts'
import type { TaskId } from '#domain/ids.ts'
import { periodOf } from '#domain/period.ts'

const TODAY: IsoDate = '2025-02-20'
const Q1 = periodOf('quarter', TODAY)
const Q2 = periodOf('quarter', '2025-05-01')

function deadline(known: Partial<DueDeadline>): DueDeadline {
  const open: DueDeadline = {
    ...{ id: 'd', wording: 'Theo Kế hoạch', label: null, kind: 'open', from: null, to: null, rrule: null, dueOn: null },
    ...{ suspect: null, done: false, decidedOn: null },
  }
  return { ...open, ...known }
}

const before = (to: IsoDate, dueOn: IsoDate, known: Partial<DueDeadline> = {}) =>
  deadline({ kind: 'before', to, dueOn, ...known })
const on = (to: IsoDate, known: Partial<DueDeadline> = {}) => deadline({ kind: 'on', to, dueOn: to, ...known })
const span = (kind: DueDeadline['kind'], from: IsoDate, to: IsoDate) => deadline({ kind, from, to, dueOn: to })
const monthly = deadline({ kind: 'monthly', rrule: 'FREQ=MONTHLY;BYMONTHDAY=25' })

function task(no: string, deadlines: DueDeadline[], known: Partial<DueTask> = {}): DueTask {
  return {
    ...{ id: no as TaskId, appendix: 'Phụ lục 1', section: null, no, title: `Việc ${no}`, lead: null, support: null },
    ...{ place: `PL1 mục ${no}`, ref: `PL1/${no}`, planNumber: '14/KH-UBND', deadlines },
    ...known,
  }
}

const shown = (tasks: DueTask[], period = Q1, today = TODAY) =>
  dueIn(tasks, period, today).map(({ task, dueOn, status, daysLeft }) => [task.no, dueOn, status, daysLeft])

describe('what is due in a period', () => {
  it('counts the days from the last day still on time', () => {
    const tasks = [
      task('1', [before('2025-01-08', '2025-01-07')]),
      task('7', [before('2025-03-15', '2025-03-14')]),
      task('9', [before('2025-07-15', '2025-07-14')]),
    ]
    expect(shown(tasks)).toEqual([
      ['1', '2025-01-07', 'overdue', -44],
      ['7', '2025-03-14', 'open', 22],
    ])
    expect(shown(tasks, periodOf('month', '2025-07-01'))).toEqual([['9', '2025-07-14', 'open', 144]])
  })

  it('goes by dueOn: what is to be done before 1 April is due in March', () => {
    const tasks = [task('1', [before('2025-04-01', '2025-03-31')])]
    expect(shown(tasks, Q1)).toEqual([['1', '2025-03-31', 'open', 39]])
    expect(shown(tasks, Q2)).toEqual([])
  })

  it('is not overdue on the last day', () => {
    expect(shown([task('1', [on(TODAY)])])).toEqual([['1', TODAY, 'open', 0]])
  })

  it.each<[string, DueDeadline, unknown[]]>([
    ['a range under way', span('range', '2025-01-01', '2025-05-31'), ['1', '2025-05-31', 'ongoing', 100]],
    ['a range that ends in it', span('range', '2024-12-01', '2025-01-31'), ['1', '2025-01-31', 'overdue', -20]],
    ['a range to come', span('range', '2025-03-20', '2025-04-10'), ['1', '2025-04-10', 'open', 49]],
    ['its month', span('month', '2025-02-01', '2025-02-28'), ['1', '2025-02-28', 'ongoing', 8]],
    ['its half-year', span('half-year', '2025-01-01', '2025-06-30'), ['1', '2025-06-30', 'ongoing', 130]],
  ])('lists %s', (_, one, entry) => {
    expect(shown([task('1', [one])])).toEqual([entry])
  })

  it('lists a recurring deadline by its occurrences within the plan', () => {
    const tasks = [task('5', [monthly], { planFrom: '2025-02-01', planTo: '2025-12-31' })]
    expect(shown(tasks)).toEqual([
      ['5', '2025-02-25', 'open', 5],
      ['5', '2025-03-25', 'open', 33],
    ])
    expect(shown(tasks, periodOf('quarter', '2026-02-01'))).toEqual([])
  })

  it('knows up to which occurrence a recurring deadline is done', () => {
    const tasks = [task('5', [{ ...monthly, doneThrough: '2025-01-25' }])]
    expect(shown(tasks).map(([, dueOn, status]) => [dueOn, status])).toEqual([
      ['2025-01-25', 'done'],
      ['2025-02-25', 'open'],
      ['2025-03-25', 'open'],
    ])
  })

  it('counts each deadline of a task on its own, and both kinds of done', () => {
    const draft = before('2025-01-17', '2025-01-16', { label: 'Hoàn thành dự thảo', done: true })
    const tasks = [
      task('1', [draft, before('2025-03-24', '2025-03-23', { label: 'Trình' })]),
      task('2', [on('2025-01-10')], { doneAt: '2025-01-09T02:00:00Z' }),
    ]
    expect(dueIn(tasks, Q1, TODAY).map(({ label, status }) => [label, status])).toEqual([
      [null, 'done'],
      ['Hoàn thành dự thảo', 'done'],
      ['Trình', 'open'],
    ])
  })

  it('sorts by date and then as in the plan', () => {
    const tasks = [task('1', [on('2025-03-10')]), task('2', [on('2025-03-01')]), task('3', [on('2025-03-10')])]
    expect(shown(tasks).map(([no]) => no)).toEqual(['2', '1', '3'])
  })
})

describe('a suspect date', () => {
  const suspect = before('2024-06-16', '2024-06-15', { suspect: { reason: 'outside-section', proposed: '2025-06-16' } })

  it('stands under its proposed date until somebody decides, and is never overdue', () => {
    const tasks = [task('22', [suspect])]
    expect(shown(tasks, Q2)).toEqual([['22', '2025-06-15', 'suspect', 115]])
    expect(shown(tasks, Q2, '2025-09-01')).toEqual([['22', '2025-06-15', 'suspect', -78]])
    expect(overdue(tasks, '2025-09-01')).toEqual([])
  })

  it.each<[string, IsoDate, IsoDate]>([
    ['as proposed', '2025-06-16', '2025-06-15'],
    ['as written', '2024-06-16', '2024-06-15'],
    ['another date', '2025-06-20', '2025-06-19'],
  ])('decided %s', (_, decidedOn, dueOn) => {
    expect(effectiveDeadline({ ...suspect, decidedOn })).toEqual({ from: null, to: decidedOn, dueOn, pending: false })
  })

  it('moves a span as a whole', () => {
    const wrong = { ...span('range', '2024-03-01', '2024-04-15'), decidedOn: '2025-04-15' as IsoDate }
    const suspected = { ...wrong, suspect: { reason: 'outside-period', proposed: '2025-04-15' } as const }
    expect(effectiveDeadline(suspected)).toMatchObject({ from: '2025-03-01', to: '2025-04-15', dueOn: '2025-04-15' })
  })

  it('without a proposal stays as written', () => {
    const odd = on('2025-03-01', { suspect: { reason: 'outside-period', proposed: null } })
    expect(effectiveDeadline(odd)).toMatchObject({ dueOn: '2025-03-01', pending: true })
  })
})

describe('an event that stands in two appendices', () => {
  const session = (known: Partial<DueTask>, deadlines: DueDeadline[]) =>
    task('2', deadlines, { id: 'session' as TaskId, place: 'PL2 mục 2', ...known })
  const sameAs = '22' as TaskId

  it('is shown once, with both places', () => {
    const tasks = [task('22', [on('2025-06-16')]), session({ sameAs }, [on('2025-06-16')])]
    expect(dueIn(tasks, Q2, TODAY)).toMatchObject([{ task: { no: '22' }, sources: ['PL1 mục 22', 'PL2 mục 2'] }])
  })

  it('stands under the date of the first where the two disagree', () => {
    const tasks = [task('22', [on('2025-06-16')]), session({ sameAs }, [on('2025-08-16')])]
    expect(shown(tasks, Q2)).toEqual([['22', '2025-06-16', 'open', 116]])
    expect(shown(tasks, periodOf('quarter', '2025-08-01'))).toEqual([])
  })

  it('keeps a milestone that only the second has', () => {
    const papers = on('2025-04-15', { label: 'Đơn vị gửi hồ sơ' })
    const tasks = [task('22', [on('2025-06-16')]), session({ sameAs }, [on('2025-06-16'), papers])]
    expect(dueIn(tasks, Q2, TODAY).map(({ dueOn, sources }) => [dueOn, sources])).toEqual([
      ['2025-04-15', ['PL2 mục 2', 'PL1 mục 22']],
      ['2025-06-16', ['PL1 mục 22', 'PL2 mục 2']],
    ])
  })

  it('takes the date of the second where the first has none', () => {
    const tasks = [task('22', [deadline({})]), session({ sameAs }, [on('2025-06-16')])]
    expect(dueIn(tasks, Q2, TODAY)).toHaveLength(1)
    expect(undated(tasks)).toEqual([])
  })

  it('is done when either is', () => {
    const tasks = [task('22', [on('2025-01-16')]), session({ sameAs }, [on('2025-01-16', { done: true })])]
    expect(shown(tasks)).toEqual([['22', '2025-01-16', 'done', -35]])
    expect(overdue(tasks, TODAY)).toEqual([])
  })

  it('stands for itself where the first is not in the list', () => {
    expect(shown([session({ sameAs }, [on('2025-06-16')])], Q2)).toHaveLength(1)
  })
})

describe('an event of which one appendix has a date that cannot be right', () => {
  const suspect = before('2024-05-16', '2024-05-15', { suspect: { reason: 'outside-section', proposed: '2025-05-16' } })
  const first = (known: Partial<DueDeadline> = {}) => task('11', [{ ...suspect, id: 'd-11', ...known }])
  const session = (...deadlines: DueDeadline[]) =>
    task('2', deadlines, { id: 'session' as TaskId, place: 'PL3 mục 2', sameAs: '11' as TaskId })
  const sure = before('2025-05-16', '2025-05-15', { id: 'd-2' })
  const told = (tasks: DueTask[]) =>
    dueIn(tasks, Q2, TODAY).map(({ deadline, dueOn, status, sources, doubts }) => ({
      ...{ id: deadline.id, dueOn, status, sources },
      doubts: doubts.map(({ task }) => task.place),
    }))
  const sources = ['PL3 mục 2', 'PL1 mục 11']

  it('goes by the sure date, once, and says which other is to be decided', () => {
    const tasks = [first(), session(sure)]
    expect(told(tasks)).toEqual([{ id: 'd-2', dueOn: '2025-05-15', status: 'open', sources, doubts: ['PL1 mục 11'] }])
    expect(overdue(tasks, '2025-06-01')).toMatchObject([{ deadline: { id: 'd-2' }, daysLeft: -17 }])
  })

  it('whichever of the two it is', () => {
    const written = task('2', [suspect], { id: 'session' as TaskId, place: 'PL3 mục 2', sameAs: '11' as TaskId })
    const found = told([task('11', [{ ...sure, id: 'd-11' }]), written])
    expect(found).toMatchObject([{ id: 'd-11', status: 'open', doubts: ['PL3 mục 2'] }])
  })

  it('also where "before" and "on" name the same day', () => {
    const found = told([first(), session(on('2025-05-16', { id: 'd-2' }))])
    expect(found).toMatchObject([{ id: 'd-2', dueOn: '2025-05-16', doubts: ['PL1 mục 11'] }])
  })

  it('shows both where the sure date is not the proposed one', () => {
    expect(told([first(), session(before('2025-05-20', '2025-05-19', { id: 'd-2' }))])).toEqual([
      { id: 'd-11', dueOn: '2025-05-15', status: 'suspect', sources: ['PL1 mục 11', 'PL3 mục 2'], doubts: [] },
      { id: 'd-2', dueOn: '2025-05-19', status: 'open', sources, doubts: [] },
    ])
  })

  it('stands under the suspect one where the other has no day, or none that is sure', () => {
    expect(told([first(), session(deadline({ id: 'd-2' }))])).toMatchObject([{ id: 'd-11', status: 'suspect' }])
    expect(told([first(), session({ ...suspect, id: 'd-2' })])).toMatchObject([{ id: 'd-11', status: 'suspect' }])
  })

  it('stands under the first row once that is decided', () => {
    const [entry, ...others] = told([first({ decidedOn: '2025-05-20' }), session(sure)])
    expect([entry, others]).toMatchObject([{ id: 'd-11', dueOn: '2025-05-19', status: 'open', doubts: [] }, []])
  })

  it.each([
    ['the deadline of the first row', [first({ done: true }), session(sure)]],
    ['the deadline of the second', [first(), session({ ...sure, done: true })]],
    ['all of the first row', [{ ...first(), doneAt: '2025-02-01T00:00:00Z' }, session(sure)]],
    ['all of the second', [first(), { ...session(sure), doneAt: '2025-02-01T00:00:00Z' }]],
  ])('is done, and nothing is left to decide, when %s is', (_, tasks) => {
    expect(told(tasks)).toMatchObject([{ id: 'd-2', status: 'done', doubts: [] }])
    expect(undecided(tasks)).toEqual([])
  })

  it('still waits for the decision', () => {
    expect(undecided([first(), session(sure)]).map(({ task }) => task.place)).toEqual(['PL1 mục 11'])
    expect(undecided([first({ decidedOn: '2025-05-16' }), session(sure)])).toEqual([])
  })
})

describe('overdue', () => {
  it('has what is past and not done, the oldest first', () => {
    const tasks = [
      task('1', [on('2025-02-19')]),
      task('2', [on('2025-02-20')]),
      task('3', [on('2024-12-01')]),
      task('4', [on('2025-01-01', { done: true })]),
    ]
    expect(overdue(tasks, TODAY).map(({ task, daysLeft }) => [task.no, daysLeft])).toEqual([
      ['3', -81],
      ['1', -1],
    ])
  })

  it('has only the last occurrence of a recurring deadline, and none once that is done', () => {
    expect(overdue([task('5', [monthly])], '2025-04-01').map(({ dueOn }) => dueOn)).toEqual(['2025-03-25'])
    expect(overdue([task('5', [{ ...monthly, doneThrough: '2025-03-25' }])], '2025-04-01')).toEqual([])
    expect(overdue([task('5', [monthly], { planFrom: '2025-04-01' })], '2025-04-10')).toEqual([])
  })
})

describe('undated', () => {
  it('has the tasks without any date that are not done', () => {
    const tasks = [
      task('1', [on('2025-02-19')]),
      task('2', [deadline({})]),
      task('3', [deadline({ kind: 'monthly', rrule: 'FREQ=MONTHLY' })]),
      task('4', []),
      task('5', [monthly]),
      task('6', [deadline({}), on('2025-05-01')]),
      task('7', [deadline({ done: true })]),
      task('8', [deadline({})], { doneAt: '2025-01-01T00:00:00Z' }),
      task('9', [deadline({ kind: 'yearly', rrule: 'FREQ=YEARLY;INTERVAL=2;BYMONTH=6;BYMONTHDAY=5' })]),
    ]
    expect(undated(tasks).map(({ no }) => no)).toEqual(['2', '3', '4'])
  })
})
