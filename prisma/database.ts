import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import { fileOf, isFile } from './database-address.ts'
import { applyMigrations } from './apply-migrations.ts'
import { exchangeWatch } from './exchanged.ts'
import { PrismaClient, type Prisma } from './generated/client.ts'
import { direct } from './direct-client.ts'
import { keepStatements, type SqliteAdapter } from './kept-statements.ts'
import { makeFile } from './make-file.ts'
import { MIGRATIONS } from './migration-files.ts'
import { sqliteAdapter } from './sqlite-adapter.ts'
import { SqliteConnection } from './sqlite-connection.ts'

export type Database = PrismaClient
/** The database, or an open transaction of it: what every query takes. */
export type Db = PrismaClient | Omit<Prisma.TransactionClient, '$transaction'>

/**
 * Opens the database and brings it to this version's schema. `url` is `file:` and a path for SQLite, or begins with `postgresql:`. The latter's library is
 * loaded only where it is used.
 */
export async function openDatabase(url: string): Promise<Database> {
  if (isFile(url)) return openSqlite(url)
  const { openPostgres } = await import('./postgres-database.ts')
  return openPostgres(url)
}

/**
 * The path is relative to the working directory; a missing file and its folders are made, for their owner alone. Write-ahead log and foreign keys are on, and who finds it locked tries for 5 s.
 */
async function openSqlite(url: string): Promise<Database> {
  const file = fileOf(url)
  makeFile(file)
  const checkSame = exchangeWatch(file)
  applyMigrations(file, MIGRATIONS.sqlite)
  const library = new PrismaBetterSqlite3({ url, timeout: 0 })
  const adapter = (await library.connect()) as SqliteAdapter
  const connection = new SqliteConnection(adapter.client)
  // Prisma's longer messages repeat the arguments of a query, and with them what people wrote.
  const client = new PrismaClient({
    adapter: sqliteAdapter(keepStatements(adapter), connection),
    errorFormat: 'minimal',
    transactionOptions: { maxWait: 60_000, timeout: 20_000 },
  })
  await client.$connect()
  const db = direct(client, connection)
  // What is removed is overwritten, too: the words of whoever is forgotten do not stay in the file. FAST would leave those of long rows.
  await db.$executeRaw`PRAGMA secure_delete = ON`
  // Who has read once, in a write-ahead log, keeps all others from exchanging the file.
  await db.$queryRaw`SELECT 1 FROM "Lease" LIMIT 1`
  try {
    checkSame()
  } catch (error) {
    await db.$disconnect()
    throw error
  }
  return db
}
