import { startWeb, type Web, type WebOptions } from '#bot/http.ts'
import type { Platform } from '#bot/platform.ts'
import { createSender } from '#bot/sender.ts'
import { sleep } from '#bot/sleep.ts'
import { answer } from '#commands/answer.ts'
import { calendarOf } from '#commands/calendar-address.ts'
import { createInboxWorker } from '#commands/inbox-worker.ts'
import { COMMANDS } from '#commands/index.ts'
import { createSay } from '#commands/say.ts'
import type { Inbound } from '#domain/messages.ts'
import { loadTranslators } from '#locales/translate.ts'
import { openDatabase, type Database } from '#prisma/database.ts'
import { monthOf } from '#prisma/monthly-use.ts'
import type { Say } from '#prisma/say.ts'
import { findSharedFile } from '#prisma/shared-files.ts'
import { tellBudget } from '#scheduler/outage-notices.ts'
import { ringAnnouncements } from '#scheduler/ring-announcements.ts'
import { ringRoundCards } from '#scheduler/ring-round-cards.ts'
import { startJobs } from '#scheduler/start.ts'
import type { Config } from './config.ts'
import type { Logger } from './logger.ts'
import { createPlatforms, type BudgetWatch } from './platforms.ts'

export interface App {
  /** Where the web server answers; undefined where nothing needs one. */
  url: string | undefined
  db: Database
  platforms: Platform[]
  /** The council clock: the real one, or the playground's. */
  clock: () => Date
  /** Has the outbox looked at now. */
  wake: () => void
  /** Resolves when every update that came in is answered. */
  idle: () => Promise<void>
  /** Stops taking updates in, finishes what is under way and closes everything. */
  stop: () => Promise<void>
}

interface Options {
  config: Config
  log: Logger
  /** Stand-ins for the real clock and the real networks in tests. */
  realNow?: () => Date
  platforms?: typeof createPlatforms
  /** Whether jobs run by themselves; a test rings them. */
  rings?: boolean
}

/** The composition root: builds every part from the settings, answers what an earlier process left open and starts listening. */
export async function startApp({
  config,
  log,
  realNow = () => new Date(),
  platforms: build = createPlatforms,
  rings = true,
}: Options): Promise<App> {
  const db = await openDatabase(config.DATABASE_URL)
  const translators = loadTranslators()
  const say = createSay(translators, { fileAddress: fileAddress(config.PUBLIC_URL) })
  const onBudget: BudgetWatch = async (platform, spent) => {
    const now = realNow()
    await tellBudget({ db, now, say }, platform, { ...spent, month: monthOf(now) })
    sender.wake()
  }
  const { platforms, clock, onClockMoved } = await build({ config, db, log, realNow, onBudget })
  const sender = createSender({ db, platforms, clock, log })
  onClockMoved(() => sender.wake())
  const byName = new Map(platforms.map((platform) => [platform.name, platform]))
  const dependencies = answerDependencies({ config, db, byName, clock, log, say, translators })
  const wake = () => sender.wake()
  const scheduled = { db, clock, log, say, wake, afterRun: wake }
  const followers = rings ? [ringRoundCards, ringAnnouncements].map((follow) => follow({ ...scheduled, sleep })) : []
  const answered = () => {
    sender.wake()
    for (const follower of followers) follower.ring()
  }
  const worker = createInboxWorker({
    db,
    answer: (inboxId, inbound) => answer(dependencies, inboxId, inbound).finally(answered),
    clock,
    log,
  })
  sender.start()
  await worker.resume()
  const open = {
    calendarOf: (token: string) => calendarOf({ db, clock, translators }, token),
    fileOf: (token: string) => findSharedFile(db, token, clock()),
  }
  const web = await serveWeb(config, { platforms, log, ...(config.PUBLIC_URL ? open : {}) })
  for (const platform of platforms) await platform.start((inbound) => worker.accept(inbound))
  const jobs = rings ? startJobs({ ...scheduled, afterRun: answered }) : undefined
  return {
    url: web?.url,
    db,
    platforms,
    clock,
    wake: () => sender.wake(),
    idle: () => worker.idle(),
    stop: async () => {
      await jobs?.stop()
      await Promise.all(platforms.map((platform) => platform.stop()))
      await worker.idle()
      await Promise.all(followers.map((follower) => follower.stop()))
      await sender.stop()
      await web?.stop()
      await db.$disconnect()
    },
  }
}

function answerDependencies(given: {
  config: Config
  db: Database
  byName: Map<string, Platform>
  clock: () => Date
  log: Logger
  say: Say
  translators: ReturnType<typeof loadTranslators>
}): Parameters<typeof answer>[0] {
  const { config, byName, translators, ...rest } = given
  const platform = (name: Inbound['platform']) => {
    const found = byName.get(name)
    if (!found) throw new Error(`The platform ${name} is not set up`)
    return found
  }
  return {
    ...rest,
    commands: COMMANDS,
    surroundings: {
      defaultLocale: config.DEFAULT_LOCALE,
      defaultTimeZone: config.DEFAULT_TIME_ZONE,
      inviteLink: (name, code) => platform(name).inviteLink?.(code),
      calendarAddress: calendarAddress(config.PUBLIC_URL),
      translators,
    },
    fetchFile: (name, fileId) => platform(name).fetchFile(fileId),
  }
}

function calendarAddress(publicUrl: string | undefined): ((token: string) => string) | undefined {
  return publicUrl === undefined ? undefined : (token) => `${publicUrl}/calendar/${token}.ics`
}

function fileAddress(publicUrl: string | undefined): ((token: string, name: string) => string) | undefined {
  if (publicUrl === undefined) return undefined
  return (token, name) => `${publicUrl}/files/${token}/${encodeURIComponent(name)}`
}

async function serveWeb(config: Config, served: Omit<WebOptions, 'host' | 'port'>): Promise<Web | undefined> {
  if (!served.fileOf && !served.platforms.some(({ routes }) => routes)) return undefined
  return startWeb({ host: config.HOST, port: config.PORT, ...served })
}
