import type { IsoDate } from '#domain/dates.ts'
import type { DueDeadline, DueTask } from '#domain/due.ts'
import type { TaskId } from '#domain/ids.ts'

/** A deadline whose last day is this one. */
export const by = (dueOn: IsoDate, more: Partial<DueDeadline> = {}): DueDeadline => ({
  id: `d-${dueOn}`,
  wording: `Chậm nhất ${dueOn}`,
  label: null,
  kind: 'by',
  from: null,
  to: dueOn,
  rrule: null,
  dueOn,
  suspect: null,
  done: false,
  decidedOn: null,
  ...more,
})
/** A task of the year 2025 with these deadlines. */
export const task = (...deadlines: DueDeadline[]): DueTask => ({
  id: 't' as TaskId,
  appendix: 'Phụ lục 1',
  section: null,
  no: '1',
  title: 'Việc',
  lead: null,
  support: null,
  place: 'PL1 mục 1',
  ref: 'PL1/1',
  planNumber: null,
  planFrom: '2025-01-01',
  planTo: '2025-12-31',
  deadlines,
})
