import Database from 'better-sqlite3'
import { TRAITS } from '#domain/platforms.ts'
import { startSending } from './announcement-delivery.ts'
import { dueAnnouncements } from './announcement-work.ts'
import { applyMigrations } from './apply-migrations.ts'
import { toOneFile } from './backup-snapshot.ts'
import { BackupRefused } from './backup-refused.ts'
import { openDatabase } from './database.ts'
import { MIGRATIONS } from './migration-files.ts'

/** Why a message that waited in a backup is not sent. */
const REASON = 'restored'

/** They may have been sent since: nobody is to be told twice, and whoever answers for them is told that they may be missing. */
const UNCERTAIN = `UPDATE "Outbox" SET "state" = 'uncertain', "reason" = '${REASON}', "finishedAt" = ?, "claimedBy" = NULL, "claimedUntil" = NULL
  WHERE "finishedAt" IS NULL`

/** The same for those of whom nothing was in the outbox yet when an announcement was being sent. */
const UNTOLD = `UPDATE "AnnouncementRecipient" SET "state" = 'uncertain', "reason" = '${REASON}', "enqueued" = 1
  WHERE "state" = 'waiting' AND "enqueued" = 0 AND "chatId" IS NOT NULL
    AND "announcementId" IN (SELECT "id" FROM "Announcement" WHERE "state" = 'sending')`

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

/** What may have gone out since a backup was made. */
export interface InDoubt {
  /** Messages that waited in the backup, and recipients of whom nothing waited yet. */
  uncertain: number
  /** Announcements whose time came since; their recipients are among those, too. */
  announcements: number
}

/**
 * Brings the copy of a backup to this version's schema and to the state in which a bot may go on from it, as one file. Returns what is in doubt. Throws
 * BackupRefused where it cannot be migrated.
 */
export async function prepareRestored(file: string, now: Date): Promise<InDoubt> {
  migrate(file)
  const announcements = await startDue(file, now)
  const db = new Database(file, { fileMustExist: true })
  try {
    const uncertain = db.transaction(() => {
      for (const statement of [...RELEASED, ...CARDS]) db.exec(statement)
      const untold = db.prepare(UNTOLD).run().changes
      return untold + db.prepare(UNCERTAIN).run(now.toISOString().replace('Z', '+00:00')).changes
    })()
    return { uncertain, announcements }
  } finally {
    db.close()
    toOneFile(file)
  }
}

/**
 * Begins the announcements whose time has come, as the job `announce` would: a recurring one gets its next run. Their recipients are in doubt like those of
 * any that was being sent, so that nobody is told; whoever made it is told of that, and may send it.
 */
async function startDue(file: string, now: Date): Promise<number> {
  const db = await openDatabase(`file:${file}`)
  try {
    const due = await dueAnnouncements(db, now)
    for (const { id, councilId } of due) await db.$transaction((tx) => startSending(tx, councilId, id, now))
    return due.length
  } finally {
    await db.$disconnect()
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
