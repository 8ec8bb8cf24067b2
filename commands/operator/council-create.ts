import type { CouncilId } from '#domain/ids.ts'
import type { Locale } from '#domain/messages.ts'
import { audit } from '#prisma/audit.ts'
import { createCouncil } from '#prisma/councils.ts'
import type { Database } from '#prisma/database.ts'
import { createInvite } from '#prisma/invites.ts'
import { UsageError } from './usage-error.ts'

/** Makes a council and a one-time code for its first secretariat. Throws UsageError for an empty name. */
export async function councilCreate(
  db: Database,
  given: { name: string; locale: Locale; timeZone: string },
  now: Date,
): Promise<{ id: CouncilId; code: string }> {
  const name = given.name.trim()
  if (name === '') throw new UsageError('the name of a council cannot be empty')
  return db.$transaction(async (tx) => {
    const id = await createCouncil(tx, { ...given, name }, now)
    const code = await createInvite(tx, { councilId: id, role: 'secretariat', unitId: undefined }, now)
    await audit(tx, { councilId: id, personId: undefined, action: 'council-created', details: { name } }, now)
    return { id, code }
  })
}
