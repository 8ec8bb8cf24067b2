import { TRAITS, type BotRef } from '#domain/platforms.ts'
import type { Database } from '#prisma/database.ts'
import type { Log } from '../log.ts'
import { heardBy, pathOf, type Capabilities, type Platform } from '../platform.ts'
import { sleep, type Sleep } from '../sleep.ts'
import { createTasks } from '../tasks.ts'
import { createWebhookSecret } from '../webhook-secret.ts'
import { createClient } from './client.ts'
import type { Menu } from './menus.ts'
import { createReceiver } from './receiver.ts'
import { findings } from './probe.ts'
import { send } from './send.ts'
import { webhookRoutes } from './webhook.ts'

export type { Menu }

export interface TelegramOptions {
  /** Its number among the Telegram bots; left out: 1. */
  bot?: number
  token: string
  apiRoot?: string | undefined
  /** http, https or socks address; Telegram is filtered on some networks. */
  proxy?: string | undefined
  /** Set: Telegram delivers to `<publicUrl>/telegram/webhook`, with the number before the last part. Unset: updates are fetched. */
  publicUrl?: string | undefined
  /** Unset: one that is made once and kept in the database. */
  webhookSecret?: string | undefined
  menus: Menu[]
  db: Database
  clock: () => Date
  log: Log
  /** How the waits between tries pass; tests need not wait. */
  sleep?: Sleep
}

/** From https://core.telegram.org/bots/faq#broadcasting-to-users. */
const LIMITS: Capabilities['limits'] = {
  perChatPerSecond: 1,
  perGroupPerMinute: 20,
  perSecond: 30,
}
/** How long stopping waits for requests under way before it cuts them off. */
const PATIENCE_MS = 3000

/** Telegram as a platform, by long polling or webhook. What is still to be sent may be sent after it was stopped. */
export function createTelegram(options: TelegramOptions): Platform {
  const { token, apiRoot = 'https://api.telegram.org', proxy, publicUrl, menus, db, clock, log } = options
  const ref: BotRef = { platform: 'telegram', bot: options.bot ?? 1 }
  const path = pathOf('/telegram', ref.bot)
  const incoming = createClient(token, apiRoot, proxy)
  const outgoing = createClient(token, apiRoot, proxy)
  const tasks = createTasks()
  const stopping = new AbortController()
  const secret = createWebhookSecret(db, ref, options.webhookSecret)
  const webhook = publicUrl === undefined ? undefined : { url: `${publicUrl}${path}/webhook`, secret }
  const receiver = createReceiver({
    api: incoming.api,
    ref,
    webhook,
    db,
    clock,
    menus,
    log,
    tasks,
    signal: stopping.signal,
    sleep: options.sleep ?? sleep,
  })
  return {
    name: ref.platform,
    bot: ref.bot,
    intake: webhook ? 'webhook' : 'fetch',
    path,
    capabilities: { ...TRAITS.telegram, limits: LIMITS },
    ...(webhook && { routes: webhookRoutes(secret, (update) => tasks.track(receiver.deliver(update)), log) }),
    start: (onInbound) => receiver.start(heardBy(ref.bot, onInbound)),
    async stop() {
      stopping.abort()
      const patience = new AbortController()
      await Promise.race([tasks.idle(), sleep(PATIENCE_MS, patience.signal)])
      patience.abort()
      incoming.close()
      await tasks.idle()
    },
    send: (message) => send(outgoing.api, message),
    fetchFile: outgoing.fetchFile,
    probe: () => findings(outgoing.api),
    inviteLink: (code) => receiver.me() && `https://t.me/${receiver.me()?.username}?start=${encodeURIComponent(code)}`,
  }
}
