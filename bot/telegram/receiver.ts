import type { Api } from 'grammy'
import type { Update } from 'grammy/types'
import { growing } from '../delivery.ts'
import type { Log } from '../log.ts'
import type { Platform } from '../platform.ts'
import type { Sleep } from '../sleep.ts'
import type { Tasks } from '../tasks.ts'
import type { Me } from './addressing.ts'
import { setMenus, type Menu } from './menus.ts'
import { adviceFor, askedToWait, describe } from './outcome.ts'
import { poll } from './polling.ts'
import { createUpdateReader } from './read-update.ts'
import { ALLOWED_UPDATES } from './to-inbound.ts'

const LONGEST_WAIT_MS = 60_000

interface ReceiverOptions {
  api: Api
  /** Undefined: long polling. */
  webhook: { url: string; secret: string } | undefined
  menus: Menu[]
  log: Log
  tasks: Tasks
  signal: AbortSignal
  sleep: Sleep
}
type OnInbound = Parameters<Platform['start']>[0]

/** Connects to Telegram and takes in what it brings, until the signal is aborted. */
export function createReceiver({ api, webhook, menus, log, tasks, signal, sleep }: ReceiverOptions) {
  const read = createUpdateReader(api, log, tasks)
  let connected: { me: Me; onInbound: OnInbound } | undefined

  /** Learns who the bot is and opens the way in; `receiving` is called when it is open. */
  async function connect(onInbound: OnInbound, receiving: () => void) {
    const me = await api.getMe()
    connected = { me, onInbound }
    if (webhook) await api.setWebhook(webhook.url, { secret_token: webhook.secret, allowed_updates: ALLOWED_UPDATES })
    else await api.deleteWebhook()
    log.info({ bot: me.username, by: webhook ? 'webhook' : 'polling' }, 'Telegram is connected')
    receiving()
    void tasks.track(setMenus({ api, menus, log, signal, sleep }))
    if (!webhook) await poll({ api, read: (update) => read(update, me), onInbound, log, signal, sleep })
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
