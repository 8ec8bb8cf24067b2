import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import Sqlite from 'better-sqlite3'
import { onTestFinished } from 'vitest'
import { runProgram, type Terminal } from '#commands/operator/program.ts'
import type { Engine } from './copied.ts'
import { killHard } from './process.ts'

/** The kind of database that the tests run on. */
export const ENGINE: Engine = process.env['TEST_POSTGRES'] ? 'PostgreSQL' : 'SQLite'

/** Runs `tdkt backup` or `tdkt restore` in this process. */
export async function run(url: string, args: string[], now = new Date('2026-11-21T09:00:00Z')) {
  const [out, err]: [string[], string[]] = [[], []]
  const settings = () => ({ DATABASE_URL: url })
  const terminal = { print: (line: string) => out.push(line), now: () => now, settings } as unknown as Terminal
  const code = await runProgram(args, terminal, (line) => err.push(line))
  return { code, out: out.join('\n'), err: err.join('\n') }
}

/** The answer of a query to a SQLite file. */
export function ask(file: string, query: string): unknown[][] {
  const db = new Sqlite(file, { readonly: true })
  try {
    return db.prepare<[], unknown[]>(query).raw().all()
  } finally {
    db.close()
  }
}

/** A process that writes to a database all the time, in transactions of two tables; `written` tells how many it has made. */
export async function startWriter(url: string) {
  const script = fileURLToPath(new URL('./writing-process.ts', import.meta.url))
  const child: ChildProcess = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), script, url])
  onTestFinished(() => void child.kill('SIGKILL'))
  let written = 0
  child.stderr!.pipe(process.stderr)
  const lines = createInterface({ input: child.stdout! }).on('line', () => (written += 1))
  await new Promise((resolve) => lines.once('line', resolve))
  return { written: () => written, kill: () => killHard(child), isRunning: () => child.exitCode === null }
}
