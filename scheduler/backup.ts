import { existsSync, statfsSync, statSync } from 'node:fs'
import { localDate } from '#domain/dates.ts'
import { backupOn, lastBackup, prepareFolder, removeOldBackups, type BackupFolder } from '#prisma/backup-folder.ts'
import { BackupRefused, orRefusedAs } from '#prisma/backup-refused.ts'
import { backUpInThread } from '#prisma/backup-thread.ts'
import { fileOf, isFile } from '#prisma/database-address.ts'
import type { Job, JobContext } from './job.ts'

/** 19:10 UTC: in Việt Nam in the dead of night, and before old rows are tidied away. */
const BELL = { hour: 19, minute: 10 }
const HOUR_MS = 3_600_000
/** One that is older was missed. */
const OLD_MS = 25 * HOUR_MS
const MEGABYTE = 1_048_576
/** So much is left free for the bot itself, which often writes to the same disk. */
const SPARE = 100 * MEGABYTE

export interface DailyBackups extends BackupFolder {
  /** The database, as DATABASE_URL has it. */
  url: string
  /** By whose date they are named. */
  timeZone: string
}

/** Makes the backup of the day and removes those that are too many. */
export function dailyBackup(order: DailyBackups): Job {
  return {
    name: 'backup',
    cron: `${BELL.minute} ${BELL.hour} * * *`,
    run: (context) => makeDue(order, context),
  }
}

async function makeDue({ url, timeZone, dir, keep }: DailyBackups, { db, now, signal }: JobContext) {
  const file = backupOn(dir, localDate(now, timeZone))
  const last = await orRefusedAs(`${dir} cannot be read`, () => lastBackup(dir, now))
  if (!isDue(now, last?.at) || existsSync(file)) return { backups: 0 }
  if (!(await db.council.findFirst({ select: { id: true } }))) return { backups: 0 }
  await orRefusedAs(`${dir} cannot be written to`, () => prepareFolder(dir))
  await orRefusedAs(`${dir} cannot be written to`, () => checkRoom(dir, sizeOf(url) ?? last?.bytes ?? 0))
  const made = await backUpInThread({ url, file, at: now }, signal)
  if (!made) return { backups: 0 }
  return { backups: 1, rows: made.rows, bytes: made.bytes, removed: removeOldBackups({ dir, keep }, now) }
}

/** How much the backup of a SQLite file takes at most, in bytes; of another database that is not known. */
const sizeOf = (url: string) => (isFile(url) ? statSync(fileOf(url)).size : undefined)

/** A backup that fills the disk would stop the bot, and have no room for itself either. */
function checkRoom(dir: string, bytes: number) {
  const { bavail, bsize } = statfsSync(dir)
  if (bavail * bsize >= bytes + SPARE) return
  const [free, needed] = [bavail * bsize, bytes + SPARE].map((one) => `${Math.ceil(one / MEGABYTE)} MB`)
  throw new BackupRefused(`${dir} has ${free} free, and a backup needs ${needed}`)
}

/** At its hour, where none was made since; at any other time, such as a start, only where one was missed. */
function isDue(now: Date, last: Date | undefined): boolean {
  if (!last || now.getTime() - last.getTime() > OLD_MS) return true
  const bell = new Date(now)
  bell.setUTCHours(BELL.hour, BELL.minute, 0, 0)
  return bell <= now && now.getTime() - bell.getTime() < HOUR_MS && last < bell
}
