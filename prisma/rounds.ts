import type { CouncilId, MovementId, PersonId, RoundId, UnitId } from '#domain/ids.ts'
import type { Asked, Counts, Limits, Round, RoundMovement, Version } from '#domain/rounds/round.ts'
import { Counts as CountsSchema } from '#domain/rounds/counts.ts'
import type { Db } from './database.ts'
import type { Prisma } from './generated/client.ts'
import { limitColumns, toLimits } from './limit-columns.ts'

export interface NewRound {
  title: string
  deadline: Date
  movements: (Pick<RoundMovement, 'name' | 'basis' | 'wording' | 'total'> & {
    asked: Pick<Asked, 'unitId' | 'limits'>[]
  })[]
}

/** A round on a council's shelf. */
export interface RoundRow {
  id: RoundId
  title: string
  state: 'draft' | 'open' | 'closed'
  deadline: Date
}

/** Writes a round down as a draft: nobody sees it before it is opened. */
export async function draftRound(db: Db, councilId: CouncilId, round: NewRound, now: Date): Promise<RoundId> {
  const { title, deadline, movements } = round
  const created = await db.round.create({
    data: {
      councilId,
      title,
      state: 'draft',
      deadline,
      createdAt: now,
      movements: {
        create: movements.map(({ asked, total, ...movement }, position) => ({
          ...movement,
          position,
          hasTotal: total !== undefined,
          ...limitColumns(total),
          quotas: {
            create: asked.map(({ unitId, limits }, place) => ({
              unitId,
              position: place,
              hasQuota: limits !== undefined,
              ...limitColumns(limits),
            })),
          },
        })),
      },
    },
  })
  return created.id as RoundId
}

const NEWEST_FIRST: Prisma.RoundOrderByWithRelationInput[] = [{ createdAt: 'desc' }, { id: 'asc' }]

/** Rounds of a council in these states, the newest first. */
export async function roundsOf(db: Db, councilId: CouncilId, states: RoundRow['state'][]): Promise<RoundRow[]> {
  const rows = await db.round.findMany({
    where: { councilId, state: { in: states } },
    orderBy: NEWEST_FIRST,
    select: { id: true, title: true, state: true, deadline: true },
  })
  return rows.map((row) => ({ ...row, id: row.id as RoundId, state: row.state as RoundRow['state'] }))
}

const WHOLE = {
  movements: {
    orderBy: { position: 'asc' },
    include: {
      quotas: {
        orderBy: { position: 'asc' },
        include: { unit: { include: { aliases: true, bodies: { orderBy: { position: 'asc' } } } } },
      },
      nominations: { orderBy: { id: 'asc' } },
    },
  },
} satisfies Prisma.RoundInclude

type Whole = Prisma.RoundGetPayload<{ include: typeof WHOLE }>

/** A round with all that was handed in; undefined where the council has none of this id. A draft reads as an open one. */
export async function findRound(db: Db, councilId: CouncilId, id: RoundId): Promise<Round | undefined> {
  const row = await db.round.findFirst({ where: { id, councilId, state: { not: 'dropped' } }, include: WHOLE })
  return row ? toRound(row) : undefined
}

/** The open rounds of a council with all that was handed in, the newest first. */
export async function openRoundsOf(db: Db, councilId: CouncilId): Promise<Round[]> {
  const rows = await db.round.findMany({ where: { councilId, state: 'open' }, orderBy: NEWEST_FIRST, include: WHOLE })
  return rows.map(toRound)
}

/** A round whose council is known to be the right one, as the scheduler meets it. */
export async function loadRound(db: Db, id: RoundId): Promise<Round> {
  return toRound(await db.round.findUniqueOrThrow({ where: { id }, include: WHOLE }))
}

/** Moves a round from one state to another. Returns false where it is in neither of these states of this council any more. */
export async function changeRound(
  db: Db,
  councilId: CouncilId,
  id: RoundId,
  from: RoundRow['state'][],
  change: { state?: RoundRow['state'] | 'dropped'; deadline?: Date; openedAt?: Date; closedAt?: Date | null },
): Promise<boolean> {
  const { count } = await db.round.updateMany({
    where: { id, councilId, state: { in: from } },
    // A later deadline is chased and told of anew.
    data: { ...change, ...(change.deadline ? { overTold: false, chasedOn: null } : {}), stale: true },
  })
  return count === 1
}

/** Has the cards of a round written anew soon: something that they show changed. */
export async function staleRound(db: Db, id: RoundId) {
  await db.round.update({ where: { id }, data: { stale: true } })
}

