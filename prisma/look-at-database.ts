import { isFile } from './database-address.ts'
import { lookAtFile, type DatabaseFile } from './database-file.ts'

/** Looks at the database of this address without bringing it to this version's schema; nothing is changed or made. */
export async function lookAtDatabase(url: string): Promise<DatabaseFile> {
  if (isFile(url)) return lookAtFile(url)
  const { lookAtPostgres } = await import('./look-at-postgres.ts')
  return lookAtPostgres(url)
}
