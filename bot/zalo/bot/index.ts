import { randomBytes } from 'node:crypto'
import { TRAITS } from '#domain/platforms.ts'
import type { Database } from '#prisma/database.ts'
import type { Log } from '../../log.ts'
import type { Platform } from '../../platform.ts'
import { sleep, type Sleep } from '../../sleep.ts'
import { createBudget, type Spent } from './budget.ts'
import { createClient } from './client.ts'
import { LIMITS } from './doubts.ts'
import { createNames } from './names.ts'
import { findings } from './probe.ts'
import { createReceiver } from './receiver.ts'
import { send } from './send.ts'
import { webhookRoutes } from './webhook.ts'

export interface ZaloBotOptions {
  token: string
  /** The name under which people mention the bot, such as "Bot Thi đua". Unset: learnt. */
  name?: string | undefined
  apiRoot: string
  /** An https address: Zalo delivers to `<publicUrl>/zalo/bot/webhook`. Else updates are fetched. */
  publicUrl?: string | undefined
  /** Of 8 to 256 characters. Unset or shorter: a new one at each start. */
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
  const client = createClient(token, options.apiRoot)
  const names = createNames({ configured: options.name, botId: token.split(':')[0] ?? '', db, log })
  const budget = createBudget({ db, clock, log, onBudget: options.onBudget })
  const stopping = new AbortController()
  const webhook = toWebhook(options)
  const receiver = createReceiver({
    client,
    webhook,
    names,
    budget,
    clock,
    log,
    signal: stopping.signal,
    sleep: options.sleep ?? sleep,
  })
  return {
    name: 'zalo-bot',
    path: PATH,
    capabilities: { ...TRAITS['zalo-bot'], limits: LIMITS },
    ...(webhook && { routes: webhookRoutes(webhook.secret, receiver.deliver, log) }),
    start: receiver.start,
    async stop() {
      stopping.abort()
      await receiver.stopped()
    },
    send: (message, kind) => send({ client, budget, log }, message, kind),
    fetchFile: client.fetchFile,
    probe: () => findings({ client, budget, names, hook: webhook?.url }),
  }
}

function toWebhook({ publicUrl, webhookSecret = '' }: ZaloBotOptions) {
  if (!publicUrl?.startsWith('https://')) return undefined
  const secret = webhookSecret.length >= SHORTEST_SECRET ? webhookSecret : randomBytes(32).toString('hex')
  return { url: `${publicUrl}${PATH}/webhook`, secret }
}
