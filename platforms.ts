import type { Platform } from '#bot/platform.ts'
import { openClock } from '#bot/playground/clock.ts'
import { createPlayground } from '#bot/playground/index.ts'
import { createTelegram } from '#bot/telegram/index.ts'
import { commandMenus } from '#commands/menus.ts'
import { SAMPLE_COUNCIL } from '#commands/operator/sample/council.ts'
import { loadSample } from '#commands/operator/sample/load.ts'
import { loadTranslators } from '#locales/translate.ts'
import type { Database } from '#prisma/database.ts'
import type { Config } from './config.ts'
import type { Logger } from './logger.ts'

interface Built {
  platforms: Platform[]
  clock: () => Date
  /** Calls back whenever the playground's clock was moved. */
  onClockMoved: (listener: () => void) => void
}

interface Options {
  config: Config
  db: Database
  log: Logger
  realNow: () => Date
}

/** In the quarter that the sample plan has most to say about. */
const SAMPLE_START = '2025-02-20T08:00:00+07:00'

/** The platforms that the settings name. Only where the playground is alone can the clock be moved: elsewhere people wait for real reminders. */
export async function createPlatforms({ config, db, log, realNow }: Options): Promise<Built> {
  const telegram = config.TELEGRAM_BOT_TOKEN ? [telegramOf(config, config.TELEGRAM_BOT_TOKEN, log)] : []
  if (config.PLAYGROUND === 'off' || (config.PLAYGROUND === 'auto' && telegram.length > 0))
    return { platforms: telegram, clock: realNow, onClockMoved: () => undefined }
  const alone = telegram.length === 0
  const playground = await playgroundOf({ config, db, log, realNow }, alone)
  return {
    platforms: [...telegram, playground.platform],
    clock: alone ? playground.clock : realNow,
    onClockMoved: playground.onClockMoved,
  }
}

function telegramOf(config: Config, token: string, log: Logger): Platform {
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
