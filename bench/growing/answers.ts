import { startApp } from '../../app.ts'
import { readConfig } from '../../config.ts'
import { createLogger } from '../../logger.ts'
import { MORNING, TELEGRAM_BOTS, type Country } from '../country/country.ts'
import { fillCountry, takeStock } from '../country/fill.ts'
import { InstantPlatform, type Asking } from '../instant-platform.ts'
import { NO_FLOOD_LIMITS } from '../../test/support/no-flood-limits.ts'
import { summary, type Summary } from '../summary.ts'

const IN_A_ROW = 200
const ALTOGETHER = 600
const AT_ONCE = 32
const NOW = new Date(`${MORNING}T09:00:00+07:00`)

/** The country of the benchmarks. */
export const COUNTRY: Country = { seed: 1, date: MORNING, bots: TELEGRAM_BOTS }

export interface Answers {
  councils: number
  /** The bot's own time for a question at a time, in milliseconds. */
  alone: Summary
  /** Answers a second where many chats ask at once, and how many chats those are. */
  perSecond: number
  chats: number
}

type Chat = Asking & { bot: number }

/** Answers of one process to `/viec` with more and more councils in the database, which is empty at first and holds the largest country in the end. */
export async function benchAnswers(url: string, sizes: readonly number[]): Promise<Answers[]> {
  const bots = Array.from({ length: COUNTRY.bots }, (_, index) => new InstantPlatform({ bot: index + 1 }))
  const app = await startApp({
    config: readConfig({ DATABASE_URL: url }),
    log: createLogger('silent'),
    flood: NO_FLOOD_LIMITS,
    realNow: () => NOW,
    rings: false,
    platforms: () => Promise.resolve({ platforms: bots, clock: () => NOW, onClockMoved: () => undefined }),
  })
  const ask = ({ bot, ...chat }: Chat) => bots[bot - 1]!.ask(chat)
  const results: Answers[] = []
  let filled = 0
  for (const councils of sizes) {
    await fillCountry(app.db, COUNTRY, filled + 1, councils)
    await takeStock(app.db, url)
    filled = councils
    const where = { platform: 'telegram' }
    // The ids are drawn: neighbours in this order are strangers in the tables.
    const chats = (await app.db.chat.findMany({ where, orderBy: { id: 'asc' }, take: ALTOGETHER })) as Chat[]
    await inARow(chats, 20, ask)
    const alone = summary(await inARow(chats, IN_A_ROW, ask))
    const atOnce = Math.min(AT_ONCE, chats.length)
    results.push({ councils, alone, perSecond: await allAtOnce(chats, atOnce, ask), chats: atOnce })
  }
  await app.stop()
  return results
}

type Ask = (chat: Chat) => Promise<number>

async function inARow(chats: Chat[], questions: number, ask: Ask): Promise<number[]> {
  const times: number[] = []
  for (let question = 0; question < questions; question += 1) times.push(await ask(chats[question % chats.length]!))
  return times
}

/** So many people ask at once, each the next question when the last one is answered. */
async function allAtOnce(chats: Chat[], people: number, ask: Ask): Promise<number> {
  const questions = Math.floor(ALTOGETHER / people)
  const begun = performance.now()
  await Promise.all(
    Array.from({ length: people }, (_, person) => {
      const own = chats.filter((__, index) => index % people === person)
      return inARow(own, questions, ask)
    }),
  )
  return (questions * people * 1000) / (performance.now() - begun)
}
