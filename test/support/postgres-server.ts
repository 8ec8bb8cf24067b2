import { spawnSync, type SpawnSyncOptions } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { migratePostgres } from '#prisma/migrate-postgres.ts'
import { MIGRATIONS } from '#prisma/migration-files.ts'
import { freePort } from './local-server.ts'

/** Where Debian and others put the programs of the server, and where they are in the path. */
function programs(): string {
  const folder = '/usr/lib/postgresql'
  const versions = existsSync(folder) ? readdirSync(folder).sort((a, b) => Number(b) - Number(a)) : []
  return versions[0] === undefined ? '' : path.join(folder, versions[0], 'bin/')
}

/** The server refuses to run as root: then it runs as nobody. */
function owner(): SpawnSyncOptions {
  if (process.getuid?.() !== 0) return {}
  const [, , uid, gid] = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((line) => line.startsWith('nobody:'))!
    .split(':')
  return { uid: Number(uid), gid: Number(gid) }
}

/** Starts a PostgreSQL server in a folder of its own for a whole run of tests, with a migrated database that others are copied from. */
export default async function startServer(): Promise<() => void> {
  const as = owner()
  const folder = mkdtempSync('/tmp/tdkt-postgres-')
  if (as.uid !== undefined) chownSync(folder, as.uid, as.gid!)
  const run = (program: string, ...args: string[]) => {
    const done = spawnSync(`${programs()}${program}`, args, { ...as, cwd: folder, encoding: 'utf8' })
    if (done.status !== 0) throw new Error(`${program}: ${done.error?.message ?? done.stderr}`)
  }
  const port = await freePort()
  run('initdb', '-D', 'data', '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync')
  const options = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=400`
  run('pg_ctl', '-D', 'data', '-o', options, '-l', path.join(folder, 'log'), '-w', 'start')
  const root = `postgresql://postgres@127.0.0.1:${port}`
  const client = new pg.Client({ connectionString: `${root}/postgres` })
  await client.connect()
  await client.query('CREATE DATABASE tdkt')
  await client.end()
  await migratePostgres(`${root}/tdkt`, MIGRATIONS.postgres)
  process.env['TEST_POSTGRES'] = root
  return () => {
    run('pg_ctl', '-D', 'data', '-m', 'immediate', '-w', 'stop')
    rmSync(folder, { recursive: true, force: true })
  }
}
