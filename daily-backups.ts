import type { Platform } from '#bot/platform.ts'
import { backupFolderOf, lastBackup } from '#prisma/backup-folder.ts'
import type { DailyBackups } from '#scheduler/backup.ts'
import type { Config } from './config.ts'

/** What the settings say of daily backups; undefined: none are made. The playground alone has nobody's data, and a clock that is moved. */
export function dailyBackups(config: Config, platforms: readonly Platform[]): DailyBackups | undefined {
  const folder = platforms.some(({ name }) => name !== 'playground') ? backupFolderOf(config) : undefined
  return folder && { ...folder, url: config.DATABASE_URL, timeZone: config.DEFAULT_TIME_ZONE }
}

/** When the newest daily backup was made; undefined where there is none, or its folder cannot be read. */
export function lastBackupAt(backups: DailyBackups | undefined, now: Date): Promise<Date | undefined> {
  const look = () => backups && lastBackup(backups.dir, now)?.at
  return Promise.resolve()
    .then(look)
    .catch(() => undefined)
}
