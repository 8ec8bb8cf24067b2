import { TRAITS, type BotRef } from '#domain/platforms.ts'
import type { Database } from '#prisma/database.ts'
import type { Log } from '../../log.ts'
import { heardBy, pathOf, type Platform } from '../../platform.ts'
import { sleep, type Sleep } from '../../sleep.ts'
import { createWebhookSecret } from '../../webhook-secret.ts'
import { createBudget, type Spent } from './budget.ts'
import { createClient } from './client.ts'
import { LIMITS } from './doubts.ts'
import { createNames } from './names.ts'
import { findings } from './probe.ts'
import { createReceiver } from './receiver.ts'
import { send } from './send.ts'
import { webhookRoutes } from './webhook.ts'

export interface ZaloBotOptions {
  /** Its number among the Zalo bots; left out: 1. */
  bot?: number
  token: string
  /** The name under which people mention the bot, such as "Bot Thi đua". Unset: learnt. */
  name?: string | undefined
  apiRoot: string
  /** An https address: Zalo delivers to `<publicUrl>/zalo/bot/webhook`, with the number before the last part. Else updates are fetched. */
  publicUrl?: string | undefined
  /** Of 8 to 256 characters. Unset or shorter: one that is made once and kept in the database. */
  webhookSecret?: string | undefined
  db: Database
  clock: () => Date
  log: Log
  /** Called when 80, 90 and 100 percent of the month's messages are used, once a month each. */
  onBudget?: ((spent: Spent) => void | Promise<void>) | undefined
  /** How the waits between tries pass; tests need not wait. */
  sleep?: Sleep
}

const PATH = '/zalo/bot'
const SHORTEST_SECRET = 8

/** Zalo's Bot Platform, by long polling or webhook. What is still to be sent may be sent after it was stopped. */
export function createZaloBot(options: ZaloBotOptions): Platform {
  const { token, db, clock, log } = options
  const ref: BotRef = { platform: 'zalo-bot', bot: options.bot ?? 1 }
  const client = createClient(token, options.apiRoot)
  const names = createNames({ configured: options.name, botId: token.split(':')[0] ?? '', ref, db, log })
  const budget = createBudget({ db, ref, clock, log, onBudget: options.onBudget })
  const stopping = new AbortController()
  const webhook = toWebhook(options, ref)
  const receiver = createReceiver({
    client,
    ref,
    webhook,
    db,
    names,
    budget,
    clock,
    log,
    signal: stopping.signal,
    sleep: options.sleep ?? sleep,
  })
  return {
    name: ref.platform,
    bot: ref.bot,
    intake: webhook ? 'webhook' : 'fetch',
    path: pathOf(PATH, ref.bot),
    capabilities: { ...TRAITS[ref.platform], limits: LIMITS },
    ...(webhook && { routes: webhookRoutes(webhook.secret, receiver.deliver, log) }),
    start: (onInbound) => receiver.start(heardBy(ref.bot, onInbound)),
    async stop() {
      stopping.abort()
      await receiver.stopped()
    },
    send: (message, kind) => send({ client, budget, log }, message, kind),
    fetchFile: client.fetchFile,
    probe: () => findings({ client, budget, names, hook: webhook?.url }),
  }
}

function toWebhook({ publicUrl, webhookSecret = '', db }: ZaloBotOptions, ref: BotRef) {
  if (!publicUrl?.startsWith('https://')) return undefined
  const configured = webhookSecret.length >= SHORTEST_SECRET ? webhookSecret : undefined
  return { url: `${publicUrl}${pathOf(PATH, ref.bot)}/webhook`, secret: createWebhookSecret(db, ref, configured) }
}
