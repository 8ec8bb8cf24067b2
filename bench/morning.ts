import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { startFlags } from './start-flags.ts'
import type { Measured } from './morning-process.ts'

const PROCESS = fileURLToPath(new URL('./morning-process.ts', import.meta.url))

/** The morning of a country whose database is filled, in a process of its own: its memory is that of the morning alone. */
export function benchMorning(url: string): Measured {
  const command = [...startFlags(), '--import', 'tsx', PROCESS, url]
  return JSON.parse(execFileSync(process.execPath, command, { encoding: 'utf8' })) as Measured
}
