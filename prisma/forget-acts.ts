import type { PersonId } from '#domain/ids.ts'
import type { Db } from './database.ts'
import type { Forgetting } from './forgetting.ts'

/**
 * What a person did stays, as facts of the council, and is from now on the act of `into`, who stands for all who were forgotten. Returns how many
 * rows named the person.
 */
export async function forgetActs(db: Db, forgetting: Forgetting): Promise<number> {
  const { person, into, word, ofCouncil } = forgetting
  const mine = { personId: person.id }
  const counts = [
    await db.audit.updateMany({ where: { ...mine, ...ofCouncil }, data: { personId: into } }),
    await db.completion.updateMany({
      where: { ...mine, task: { version: { plan: ofCouncil } } },
      data: { personId: into },
    }),
    await db.nomination.updateMany({
      where: { ...mine, movement: { round: ofCouncil } },
      data: { personId: into, personName: word, platform: null, chat: null, messageId: null, revision: null },
    }),
    await db.planVersion.updateMany({
      where: { firstApprovedBy: person.id, plan: ofCouncil },
      data: { firstApprovedBy: into },
    }),
    await db.announcement.updateMany({ where: { createdBy: person.id, ...ofCouncil }, data: { createdBy: into } }),
    await db.invite.updateMany({ where: { usedById: person.id, ...ofCouncil }, data: { usedById: into } }),
  ]
  const changed = counts.reduce((sum, { count }) => sum + count, 0)
  return changed + (await forgetReceipts(db, forgetting)) + (await forgetInDetails(db, forgetting))
}

/** That a chat confirmed an announcement stays; of several who were forgotten one is enough. */
async function forgetReceipts(db: Db, { person, into, ofCouncil }: Forgetting): Promise<number> {
  const receipts = await db.receipt.findMany({
    where: { personId: person.id, recipient: { announcement: ofCouncil } },
  })
  for (const { recipientId } of receipts) {
    const key = { recipientId, personId: person.id }
    const known = await db.receipt.count({ where: { recipientId, personId: into } })
    if (known > 0) await db.receipt.delete({ where: { recipientId_personId: key } })
    else await db.receipt.update({ where: { recipientId_personId: key }, data: { personId: into } })
  }
  return receipts.length
}

/** The audit log says in its details who was given a role, by id, and whose role ended, by name. */
async function forgetInDetails(db: Db, { person, into, word, ofCouncil }: Forgetting): Promise<number> {
  const rows = await db.audit.findMany({ where: { ...ofCouncil, action: { in: ['role-given', 'role-ended'] } } })
  let changed = 0
  for (const { id, details } of rows) {
    const forgotten = without(details as Details, person, { into, word })
    if (!forgotten) continue
    await db.audit.update({ where: { id }, data: { details: forgotten } })
    changed += 1
  }
  return changed
}

type Details = Record<string, string | number>

function without(details: Details, person: Forgetting['person'], { into, word }: { into: PersonId; word: string }) {
  if (details['receiver'] === person.id) return { ...details, receiver: into }
  return person.name !== '' && details['name'] === person.name ? { ...details, name: word } : undefined
}
