import { once } from 'node:events'
import { startWeb, type Web } from '#bot/http.ts'
import type { Watched } from '#bot/watch-routes.ts'
import { refOf, type Platform } from '#bot/platform.ts'
import { sleep } from '#bot/sleep.ts'
import { answer } from '#commands/answer.ts'
import { calendarOf } from '#commands/calendar-address.ts'
import type { FloodGate } from '#commands/flood-gate.ts'
import { createInboxWorker, type InboxWorker } from '#commands/inbox-worker.ts'
import { createSay } from '#commands/say.ts'
import { botKey, botOf } from '#domain/platforms.ts'
import { loadTranslators } from '#locales/translate.ts'
import { openDatabase, type Database } from '#prisma/database.ts'
import { monthOf } from '#prisma/monthly-use.ts'
import { findSharedFile } from '#prisma/shared-files.ts'
import { openSignals } from '#prisma/signals.ts'
import { answers } from '#prisma/watch.ts'
import { dailyBackup } from '#scheduler/backup.ts'
import { JOBS } from '#scheduler/index.ts'
import { tellBudget } from '#scheduler/outage-notices.ts'
import { answerDependencies, fileAddress } from './answering.ts'
import type { Config } from './config.ts'
import { dailyBackups, lastBackupAt } from './daily-backups.ts'
import type { Logger } from './logger.ts'
import { createMetrics, type Metrics } from './metrics.ts'
import { createPlatforms, type BudgetWatch } from './platforms.ts'
import { rememberBots } from './recognize-bots.ts'
import { checkRole, DUTIES, settingsFor, type Role } from './roles.ts'
import { showRunning } from './running.ts'
import { createWork } from './work.ts'

/** How often each process looks for updates that nobody answers. */
const TEND_MS = 1000
/** A database that does not answer for so long is away: whoever hands out requests looks elsewhere meanwhile. */
const DATABASE_MS = 3000

export interface App {
  /** Where the web server answers. */
  url: string
  db: Database
  platforms: Platform[]
  /** The council clock: the real one, or the playground's. */
  clock: () => Date
  /** Has the outbox looked at now. */
  wake: () => void
  /** Resolves when every update that came in is answered. */
  idle: () => Promise<void>
  /** Stops taking updates in, finishes what is under way, hands the rest over and closes everything. */
  stop: () => Promise<void>
}

interface Options {
  config: Config
  log: Logger
  /** Which part of the work is this process's. */
  role?: Role
  /** Aborted: a start that still waits for networks is given up, and what began is to be stopped at once. */
  stopping?: AbortSignal
  /** Stand-ins for the real clock and the real networks in tests. */
  realNow?: () => Date
  platforms?: typeof createPlatforms
  /** Whether jobs run by themselves; a test rings them. */
  rings?: boolean
  /** How much may be asked; a test asks all at one instant. */
  flood?: FloodGate
}

/**
 * The composition root: builds every part from the settings and starts those of the role, the web server first: where it cannot listen, nothing was begun.
 * Throws ConfigError where the role has nothing to do with these settings.
 */
export async function startApp({ role = 'all', realNow = () => new Date(), ...options }: Options): Promise<App> {
  const config = settingsFor(role, options.config)
  const db = await openDatabase(config.DATABASE_URL)
  const hide = showRunning({ db, clock: realNow, log: options.log })
  const close = async () => {
    await hide()
    await db.$disconnect()
  }
  try {
    return await startOn(db, { ...options, config, role, realNow, close })
  } catch (error) {
    await close()
    throw error
  }
}

type Started = Options & Required<Pick<Options, 'role' | 'realNow'>> & { close: () => Promise<void> }

