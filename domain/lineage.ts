import { matchDeadlines, type Milestone } from './match-deadlines.ts'
import { matchRows, type Row } from './match-rows.ts'

/** A row whose deadlines can be told by their ids. */
export type TracedRow = Omit<Row, 'deadlines'> & { deadlines: (Milestone & { id: string })[] }

/** A deadline of the earlier version with what became of it in the later one. */
export interface Successor<R extends TracedRow> {
  row: R
  deadline: R['deadlines'][number]
}

/** What became of the deadlines of a version in the next one, by their ids. A deadline that is gone is not there. */
export function successorsOf<R extends TracedRow>(
  before: readonly R[],
  after: readonly R[],
): Map<string, Successor<R>> {
  const found = new Map<string, Successor<R>>()
  for (const match of matchRows(before, after)) {
    const [old, row] = [before[match.before]!, after[match.after]!]
    for (const [from, to] of matchDeadlines(old.deadlines, row.deadlines))
      found.set(old.deadlines[from]!.id, { row, deadline: row.deadlines[to]! })
  }
  return found
}

/**
 * A name for each deadline of the versions of one plan, the oldest first, by its id: the id under which it was first approved. A deadline keeps it
 * in all versions in which it goes on.
 */
export function lineageOf(versions: readonly (readonly TracedRow[])[]): Map<string, string> {
  const names = new Map<string, string>()
  for (const [index, rows] of versions.entries()) {
    const former = index === 0 ? new Map<string, Successor<TracedRow>>() : successorsOf(versions[index - 1]!, rows)
    for (const [id, { deadline }] of former) names.set(deadline.id, names.get(id) ?? id)
    for (const { deadlines } of rows) for (const { id } of deadlines) if (!names.has(id)) names.set(id, id)
  }
  return names
}
