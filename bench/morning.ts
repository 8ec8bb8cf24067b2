import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Measured } from './morning-process.ts'

const PROCESS = fileURLToPath(new URL('./morning-process.ts', import.meta.url))

/** The morning of a country whose database is filled, in a process of its own: its memory is that of the morning alone. */
export function benchMorning(url: string): Measured {
  return JSON.parse(execFileSync(process.execPath, [...startFlags(), PROCESS, url], { encoding: 'utf8' })) as Measured
}

/** What stands between `node` and `main.ts` in `npm start`. */
function startFlags(): string[] {
  const { scripts } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    scripts: { start: string }
  }
  return scripts.start.split(' ').slice(1, -2)
}
