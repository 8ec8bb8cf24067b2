import { createHash } from 'node:crypto'
import type { CouncilId, RoundId } from '#domain/ids.ts'
import type { Reply } from '#domain/messages.ts'
import { TRAITS } from '#domain/platforms.ts'
import { milestoneOf } from '#domain/rounds/milestones.ts'
import { standing } from '#domain/rounds/standing.ts'
import { roundCardMessage } from '#locales/round-card-message.ts'
import { findCouncil } from '#prisma/councils.ts'
import {
  keepRoundCard,
  keepSentCards,
  roundCardKey,
  roundCardsOf,
  staleRounds,
  takeStaleRound,
  type PlacedCard,
} from '#prisma/round-cards.ts'
import { loadRound, staleRound } from '#prisma/rounds.ts'
import { eachInTurn } from './each-in-turn.ts'
import type { Job, Within } from './job.ts'
import { postRoundCard } from './round-post.ts'

/**
 * Keeps the cards of rounds: whatever changed since they were written is shown in one edit. A group has one card for each round, edited in place
 * for as long as it stands there; where nothing can be edited it is posted anew at milestones.
 */
export const roundCards: Job = {
  name: 'round-cards',
  cron: '* * * * *',
  async run(context) {
    const { db } = context
    await keepSentCards(db)
    const { done, sum, failed } = await eachInTurn(context, await staleRounds(db), {
      due: (round) => (within) => writeCards(within, round),
      what: 'round',
      fault: 'the cards of a round could not be written',
    })
    return { rounds: done, messages: sum, failed }
  },
}

async function writeCards(context: Within, { id, councilId }: { id: RoundId; councilId: CouncilId }): Promise<number> {
  const { tx, now } = context
  if (!(await takeStaleRound(tx, id))) return 0
  const council = await findCouncil(tx, councilId)
  const cards = await roundCardsOf(tx, id)
  if (!council || cards.length === 0) return 0
  const round = await loadRound(tx, id)
  const state = standing(round)
  const reply = roundCardMessage(round, state, council.timeZone, now)
  const milestone = milestoneOf(round, state)
  let messages = 0
  for (const card of cards) {
    const said = TRAITS[card.to.platform].edit
      ? await writeCard(context, card, reply)
      : await postRoundCard(context, card, { reply, milestone })
    if (said) messages += 1
  }
  return messages
}

/** Returns whether something was put into the outbox. */
async function writeCard({ tx, now, say }: Within, { to, card, state }: PlacedCard, reply: Reply): Promise<boolean> {
  const shows = createHash('sha256')
    .update(JSON.stringify([to.locale, reply]))
    .digest('base64url')
  if (card.shows === shows && state !== 'refused' && state !== 'uncertain') return false
  const next = { ...card, shows, version: state === 'waiting' ? card.version : card.version + 1 }
  const before = { ...next, version: next.version - 1 }
  const said = await say(
    tx,
    {
      ...to,
      // Where its message is not known yet, the row before this one will know it, or that there is none.
      ...(card.messageId === undefined && before.version > 0 ? { editsRow: roundCardKey(before) } : {}),
      edits: card.messageId,
      rewrites: true,
      kind: 'upkeep',
      dedupeKey: roundCardKey(next),
      now,
    },
    reply,
  )
  if (said) await keepRoundCard(tx, next)
  // A sender took the waiting row at this moment.
  else await staleRound(tx, card.roundId)
  return said
}
