import type { Inbound } from '#domain/messages.ts'
import type { Database } from '#prisma/database.ts'
import type { Log } from '../../log.ts'
import { sleep as realSleep, type Sleep } from '../../sleep.ts'
import { createTasks } from '../../tasks.ts'
import { askAccount, type Account } from './account.ts'
import { createCatchUp, type CatchUp } from './catch-up.ts'
import type { OaClient } from './client.ts'
import type { Event } from './event.ts'
import { createHistory } from './history.ts'
import { createNames } from './names.ts'
import { createTake, type Take } from './take.ts'
import { within } from './within.ts'

/** How long events wait for what was missed before them; Zalo waits about five seconds for an answer. */
const HOLD_MS = 2500
const CATCH_UP_EVERY_MS = 180_000

interface Options {
  db: Database
  clock: () => Date
  log: Log
  sleep?: Sleep
  onDown?: (reason: string) => void
}

export interface Receiver {
  /** Who the Official Account is, once Zalo told. */
  account(this: void): Account | undefined
  /** Begins to take events in, after what was missed. Does not wait for that. */
  start(onInbound: (inbound: Inbound) => Promise<void>): void
  /** Takes in an event of the webhook. Rejects where it is not safe. */
  deliver(this: void, event: Event): Promise<void>
  stop(): Promise<void>
}

/** Brings events in from the webhook, and asks every few minutes, first at the start, for what was missed of them. */
export function createReceiver(options: Options, client: OaClient): Receiver {
  const { db, clock, log, sleep = realSleep, onDown = () => undefined } = options
  const stopping = new AbortController()
  const { signal } = stopping
  const names = createNames(client, clock, signal)
  const tasks = createTasks()
  let release: () => void = () => undefined
  const caughtUp = new Promise<void>((resolve) => (release = resolve))
  let account: Account | undefined
  let take: Take | undefined
  let looping: Promise<void> | undefined

  async function meetAccount() {
    const answer = account ?? (await askAccount(client, signal))
    if ('state' in answer) return log.warn({ reason: answer.state }, 'Zalo does not tell who the Official Account is')
    if (!account) log.info({ name: answer.name, verified: answer.is_verified }, 'The Official Account is connected')
    account = answer
  }

  async function loop(catchUp: CatchUp) {
    while (!signal.aborted) {
      try {
        await meetAccount()
        await catchUp.run()
      } catch (error) {
        log.error({ err: error }, 'What was said meanwhile could not be taken in')
      }
      release()
      await sleep(CATCH_UP_EVERY_MS, signal)
    }
  }

  return {
    account: () => account,
    start(onInbound: (inbound: Inbound) => Promise<void>) {
      const oaName = () => account?.name
      const hearsAll = () => !catchUp.isBehind()
      const given = createTake({ db, clock, log, names, oaName, sleep, hearsAll, onDown }, onInbound)
      const history = createHistory(client, signal, (ms) => sleep(ms, signal))
      const catchUp = createCatchUp({ db, clock, log, history, names, take: given })
      take = given
      looping = loop(catchUp)
    },
    async deliver(event: Event) {
      await within(HOLD_MS, caughtUp, sleep)
      if (!take || signal.aborted) throw new Error('The Official Account is not started')
      await tasks.track(take(event, 'webhook'))
    },
    async stop() {
      stopping.abort()
      await looping
      await tasks.idle()
    },
  }
}
