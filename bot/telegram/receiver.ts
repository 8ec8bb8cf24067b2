import type { Api } from 'grammy'
import type { Update } from 'grammy/types'
import { botKey, type BotRef } from '#domain/platforms.ts'
import type { Database } from '#prisma/database.ts'
import { rememberBot } from '#prisma/known-bots.ts'
import { growing } from '../delivery.ts'
import { whileHolding } from '../holding.ts'
import type { Log } from '../log.ts'
import type { Platform } from '../platform.ts'
import type { Sleep } from '../sleep.ts'
import type { Tasks } from '../tasks.ts'
import type { WebhookSecret } from '../webhook-secret.ts'
import type { Me } from './addressing.ts'
import { setMenus, type Menu } from './menus.ts'
import { adviceFor, askedToWait, describe } from './outcome.ts'
import { poll } from './polling.ts'
import { createUpdateReader } from './read-update.ts'
import { ALLOWED_UPDATES } from './to-inbound.ts'

const LONGEST_WAIT_MS = 60_000

interface ReceiverOptions {
  api: Api
  ref: BotRef
  /** Undefined: long polling, by one process at a time. */
  webhook: { url: string; secret: WebhookSecret } | undefined
  db: Database
  clock: () => Date
  menus: Menu[]
  log: Log
  tasks: Tasks
  signal: AbortSignal
  sleep: Sleep
}
type OnInbound = Parameters<Platform['start']>[0]

/** Connects to Telegram and takes in what it brings, until the signal is aborted. */
export function createReceiver(options: ReceiverOptions) {
  const { api, ref, webhook, db, menus, log, tasks, signal, sleep } = options
  const read = createUpdateReader(api, log, tasks)
  let connected: { me: Me; onInbound: OnInbound } | undefined

  /** Learns who the bot is and opens the way in; `receiving` is called when it is open. */
  async function connect(onInbound: OnInbound, receiving: () => void) {
    const me = await api.getMe()
    connected = { me, onInbound }
    await rememberBot(db, ref, { name: `@${me.username}`, link: `https://t.me/${me.username}` })
    if (webhook) await hook(api, webhook)
    else await api.deleteWebhook()
    log.info({ bot: me.username, by: webhook ? 'webhook' : 'polling' }, 'Telegram is connected')
    receiving()
    void tasks.track(setMenus({ api, menus, log, signal, sleep }))
    if (webhook) return
    await whileHolding({ ...options, lease: `fetch:${botKey(ref)}` }, (held) =>
      poll({ api, read: (update) => read(update, me), onInbound, log, signal: held, sleep }),
    )
  }

  /** Tries however long the network or the operator takes. `settled` is called after the first try, so that nothing else waits. */
  async function keepConnecting(onInbound: OnInbound, settled: () => void) {
    for (let failures = 1; !signal.aborted; failures += 1) {
      try {
        return await connect(onInbound, settled)
      } catch (error) {
        log.error({ ...describe(error), failures }, adviceFor(error) ?? 'Telegram cannot be reached')
        settled()
        await sleep(Math.max(growing(failures, LONGEST_WAIT_MS), askedToWait(error)), signal)
      }
    }
  }

  return {
    start: (onInbound: OnInbound) =>
      new Promise<void>((resolve) => void tasks.track(keepConnecting(onInbound, resolve))),
    /** Who the bot is; undefined until it was connected. */
    me: () => connected?.me,
    /** Takes in an update that the webhook got. Rejects where it is not safe. */
    async deliver(update: Update) {
      if (!connected || signal.aborted) throw new Error('Telegram is not started')
      const inbound = read(update, connected.me)
      if (inbound) await connected.onInbound(inbound)
    },
  }
}

async function hook(api: Api, { url, secret }: NonNullable<ReceiverOptions['webhook']>) {
  await api.setWebhook(url, { secret_token: await secret.learn(), allowed_updates: ALLOWED_UPDATES })
}
