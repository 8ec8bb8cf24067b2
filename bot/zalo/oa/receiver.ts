import type { Inbound } from '#domain/messages.ts'
import type { BotRef } from '#domain/platforms.ts'
import type { Database } from '#prisma/database.ts'
import { otherBotOf } from '#prisma/known-bots.ts'
import type { Log } from '../../log.ts'
import { sleep as realSleep, type Sleep } from '../../sleep.ts'
import { createTasks } from '../../tasks.ts'
import { askAccount, type Account } from './account.ts'
import { createCatchUp } from './catch-up.ts'
import type { OaClient } from './client.ts'
import type { Event } from './event.ts'
import { createHistory } from './history.ts'
import { createNames } from './names.ts'
import { createOneCatchUp } from './one-catch-up.ts'
import { rememberAccount } from './remember-account.ts'
import { createTake, type Take } from './take.ts'
import { within } from './within.ts'

/** How long events wait for what was missed before them; Zalo waits about five seconds for an answer. */
const HOLD_MS = 2500
/** How often to ask who the Official Account is while Zalo does not tell. */
const MEET_EVERY_MS = 180_000

interface Options {
  db: Database
  ref: BotRef
  clock: () => Date
  log: Log
  sleep?: Sleep
  onDown?: (reason: string) => void
}

export interface Receiver {
  /** Asks who the Official Account is unless that is known, or was asked in vain a moment ago; whoever calls meanwhile waits for the same answer. */
  meet(this: void): Promise<void>
  /** Who the Official Account is, once Zalo told. */
  account(this: void): Account | undefined
  /** Whether it is one that is known by another number: its chats are not those of this one. */
  isOther(this: void): boolean
  /** Begins to take events in, after what was missed. Does not wait for that. */
  start(onInbound: (inbound: Inbound) => Promise<void>): void
  /** Takes in an event of the webhook. Rejects where it is not safe. */
  deliver(this: void, event: Event): Promise<void>
  stop(): Promise<void>
}

/**
 * Brings events in from the webhook, and sees to it that some process asks every few minutes, first at the start, for what was missed of them. Until
 * that was asked once, events wait a moment, in every process.
 */
export function createReceiver(options: Options, client: OaClient): Receiver {
  const { db, ref, clock, log, sleep = realSleep, onDown = () => undefined } = options
  const stopping = new AbortController()
  const { signal } = stopping
  const names = createNames(client, clock, signal)
  const tasks = createTasks()
  let release: () => void = () => undefined
  const caughtUp = new Promise<void>((resolve) => (release = resolve))
  let account: Account | undefined
  let isOther = false
  let askedAt = -Infinity
  let asking: Promise<void> | undefined
  let take: Take | undefined
  let looping: Promise<void> | undefined

  const meet = () => (asking ??= ask().finally(() => (asking = undefined)))

  async function ask() {
    const now = clock().getTime()
    if (account || now - askedAt < MEET_EVERY_MS) return
    askedAt = now
    const answer = await askAccount(client, signal)
    if ('state' in answer) return log.warn({ reason: answer.state }, 'Zalo does not tell who the Official Account is')
    isOther = !(await isOwn(answer))
    if (isOther) return
    log.info({ name: answer.name, verified: answer.is_verified }, 'The Official Account is connected')
    account = answer
  }

  /** Remembers who the Official Account is. Returns false where it is that of another number. */
  async function isOwn({ oa_id: id, name }: Account): Promise<boolean> {
    const other = id === undefined ? undefined : await otherBotOf(db, ref, id)
    if (other) {
      log.error(
        { number: other.bot },
        'This Official Account is known by another number, and nothing is sent: authorize the right one with tdkt zalo authorize',
      )
      onDown('other-account')
      return false
    }
    await rememberAccount({ db, ref, log }, { account: id, name, link: id && `https://zalo.me/${id}` })
    return true
  }

  return {
    meet,
    account: () => account,
    isOther: () => isOther,
    start(onInbound: (inbound: Inbound) => Promise<void>) {
      const oaName = () => account?.name
      const hearsAll = () => catchUp.hearsAll()
      const given = createTake({ db, ref, clock, log, names, oaName, sleep, hearsAll, onDown }, onInbound)
      const history = createHistory(client, signal, (ms) => sleep(ms, signal))
      const begin = () => {
        const own = createCatchUp({ db, ref, clock, log, history, names, take: given })
        // What was said to the Official Account of another number is that one's to ask for.
        return { ...own, run: () => (isOther ? Promise.resolve() : own.run()) }
      }
      const catchUp = createOneCatchUp({ db, ref, clock, log, sleep, signal, meet, begin, onTried: release })
      take = given
      looping = catchUp.run()
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
