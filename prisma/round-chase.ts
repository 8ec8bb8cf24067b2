import type { IsoDate } from '#domain/dates.ts'
import type { ChatId, CouncilId, RoundId, UnitId } from '#domain/ids.ts'
import { ReminderSettings } from '#domain/reminder-settings.ts'
import { chase } from '#domain/rounds/chase.ts'
import { standing } from '#domain/rounds/standing.ts'
import type { Db } from './database.ts'
import { peopleOf } from './reminders.ts'
import { roundNoteKey } from './round-cards.ts'
import { loadRound } from './rounds.ts'

/** An open round, with what decides when its missing units are chased. */
export interface OpenRound {
  id: RoundId
  councilId: CouncilId
  timeZone: string
  settings: ReminderSettings
  /** What the secretariat entered about working days. */
  entered: [IsoDate, boolean][]
  openedAt: Date
  deadline: Date
  /** The last council-local day on which they were chased. */
  chasedOn: IsoDate | undefined
  /** Whether the secretariat was told that the deadline has passed. */
  overTold: boolean
}

/** The open rounds of all councils that are not over, or of whose end the secretariat was not told. */
export async function openRounds(db: Db, now: Date): Promise<OpenRound[]> {
  const rows = await db.round.findMany({
    where: { state: 'open', OR: [{ deadline: { gte: now } }, { overTold: false }] },
    include: { council: { include: { workingDays: true } } },
    orderBy: [{ deadline: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ council, ...row }) => ({
    id: row.id as RoundId,
    councilId: row.councilId as CouncilId,
    timeZone: council.timeZone,
    settings: ReminderSettings.parse(council.reminders ?? {}),
    entered: council.workingDays.map(({ date, working }) => [date as IsoDate, working]),
    openedAt: row.openedAt ?? row.createdAt,
    deadline: row.deadline,
    chasedOn: (row.chasedOn ?? undefined) as IsoDate | undefined,
    overTold: row.overTold,
  }))
}

/** Moves a round on to a day of chasing. Returns false where it changed since it was read: it is closed, was given another deadline, or somebody else did so. */
export async function chasedNow(db: Db, { id, deadline, chasedOn }: OpenRound, on: IsoDate): Promise<boolean> {
  const where = { id, state: 'open', deadline, chasedOn: chasedOn ?? null }
  const { count } = await db.round.updateMany({ where, data: { chasedOn: on } })
  return count === 1
}

/** Marks that the secretariat is told of the end; the cards say so from now on. Returns false where the round changed since it was read. */
export async function overNow(db: Db, { id, deadline }: OpenRound): Promise<boolean> {
  const where = { id, state: 'open', deadline, overTold: false }
  const { count } = await db.round.updateMany({ where, data: { overTold: true, stale: true } })
  return count === 1
}

/** The name of a nudge of a day: a person hears one of each round, whatever units it is about. */
export const nudgeKey = (roundId: RoundId, on: IsoDate, chatId: ChatId) =>
  roundNoteKey(roundId, `${NUDGE}${on}`, chatId)

const NUDGE = 'chase-'

/**
 * Takes back the nudges that were not sent yet to those who lead a unit that has answered now. Who leads another unit that is missing still
 * hears of it.
 */
export async function dropNudges(db: Db, roundId: RoundId, unitId: UnitId, now: Date) {
  const waiting = { state: 'waiting', dedupeKey: { startsWith: `round-note:${roundId}:${NUDGE}` } }
  const rows = await db.outbox.findMany({ where: waiting, select: { id: true, chatId: true } })
  if (rows.length === 0) return
  const { councilId } = await db.round.findUniqueOrThrow({ where: { id: roundId }, select: { councilId: true } })
  const missing = new Set(chase(standing(await loadRound(db, roundId))).map(({ unit }) => unit.id))
  const done = (await peopleOf(db, councilId as CouncilId))
    .filter(({ as }) => as.kind === 'unit' && as.unitIds.includes(unitId) && !as.unitIds.some((id) => missing.has(id)))
    .flatMap(({ chatId, routes = [chatId] }) => routes)
  await db.outbox.updateMany({
    where: { id: { in: rows.map(({ id }) => id) }, chatId: { in: done }, state: 'waiting' },
    data: { state: 'refused', reason: 'expired', finishedAt: now },
  })
}
