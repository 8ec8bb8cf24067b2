import pg from 'pg'
import type { DatabaseFile } from './database-file.ts'
import { compareHistory, HISTORY, MIGRATIONS, type HistoryRow } from './migration-files.ts'

const CONNECT_MS = 5000

/** The same for a database on a PostgreSQL server; nothing is changed there. Its path is the server and the name, without who connects. */
export async function lookAtPostgres(url: string): Promise<DatabaseFile> {
  const { host, pathname } = new URL(url)
  const found = { path: `${host}${pathname}`, bytes: 0, missing: [], unknown: [], fault: undefined, free: undefined }
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_MS })
  try {
    await client.connect()
    return { ...found, ...(await lookInside(client)) }
  } catch (error) {
    const { code, message } = error as Error & { code?: string }
    return { ...found, fault: code ?? message }
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function lookInside(client: pg.Client): Promise<Pick<DatabaseFile, 'bytes' | 'missing' | 'unknown'>> {
  const size = await client.query<{ bytes: string }>('SELECT pg_database_size(current_database()) AS bytes')
  const table = await client.query<{ name: string | null }>(`SELECT to_regclass('_prisma_migrations')::text AS name`)
  const history = table.rows[0]?.name ? await client.query<HistoryRow>(HISTORY) : { rows: [] }
  return { bytes: Number(size.rows[0]?.bytes ?? 0), ...compareHistory(MIGRATIONS.postgres, history.rows) }
}
