import { effectiveDeadline, type DueDeadline } from './due-task.ts'
import { fold } from './fold.ts'
import { matchDeadlines } from './match-deadlines.ts'
import { matchRows } from './match-rows.ts'
import { QUOTA_CATEGORIES, type DraftQuota, type DraftTask, type QuotaCategory, type QuotaLimit } from './plan.ts'

/** A row of a version: all that is written there, and what the secretariat decided on. */
export interface PlanRow extends Omit<DraftTask, 'deadlines'> {
  id: string
  /** Where it stands in this version: "PL1 mục 7". */
  place: string
  /** Whether the task was marked done as a whole. */
  isDone: boolean
  deadlines: DueDeadline[]
}

export interface PlanContent {
  rows: readonly PlanRow[]
  quotas: readonly DraftQuota[]
}

/** A row of the later version with the row that it was. */
export interface Kept {
  before: PlanRow
  row: PlanRow
}

/** A deadline that has another date, or none any more (`after` undefined), or is new (`before` undefined). */
export interface MovedDeadline extends Kept {
  from: DueDeadline | undefined
  to: DueDeadline | undefined
}

export const UNIT_PARTS = ['direct', 'lead', 'support'] as const
export type UnitPart = (typeof UNIT_PARTS)[number]

/**
 * A quota that changed: of a category, or in words where it is no number. `before` undefined: the earlier version has no such row; `after`
 * undefined: the later one.
 */
export interface QuotaChange {
  movement: string
  unit: string | null
  category: QuotaCategory | undefined
  before: QuotaLimit | string | null | undefined
  after: QuotaLimit | string | null | undefined
}

/** What a later version of a plan changes, by row. Another number of a row is no difference. */
export interface PlanDifference {
  added: PlanRow[]
  removed: PlanRow[]
  moved: MovedDeadline[]
  retitled: Kept[]
  units: (Kept & { part: UnitPart })[]
  quotas: QuotaChange[]
}

export function planDifference(before: PlanContent, after: PlanContent): PlanDifference {
  const matches = matchRows(before.rows, after.rows)
  const kept = matches.map((match): Kept => ({ before: before.rows[match.before]!, row: after.rows[match.after]! }))
  const [old, now] = [new Set(kept.map((one) => one.before)), new Set(kept.map(({ row }) => row))]
  return {
    added: after.rows.filter((row) => !now.has(row)),
    removed: before.rows.filter((row) => !old.has(row)),
    moved: kept.flatMap(movedIn),
    retitled: kept.filter((one) => !isSameText(one.before.title, one.row.title)),
    units: kept.flatMap((one) =>
      UNIT_PARTS.filter((part) => !isSameText(one.before[part], one.row[part])).map((part) => ({ ...one, part })),
    ),
    quotas: quotaChanges(before.quotas, after.quotas),
  }
}

/** Whether a later version changes nothing. */
export const isUnchanged = (difference: PlanDifference): boolean =>
  Object.values(difference).every((list: unknown[]) => list.length === 0)

/** Whether two deadlines fall due on the same days, or are put in the same words where they name none. */
export function isSameDate(one: DueDeadline, other: DueDeadline): boolean {
  if (one.rrule !== null || other.rrule !== null) return one.rrule === other.rrule
  const [a, b] = [effectiveDeadline(one), effectiveDeadline(other)]
  if (a.dueOn === null && b.dueOn === null) return isSameText(one.wording, other.wording)
  return a.dueOn === b.dueOn && a.from === b.from
}

function movedIn(kept: Kept): MovedDeadline[] {
  const [old, now] = [kept.before.deadlines, kept.row.deadlines]
  const pairs = matchDeadlines(old, now)
  const [left, right] = [new Set(pairs.map(([index]) => index)), new Set(pairs.map(([, index]) => index))]
  return [
    ...pairs
      .map(([from, to]) => ({ ...kept, from: old[from]!, to: now[to]! }))
      .filter((one) => !isSameDate(one.from, one.to)),
    ...old.filter((_, index) => !left.has(index)).map((from) => ({ ...kept, from, to: undefined })),
    ...now.filter((_, index) => !right.has(index)).map((to) => ({ ...kept, from: undefined, to })),
  ]
}

function quotaChanges(before: readonly DraftQuota[], after: readonly DraftQuota[]): QuotaChange[] {
  const [old, now] = [byKey(before), byKey(after)]
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((key) => changeOf(old.get(key), now.get(key)))
}

function changeOf(old: DraftQuota | undefined, now: DraftQuota | undefined): QuotaChange[] {
  const { movement, unit } = (now ?? old)!
  const isCounted = (old?.basis ?? 'quota') === 'quota' && (now?.basis ?? 'quota') === 'quota'
  if (!isCounted) {
    const isSame =
      old !== undefined && now !== undefined && old.basis === now.basis && isSameText(old.wording, now.wording)
    return isSame ? [] : [{ movement, unit, category: undefined, before: old?.wording, after: now?.wording }]
  }
  return QUOTA_CATEGORIES.filter((category) => !isSameLimit(old?.[category], now?.[category])).map((category) => ({
    movement,
    unit,
    category,
    before: old?.[category],
    after: now?.[category],
  }))
}

/** A movement may name a unit in several rows: the first is the first. */
function byKey(quotas: readonly DraftQuota[]): Map<string, DraftQuota> {
  const found = new Map<string, DraftQuota>()
  for (const quota of quotas) {
    const name = `${fold(quota.movement)}\n${fold(quota.unit ?? '')}`
    let times = 1
    while (found.has(`${name}\n${times}`)) times++
    found.set(`${name}\n${times}`, quota)
  }
  return found
}

const isSameLimit = (one: QuotaLimit | null | undefined, other: QuotaLimit | null | undefined): boolean =>
  one?.max === other?.max && one?.of === other?.of

const isSameText = (one: string | null, other: string | null): boolean => plain(one) === plain(other)
/** Another way to write the same: spaces, capitals and stops. */
const plain = (text: string | null): string =>
  (text ?? '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s.,;:]+/g, ' ')
    .trim()
