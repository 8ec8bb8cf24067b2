import { readFile } from 'node:fs/promises'
import { readPlan } from '#documents/read-plan.ts'
import { sameEvents } from '#documents/same-events.ts'
import type { Locale } from '#domain/messages.ts'
import { linkChat, seeChat } from '#prisma/chats.ts'
import { countCouncils, createCouncil } from '#prisma/councils.ts'
import type { Database, Db } from '#prisma/database.ts'
import { addMembership, seePerson } from '#prisma/persons.ts'
import { storePlan } from '#prisma/store-plan.ts'
import { addAlias, addUnit } from '#prisma/units.ts'
import { approvePlan } from '../../approve-plan.ts'
import { SAMPLE_COUNCIL } from './council.ts'

/** Fills an empty database with the sample council, its group and people being the playground's. Returns false where there is a council already. */
export async function loadSample(
  db: Database,
  { locale, timeZone }: { locale: Locale; timeZone: string },
  now: Date,
): Promise<boolean> {
  // To read the plan takes a while, and no start but the first needs it.
  if ((await countCouncils(db)) > 0) return false
  const { name, group, planFile } = SAMPLE_COUNCIL
  const bytes = await readFile(new URL(`./${planFile}`, import.meta.url))
  const draft = readPlan(bytes, planFile)
  return db.$transaction(async (tx) => {
    if ((await countCouncils(tx)) > 0) return false
    const councilId = await createCouncil(tx, { name, locale, timeZone }, now)
    const chat = await seeChat(tx, { platform: 'playground', kind: 'group', ...group }, now)
    await linkChat(tx, chat.id, councilId, undefined, now)
    await loadPeople(tx, councilId, now)
    const source = { name: planFile, bytes }
    const { versionId } = await storePlan(tx, { councilId, draft, sameEvents: sameEvents(draft.tasks), source }, now)
    await approvePlan(tx, councilId, versionId, undefined, now)
    return true
  })
}

async function loadPeople(db: Db, councilId: Awaited<ReturnType<typeof createCouncil>>, now: Date) {
  const ids = new Map<string, Awaited<ReturnType<typeof addUnit>>['id']>()
  for (const { name, aliases, bodies } of SAMPLE_COUNCIL.units) {
    const { id } = await addUnit(db, councilId, name, bodies, now)
    for (const alias of aliases) await addAlias(db, id, alias)
    ids.set(name, id)
  }
  for (const { externalId, name, role, unit } of SAMPLE_COUNCIL.people) {
    const personId = await seePerson(db, { platform: 'playground', externalId, name }, now)
    await seeChat(db, { platform: 'playground', externalId, kind: 'private' }, now)
    if (role === 'stranger') continue
    await addMembership(db, { councilId, personId, role, unitId: unit ? ids.get(unit) : undefined }, now)
  }
}
