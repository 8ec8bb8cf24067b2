import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { openDatabase, type Database } from '#prisma/database.ts'
import { insertRows } from '../country/fill.ts'
import type { Claimed } from './claim-process.ts'

const PROCESS = fileURLToPath(new URL('./claim-process.ts', import.meta.url))
/** As many as a lane has under way. */
export const CLAIMED_AT_A_TIME = 30
/** One message for each of so many chats. */
export const MESSAGES = 10_000

export interface Claims {
  workers: number
  /** Over how many bots the messages are spread. As many as workers: each empties its own, as the lease of a bot has it. */
  bots: number
  /** Messages claimed and recorded as sent. */
  perSecond: number
}

/** How fast so many processes empty the outbox of a filled database where sending takes no time. */
export async function benchClaims(url: string, cases: readonly Pick<Claims, 'workers' | 'bots'>[]): Promise<Claims[]> {
  const db = await openDatabase(url)
  const results: Claims[] = []
  for (const one of cases) {
    await fillOutbox(db, one.bots)
    results.push({ ...one, perSecond: await race(url, one) })
    await db.outbox.deleteMany({})
  }
  await db.$disconnect()
  return results
}

async function fillOutbox(db: Database, bots: number) {
  const chats = await db.chat.findMany({ where: { platform: 'telegram' }, take: MESSAGES, select: { id: true } })
  const at = new Date('2026-01-01T00:00:00Z')
  const rows = chats.map(({ id }, index) => ({
    platform: 'telegram',
    bot: (index % bots) + 1,
    chatId: id,
    kind: 'reminder',
    priority: 1,
    dedupeKey: `bench:${index}`,
    payload: { body: { text: 'Hội đồng nhắc: còn 3 ngày.', spans: [] }, choices: [] },
    state: 'waiting',
    notBefore: at,
    createdAt: at,
  }))
  await insertRows(db, 'outbox', rows)
}

async function race(url: string, { workers, bots }: Pick<Claims, 'workers' | 'bots'>): Promise<number> {
  const execArgv = ['--import', 'tsx']
  const processes = Array.from({ length: workers }, (_, worker) =>
    fork(PROCESS, [url, String((worker % bots) + 1), String(CLAIMED_AT_A_TIME)], { execArgv }),
  )
  await Promise.all(processes.map((worker) => heard(worker)))
  const results = processes.map((worker) => heard(worker) as Promise<Claimed>)
  for (const worker of processes) worker.send('go')
  const claimed = await Promise.all(results)
  const begun = Math.min(...claimed.map(({ from }) => from))
  const ended = Math.max(...claimed.map(({ to }) => to))
  return (claimed.reduce((sum, { messages }) => sum + messages, 0) * 1000) / (ended - begun)
}

async function heard(worker: ChildProcess): Promise<unknown> {
  const died = once(worker, 'exit').then(([code]) => {
    throw new Error(`a worker ended with ${code}`)
  })
  const [message] = (await Promise.race([once(worker, 'message'), died])) as [unknown]
  return message
}
