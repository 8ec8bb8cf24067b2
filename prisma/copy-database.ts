import { realpathSync } from 'node:fs'
import path from 'node:path'
import { checkSource, checkTarget, CopyRefused, orRefused } from './copy-checks.ts'
import { clocksOf, isInUse, released } from './copy-held.ts'
import { openSource, openTarget } from './copy-open.ts'
import { fileOf, isFile } from './database-address.ts'
import { copyTables, type Copied } from './copy-rows.ts'

export type { Copied } from './copy-rows.ts'

export interface CopyOrder {
  /** Addresses as DATABASE_URL has them. */
  from: string
  to: string
  now: Date
}

/**
 * Copies an installation from one database to another of either kind, all or nothing, and compares both before it counts. The source is read as it stands
 * at one moment and its rows are never changed; the target must be empty and is brought to the schema of this version. Throws CopyRefused.
 */
export async function copyDatabase({ from, to, now }: CopyOrder): Promise<Copied> {
  if (placeOf(from) === placeOf(to)) throw new CopyRefused('the source and the target are the same database')
  await checkSource(from)
  await checkTarget(to)
  const source = await openSource(from)
  try {
    const clocks = await clocksOf(source, now)
    if (await isInUse(source, clocks))
      throw new CopyRefused('the source is in use: stop the bot, or wait a minute where it was killed')
    const target = await orRefused(() => openTarget(to))
    try {
      return await copyTables(source, target, (table, rows) => released(table, rows, clocks))
    } finally {
      await target.close()
    }
  } finally {
    await source.close()
  }
}

/** Where a database lies, whoever connects to it. */
function placeOf(url: string): string {
  if (!isFile(url)) {
    const { hostname, port, pathname } = new URL(url)
    return `${hostname}:${port || 5432}${pathname}`
  }
  const file = fileOf(url)
  try {
    return realpathSync(file)
  } catch {
    return path.resolve(file)
  }
}
