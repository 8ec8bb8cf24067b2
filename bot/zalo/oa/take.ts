import type { Inbound } from '#domain/messages.ts'
import type { BotRef } from '#domain/platforms.ts'
import { keepHeard, keepMarks, marksOf, newestHeard, seenChat, type Mark } from '#prisma/heard.ts'
import type { Database } from '#prisma/database.ts'
import type { Log } from '../../log.ts'
import type { Sleep } from '../../sleep.ts'
import { logShape } from '../shape.ts'
import { OLDEST_EVENT_MS } from './doubts.ts'
import type { Event } from './event.ts'
import type { Names } from './names.ts'
import { toInbounds } from './to-inbound.ts'
import { markOf, metBefore } from './twice.ts'
import { within } from './within.ts'

interface Options {
  db: Database
  ref: BotRef
  clock: () => Date
  log: Log
  names: Names
  /** The Official Account's name, by which it is called in groups, once it is known. */
  oaName: () => string | undefined
  sleep: Sleep
  /** Whether what comes tells that all before it was heard, too. */
  hearsAll: () => boolean
  /** Zalo will take nothing more until a person did something. */
  onDown: (reason: string) => void
}

/** An event has to be answered within about five seconds, and the catch-up may have taken half of them. */
const NAMES_MS = 1500

export type Take = (event: Event, by: Mark['by']) => Promise<void>

/**
 * Takes events in, whichever way they come: with names, in the order of their chat, each message once. Resolves when it is journaled and rejects
 * where it cannot be.
 */
export function createTake(options: Options, onInbound: (inbound: Inbound) => Promise<void>): Take {
  const { log, oaName, onDown } = options
  const shape = logShape(log)
  const inOrder = createOrder()
  return async (event, by) => {
    const meaning = toInbounds(event, oaName())
    if (meaning === 'unknown') shape(event.event_name, event)
    if (meaning === 'revoked') {
      log.error({}, 'The Official Account has withdrawn its permission: authorize it again with tdkt zalo authorize')
      onDown('permission-revoked')
    }
    if (typeof meaning === 'string') return
    for (const inbound of meaning.inbounds) {
      const named = withNames(options, inbound)
      await inOrder(inbound.chat.externalId, async () => takeOnce(options, await named, by, onInbound))
    }
  }
}

async function withNames({ names, sleep, db, ref }: Options, inbound: Inbound): Promise<Inbound> {
  const { chat, sender, event } = inbound
  if (!sender || event.kind === 'removed') return inbound
  const [name = '', title] = await Promise.all([
    within(NAMES_MS, names.person(sender.externalId, chat), sleep),
    chat.kind === 'group' ? within(NAMES_MS, names.title(chat.externalId), sleep) : undefined,
  ])
  const known = title ?? (await seenChat(db, { ...ref, externalId: chat.externalId }))?.title
  return {
    ...inbound,
    chat: { ...chat, ...(known !== undefined && { title: known }) },
    sender: { ...sender, name },
  }
}

async function takeOnce(
  { db, ref, clock, log, hearsAll }: Options,
  inbound: Inbound,
  by: Mark['by'],
  onInbound: (inbound: Inbound) => Promise<void>,
) {
  const { externalId, kind } = inbound.chat
  const place = { ...ref, externalId, kind } as const
  const mark = markOf(inbound, by)
  if (!mark) return onInbound(inbound)
  const newest = await newestHeard(db, ref)
  if (newest !== undefined && mark.at < newest - OLDEST_EVENT_MS) {
    return log.warn({}, 'An event is passed over: it is weeks older than others that came')
  }
  const marks = await marksOf(db, place)
  const same = metBefore(marks, mark)
  if (!same) await onInbound(inbound)
  const now = same
    ? marks.map((one) => (one === same && one.by !== by ? { ...one, met: true } : one))
    : [...marks, mark]
  try {
    await keepMarks(db, place, now)
    if (by === 'history' || hearsAll()) await keepHeard(db, place, mark.at, clock())
  } catch (error) {
    // It is journaled, and so is taken: only a catch-up may ask for it again, and the journal knows its id.
    log.error({ err: error }, 'What was heard cannot be noted')
  }
}

/** Runs what belongs to one chat one after the other. */
function createOrder() {
  const last = new Map<string, Promise<void>>()
  return (chat: string, work: () => Promise<void>): Promise<void> => {
    const mine = (last.get(chat) ?? Promise.resolve()).then(work)
    const settled = mine
      .catch(() => undefined)
      .finally(() => {
        if (last.get(chat) === settled) last.delete(chat)
      })
    last.set(chat, settled)
    return mine
  }
}
