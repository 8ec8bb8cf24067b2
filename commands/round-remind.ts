import { localTime } from '#domain/dates.ts'
import type { Reply } from '#domain/messages.ts'
import { isQuiet } from '#domain/reminder-settings.ts'
import { chase, type Chased } from '#domain/rounds/chase.ts'
import type { Round } from '#domain/rounds/round.ts'
import { standing } from '#domain/rounds/standing.ts'
import { UserError } from '#domain/user-error.ts'
import { groupCountMessage, missingMessage, nudgeMessage } from '#locales/round-chase-message.ts'
import { peopleOf, type Recipient } from '#prisma/reminders.ts'
import { roundCardsOf } from '#prisma/round-cards.ts'
import { nudgedSince } from '#prisma/round-ids.ts'
import { reminderSettings } from '#prisma/settings.ts'
import type { CouncilContext } from './command.ts'
import { privately } from './privately.ts'
import { recordRound } from './round-record.ts'
import { whichRound } from './round-which.ts'

/** Nobody is nudged by hand more often than once in this time. */
const HOUR_MS = 3_600_000

/** Nudges the units that have not answered; in the quiet hours only after a second press. */
export async function remind(context: CouncilContext, text: string): Promise<Reply[]> {
  const round = await whichRound(context, text, { states: ['open'], verb: '/dot nhac' })
  const { db, council, now } = context
  const settings = await reminderSettings(db, council.id)
  const time = localTime(now, council.timeZone)
  if (!isQuiet(time, settings)) return nudge(context, round)
  const yes = { label: { key: 'choice-remind-anyway' }, line: `/dot nhac chac chan @${round.id}` }
  const no = { label: { key: 'choice-no' }, line: '/dot giu nguyen' }
  const values = { from: settings.quietFrom, to: settings.quietTo }
  return [{ head: [{ key: 'rounds-remind-quiet', values }], choices: [[yes, no]], personal: true }]
}

/** Nudges them whatever the hour. */
export async function remindAnyway(context: CouncilContext, text: string): Promise<Reply[]> {
  return nudge(context, await whichRound(context, text, { states: ['open'], verb: '/dot nhac chac chan' }))
}

/** The heads hear in private what is missing, the groups how many answered, whoever asked hears the names. */
async function nudge(context: CouncilContext, round: Round): Promise<Reply[]> {
  const { db, council, now } = context
  const state = standing(round)
  const chased = chase(state)
  if (chased.length === 0) throw new UserError('rounds-remind-nobody', { title: round.title })
  if (round.deadline < now)
    throw new UserError('rounds-remind-over', { title: round.title }, [
      [{ label: { key: 'choice-round-extend' }, line: `/dot gia han @${round.id}` }],
    ])
  const lately = await nudgedSince(db, council.id, round.id, new Date(now.getTime() - HOUR_MS))
  const due = chased.filter(({ unit }) => !lately.has(unit.id))
  if (due.length === 0) throw new UserError('rounds-remind-lately', { title: round.title })
  const heads = (await peopleOf(db, council.id)).flatMap((to) => unitsOf(to, due))
  const told = new Set(heads.flatMap(({ units }) => units))
  const of = { round, standing: state, now, timeZone: council.timeZone }
  const untold = due.filter((one) => !told.has(one)).map(({ unit }) => unit)
  await recordRound(context, 'round-reminded', round, {
    units: due.map(({ unit }) => unit.name).join('; '),
    unitIds: due.map(({ unit }) => unit.id).join(' '),
  })
  const names = missingMessage(of, untold)
  const values = { units: told.size, people: heads.length }
  const done = { key: heads.length > 0 ? 'rounds-reminded' : 'rounds-reminded-nobody', values }
  return [
    ...privately(context, { ...names, head: [done, ...names.head] }),
    ...heads.map(({ to, units }): Reply => ({ ...nudgeMessage(of, units), to, about: round.id })),
    ...(await roundCardsOf(db, round.id)).map(({ to }): Reply => ({
      ...groupCountMessage(of),
      to,
    })),
  ]
}

function unitsOf(to: Recipient, due: Chased[]): { to: Recipient; units: Chased[] }[] {
  const { as } = to
  const units = as.kind === 'unit' ? due.filter(({ unit }) => as.unitIds.includes(unit.id)) : []
  return units.length > 0 ? [{ to, units }] : []
}
