import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startApp } from '../app.ts'
import { readConfig } from '../config.ts'
import { createLogger } from '../logger.ts'
import { fillCouncils, groupOf } from './country.ts'
import { InstantPlatform } from './instant-platform.ts'
import { summary, type Summary } from './summary.ts'

const TASKS_EACH = 60
const QUESTIONS = 200
const NOW = new Date('2025-02-20T01:00:00Z')

/** The bot's own time for /viec, from the update handed in to the message handed to the network, with more and more councils in the database. */
export async function benchAsk(sizes: readonly number[]): Promise<{ councils: number; times: Summary }[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tdkt-bench-'))
  const platform = new InstantPlatform()
  const app = await startApp({
    config: readConfig({ DATABASE_URL: `file:${folder}/bench.db` }),
    log: createLogger('silent'),
    realNow: () => NOW,
    rings: false,
    platforms: () => Promise.resolve({ platforms: [platform], clock: () => NOW, onClockMoved: () => undefined }),
  })
  const results = []
  let filled = 0
  for (const councils of sizes) {
    fillCouncils(`${folder}/bench.db`, filled + 1, councils, TASKS_EACH)
    filled = councils
    await ask(platform, councils, 20)
    results.push({ councils, times: summary(await ask(platform, councils, QUESTIONS)) })
  }
  await app.stop()
  rmSync(folder, { recursive: true, force: true })
  return results
}

async function ask(platform: InstantPlatform, councils: number, questions: number): Promise<number[]> {
  const times: number[] = []
  for (let question = 0; question < questions; question += 1) {
    // A step that is prime to the number of councils, so that neighbours in time are strangers in the file.
    const council = ((question * 1543) % councils) + 1
    times.push(await platform.ask(groupOf(council)))
  }
  return times
}
