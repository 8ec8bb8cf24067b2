import { randomBytes } from 'node:crypto'
import { TRAITS } from '#domain/platforms.ts'
import type { Log } from '../log.ts'
import type { Capabilities, Platform } from '../platform.ts'
import { sleep, type Sleep } from '../sleep.ts'
import { createTasks } from '../tasks.ts'
import { createClient } from './client.ts'
import type { Menu } from './menus.ts'
import { createReceiver } from './receiver.ts'
import { findings } from './probe.ts'
import { send } from './send.ts'
import { webhookRoutes } from './webhook.ts'

export type { Menu }

export interface TelegramOptions {
  token: string
  apiRoot?: string | undefined
  /** http, https or socks address; Telegram is filtered on some networks. */
  proxy?: string | undefined
  /** Set: Telegram delivers to `<publicUrl>/telegram/webhook`. Unset: updates are fetched. */
  publicUrl?: string | undefined
  /** Unset: a new one at each start. */
  webhookSecret?: string | undefined
  menus: Menu[]
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
/** Later than the sender waits for what is under way: after that a hanging request would only keep the process from ending. */
const LAST_SEND_MS = 4000

/** Telegram as a platform, by long polling or webhook. What is still to be sent may be sent after it was stopped. */
export function createTelegram(options: TelegramOptions): Platform {
  const { token, apiRoot = 'https://api.telegram.org', proxy, publicUrl, menus, log } = options
  const incoming = createClient(token, apiRoot, proxy)
  const outgoing = createClient(token, apiRoot, proxy)
  const tasks = createTasks()
  const stopping = new AbortController()
  const secret = options.webhookSecret ?? randomBytes(32).toString('hex')
  const webhook = publicUrl === undefined ? undefined : { url: `${publicUrl}/telegram/webhook`, secret }
  const receiver = createReceiver({
    api: incoming.api,
    webhook,
    menus,
    log,
    tasks,
    signal: stopping.signal,
    sleep: options.sleep ?? sleep,
  })
  return {
    name: 'telegram',
    path: '/telegram',
    capabilities: { ...TRAITS.telegram, limits: LIMITS },
    ...(webhook && { routes: webhookRoutes(secret, (update) => tasks.track(receiver.deliver(update)), log) }),
    start: receiver.start,
    async stop() {
      stopping.abort()
      const patience = new AbortController()
      await Promise.race([tasks.idle(), sleep(PATIENCE_MS, patience.signal)])
      patience.abort()
      incoming.close()
      await tasks.idle()
      setTimeout(outgoing.close, LAST_SEND_MS).unref()
    },
    send: (message) => send(outgoing.api, message),
    fetchFile: outgoing.fetchFile,
    probe: () => findings(outgoing.api),
    inviteLink: (code) => receiver.me() && `https://t.me/${receiver.me()?.username}?start=${encodeURIComponent(code)}`,
  }
}
