import type { Source, Target } from './copy-ends.ts'
import { fileOf, isFile } from './database-address.ts'

/** Opens a database to copy from it. The libraries of a kind of database are loaded only where it is used. */
export async function openSource(url: string): Promise<Source> {
  if (isFile(url)) return (await import('./copy-sqlite.ts')).openSqliteSource(fileOf(url))
  return (await import('./copy-postgres.ts')).openPostgresSource(url)
}

/** Brings a database to the schema of this version and opens it to copy into it. */
export async function openTarget(url: string): Promise<Target> {
  if (isFile(url)) return (await import('./copy-sqlite.ts')).openSqliteTarget(fileOf(url))
  return (await import('./copy-postgres.ts')).openPostgresTarget(url)
}
