import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort } from '../test/support/local-server.ts'
import { askersIn, fillToday, inFolder } from './filled.ts'
import { AT_ONCE } from './grammy/measure.ts'
import { Network } from './grammy/network.ts'
import { startFlags } from './start-flags.ts'
import { summary } from './summary.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const TIMES = 5
/** At rest: memory grew by less than this in so many seconds. */
const GROWS_KB = 512
const STEADY_SECONDS = 5
const LONGEST_SECONDS = 30
export const LOAD_SECONDS = 15
/** Nobody asks more often: the bot falls silent to who asks too much. */
const ASKS_EACH_MS = 4000

export interface Started {
  /** 0: a database that the start itself makes. */
  councils: number
  /** From the command to the first `ok`, milliseconds, medians. */
  ready: number
  /** Megabytes of the process: when it has come to rest, and at its largest while people asked. Undefined where the system does not tell it as Linux does. */
  atRest: number | undefined
  underLoad: number | undefined
}

/** How long `npm start` takes and how much memory, with so many councils in a SQLite file. */
export function benchStarting(sizes: readonly number[]): Promise<Started[]> {
  return inFolder(async (folder) => {
    const files = await fillToday(folder, sizes)
    const network = await Network.start()
    const found: Started[] = []
    for (const councils of [0, ...sizes]) {
      const copy = (name: string) => {
        const to = path.join(folder, `${name}-${councils}.db`)
        if (councils > 0) copyFileSync(files.get(councils)!, to)
        return to
      }
      const times: number[] = []
      for (let time = 0; time < TIMES; time += 1) times.push(await timeStart(network, `file:${copy(`start-${time}`)}`))
      found.push({ councils, ready: summary(times).median, ...(await memory(network, copy('memory'))) })
    }
    network.stop()
    return found
  })
}

async function timeStart(network: Network, database: string): Promise<number> {
  const port = await freePort()
  const env = {
    PATH: process.env['PATH'],
    DATABASE_URL: database,
    TELEGRAM_BOT_TOKEN: '1:start',
    TELEGRAM_API_ROOT: network.apiRoot,
    PORT: String(port),
  }
  const begun = performance.now()
  const child = spawn(process.execPath, [...startFlags(), 'tools/run.mjs', 'serve'], {
    cwd: ROOT,
    env,
    stdio: 'ignore',
  })
  const gone = once(child, 'exit')
  const died = gone.then(() => {
    throw new Error('the start failed')
  })
  await Promise.race([answersOk(`http://127.0.0.1:${port}/readyz`), died])
  const took = performance.now() - begun
  died.catch(() => undefined)
  child.kill('SIGKILL')
  await gone
  return took
}

async function answersOk(url: string) {
  for (;;) {
    const answer = await fetch(url).catch(() => undefined)
    if (answer?.status === 200) return
    await pause(5)
  }
}

async function memory(network: Network, file: string): Promise<Pick<Started, 'atRest' | 'underLoad'>> {
  const isNew = !existsSync(file)
  const bot = await network.startBot('ours', 'polling', `file:${file}`)
  const atRest = await restOf(bot.pid)
  const askers = isNew ? [{ chat: '1', person: '1' }] : await askersIn(file)
  const atOnce = Math.min(AT_ONCE, askers.length)
  const pace = { roundTripMs: 0, atOnce, pauseMs: (ASKS_EACH_MS * atOnce) / askers.length }
  await bot.ask({ askers, text: '/viec quý này', holds: '', ...pace, warmSeconds: 0, seconds: LOAD_SECONDS })
  const underLoad = megabytes(bot.pid, 'VmHWM')
  await bot.stop()
  return { atRest, underLoad }
}

/** Waits until the process takes no more memory than a moment ago. */
async function restOf(pid: number): Promise<number | undefined> {
  let steadySince = performance.now()
  const latest = steadySince + LONGEST_SECONDS * 1000
  let largest = megabytes(pid, 'VmRSS')
  while (
    largest !== undefined &&
    performance.now() < latest &&
    performance.now() - steadySince < STEADY_SECONDS * 1000
  ) {
    await pause(250)
    const now = megabytes(pid, 'VmRSS')!
    if (Math.abs(now - largest) * 1024 > GROWS_KB) [largest, steadySince] = [now, performance.now()]
  }
  return megabytes(pid, 'VmRSS')
}

function megabytes(pid: number, field: 'VmRSS' | 'VmHWM'): number | undefined {
  try {
    const [, kilobytes] = new RegExp(`${field}:\\s+(\\d+) kB`).exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024
  } catch {
    return undefined
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
