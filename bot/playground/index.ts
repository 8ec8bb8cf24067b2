import type { Inbound } from '#domain/messages.ts'
import type { Db } from '#prisma/database.ts'
import { TRAITS } from '#domain/platforms.ts'
import { findFile } from '#prisma/playground.ts'
import type { Hono } from 'hono'
import type { Platform } from '../platform.ts'
import type { Log } from '../log.ts'
import { NO_LIMITS } from '../rate-limits.ts'
import type { PlaygroundClock } from './clock.ts'
import { PageEvents } from './events.ts'
import type { PlaygroundGroup, PlaygroundPerson } from './people.ts'
import { playgroundRoutes } from './routes.ts'
import { sendToTranscript } from './send.ts'

export type { PlaygroundGroup, PlaygroundPerson } from './people.ts'

export interface PlaygroundOptions {
  db: Db
  people: PlaygroundPerson[]
  groups: PlaygroundGroup[]
  clock: PlaygroundClock
  /** Whether the page may move the clock. */
  movable: boolean
  /** In which the page shows times (IANA name). */
  timeZone: string
  log: Log
}

/** A chat network of its own for trying out: a web page on this machine, with persons of every role to speak as. */
export function createPlayground(options: PlaygroundOptions): Platform & { routes: Hono } {
  const { db, clock, log } = options
  const cast = { people: options.people, groups: options.groups }
  const events = new PageEvents()
  const running = new Set<Promise<void>>()
  let onInbound: ((inbound: Inbound) => Promise<void>) | undefined

  const hand = async (inbound: Inbound) => {
    if (!onInbound) throw new Error('the playground is not receiving')
    const work = onInbound(inbound)
    running.add(work)
    await work.finally(() => running.delete(work))
  }

  return {
    name: 'playground',
    bot: 1,
    intake: 'webhook',
    path: '/playground',
    capabilities: { ...TRAITS.playground, limits: NO_LIMITS },
    probe: () => Promise.resolve([{ state: 'well', what: 'the playground needs nothing' }]),
    routes: playgroundRoutes({ ...options, cast, events, hand }),
    start(handler) {
      onInbound = handler
      return Promise.resolve()
    },
    async stop() {
      onInbound = undefined
      events.closeAll()
      await Promise.allSettled(running)
    },
    async send(message) {
      try {
        return await sendToTranscript(
          { db, cast, now: () => clock.now(), tell: (event) => events.publish(event) },
          message,
        )
      } catch (error) {
        log.error({ err: error }, 'the playground could not store a message')
        return { state: 'later', afterMs: 1000, reason: 'the transcript could not be written' }
      }
    },
    async fetchFile(fileId) {
      const file = await findFile(db, Number(fileId))
      if (!file) throw new Error(`the playground has no file ${fileId}`)
      return new Uint8Array(Buffer.from(file.base64, 'base64'))
    },
  }
}
