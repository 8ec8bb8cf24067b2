import { QUOTA_CATEGORIES } from '#domain/plan.ts'
import { versionsOf } from '#domain/rounds/ledger.ts'
import { undecided } from '#domain/rounds/limits.ts'
import type { Counts, Limits, Round, Version } from '#domain/rounds/round.ts'
import type { Entry, MovementStanding } from '#domain/rounds/standing.ts'
import type { TallyWords } from '#domain/rounds/tally-words.ts'
import { countsText, hasAny } from './tally-input.ts'

/** How a unit stands in a movement, in words: "chưa gửi", "vượt 1 cá nhân, chờ quyết định". */
export function stateText(entry: Entry, words: TallyWords): string {
  const { over, accepted, asked, missing, needsBase, latest, state } = entry
  if (asked.length === 0 && !latest) return words.notAsked
  if (state === 'missing') return words.states.missing
  const notSaid = missing.map((category) => words.category[category].toLowerCase()).join(', ')
  const parts = [
    notSaid && words.notSaid(notSaid),
    hasAny(over) && words.over(countsText(over, words)),
    hasAny(accepted) && words.accepted(countsText(accepted, words)),
    needsBase && words.needsBase,
  ].filter((part) => part !== '' && part !== false)
  return parts.join('; ') || words.states[state]
}

/** The quotas that count several bodies: "Tập thể: 3 trong 4 tổ chức". */
export function bodiesText(limits: Limits | undefined, words: TallyWords): string {
  return QUOTA_CATEGORIES.flatMap((category) => {
    const limit = limits?.[category]
    return limit?.of ? [words.bodies(category, limit.max, limit.of)] : []
  }).join('; ')
}

/** What exceeds the council's quota of a movement, settled or waiting; empty where nothing does. */
export function totalText({ movement: { settled = {} }, beyondTotal }: MovementStanding, words: TallyWords): string {
  return [
    hasAny(settled) ? words.settled(countsText(settled, words)) : '',
    hasAny(beyondTotal) ? words.beyondTotal(countsText(beyondTotal, words)) : '',
  ]
    .filter(Boolean)
    .join('; ')
}

/** A request over the quota with what was decided on it; `decision` undefined where it waits. */
export interface Request {
  entry: Entry
  asked: Counts
  /** How far it exceeds the unit's quota. */
  over: Counts
  reason: string | undefined
  decision: Version | undefined
}

/** A unit's requests that were decided or wait, the oldest first. Those that it took back itself are none. */
export function requestsOf(round: Round, entry: Entry): Request[] {
  const versions = versionsOf(round, entry.movement.id, entry.unit.id)
  const requestAt = (end: number, decision: Version | undefined): Request => {
    const before = versions.slice(0, end)
    const sinceDecision = before.slice(before.findLastIndex(({ act }) => act !== 'said') + 1)
    return {
      entry,
      asked: before.at(-1)?.counts ?? {},
      over: undecided(before, entry.limits),
      reason: sinceDecision.findLast(({ reason }) => reason !== undefined)?.reason,
      decision,
    }
  }
  const decided = versions.flatMap((version, at) => (version.act === 'said' ? [] : [requestAt(at, version)]))
  return hasAny(entry.over) ? [...decided, requestAt(versions.length, undefined)] : decided
}

/** Who handed in last, as against who decided on it. */
export const handedIn = (round: Round, { movement, unit }: Entry): Version | undefined =>
  versionsOf(round, movement.id, unit.id).findLast(({ act }) => act === 'said')
