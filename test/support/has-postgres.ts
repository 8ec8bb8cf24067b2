import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** Whether the programs of a PostgreSQL server are on this machine. Where they are not, it says that what needs them is skipped. */
export function hasPostgres(): boolean {
  const found = existsSync('/usr/lib/postgresql') || spawnSync('initdb', ['--version']).status === 0
  if (!found) console.log('Skipped: the programs of PostgreSQL are not on this machine (Debian: postgresql)')
  return found
}
