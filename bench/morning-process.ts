import { createSay } from '#commands/say.ts'
import { loadTranslators } from '#locales/translate.ts'
import { remind } from '#scheduler/remind.ts'
import { runJob } from '#scheduler/run-job.ts'
import { startApp } from '../app.ts'
import { readConfig } from '../config.ts'
import { createLogger } from '../logger.ts'
import { MORNING, TELEGRAM_BOTS } from './country/country.ts'
import { InstantPlatform } from './instant-platform.ts'

/** What `benchMorning` reads from the process's output: seconds, and megabytes of the process at its largest. */
export interface Measured {
  /** A tick before the hour of the day, one after everything was said, and the morning's own. */
  before: number
  after: number
  morning: number
  messages: number
  /** The longest time for which an answer would have had to wait for a transaction. */
  longestWait: number
  peakMegabytes: number
}

const TELEGRAM_A_SECOND = 30

async function measure(url: string): Promise<Measured> {
  let set = { at: performance.now(), to: Date.parse(`${MORNING}T07:30:00+07:00`) }
  const clock = () => new Date(set.to + performance.now() - set.at)
  const setClock = (time: string) => (set = { at: performance.now(), to: Date.parse(`${MORNING}T${time}+07:00`) })
  const perSecond = TELEGRAM_A_SECOND
  const platforms = Array.from(
    { length: TELEGRAM_BOTS },
    (_, index) => new InstantPlatform({ bot: index + 1, perSecond }),
  )
  const app = await startApp({
    config: readConfig({ DATABASE_URL: url }),
    log: createLogger('silent'),
    realNow: clock,
    rings: false,
    platforms: () => Promise.resolve({ platforms, clock, onClockMoved: () => undefined }),
  })
  const { db } = app
  const say = createSay(loadTranslators())
  const log = { error: (fields: object, message: string) => console.error(message, fields) }
  const tick = async () => {
    const begun = performance.now()
    const counts = await runJob({ db, clock, log, say }, remind)
    return { seconds: (performance.now() - begun) / 1000, messages: counts?.['messages'] ?? 0 }
  }
  const before = await tick()
  setClock('08:00:00')
  const watch = watchWaits(() => db.chat.findFirst())
  const morning = await tick()
  const longestWait = await watch.stop()
  setClock('08:01:00')
  const after = await tick()
  // The rest of the morning would take the network's time alone.
  for (const platform of platforms) platform.capabilities.limits.perSecond = Infinity
  app.wake()
  const left = { platform: 'telegram', state: { in: ['waiting', 'sending'] } }
  while (await db.outbox.findFirst({ where: left })) await pause()
  await app.stop()
  return {
    before: before.seconds,
    after: after.seconds,
    morning: morning.seconds,
    messages: morning.messages,
    longestWait,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
  }
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 50))

/** Asks a small question again and again, as people would meanwhile; the longest time that one took, in seconds. */
function watchWaits(question: () => Promise<unknown>) {
  let running = true
  let longest = 0
  const asking = (async () => {
    while (running) {
      const begun = performance.now()
      await question()
      longest = Math.max(longest, (performance.now() - begun) / 1000)
      await pause()
    }
  })()
  return {
    async stop() {
      running = false
      await asking
      return longest
    },
  }
}

console.log(JSON.stringify(await measure(process.argv[2]!)))
