import { CopyRefused } from '#prisma/copy-checks.ts'
import { copyDatabase, type Copied } from '#prisma/copy-database.ts'
import { addressFault } from '#prisma/database-address.ts'
import { tableLines } from './table-lines.ts'
import { UsageError } from './usage-error.ts'

/** `tdkt copy`: the rows of each table. Throws UsageError where nothing was copied. */
export async function copy(given: { from: string; to: string }, now: Date): Promise<Copied> {
  for (const option of ['from', 'to'] as const) {
    const fault = addressFault(given[option])
    if (fault !== undefined) throw new UsageError(`--${option} ${fault}`)
  }
  try {
    return await copyDatabase({ ...given, now })
  } catch (error) {
    if (error instanceof CopyRefused) throw new UsageError(error.message)
    throw error
  }
}

/** A table for people, with what to do next. */
export function formatCopied({ tables, rows }: Copied): string {
  return [
    ...tableLines(tables, rows),
    '',
    'Now set DATABASE_URL to the target and start the bot. Do not start it on the source again: both would say the same things.',
  ].join('\n')
}
