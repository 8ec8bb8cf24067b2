import type { Platform } from '#bot/platform.ts'
import { sleep } from '#bot/sleep.ts'
import { ownLog } from '#bot/own-words.ts'
import type { Receiving } from '#bot/zalo/oa/webhook.ts'
import { commandMenus } from '#commands/menus.ts'
import type { BotRef } from '#domain/platforms.ts'
import { loadTranslators } from '#locales/translate.ts'
import type { Database } from '#prisma/database.ts'
import { markDown } from '#prisma/outages.ts'
import type { Config } from './config.ts'
import type { Logger } from './logger.ts'
import { checkBots } from './recognize-bots.ts'

interface Built {
  platforms: Platform[]
  clock: () => Date
  /** Calls back whenever the playground's clock was moved. */
  onClockMoved: (listener: () => void) => void
}

export type BudgetWatch = (bot: BotRef, spent: { used: number; of: number }) => Promise<void>

interface Options {
  config: Config
  db: Database
  log: Logger
  realNow: () => Date
  /** A network that counts messages by the month: how many of them are used up. */
  onBudget?: BudgetWatch
}

/** In the quarter that the sample plan has most to say about. */
const SAMPLE_START = '2025-02-20T08:00:00+07:00'

/** The platforms that the settings name, one for each bot. Throws ConfigError where bots have each other's numbers. The code of a network is loaded only where it is used. Only where the playground is alone can the clock be moved: elsewhere people wait for real reminders. */
export async function createPlatforms(options: Options): Promise<Built> {
  const { config, realNow } = options
  await checkBots(options)
  const networks = [
    ...(await telegramBots(options)),
    ...(await officialAccounts(options)),
    ...(await zaloBots(options)),
  ]
  if (config.PLAYGROUND === 'off' || (config.PLAYGROUND === 'auto' && networks.length > 0))
    return { platforms: networks, clock: realNow, onClockMoved: () => undefined }
  const alone = networks.length === 0
  const playground = await playgroundOf(options, alone)
  return {
    platforms: [...networks, playground.platform],
    clock: alone ? playground.clock : realNow,
    onClockMoved: playground.onClockMoved,
  }
}

async function telegramBots({ config, db, log, realNow: clock }: Options): Promise<Platform[]> {
  if (config.telegramBots.length === 0) return []
  const { createTelegram } = await import('#bot/telegram/index.ts')
  const menus = commandMenus(loadTranslators())
  return config.telegramBots.map(({ bot, token }) =>
    createTelegram({
      bot,
      token,
      apiRoot: config.TELEGRAM_API_ROOT,
      ...(config.TELEGRAM_PROXY ? { proxy: config.TELEGRAM_PROXY } : {}),
      ...(config.PUBLIC_URL ? { publicUrl: config.PUBLIC_URL } : {}),
      ...(config.WEBHOOK_SECRET ? { webhookSecret: config.WEBHOOK_SECRET } : {}),
      menus,
      db,
      clock,
      log: ownLog(log, { platform: 'telegram', bot }),
    }),
  )
}

async function officialAccounts({ config, db, log: common, realNow: clock }: Options): Promise<Platform[]> {
  if (config.officialAccounts.length === 0) return []
  const { authorizeRoutes } = await import('#bot/zalo/oa/authorize-route.ts')
  const { createZaloOa } = await import('#bot/zalo/oa/index.ts')
  const { createTokens } = await import('#bot/zalo/oa/tokens.ts')
  const all = config.officialAccounts.map((account) => {
    const ref: BotRef = { platform: 'zalo-oa', bot: account.bot }
    const { refreshToken: seed } = account
    return { ...account, ref, seed, oauthRoot: config.ZALO_OAUTH_ROOT, db, clock, log: ownLog(common, ref) }
  })
  const accounts: Receiving[] = []
  return all.map(({ bot, ref, appId, secretKey, log, ...oauth }) =>
    createZaloOa({
      ...{ bot, appId, secretKey, accounts, db, clock, log },
      apiRoot: config.ZALO_OA_API_ROOT,
      tokens: createTokens({ ...oauth, bot, appId, log, sleep }),
      authorizeRoutes: authorizeRoutes(all),
      onDown: (reason) =>
        void markDown(db, ref, reason, clock()).catch((error: unknown) =>
          log.error({ err: error, reason }, 'an outage could not be noted'),
        ),
    }),
  )
}

async function zaloBots({ config, db, log, realNow: clock, onBudget }: Options): Promise<Platform[]> {
  if (config.zaloBots.length === 0) return []
  const { createZaloBot } = await import('#bot/zalo/bot/index.ts')
  return config.zaloBots.map(({ bot, token, name }) => {
    const ref: BotRef = { platform: 'zalo-bot', bot }
    return createZaloBot({
      ...{ bot, token, name, db, clock, log: ownLog(log, ref) },
      apiRoot: config.ZALO_BOT_API_ROOT,
      publicUrl: config.PUBLIC_URL,
      webhookSecret: config.WEBHOOK_SECRET,
      onBudget: onBudget && ((spent) => onBudget(ref, spent)),
    })
  })
}

async function playgroundOf({ config, db, log, realNow }: Options, movable: boolean) {
  const { openClock } = await import('#bot/playground/clock.ts')
  const { createPlayground } = await import('#bot/playground/index.ts')
  const { SAMPLE_COUNCIL } = await import('#commands/operator/sample/council.ts')
  const { loadSample } = await import('#commands/operator/sample/load.ts')
  const listeners: (() => void)[] = []
  const clock = await openClock(db, movable ? new Date(SAMPLE_START) : undefined, realNow)
  if (movable && config.PLAYGROUND_CLOCK) await clock.move(new Date(config.PLAYGROUND_CLOCK))
  const now = movable ? () => clock.now() : realNow
  const place = { locale: config.DEFAULT_LOCALE, timeZone: config.DEFAULT_TIME_ZONE }
  await loadSample(db, place, now())
  const platform = createPlayground({
    db,
    people: SAMPLE_COUNCIL.people,
    groups: [SAMPLE_COUNCIL.group],
    clock: {
      now,
      get offsetMs() {
        return clock.offsetMs
      },
      move: async (to) => {
        await clock.move(to)
        for (const listener of listeners) listener()
      },
    },
    movable,
    timeZone: config.DEFAULT_TIME_ZONE,
    log,
  })
  return { platform, clock: now, onClockMoved: (listener: () => void) => void listeners.push(listener) }
}
