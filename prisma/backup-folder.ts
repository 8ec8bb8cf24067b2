import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { addDays, isoDate, localDate, type IsoDate } from '#domain/dates.ts'
import { removePart } from './backup-part.ts'
import { fileOf, isFile } from './database-address.ts'

/** Where the daily backups are, and how many of them are kept. */
export interface BackupFolder {
  dir: string
  keep: number
}

export interface LastBackup {
  file: string
  at: Date
  bytes: number
}

/** Only what has such a name was made here, and is ever removed. */
const NAME = /^tdkt-(\d{4})-(\d\d)-(\d\d)\.db$/
const PART = /^(tdkt-\d{4}-\d\d-\d\d\.db\.part)(-wal|-shm|-journal)?$/

/** Where these settings have daily backups; undefined: nowhere. */
export function backupFolderOf(settings: {
  DATABASE_URL: string
  BACKUP_DIR?: string | undefined
  BACKUP_KEEP: number
}): BackupFolder | undefined {
  const { DATABASE_URL: url, BACKUP_DIR: given, BACKUP_KEEP: keep } = settings
  const dir = given ?? (isFile(url) ? path.join(path.dirname(fileOf(url)), 'backups') : undefined)
  return dir === undefined || keep === 0 ? undefined : { dir, keep }
}

/** The backup of a day, as a path. */
export const backupOn = (dir: string, day: IsoDate): string => path.join(dir, `tdkt-${day}.db`)

/** The newest daily backup in a folder; undefined where there is none. Throws what the system says of a folder that cannot be read. */
export function lastBackup(dir: string, now: Date): LastBackup | undefined {
  const [name] = backupsIn(dir, now)
  if (name === undefined) return undefined
  const file = path.join(dir, name)
  const { mtime: at, size: bytes } = statSync(file)
  return { file, at, bytes }
}

/** Makes the folder where it is missing, and removes what backups that were killed left there. */
export function prepareFolder(dir: string) {
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  for (const name of readdirSync(dir)) {
    const [, part] = PART.exec(name) ?? []
    if (part !== undefined) removePart(path.join(dir, part))
  }
}

/** Removes all daily backups but the newest. Returns how many. */
export function removeOldBackups({ dir, keep }: BackupFolder, now: Date): number {
  const old = backupsIn(dir, now).slice(keep)
  for (const name of old) rmSync(path.join(dir, name))
  return old.length
}

/** Their names, the newest first. One of a day to come was named by a clock that was ahead: it must not keep others from being made, or from being kept. */
function backupsIn(dir: string, now: Date): string[] {
  if (!existsSync(dir)) return []
  // Wherever on earth, it is no later than that.
  const latest = addDays(localDate(now, 'UTC'), 1)
  const isOurs = (name: string) => {
    const day = dayIn(name)
    return day !== undefined && day <= latest
  }
  return readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isFile() && isOurs(entry.name))
    .map(({ name }) => name)
    .sort()
    .reverse()
}

function dayIn(name: string): IsoDate | undefined {
  const [, year, month, day] = NAME.exec(name) ?? []
  return isoDate(Number(year), Number(month), Number(day))
}
