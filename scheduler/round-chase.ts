import { localDate, localTime, type IsoDate } from '#domain/dates.ts'
import { decidedDays, publicHolidays } from '#domain/holidays.ts'
import type { ChatAddress, Reply } from '#domain/messages.ts'
import { isQuiet } from '#domain/reminder-settings.ts'
import { chase, chaseDay, type Chased } from '#domain/rounds/chase.ts'
import { standing } from '#domain/rounds/standing.ts'
import { workingDays } from '#domain/working-days.ts'
import {
  groupCountMessage,
  missingMessage,
  nudgeMessage,
  overMessage,
  type RoundNow,
} from '#locales/round-chase-message.ts'
import { groupsOf, peopleOf, type Recipient } from '#prisma/reminders.ts'
import { roundCardsOf, roundNoteKey } from '#prisma/round-cards.ts'
import { chasedNow, nudgeKey, openRounds, overNow, type OpenRound } from '#prisma/round-chase.ts'
import { loadRound, staleRound } from '#prisma/rounds.ts'
import { eachInTurn } from './each-in-turn.ts'
import type { Job, Within } from './job.ts'

/**
 * Chases the units that are missing in open rounds, on its days at the council's hour, and tells the secretariat once a deadline has passed. What
 * it says and that it was said are one transaction.
 */
export const roundChase: Job = {
  name: 'round-chase',
  cron: '*/5 * * * *',
  async run(context) {
    const { db, now } = context
    const { done, sum, failed } = await eachInTurn(context, await openRounds(db, now), {
      due: (round) => {
        const act = actOn(round, now)
        return act && ((within) => ACTS[act](within, round))
      },
      what: 'round',
      fault: 'the units of a round could not be chased',
    })
    return { rounds: done, messages: sum, failed }
  },
}

type Act = 'chase' | 'end' | 'show'

/** What is to be done about a round now. Nobody is disturbed in the quiet hours; that the deadline has passed its cards show at once. */
function actOn(round: OpenRound, now: Date): Act | undefined {
  const { settings, timeZone, deadline, chasedOn } = round
  const [today, time] = [localDate(now, timeZone), localTime(now, timeZone)]
  if (now > deadline) return isQuiet(time, settings) ? 'show' : 'end'
  if (time < settings.at || isQuiet(time, settings)) return undefined
  const days = workingDays(publicHolidays, decidedDays(round.entered))
  const on = (instant: Date): IsoDate => localDate(instant, timeZone)
  return chaseDay(on(deadline), on(round.openedAt), chasedOn, today, days) ? 'chase' : undefined
}

/** Each returns how many messages were put into the outbox. */
const ACTS: Record<Act, (context: Within, round: OpenRound) => Promise<number>> = {
  chase: chaseMissing,
  end: tellOver,
  async show({ tx }, { id }) {
    await staleRound(tx, id)
    return 0
  },
}

/** The heads hear what is missing, the groups how many answered, the secretariat the names. */
async function chaseMissing(context: Within, round: OpenRound): Promise<number> {
  const { tx, now } = context
  const today = localDate(now, round.timeZone)
  if (!(await chasedNow(tx, round, today))) return 0
  const of = await roundNow(context, round)
  const missing = chase(of.standing)
  if (missing.length === 0) return 0
  const people = await peopleOf(tx, round.councilId)
  const heads = people.flatMap((to) => unitsOf(to, missing))
  const told = new Set(heads.flatMap(({ units }) => units))
  const untold = missing.filter((one) => !told.has(one)).map(({ unit }) => unit)
  const say = sayOnce(context)
  let messages = 0
  for (const { to, units } of heads)
    messages += await say(to, nudgeKey(round.id, today, to.chatId), nudgeMessage(of, units))
  for (const to of await groupsWithCard(context, round))
    messages += await say(to, roundNoteKey(round.id, `count-${today}`, to.chatId), groupCountMessage(of))
  for (const to of secretariat(people))
    messages += await say(to, roundNoteKey(round.id, `missing-${today}`, to.chatId), missingMessage(of, untold))
  return messages
}

/** The secretariat hears that the deadline has passed, and can extend it or close the round. */
async function tellOver(context: Within, round: OpenRound): Promise<number> {
  const { tx } = context
  if (!(await overNow(tx, round))) return 0
  const reply = overMessage(await roundNow(context, round))
  const say = sayOnce(context)
  let messages = 0
  for (const to of secretariat(await peopleOf(tx, round.councilId)))
    messages += await say(to, roundNoteKey(round.id, `over-${round.deadline.getTime()}`, to.chatId), reply)
  return messages
}

/** The groups in which the round has a card and the bot speaks by itself. */
async function groupsWithCard({ tx }: Within, { id, councilId }: OpenRound): Promise<Recipient[]> {
  const cards = new Set((await roundCardsOf(tx, id)).map(({ card }) => card.chatId))
  return (await groupsOf(tx, councilId)).filter(({ chatId }) => cards.has(chatId))
}

async function roundNow({ tx, now }: Within, { id, timeZone }: OpenRound): Promise<RoundNow> {
  const round = await loadRound(tx, id)
  return { round, standing: standing(round), now, timeZone }
}

/** The missing units of which somebody hears, where there are any. */
function unitsOf(to: Recipient, missing: Chased[]): { to: Recipient; units: Chased[] }[] {
  const { as } = to
  const units = as.kind === 'unit' ? missing.filter(({ unit }) => as.unitIds.includes(unit.id)) : []
  return units.length > 0 ? [{ to, units }] : []
}

const secretariat = (people: Recipient[]) => people.filter(({ as }) => as.kind === 'secretariat')

/** Says something once; 1 where it was put into the outbox, else 0. */
const sayOnce =
  ({ tx, now, say }: Within) =>
  async (to: ChatAddress, dedupeKey: string, reply: Reply): Promise<number> =>
    (await say(tx, { ...to, topic: to.topic, kind: 'reminder', dedupeKey, now }, reply)) ? 1 : 0
