import type { Reply } from '#domain/messages.ts'
import { milestoneLine, nextMilestone, readMilestone, type Milestone } from '#domain/rounds/milestones.ts'
import { keepRoundCard, roundCardKey, type PlacedCard } from '#prisma/round-cards.ts'
import { staleRound } from '#prisma/rounds.ts'
import type { Within } from './job.ts'

/** A card is posted anew no sooner after the one before it. */
const BETWEEN_MS = 10 * 60_000

/**
 * Posts the card of a round anew where it cannot be edited: only at milestones, and not soon after the one before. What waits shows the newest state
 * when it is sent. One of which it is not known whether it arrived is not repeated. Returns whether something was put into the outbox.
 */
export async function postRoundCard(
  { tx, now, say }: Within,
  { to, card, state, endedAt }: PlacedCard,
  { reply, milestone }: { reply: Reply; milestone: Milestone },
): Promise<boolean> {
  const isWaiting = state === 'waiting'
  const before = state === 'refused' ? undefined : readMilestone(card.shows)
  const passed = nextMilestone(before, milestone) ?? (isWaiting ? before : undefined)
  if (!passed) return false
  const next = {
    ...card,
    shows: milestoneLine(passed),
    version: isWaiting ? card.version : card.version + 1,
    messageId: undefined,
  }
  const last = state === 'sending' ? now : endedAt
  const soonest = last && !isWaiting ? new Date(Math.max(now.getTime(), last.getTime() + BETWEEN_MS)) : now
  const dedupeKey = roundCardKey(next)
  // It counts as said when it may be sent: until then it waits in the outbox. It is news, and no mere upkeep of what stands there.
  const said = await say(tx, { ...to, rewrites: true, kind: 'reminder', dedupeKey, now: soonest }, reply)
  if (said) await keepRoundCard(tx, next)
  else await staleRound(tx, card.roundId)
  return said
}
