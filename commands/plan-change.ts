import type { IsoDate } from '#domain/dates.ts'
import { readDeadlines } from '#domain/deadlines/read-deadlines.ts'
import type { DueDeadline, DueTask } from '#domain/due.ts'
import { fold } from '#domain/fold.ts'
import type { TaskId } from '#domain/ids.ts'
import { rowParts, type CorrectedField } from '#domain/plan-correction.ts'
import { UserError } from '#domain/user-error.ts'
import type { CouncilContext } from './command.ts'
import { readingContext } from './plan-reading.ts'
import type { Reviewed } from './plan-which.ts'

/** A correction whose row is known. */
export type Change =
  /** `deadlineId` is `all` where the words stand for all deadlines of the row. */
  | { kind: 'deadline'; taskId: TaskId; deadlineId: string; value: string }
  | { kind: 'words'; taskId: TaskId; field: Exclude<CorrectedField, 'deadline'>; value: string }
  | { kind: 'remove'; taskId: TaskId }
  /** A new row behind this one. */
  | { kind: 'add'; taskId: TaskId | undefined; value: string }

/** The line behind a choice: what is to be done with a change. */
export function changeLine(verb: string, versionId: string, change: Change): string {
  const what = change.kind === 'deadline' ? change.deadlineId : change.kind === 'words' ? change.field : '-'
  const value = 'value' in change ? change.value : ''
  return `/kehoach ${verb} @${versionId} ${change.kind} ${change.taskId ?? '-'} ${what} ${value}`.trim()
}

const LINE = /^(deadline|words|remove|add) (\S+) (\S+)(?:\s+([^]+))?$/

/** Reads a line of `changeLine` behind its version. Throws UserError where it is none. */
export function readChange(text: string): Change {
  const [, kind, id = '', what = '', value = ''] = LINE.exec(text) ?? []
  const taskId = id as TaskId
  if (kind === 'remove') return { kind, taskId }
  if (kind === 'add') return { kind, taskId: id === '-' ? undefined : taskId, value }
  if (kind === 'deadline') return { kind, taskId, deadlineId: what, value }
  if (kind === 'words' && (what === 'lead' || what === 'support' || what === 'title'))
    return { kind, taskId, field: what, value }
  throw new UserError('plan-usage')
}

/** A change worked out on the plan as it is now. */
export interface Worked {
  /** The row as it is; undefined of a new one. */
  before: DueTask | undefined
  /** The row as it would be; undefined of one that is taken out. */
  after: DueTask | undefined
  /** Wordings that were not understood. */
  unread: string[]
}

/** What a change makes of its row. Throws UserError where the row, or its deadline, is not there any more. */
export function workOut({ today }: CouncilContext, { version, tasks }: Reviewed, change: Change): Worked {
  const before = tasks.find(({ id }) => id === change.taskId)
  if (!before && change.taskId !== undefined) throw new UserError('plan-row-gone')
  if (change.kind === 'add') return newRow(change.value, { version, behind: before, today })
  const row = before!
  if (change.kind === 'remove') return { before: row, after: undefined, unread: [] }
  if (change.kind === 'words') {
    const none = change.field !== 'title' && NONE.includes(fold(change.value))
    return { before: row, after: { ...row, [change.field]: none ? null : change.value }, unread: [] }
  }
  const replaced = row.deadlines.filter(({ id }) => change.deadlineId === 'all' || id === change.deadlineId)
  if (replaced.length === 0 && change.deadlineId !== 'all') throw new UserError('plan-row-gone')
  const read = readDeadlines(change.value, readingContext(version, row.section, today))
  const after = { ...row, deadlines: withRead(row.deadlines, replaced, read.deadlines) }
  return { before: row, after, unread: read.unread }
}

interface Place {
  version: Reviewed['version']
  behind: DueTask | undefined
  today: IsoDate
}

function newRow(words: string, { version, behind, today }: Place): Worked {
  const parts = rowParts(words)
  if (!parts) throw new UserError('plan-usage')
  const { title, lead, deadline } = parts
  const read = readDeadlines(deadline, readingContext(version, null, today))
  const deadlines = read.deadlines.map((one) => ({ ...one, ...UNDECIDED }))
  const after = { ...NEW_ROW, appendix: behind?.appendix ?? null, planFrom: version.from, title, lead, deadlines }
  return { before: undefined, after, unread: read.unread }
}

/** Words for "nobody". */
const NONE = ['khong', 'khong co', '-', 'none']
const UNDECIDED = { id: '', done: false, decidedOn: null }
const NEW_ROW = { id: '' as TaskId, section: null, no: null, support: null, place: '', ref: '', planNumber: null }

/** The new deadlines in the place of the replaced ones; a single one goes on being the milestone that it was. */
function withRead(
  all: DueDeadline[],
  replaced: DueDeadline[],
  read: ReturnType<typeof readDeadlines>['deadlines'],
): DueDeadline[] {
  const label = replaced.length === 1 && read.length === 1 ? (read[0]!.label ?? replaced[0]!.label) : undefined
  const fresh = read.map((one) => ({ ...one, label: label ?? one.label, ...UNDECIDED }))
  if (replaced.length === 0) return [...all, ...fresh]
  return all.flatMap((one) => (one === replaced[0] ? fresh : replaced.includes(one) ? [] : [one]))
}
