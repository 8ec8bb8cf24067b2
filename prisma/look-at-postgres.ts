import pg from 'pg'
import { NOTHING_INSIDE, type DatabaseFile } from './database-file.ts'
import { compareHistory, HISTORY, MIGRATIONS, type HistoryRow } from './migration-files.ts'

const CONNECT_MS = 5000
/** Those that a name without its schema means, and among which new ones are made. */
const TABLES = 'SELECT tablename AS name FROM pg_tables WHERE schemaname = ANY (current_schemas(false)) ORDER BY 1'

/** The same for a database on a PostgreSQL server; nothing is changed there. Its path is the server and the name, without who connects. */
export async function lookAtPostgres(url: string): Promise<DatabaseFile> {
  const { host, pathname } = new URL(url)
  const found = { path: `${host}${pathname}`, bytes: 0, ...NOTHING_INSIDE, free: undefined }
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_MS })
  try {
    await client.connect()
    return { ...found, ...(await lookInside(client)) }
  } catch (error) {
    return { ...found, fault: faultOf(error as Error) }
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** The server's own words; of what happens on the way there only the code is always told. */
function faultOf(error: Error & { code?: string }): string {
  return error instanceof pg.DatabaseError ? error.message : (error.code ?? error.message)
}

async function lookInside(client: pg.Client): Promise<Partial<DatabaseFile>> {
  const size = await client.query<{ bytes: string }>('SELECT pg_database_size(current_database()) AS bytes')
  const table = await client.query<{ name: string | null }>(`SELECT to_regclass('_prisma_migrations')::text AS name`)
  const history = table.rows[0]?.name ? await client.query<HistoryRow>(HISTORY) : { rows: [] }
  const { rows } = await client.query<{ name: string }>(TABLES)
  const tables = rows.map(({ name }) => name)
  return { bytes: Number(size.rows[0]?.bytes ?? 0), tables, ...compareHistory(MIGRATIONS.postgres, history.rows) }
}
