import { BackupRefused } from '#prisma/backup-refused.ts'
import { backUp, type BackedUp, type BackupOrder } from '#prisma/backup.ts'
import { tableLines } from './table-lines.ts'
import { UsageError } from './usage-error.ts'

/** `tdkt backup`: what was copied. Throws UsageError where nothing was. */
export const backup = (order: BackupOrder): Promise<BackedUp> => orUsageError(() => backUp(order))

/** Tells a refusal as one of the command line. */
export async function orUsageError<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof BackupRefused) throw new UsageError(error.message)
    throw error
  }
}

/** A table for people, with what to do next. */
export function formatBackedUp({ file, bytes, tables, rows }: BackedUp): string {
  return [
    ...tableLines(tables, rows),
    '',
    `${file} (${bytes} bytes) holds all that the database holds, tokens included: keep it where nobody else reads it, and on another machine, too.`,
  ].join('\n')
}