async function startOn(db: Database, options: Started): Promise<App> {
  const { config, log, role, realNow, platforms: build = createPlatforms, rings = true } = options
  const duties = DUTIES[role]
  const translators = loadTranslators()
  const say = createSay(translators, { fileAddress: fileAddress(config.PUBLIC_URL) })
  const onBudget: BudgetWatch = async (bot, spent) => {
    const now = realNow()
    await tellBudget({ db, now, say }, bot, { ...spent, month: monthOf(now) })
    wake()
  }
  const { platforms, clock, onClockMoved } = await build({ config, db, log, realNow, onBudget })
  const given = { db, platforms, clock, log, say, translators, flood: options.flood }
  checkRole(role, config, platforms)
  const backups = dailyBackups(config, platforms)
  const jobs = backups ? [...JOBS, dailyBackup(backups)] : JOBS
  const metrics = createMetrics({
    db,
    clock,
    bots: platforms.map((one) => botKey(refOf(one))),
    jobs: jobs.map(({ name }) => name),
    lastBackup: () => lastBackupAt(backups, clock()),
  })
  let stage: 'starting' | 'ready' | 'stopping' = 'starting'
  const unready = async () => {
    if (stage !== 'ready') return stage
    return (await answers(db, DATABASE_MS)) ? undefined : 'database'
  }
  const web = await serveWeb(config, given, { pages: duties.web, watched: { unready, metrics: metrics.read } })
  await rememberBots({ config, db, log })
  const signals = await openSignals(config.DATABASE_URL, log)
  const work = duties.work ? createWork({ ...given, jobs, rings, tell: signals.ring }) : undefined
  const wake = () => {
    work?.wake()
    signals.ring()
  }
  onClockMoved(wake)
  const inbox = openInbox({ config, realNow, metrics, ...given }, () => {
    work?.look()
    signals.ring()
  })
  work?.start()
  const tending = setInterval(() => void inbox.tend(), TEND_MS)
  signals.onRing(() => {
    work?.look()
    void inbox.look()
  })
  await inbox.look()
  // Side by side: a network that is away keeps none of the others waiting.
  const heard = platforms.filter(({ intake }) => duties.intake.includes(intake))
  await unlessAborted(options.stopping, () => Promise.all(heard.map((platform) => platform.start(inbox.accept))))
  stage = options.stopping?.aborted ? 'stopping' : 'ready'
  return {
    ...{ url: web.url, db, platforms, clock, wake, idle: inbox.idle },
    async stop() {
      stage = 'stopping'
      // First: whoever stands before several webs gives to another one what is refused here.
      await web.stop()
      await Promise.all(platforms.map((platform) => platform.stop()))
      await inbox.stop()
      clearInterval(tending)
      signals.ring()
      await work?.stop()
      await signals.close()
      await options.close()
    },
  }
}

/** Waits for something until the signal is aborted; begins nothing where it is already. */
async function unlessAborted(signal: AbortSignal | undefined, begin: () => Promise<unknown>) {
  if (signal?.aborted) return
  await Promise.race([begin(), ...(signal ? [once(signal, 'abort')] : [])])
}

type Given = Omit<Parameters<typeof answerDependencies>[0], 'config' | 'log'> & { log: Logger }

/** Updates come in here and are answered; `answered` is called after each. */
function openInbox(
  given: Given & { config: Config; realNow: () => Date; metrics: Metrics },
  answered: () => void,
): InboxWorker {
  const dependencies = answerDependencies(given)
  const { db, log, realNow: clock, metrics } = given
  const worker = createInboxWorker({
    ...{ db, log, clock, sleep },
    answer: (row, inbound) => answer(dependencies, row, inbound).finally(answered),
    onAnswered: metrics.answered,
  })
  return {
    ...worker,
    async accept(inbound) {
      await worker.accept(inbound)
      metrics.heard(botKey(botOf(inbound)))
    },
  }
}

/** `pages`: whether it serves more than what whoever watches it asks for. */
function serveWeb(
  { HOST: host, PORT: port, PUBLIC_URL }: Config,
  given: Given,
  { pages, watched }: { pages: boolean; watched: Watched },
): Promise<Web> {
  const { db, clock, translators, platforms, log } = given
  const open = pages &&
    PUBLIC_URL !== undefined && {
      calendarOf: (token: string) => calendarOf({ db, clock, translators }, token),
      fileOf: (token: string) => findSharedFile(db, token, clock()),
    }
  return startWeb({ host, port, platforms: pages ? [...platforms] : [], watched, log, ...open })
}
