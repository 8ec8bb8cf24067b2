import type { Platform } from '#bot/platform.ts'
import { openClock } from '#bot/playground/clock.ts'
import { createPlayground } from '#bot/playground/index.ts'
import { sleep } from '#bot/sleep.ts'
import { createTelegram } from '#bot/telegram/index.ts'
import { createZaloBot } from '#bot/zalo/bot/index.ts'
import { authorizeRoutes } from '#bot/zalo/oa/authorize-route.ts'
import { createZaloOa } from '#bot/zalo/oa/index.ts'
import { createTokens } from '#bot/zalo/oa/tokens.ts'
import { commandMenus } from '#commands/menus.ts'
import { SAMPLE_COUNCIL } from '#commands/operator/sample/council.ts'
import { loadSample } from '#commands/operator/sample/load.ts'
import type { PlatformName } from '#domain/messages.ts'
import { loadTranslators } from '#locales/translate.ts'
import type { Database } from '#prisma/database.ts'
import { markDown } from '#prisma/outages.ts'
import type { Config } from './config.ts'
import type { Logger } from './logger.ts'

interface Built {
  platforms: Platform[]
  clock: () => Date
  /** Calls back whenever the playground's clock was moved. */
  onClockMoved: (listener: () => void) => void
}

export type BudgetWatch = (platform: PlatformName, spent: { used: number; of: number }) => Promise<void>

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

/** The platforms that the settings name. Only where the playground is alone can the clock be moved: elsewhere people wait for real reminders. */
export async function createPlatforms(options: Options): Promise<Built> {
  const { config, realNow } = options
  const networks = [telegramOf(options), zaloOaOf(options), zaloBotOf(options)].flatMap((network) => network ?? [])
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

function telegramOf({ config, log }: Options): Platform | undefined {
  const token = config.TELEGRAM_BOT_TOKEN
  if (!token) return undefined
  return createTelegram({
    token,
    apiRoot: config.TELEGRAM_API_ROOT,
    ...(config.TELEGRAM_PROXY ? { proxy: config.TELEGRAM_PROXY } : {}),
    ...(config.PUBLIC_URL ? { publicUrl: config.PUBLIC_URL } : {}),
    ...(config.WEBHOOK_SECRET ? { webhookSecret: config.WEBHOOK_SECRET } : {}),
    menus: commandMenus(loadTranslators()),
    log,
  })
}

function zaloOaOf({ config, db, log, realNow: clock }: Options): Platform | undefined {
  const { ZALO_OA_APP_ID: appId, ZALO_OA_APP_SECRET: appSecret, ZALO_OA_SECRET_KEY: secretKey } = config
  if (!appId || !appSecret || !secretKey) return undefined
  const { ZALO_OAUTH_ROOT: oauthRoot, ZALO_OA_REFRESH_TOKEN: seed } = config
  const oauth = { db, clock, log, appId, appSecret, oauthRoot, seed }
  return createZaloOa({
    appId,
    secretKey,
    apiRoot: config.ZALO_OA_API_ROOT,
    tokens: createTokens({ ...oauth, sleep }),
    authorizeRoutes: authorizeRoutes(oauth),
    onDown: (reason) =>
      void markDown(db, 'zalo-oa', reason, clock()).catch((error: unknown) =>
        log.error({ err: error, reason }, 'an outage could not be noted'),
      ),
    db,
    clock,
    log,
  })
}

function zaloBotOf({ config, db, log, realNow, onBudget }: Options): Platform | undefined {
  const token = config.ZALO_BOT_TOKEN
  if (!token) return undefined
  return createZaloBot({
    token,
    name: config.ZALO_BOT_NAME,
    apiRoot: config.ZALO_BOT_API_ROOT,
    publicUrl: config.PUBLIC_URL,
    webhookSecret: config.WEBHOOK_SECRET,
    onBudget: onBudget && ((spent) => onBudget('zalo-bot', spent)),
    db,
    clock: realNow,
    log,
  })
}

async function playgroundOf({ config, db, log, realNow }: Options, movable: boolean) {
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
