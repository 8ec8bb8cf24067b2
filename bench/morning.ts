import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { openDatabase } from '#prisma/database.ts'
import { fillCouncils, fillGroups } from './country.ts'
import type { Measured } from './morning-process.ts'

const TASKS_EACH = 60
const PROCESS = fileURLToPath(new URL('./morning-process.ts', import.meta.url))

/** One morning of so many councils in so many groups, in a process of its own: its memory is that of the morning alone. */
export async function benchMorning(councils: number, groups: number): Promise<Measured> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tdkt-bench-'))
  const file = `${folder}/bench.db`
  await (await openDatabase(`file:${file}`)).$disconnect()
  fillCouncils(file, 1, councils, TASKS_EACH)
  fillGroups(file, groups - councils)
  const out = execFileSync(process.execPath, [...startFlags(), PROCESS, `file:${file}`], { encoding: 'utf8' })
  rmSync(folder, { recursive: true, force: true })
  return JSON.parse(out) as Measured
}

/** What stands between `node` and `main.ts` in `npm start`. */
function startFlags(): string[] {
  const { scripts } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    scripts: { start: string }
  }
  return scripts.start.split(' ').slice(1, -2)
}
