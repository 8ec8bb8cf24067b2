import type { Row } from 'write-excel-file/node'
import type { DraftPlan, DraftTask } from '#domain/plan.ts'
import { deadlineCell } from './draft-deadlines.ts'
import { NO_TIME, SUSPECT, TASK_HEAD } from './draft-heads.ts'
import { markKind, readMark } from './marks.ts'
import { periodWording } from './sections.ts'
import { heading, line, text } from './workbook-cells.ts'

/** A task and what the reader has to say about it. */
export interface NotedTask {
  task: DraftTask
  notes: readonly string[]
}

/** A table of tasks in the plan's own shape, a row over the whole width for each section. Suspect times are coloured. */
export function taskRows(tasks: readonly NotedTask[], plan: DraftPlan['plan']): Row[] {
  const rows: Row[] = [TASK_HEAD.map((label) => heading(label))]
  const { ordered, hasParents } = arrange(tasks)
  let section: string | null = null
  for (const { task, notes } of ordered) {
    if (task.section !== section && task.section !== null) rows.push(sectionRow(task.section, hasParents))
    section = task.section
    const suspect = task.deadlines.some((deadline) => deadline.suspect)
    rows.push([
      text(task.no ?? '', { align: 'center' }),
      text(task.title),
      text(task.direct ?? ''),
      text(task.lead ?? ''),
      text(task.support ?? ''),
      text(task.deadlines.length ? deadlineCell(task, plan) : NO_TIME, suspect ? { backgroundColor: SUSPECT } : {}),
      text(notes.join('\n'), suspect ? { backgroundColor: SUSPECT } : {}),
    ])
  }
  return rows
}

const SECTION = { fontWeight: 'bold' as const, borderStyle: 'thin' as const }

/**
 * A section as plans have it: a heading without a number where titles stand, one that a plain number ends as a row of its own (`isRow`),
 * else over the whole width.
 */
function sectionRow(section: string, isRow: boolean): Row {
  const marked = readMark(section)
  if (!isRow && (marked || periodWording(section))) return line(section, TASK_HEAD.length, SECTION)
  const cells = marked ? [marked.mark, marked.text] : ['', section]
  return TASK_HEAD.map((_, column) => text(cells[column] ?? '', SECTION))
}

/** Whether a section's number is that of a row with rows of its own: numbered within it, or without a number. */
function isParent(section: string | null, { no }: DraftTask): boolean {
  const marked = section === null ? undefined : readMark(section)
  return marked?.kind === 'number' && (no === null || no.startsWith(`${marked.mark}.`) || markKind(no) === 'minor')
}

/** Where rows of no section stand between sections that a plain number ends, all keep their places; else they go before the sections. */
function arrange(tasks: readonly NotedTask[]): { ordered: readonly NotedTask[]; hasParents: boolean } {
  const outside = tasks.filter(({ task }) => task.section === null)
  const hasParents =
    outside.every(({ task }) => markKind(task.no ?? '') === 'number') &&
    tasks.every(
      ({ task }, at) => task.section === null || startsNot(task, tasks[at - 1]) || isParent(task.section, task),
    )
  return hasParents
    ? { ordered: tasks, hasParents }
    : { ordered: [...outside, ...tasks.filter(({ task }) => task.section !== null)], hasParents }
}

const startsNot = ({ section }: DraftTask, before: NotedTask | undefined) => before?.task.section === section
