import { formatMoment } from '#domain/dates.ts'
import { fault, note, well, type Finding } from '#domain/finding.ts'
import { backupFolderOf, lastBackup, type LastBackup } from '#prisma/backup-folder.ts'
import { botsIn, type Settings } from './doctor-settings.ts'

/** One is made every day; whoever finds two missing should know why. */
const OLDEST_MS = 2 * 86_400_000
const BY_HAND = 'make them yourself: npm run --silent tdkt -- backup FILE'

/** When the last daily backup was made. */
export function backupFindings(settings: Settings, { now, timeZone }: { now: Date; timeZone: string }): Finding[] {
  if (botsIn(settings).length === 0) return [note('the playground alone makes no backups by itself', BY_HAND)]
  if (settings.BACKUP_KEEP === 0) return [note('no daily backups are made: BACKUP_KEEP is 0', BY_HAND)]
  const folder = backupFolderOf(settings)
  if (!folder) return [note('no daily backups are made', 'set BACKUP_DIR to a folder')]
  const last = readLast(folder.dir, now)
  if (typeof last === 'string') return [fault(last, 'give the user of the bot the right to read and write there')]
  if (!last) return [note(`there is none in ${folder.dir} yet`, 'the bot makes one every night, and at its start')]
  const what = `the last one was made at ${formatMoment(last.at, timeZone)}: ${last.file} (${last.bytes} bytes)`
  if (now.getTime() - last.at.getTime() <= OLDEST_MS) return [well(what)]
  return [fault(what, 'see the log for why there is none since')]
}

/** A text says why it cannot be told. */
function readLast(dir: string, now: Date): LastBackup | string | undefined {
  try {
    return lastBackup(dir, now)
  } catch (error) {
    return `${dir} cannot be read: ${(error as NodeJS.ErrnoException).code ?? 'unknown'}`
  }
}