/** Sets what a unit may nominate in a movement, or what a percentage is taken of there. */
export async function setQuota(
  db: Db,
  movementId: MovementId,
  unitId: UnitId,
  change: { limits: Limits } | { base: number },
) {
  const data = 'base' in change ? change : { hasQuota: true, ...limitColumns(change.limits) }
  await db.roundQuota.update({ where: { movementId_unitId: { movementId, unitId } }, data })
}

/** Sets the total of a movement for the council, or the sums beyond it that are settled. */
export async function setTotal(db: Db, movementId: MovementId, change: { total: Limits } | { settled: Counts }) {
  const data = 'settled' in change ? { settled: change.settled } : { hasTotal: true, ...limitColumns(change.total) }
  await db.roundMovement.update({ where: { id: movementId }, data })
}

/** Adds the next version of what a unit nominates in a movement, and has the round's cards written anew. */
export async function addVersion(db: Db, roundId: RoundId, version: Omit<Version, 'version'>) {
  const { movementId, unitId, source, said, counts, ...rest } = version
  const last = await db.nomination.count({ where: { movementId, unitId } })
  await db.nomination.create({
    data: {
      ...rest,
      reason: rest.reason ?? null,
      personId: rest.personId ?? null,
      movementId,
      unitId,
      version: last + 1,
      said: { ...said },
      counts: { ...counts },
      platform: source?.platform ?? null,
      chat: source?.chat ?? null,
      messageId: source?.messageId ?? null,
      revision: source?.revision === undefined ? null : BigInt(source.revision),
    },
  })
  await staleRound(db, roundId)
}

/** What a message of this chat was stored as: each unit and movement once. */
export async function saidBy(
  db: Db,
  councilId: CouncilId,
  source: { platform: string; chat: string; messageId: string },
): Promise<{ roundId: RoundId; movementId: MovementId; unitId: UnitId }[]> {
  const { platform, chat, messageId } = source
  const rows = await db.nomination.findMany({
    where: { platform, chat, messageId, movement: { round: { councilId } } },
    select: { movementId: true, unitId: true, movement: { select: { roundId: true } } },
    distinct: ['movementId', 'unitId'],
  })
  return rows.map(({ movementId, unitId, movement }) => ({
    roundId: movement.roundId as RoundId,
    movementId: movementId as MovementId,
    unitId: unitId as UnitId,
  }))
}

function toRound(row: Whole): Round {
  const quotas = row.movements.flatMap((movement) => movement.quotas)
  const units = new Map(quotas.map(({ unit }) => [unit.id, unit]))
  return {
    id: row.id as RoundId,
    title: row.title,
    state: row.state === 'closed' ? 'closed' : 'open',
    deadline: row.deadline,
    openedAt: row.openedAt ?? row.createdAt,
    closedAt: row.closedAt ?? undefined,
    movements: row.movements.map((movement) => ({
      id: movement.id as MovementId,
      name: movement.name,
      basis: movement.basis as RoundMovement['basis'],
      wording: movement.wording,
      total: movement.hasTotal ? toLimits(movement) : undefined,
      settled: movement.settled === null ? undefined : CountsSchema.parse(movement.settled),
    })),
    units: [...units.values()].map(({ id, name, aliases, bodies }) => ({
      id: id as UnitId,
      name,
      aliases: aliases.map((alias) => alias.name),
      bodies: bodies.map((body) => body.name),
    })),
    asked: quotas.map((quota) => ({
      movementId: quota.movementId as MovementId,
      unitId: quota.unitId as UnitId,
      limits: quota.hasQuota ? toLimits(quota) : undefined,
      base: quota.base ?? undefined,
    })),
    versions: row.movements.flatMap(({ nominations }) => nominations.map(toVersion)),
  }
}

function toVersion(row: Whole['movements'][number]['nominations'][number]): Version {
  const { platform, chat, messageId } = row
  return {
    movementId: row.movementId as MovementId,
    unitId: row.unitId as UnitId,
    version: row.version,
    act: row.act as Version['act'],
    said: CountsSchema.parse(row.said),
    counts: CountsSchema.parse(row.counts),
    request: row.request,
    reason: row.reason ?? undefined,
    personId: (row.personId ?? undefined) as PersonId | undefined,
    personName: row.personName,
    behalf: row.behalf,
    at: row.at,
    source:
      platform !== null && chat !== null && messageId !== null
        ? { platform, chat, messageId, revision: row.revision === null ? undefined : Number(row.revision) }
        : undefined,
  }
}
