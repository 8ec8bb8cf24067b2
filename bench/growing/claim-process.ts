import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { openDatabase } from '#prisma/database.ts'
import { claimNext, finish } from '#prisma/outbox.ts'

/** What a process tells in the end: how many messages it recorded as sent, and from when to when, in milliseconds of the machine's clock. */
export interface Claimed {
  messages: number
  from: number
  to: number
}

/** Whoever is slow stops here: what was done until then tells the speed. */
const LONGEST_MS = 5000

/** Empties the outbox of one bot as a lane does, without a network, when told to. */
async function work(url: string, bot: number, atATime: number) {
  const db = await openDatabase(url)
  const of = { platform: 'telegram', bot } as const
  const waiting = () => db.outbox.findFirst({ where: { ...of, state: 'waiting' }, select: { id: true } })
  await waiting()
  process.send!('ready')
  await once(process, 'message')
  const by = randomUUID()
  const from = Date.now()
  let messages = 0
  while (Date.now() - from < LONGEST_MS) {
    const now = new Date()
    const until = new Date(now.getTime() + 60_000)
    const rows = await claimNext(db, { bot: of, by, limit: atATime, pausedChats: [], now, until })
    // Another process may have been sooner with all of them.
    if (rows.length === 0 && !(await waiting())) break
    const done = await Promise.all(rows.map((row) => finish(db, row, { state: 'sent', messageId: '1' }, new Date())))
    messages += done.filter(Boolean).length
  }
  const told: Claimed = { messages, from, to: Date.now() }
  process.send!(told)
  await db.$disconnect()
  process.disconnect()
}

const [url, bot, atATime] = process.argv.slice(2)
await work(url!, Number(bot), Number(atATime))
