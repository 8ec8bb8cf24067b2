import { z } from 'zod'
import type { Inbound } from '#domain/messages.ts'
import { botKey, type BotRef } from '#domain/platforms.ts'
import type { Database } from '#prisma/database.ts'
import { rememberBot } from '#prisma/known-bots.ts'
import { growing } from '../../delivery.ts'
import { whileHolding } from '../../holding.ts'
import type { Log } from '../../log.ts'
import type { Platform } from '../../platform.ts'
import type { Sleep } from '../../sleep.ts'
import { createTasks } from '../../tasks.ts'
import type { WebhookSecret } from '../../webhook-secret.ts'
import { harmless } from '../harmless.ts'
import { logShape } from '../shape.ts'
import type { Budget } from './budget.ts'
import { BotError, type Client } from './client.ts'
import { askMe } from './me.ts'
import type { Names } from './names.ts'
import { adviceFor, describe } from './outcome.ts'
import { poll } from './polling.ts'
import { createReader } from './to-inbound.ts'

const LONGEST_WAIT_MS = 60_000

const Hooked = z.object({ verification: z.object({ ok: z.boolean(), hint: z.string().optional() }).optional() })

interface Webhook {
  url: string
  secret: WebhookSecret
}

interface ReceiverOptions {
  client: Client
  ref: BotRef
  /** Undefined: long polling, by one process at a time. */
  webhook: Webhook | undefined
  db: Database
  names: Names
  budget: Budget
  clock: () => Date
  log: Log
  signal: AbortSignal
  sleep: Sleep
}
type OnInbound = Parameters<Platform['start']>[0]

/** Connects to Zalo and takes in what it brings, until the signal is aborted. */
export function createReceiver(options: ReceiverOptions) {
  const { client, ref, webhook, db, names, budget, clock, log, signal, sleep } = options
  const toInbound = createReader(names, logShape(log))
  const tasks = createTasks()
  let hear: OnInbound | undefined
  let connection: Promise<void> | undefined

  /** What is handed on is counted once it is safe, anything else at once. */
  async function read(update: unknown): Promise<Inbound | undefined> {
    const inbound = await toInbound(update)
    if (!inbound) await budget.count({ received: 1 })
    return inbound
  }
  const counting = (onInbound: OnInbound) => async (inbound: Inbound) => {
    await onInbound(inbound)
    await budget.count({ received: 1 })
  }
  async function take(update: unknown) {
    if (!hear || signal.aborted) throw new Error('The Zalo bot is not started')
    const inbound = await read(update)
    if (inbound) await hear(inbound)
  }

  /** Learns who the bot is and opens the way in; `open` is called when it is. */
  async function connect(onInbound: OnInbound, open: () => void) {
    const me = await askMe(client, names, signal)
    await rememberBot(db, ref, { name: names.known() ?? me.account_name })
    if (webhook) await hook(options, webhook)
    else await unhook(options)
    log.info({ bot: me.account_name, by: webhook ? 'webhook' : 'polling' }, 'The Zalo bot is connected')
    open()
    if (webhook) return
    await whileHolding({ ...options, lease: `fetch:${botKey(ref)}` }, (held) =>
      poll({ client, read, onInbound, clock, log, signal: held, sleep }),
    )
  }

  /** Tries however long the network or the operator takes. `settled` is called after the first try, so that nothing else waits. */
  async function keepConnecting(onInbound: OnInbound, settled: () => void) {
    for (let failures = 1; !signal.aborted; failures += 1) {
      try {
        return await connect(onInbound, settled)
      } catch (error) {
        settled()
        if (signal.aborted) return
        log.error({ ...describe(error), failures }, adviceFor(error) ?? 'Zalo cannot be reached')
        await sleep(growing(failures, LONGEST_WAIT_MS), signal)
      }
    }
  }

  return {
    start: (onInbound: OnInbound) =>
      new Promise<void>((resolve) => {
        hear = counting(onInbound)
        connection = keepConnecting(hear, resolve)
      }),
    /** Resolves when nothing is received any more, after the signal. */
    async stopped() {
      await connection
      await tasks.idle()
    },
    /** Takes in an update that the webhook got. Rejects where it is not safe. */
    deliver: (update: unknown): Promise<void> => tasks.track(take(update)),
  }
}

/** The address is kept by the network even where it found no answer there. */
async function hook({ client, log, signal }: ReceiverOptions, { url, secret }: Webhook) {
  const request = { url, secret_token: await secret.learn() }
  const hooked = Hooked.safeParse(await client.call('setWebhook', request, { signal }))
  const verification = hooked.data?.verification
  if (verification?.ok !== false) return
  const advice = 'Zalo found no answer at the webhook: check PUBLIC_URL and what stands before the bot'
  log.error({ hint: verification.hint && harmless(verification.hint) }, advice)
}

/** While a webhook is set there is nothing to fetch. */
async function unhook({ client, signal }: ReceiverOptions) {
  try {
    await client.call('deleteWebhook', {}, { signal })
  } catch (error) {
    if (!(error instanceof BotError && error.code === 404)) throw error
  }
}
