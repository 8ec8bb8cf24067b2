import { COPIED_TABLES, TABLES_LEFT_OUT } from './copy-tables.ts'
import { lookAtDatabase } from './look-at-database.ts'

const OWN_TABLES: readonly string[] = [...COPIED_TABLES, ...TABLES_LEFT_OUT, '_prisma_migrations']

/** Why nothing is copied, in a line for the operator. Both databases hold what they held. */
export class CopyRefused extends Error {
  override name = 'CopyRefused'
}

/** Throws CopyRefused where a database cannot be copied from; nothing is changed. */
export async function checkSource(url: string) {
  const found = await lookAtDatabase(url)
  if (found.bytes === undefined) throw new CopyRefused(`there is no database at ${found.path}`)
  if (found.fault !== undefined) throw new CopyRefused(`the source ${found.path} cannot be read: ${found.fault}`)
  if (found.unknown.length > 0) throw new CopyRefused('the source was used by a later version: copy with that one')
  if (found.missing.length > 0)
    throw new CopyRefused('the source is of an earlier version: start the bot of this version on it once, and stop it')
}

/** Throws CopyRefused where a database cannot be copied to; nothing is changed. What passes is new, or of this version and still to be looked into. */
export async function checkTarget(url: string) {
  const found = await lookAtDatabase(url)
  if (found.fault !== undefined) throw new CopyRefused(`the target ${found.path} cannot be used: ${found.fault}`)
  if (found.unknown.length > 0) throw new CopyRefused('the target was used by a later version, and is not empty')
  if (found.applied > 0 && found.missing.length > 0)
    throw new CopyRefused('the target was used by an earlier version: give an empty database')
  const foreign = found.tables.find((name) => !OWN_TABLES.includes(name))
  if (foreign !== undefined)
    throw new CopyRefused(`the target holds the table ${foreign} of something else: give a database of its own`)
}

/** Does something with the target. Whatever goes wrong with it is told in a line, as CopyRefused. */
export async function orRefused<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const [reason] = (error instanceof Error ? error.message : String(error)).split('\n')
    throw new CopyRefused(`the target cannot be used: ${reason}`, { cause: error })
  }
}
