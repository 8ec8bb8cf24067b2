import Database from 'better-sqlite3'
import { TRAITS } from '#domain/platforms.ts'
import { applyMigrations } from './apply-migrations.ts'
import { toOneFile } from './backup-snapshot.ts'
import { BackupRefused } from './backup-refused.ts'
import { MIGRATIONS } from './migration-files.ts'

/** Why a message that waited in a backup is not sent. */
const REASON = 'restored'

/** They may have been sent since: nobody is to be told twice, and whoever answers for them is told that they may be missing. */
const UNCERTAIN = `UPDATE "Outbox" SET "state" = 'uncertain', "reason" = '${REASON}', "finishedAt" = ?, "claimedBy" = NULL, "claimedUntil" = NULL
  WHERE "finishedAt" IS NULL`

/** Nobody holds anything any more. */
const RELEASED = [
  'DELETE FROM "Lease"',
  'UPDATE "Inbox" SET "claimedBy" = NULL, "claimedUntil" = NULL WHERE "doneAt" IS NULL',
  'UPDATE "Credential" SET "lockedUntil" = NULL',
]

/** Where a card can be edited it may show by now what the backup does not know of: it is written anew. */
const EDITING = Object.entries(TRAITS).flatMap(([name, { edit }]) => (edit ? `'${name}'` : []))
const EDITED_CHATS = `SELECT "id" FROM "Chat" WHERE "platform" IN (${EDITING.join(', ')})`
const CARDS = [
  `UPDATE "Card" SET "shows" = '' WHERE "chatId" IN (${EDITED_CHATS})`,
  'UPDATE "Council" SET "cardsOn" = NULL',
  `UPDATE "RoundCard" SET "shows" = '' WHERE "chatId" IN (${EDITED_CHATS})`,
  `UPDATE "Round" SET "stale" = 1 WHERE "state" = 'open'`,
]

/**
 * Brings the copy of a backup to this version's schema and to the state in which a bot may go on from it, as one file. Returns how many messages waited in
 * it. Throws BackupRefused where it cannot be migrated.
 */
export function prepareRestored(file: string, now: Date): number {
  migrate(file)
  const db = new Database(file, { fileMustExist: true })
  try {
    const uncertain = db.transaction(() => {
      for (const statement of [...RELEASED, ...CARDS]) db.exec(statement)
      return db.prepare(UNCERTAIN).run(now.toISOString().replace('Z', '+00:00')).changes
    })()
    return uncertain
  } finally {
    db.close()
    toOneFile(file)
  }
}

function migrate(file: string) {
  try {
    applyMigrations(file, MIGRATIONS.sqlite)
  } catch (error) {
    if (!(error instanceof Error)) throw error
    throw new BackupRefused(`the backup cannot be brought to this version: ${error.message}`, { cause: error })
  }
}
