import type { Row } from 'write-excel-file/node'
import { dutiesIn } from './dated-duties.ts'
import { SUSPECT, TASK_HEAD } from './draft-heads.ts'
import type { NotedTask } from './draft-tasks.ts'
import { line } from './workbook-cells.ts'

/** Whether a task was found in running text, so that it is found there again: its words and its time, and nothing else. */
export function isDuty({ task }: NotedTask): boolean {
  const { section, no, direct, lead, support, title, deadlines } = task
  const [only, ...others] = deadlines
  if ((section ?? no ?? direct ?? lead ?? support) !== null || !only || others.length > 0) return false
  const [duty, ...more] = dutiesIn(sentenceOf(title, only.wording))
  return more.length === 0 && duty?.title === title && duty.wording === only.wording
}

/** Duties in running text, which belong to no table, as sentences over the whole width. */
export function dutyRows(duties: readonly NotedTask[]): Row[] {
  return duties.map(({ task: { title, deadlines } }) => {
    const { wording, suspect } = deadlines[0]!
    // The sign behind keeps a short sentence that ends with a day from passing for the line with the plan's own date.
    return line(`${sentenceOf(title, wording)};`, TASK_HEAD.length, suspect ? { backgroundColor: SUSPECT } : {})
  })
}

/** The sentence of a duty: a title that has its time within keeps it, as it was written there. */
function sentenceOf(title: string, wording: string): string {
  const at = title.toLowerCase().indexOf(wording.toLowerCase())
  return at < 0 ? `${title} ${wording}` : title.slice(0, at) + wording + title.slice(at + wording.length)
}
