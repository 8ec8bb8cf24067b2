import { formatDate, type IsoDate } from '#domain/dates.ts'
import { effectiveDeadline, type DueDeadline } from '#domain/due.ts'
import { fold } from '#domain/fold.ts'
import type { Block, Message } from '#domain/messages.ts'
import type { Kept, MovedDeadline, PlanDifference, PlanRow, QuotaChange, UnitPart } from '#domain/plan-difference.ts'
import { shorten } from '#domain/shorten.ts'
import { stillDone } from '#domain/still-done.ts'
import { quotaMessage } from './quota-message.ts'
import { listed } from './round-message.ts'

const LONGEST_TITLE = 300
const LONGEST_WORDING = 200
const LONGEST_NAME = 120

interface Kind {
  heading: string
  count: string
}

const KINDS = {
  added: { heading: 'difference-added', count: 'difference-count-added' },
  removed: { heading: 'difference-removed', count: 'difference-count-removed' },
  moved: { heading: 'difference-moved', count: 'difference-count-moved' },
  retitled: { heading: 'difference-retitled', count: 'difference-count-retitled' },
  units: { heading: 'difference-units', count: 'difference-count-units' },
  quotas: { heading: 'difference-quotas', count: 'difference-count-quotas' },
} satisfies Record<keyof PlanDifference, Kind>

const PARTS: Record<UnitPart, string> = {
  direct: 'difference-direct',
  lead: 'difference-lead',
  support: 'difference-support',
}

/** How much changes, by kind: "2 việc mới, 1 việc bỏ"; undefined where nothing does. */
export function differenceSummary(difference: PlanDifference): Message | undefined {
  const counts = countsOf(difference)
  const kinds = Object.keys(KINDS) as (keyof PlanDifference)[]
  const parts = kinds
    .filter((kind) => counts[kind] > 0)
    .map((kind): Message => ({ key: KINDS[kind].count, values: { count: counts[kind] } }))
  return parts.length > 0 ? listed(parts) : undefined
}

/** A row with two dates that moved is one. */
function countsOf({
  added,
  removed,
  moved,
  retitled,
  units,
  quotas,
}: PlanDifference): Record<keyof PlanDifference, number> {
  const rows = (kept: Kept[]) => new Set(kept.map(({ row }) => row)).size
  const count = { added: added.length, removed: removed.length }
  return { ...count, moved: rows(moved), retitled: rows(retitled), units: rows(units), quotas: quotas.length }
}

/** What changes, row by row, under a heading for each kind; `today` decides whether what is done has to be done anew. */
export function differenceBlocks(difference: PlanDifference, today: IsoDate): Block[] {
  const { added, removed, moved, retitled, units, quotas } = difference
  const counts = countsOf(difference)
  const of = (kind: keyof PlanDifference, bodies: Message[]): Block[] => {
    const heading = { key: KINDS[kind].heading, values: { count: counts[kind] } }
    return bodies.map((body) => ({ heading, body }))
  }
  return [
    ...of('added', added.map(rowMessage)),
    ...of('removed', removed.map(rowMessage)),
    ...of(
      'moved',
      moved.map((one) => movedMessage(one, today)),
    ),
    ...of('retitled', retitled.map(retitledMessage)),
    ...of('units', units.map(unitMessage)),
    ...of('quotas', quotas.map(quotaLine)),
  ]
}

function rowMessage({ place, title, deadlines }: PlanRow): Message {
  const values = { place, title: shorten(title, LONGEST_TITLE) }
  if (deadlines.length === 0) return { key: 'difference-row', values }
  return { key: 'difference-row-dated', values: { ...values, wording: listed(deadlines.map(wordingOf)) } }
}

/** The row as it stands now, with the place where it stood. */
function keptRow({ before, row }: Kept): Message {
  const values = { place: row.place, title: shorten(row.title, LONGEST_TITLE), former: before.place }
  return { key: before.place === row.place ? 'difference-row' : 'difference-row-former', values }
}

function movedMessage(moved: MovedDeadline, today: IsoDate): Message {
  const { from, to, before } = moved
  const row = keptRow(moved)
  if (!from) return { key: 'difference-deadline-new', values: { row, after: wordingOf(to!) } }
  if (!to) return { key: 'difference-deadline-gone', values: { row, before: wordingOf(from) } }
  const sayDates = fold(from.wording) === fold(to.wording)
  const line = {
    key: 'difference-change',
    values: { row, before: sayDates ? datedOf(from) : wordingOf(from), after: sayDates ? datedOf(to) : wordingOf(to) },
  }
  if (before.isDone) return { key: 'difference-stays-done', values: { line } }
  const reopens = from.done && !to.done && stillDone(from, to, today) === undefined
  return reopens ? { key: 'difference-reopens', values: { line } } : line
}

const retitledMessage = (kept: Kept): Message => ({
  key: 'difference-change',
  values: {
    row: keptRow(kept),
    before: shorten(kept.before.title, LONGEST_TITLE),
    after: shorten(kept.row.title, LONGEST_TITLE),
  },
})

function unitMessage(kept: Kept & { part: UnitPart }): Message {
  const { part, before, row } = kept
  const names = { before: orNone(before[part]), after: orNone(row[part]) }
  return { key: PARTS[part], values: { row: keptRow(kept), ...names } }
}

function quotaLine({ movement, unit, category, before, after }: QuotaChange): Message {
  const named = (limit: QuotaChange['before']): Message => {
    if (typeof limit === 'string') return orNone(limit)
    const told = limit && category ? quotaMessage({ [category]: limit }, 'quota') : undefined
    return told ?? { key: 'difference-none' }
  }
  const values = { movement: shorten(movement, LONGEST_NAME), before: named(before), after: named(after) }
  if (unit === null) return { key: 'difference-quota', values }
  return { key: 'difference-quota-unit', values: { ...values, unit: shorten(unit, LONGEST_NAME) } }
}

function wordingOf({ label, wording }: DueDeadline): Message {
  const text = shorten(wording, LONGEST_WORDING)
  if (!label || wording.includes(label)) return { key: 'text', values: { text } }
  return { key: 'details-labelled', values: { label, wording: text } }
}

/** The words and the day: for two deadlines in the same words. */
function datedOf(deadline: DueDeadline): Message {
  const { dueOn } = effectiveDeadline(deadline)
  const wording = wordingOf(deadline)
  return dueOn ? { key: 'difference-read', values: { wording, date: formatDate(dueOn) } } : wording
}

const orNone = (text: string | null): Message =>
  text ? { key: 'text', values: { text: shorten(text, LONGEST_TITLE) } } : { key: 'difference-none' }
