import type { CouncilId, MovementId, RoundId, UnitId } from '#domain/ids.ts'
import type { Db } from './database.ts'

/** The round to which a movement of this council belongs; undefined where the council has none of this id. */
export async function roundOfMovement(db: Db, councilId: CouncilId, id: string): Promise<RoundId | undefined> {
  const row = await db.roundMovement.findFirst({ where: { id: id as MovementId, round: { councilId } } })
  return row?.roundId as RoundId | undefined
}

/** The titles of the open and closed rounds in which a unit stands: they keep it in the books. */
export async function roundsWith(db: Db, unitId: UnitId): Promise<string[]> {
  const rows = await db.round.findMany({
    where: {
      state: { in: ['open', 'closed'] },
      movements: { some: { OR: [{ quotas: { some: { unitId } } }, { nominations: { some: { unitId } } }] } },
    },
    orderBy: { createdAt: 'desc' },
    select: { title: true },
  })
  return rows.map(({ title }) => title)
}

/** Takes a unit out of rounds that nobody was asked in: those that were never opened, and those that were dropped. */
export async function leaveUnopened(db: Db, unitId: UnitId) {
  const movement = { round: { state: { in: ['draft', 'dropped'] } } }
  await db.roundQuota.deleteMany({ where: { unitId, movement } })
}

/** Closed rounds of a council, the last closed first. */
export async function closedRounds(db: Db, councilId: CouncilId, most: number) {
  const rows = await db.round.findMany({
    where: { councilId, state: 'closed' },
    orderBy: [{ closedAt: 'desc' }, { id: 'asc' }],
    take: most,
    select: { id: true, title: true, closedAt: true },
  })
  return rows.map(({ id, title, closedAt }) => ({ id: id as RoundId, title, closedAt: closedAt ?? undefined }))
}

/** The units that were nudged about a round by hand since an instant. */
export async function nudgedSince(db: Db, councilId: CouncilId, roundId: RoundId, since: Date): Promise<Set<UnitId>> {
  const rows = await db.audit.findMany({ where: { councilId, action: 'round-reminded', at: { gt: since } } })
  const told = rows.flatMap(({ details }) => {
    const { roundId: about, unitIds } = details as { roundId?: string; unitIds?: string }
    return about === roundId ? (unitIds ?? '').split(' ') : []
  })
  return new Set(told as UnitId[])
}
