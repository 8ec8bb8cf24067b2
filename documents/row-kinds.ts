import type { FoundTask } from './found-task.ts'
import type { Field, Fields } from './cell-fields.ts'
import { markKind, readMark } from './marks.ts'
import type { Chunk } from './table-chunks.ts'

/** What the rest of a row adds to, in the order of a table. */
export const JOINED: readonly Field[] = ['title', 'direct', 'lead', 'support', 'deadline']

/** Whether a row without a number is the rest of the row before. */
export function continues(fields: Fields, last: FoundTask, afterBreak: boolean): boolean {
  const others = JOINED.filter((field) => field !== 'title' && fields[field] !== '')
  if (fields.title === '') return true
  const goesOnInSentence = /^[\p{Ll}\d)”"]/u.test(fields.title)
  if (others.length === 0) return afterBreak || goesOnInSentence || readMark(fields.title)?.kind === 'bullet'
  if (goesOnInSentence && !readMark(fields.title) && others.every((field) => !last[field as 'title'])) return true
  return afterBreak && (goesOnInSentence || /(?:trước|ngày|từ|đến|tháng|quý|năm)\s*$/iu.test(last.deadline ?? ''))
}

/** A row without number under the unit of the row above, which stands in front of its duties: a cell merged over several rows. */
export function isUnderUnit({ no, lead }: Fields, columns: Chunk['columns']): boolean {
  const at = (...roles: (string | undefined)[]) => columns.findIndex(({ role }) => roles.includes(role))
  const unit = at('lead', 'unit')
  return no === '' && lead === '' && unit >= 0 && unit < at('title')
}

/** A short text alone, without a number, over a row of content. */
export function isUnmarkedSection(fields: Fields, next: Fields | undefined): boolean {
  const alone = fields.no === '' && JOINED.every((field) => (field === 'title') === (fields[field] !== ''))
  const over =
    next !== undefined && next.title !== '' && JOINED.some((field) => field !== 'title' && next[field] !== '')
  return alone && over && fields.title.length <= 150
}

/** A numbered row with nothing but its text, over rows that are numbered within it or have no number: a section. */
export function isParent(fields: Fields, next: Fields | undefined): boolean {
  if (fields.no === '' || !next || JOINED.some((field) => field !== 'title' && fields[field] !== '')) return false
  const nested = next.no.startsWith(`${fields.no}.`) || markKind(next.no) === 'minor'
  const unnumbered =
    next.no === '' &&
    (/^[^\p{Ll}]/u.test(next.title) || readMark(next.title) !== undefined) &&
    JOINED.some((field) => field !== 'title' && next[field] !== '')
  return nested || unnumbered
}
