import { isSecretariat } from '#domain/access.ts'
import { botKey } from '#domain/platforms.ts'
import { QUOTA_CATEGORIES, type QuotaCategory } from '#domain/plan.ts'
import { handIn as ledgerAfter, versionsOf } from '#domain/rounds/ledger.ts'
import type { NominateLine } from '#domain/rounds/nominate-line.ts'
import type { Counts, Round, Source } from '#domain/rounds/round.ts'
import type { Entry } from '#domain/rounds/standing.ts'
import { UserError } from '#domain/user-error.ts'
import type { CouncilContext } from './command.ts'
import type { Meant } from './nominate-meant.ts'
import { confirmReply, overReply, reasonReply, staleReply, unchangedReply } from './nominate-message.ts'
import type { Told } from './nominate-stored.ts'
import { isOnBehalf, keepSaid, store, type Stored } from './store-nomination.ts'

export interface HandedIn extends Meant {
  round: Round
  /** Why the quota is to be exceeded. */
  reason: string | undefined
}

/**
 * Takes what one statement says of a unit in a movement. Nothing that is in doubt is stored before the person confirmed it, and what exceeds
 * the quota only as a request with a reason. Throws UserError where the round's time is over for the person.
 */
export async function handIn(context: CouncilContext, given: HandedIn, line: NominateLine): Promise<Told[]> {
  const { round, entry, reason } = given
  assertInTime(context, round)
  const said = given.said.none ? zeros(entry) : given.said.counts
  const settled: NominateLine = { ...settledLine(line, given), counts: said, words: reason ?? '' }
  if (!given.sure || (takesAllBack(said, entry) && line.sure !== true))
    return [confirmReply(round, entry, said, { ...settled, sure: true })]
  const source = sourceOf(context, line)
  const { movement, unit } = entry
  const edited = source !== undefined && isKnown(round, entry, source)
  const after = ledgerAfter(round, { movementId: movement.id, unitId: unit.id, said, source, edited, at: context.now })
  const { over, stale } = after
  const request = Object.keys(over).length > 0
  const unasked = request && entry.latest?.request !== true
  const stored: Stored = { round, entry, said, counts: after.counts, request, reason, source }
  if (stale || (isSame(after.counts, entry.counts) && !unasked)) {
    // It is kept though it changes nothing: what comes late is weighed against all that was said.
    if (!isKept(round, entry, source)) await keepSaid(context, stored)
    return edited ? [] : [stale ? staleReply(round, entry) : unchangedReply(round, entry)]
  }
  if (request && line.over !== true)
    return [
      overReply(
        round,
        entry,
        { counts: after.counts, over, behalf: isOnBehalf(context, entry) },
        { ...settled, over: true },
      ),
    ]
  if (request && !reason) return [reasonReply(round, entry, { ...settled, over: true, sure: true })]
  return store(context, { ...stored, reason: request ? reason : undefined })
}

/** Throws UserError where the round is over for this person: after its deadline only the secretariat changes numbers. */
export function assertInTime({ now, roles }: CouncilContext, { deadline }: Round) {
  if (now > deadline && !isSecretariat(roles)) throw new UserError('nominate-too-late')
}

/** What the line behind a choice must carry. */
function settledLine({ over, sure, message }: NominateLine, { round, entry }: HandedIn): NominateLine {
  return {
    roundId: round.id,
    movementId: entry.movement.id,
    unitId: entry.unit.id,
    ...(over ? { over } : {}),
    ...(sure ? { sure } : {}),
    ...(message ? { message } : {}),
    words: '',
  }
}

/** "Không có": of what is still asked for where something was said before, else of everything. */
function zeros({ asked, missing, counts }: Entry): Counts {
  const rest = missing.length > 0 && missing.length < asked.length ? missing : asked
  const others = missing.length === 0 ? QUOTA_CATEGORIES.filter((category) => counts[category] !== undefined) : []
  return Object.fromEntries([...rest, ...others].map((category: QuotaCategory) => [category, 0]))
}

/** Whether nothing would be left of numbers that were handed in. */
function takesAllBack(said: Counts, { counts }: Entry): boolean {
  const standing = QUOTA_CATEGORIES.filter((category) => (counts[category] ?? 0) > 0)
  return standing.length > 0 && standing.every((category) => said[category] === 0)
}

function sourceOf({ chat, message }: CouncilContext, line: NominateLine): Source | undefined {
  const from = line.message ?? message
  return from && { platform: botKey(chat), chat: chat.externalId, messageId: from.id, revision: from.revision }
}

/** Whether this message was stored before: then it is a change of it. */
function isKnown(round: Round, { movement, unit }: Entry, { platform, chat, messageId }: Source): boolean {
  return versionsOf(round, movement.id, unit.id).some(
    ({ source }) => source?.platform === platform && source.chat === chat && source.messageId === messageId,
  )
}

/** Whether this very state of a message was stored before. */
function isKept(round: Round, entry: Entry, source: Source | undefined): boolean {
  if (source?.revision === undefined) return false
  return versionsOf(round, entry.movement.id, entry.unit.id).some(
    (version) => version.source?.platform === source.platform && version.source.revision === source.revision,
  )
}

const isSame = (one: Counts, other: Counts): boolean =>
  QUOTA_CATEGORIES.every((category) => one[category] === other[category])
