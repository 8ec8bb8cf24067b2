import { z } from 'zod'
import type { IsoDate } from '#domain/dates.ts'
import type { CouncilId, PersonId } from '#domain/ids.ts'
import type { PlanFacts } from '#domain/plan.ts'
import type { AuditAction } from './audit.ts'
import type { Db } from './database.ts'
import type { Audit, Prisma } from './generated/client.ts'
import { REMOVED_IDS } from './removed-person.ts'

/** One act of the log, with the names of what its details point to, where these are still known. */
export interface AuditEntry {
  at: Date
  action: AuditAction
  /** `operator`: in the terminal. `gone`: the person is no longer kept. */
  actor: { name: string } | 'operator' | 'gone'
  details: Record<string, string | number>
  plan: Pick<PlanFacts, 'number' | 'issuedOn' | 'title'> | undefined
  /** Who was given a role. */
  receiver: string | undefined
  /** The title of a group that was linked. */
  chat: string | undefined
}

/** Which acts are wanted: all that an absent part leaves open. */
export interface AuditQuery {
  actions?: readonly AuditAction[]
  /** Names that the acts' details may have for a unit. */
  unitNames?: readonly string[]
  /** Empty: the operator's. */
  personIds?: readonly PersonId[]
  /** Instants: not before `from`, before `to`. */
  from?: Date
  to?: Date
}

const Details = z.record(z.string(), z.union([z.string(), z.number()]))

/** What was done in a council, the newest first: `take` acts after the first `skip`, and how many there are. */
export async function auditLog(
  db: Db,
  councilId: CouncilId,
  query: AuditQuery,
  page: { skip: number; take: number },
): Promise<{ entries: AuditEntry[]; total: number }> {
  const where = whereOf(councilId, query)
  const rows = await db.audit.findMany({ where, orderBy: [{ at: 'desc' }, { id: 'desc' }], ...page })
  return { entries: await withNames(db, councilId, rows), total: await db.audit.count({ where }) }
}

function whereOf(
  councilId: CouncilId,
  { actions, unitNames, personIds, from, to }: AuditQuery,
): Prisma.AuditWhereInput {
  return {
    councilId,
    ...(actions ? { action: { in: [...actions] } } : {}),
    ...(personIds ? { personId: personIds.length > 0 ? { in: [...personIds] } : null } : {}),
    ...((from ?? to) ? { at: { ...(from ? { gte: from } : {}), ...(to ? { lt: to } : {}) } } : {}),
    ...(unitNames ? { unit: { in: [...unitNames] } } : {}),
  }
}

async function withNames(db: Db, councilId: CouncilId, rows: Audit[]): Promise<AuditEntry[]> {
  const read = rows.map((row) => ({ ...row, details: Details.parse(row.details) }))
  const named = (name: string) => [...new Set(read.flatMap(({ details }) => details[name] ?? []))].map(String)
  const personIds = [...read.flatMap(({ personId }) => personId ?? []), ...named('receiver')]
  const persons = await db.person.findMany({ where: { id: { in: personIds, notIn: [...REMOVED_IDS] } } })
  const plans = await db.planVersion.findMany({ where: { id: { in: named('versionId') }, plan: { councilId } } })
  const chats = await db.chat.findMany({ where: { externalId: { in: named('chat') } } })
  const nameOf = (id: unknown) => persons.find((person) => person.id === id)?.name
  return read.map(({ at, action, personId, details }) => {
    const plan = plans.find(({ id }) => id === details['versionId'])
    const chat = chats.find((one) => one.externalId === details['chat'] && one.platform === details['platform'])
    const name = nameOf(personId)
    return {
      at,
      action: action as AuditAction,
      actor: name !== undefined ? { name } : personId === null ? 'operator' : 'gone',
      details,
      plan: plan && { number: plan.number, issuedOn: plan.issuedOn as IsoDate | null, title: plan.title },
      receiver: nameOf(details['receiver']),
      chat: chat?.title ?? undefined,
    }
  })
}

/** Who has a role in the council or did something in it. */
export async function auditedPersons(db: Db, councilId: CouncilId): Promise<{ id: PersonId; name: string }[]> {
  const acting = await db.audit.findMany({
    where: { councilId, personId: { not: null } },
    distinct: ['personId'],
    select: { personId: true },
  })
  const ids = acting.map(({ personId }) => personId!)
  const rows = await db.person.findMany({
    where: { OR: [{ id: { in: ids } }, { memberships: { some: { councilId } } }] },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ id, name }) => ({ id: id as PersonId, name }))
}
