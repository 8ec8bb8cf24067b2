import { z } from 'zod'
import { Part } from '#domain/announcements/announcement.ts'
import { fold } from '#domain/fold.ts'
import type { CouncilId } from '#domain/ids.ts'
import type { Db } from './database.ts'

export interface Template {
  id: string
  name: string
  parts: Part[]
}

const Parts = z.array(Part)

/** The notices that a council keeps, by name. */
export async function templatesOf(db: Db, councilId: CouncilId): Promise<Template[]> {
  const rows = await db.template.findMany({ where: { councilId }, orderBy: { key: 'asc' } })
  return rows.map(({ id, name, body }) => ({ id, name, parts: Parts.parse(body) }))
}

/** Keeps a notice under a name, in place of the one that had it (whatever its case and diacritics). */
export async function keepTemplate(db: Db, councilId: CouncilId, { name, parts }: Omit<Template, 'id'>, now: Date) {
  const key = fold(name)
  const create = { councilId, name, key, body: parts, createdAt: now }
  await db.template.upsert({
    where: { councilId_key: { councilId, key } },
    create,
    update: { name, body: parts },
  })
}

/** Removes a notice of this council. Returns false where it has none of this id. */
export async function removeTemplate(db: Db, councilId: CouncilId, id: string): Promise<boolean> {
  const { count } = await db.template.deleteMany({ where: { id, councilId } })
  return count === 1
}
