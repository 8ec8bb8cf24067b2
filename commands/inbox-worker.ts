import { randomUUID } from 'node:crypto'
import type { Inbound } from '#domain/messages.ts'
import { claimFree, giveBackInbox, journal, renewInbox, type InboxClaim, type InboxRow } from '#prisma/inbox.ts'
import { answerRow, type AnswerRowDependencies } from './answer-row.ts'

/** A claim lives this long unless renewed: so long the updates of a process that died wait. */
const LEASE_MS = 15_000
const RENEW_MS = 5000
/** Chats that one process answers at a time; what else came in waits in the inbox. */
const MOST_CHATS = 32
/** How long stopping waits for answers under way. */
const PATIENCE_MS = 10_000

export interface InboxWorker {
  /** Journals an update, once, and has it answered: resolves when it is safe. */
  accept(this: void, inbound: Inbound): Promise<void>
  /** Takes up what nobody holds: what was left by others, and what waited for room. Never rejects. */
  look(this: void): Promise<void>
  /** To be called every second or so: holds on to what is under way, and looks. Never rejects. */
  tend(this: void): Promise<void>
  /** Resolves when nothing is under way. */
  idle(this: void): Promise<void>
  /** Begins no other answer, waits for those under way and gives back what is left, for other processes or the next start. */
  stop(this: void): Promise<void>
}

/**
 * Answers updates: one after the other within a chat, chats side by side. Every process on the database has such a worker; a row is in the hands of one
 * of them, who goes on with what waits behind it in its chat. `clock`: the real time, by which processes hold rows against each other.
 */
export function createInboxWorker(dependencies: AnswerRowDependencies): InboxWorker {
  const { db, clock, sleep, log } = dependencies
  const by = randomUUID()
  const stopping = new AbortController()
  const { signal } = stopping
  /** The chat of each row under way. */
  const held = new Map<number, string>()
  const underWay = new Set<Promise<void>>()
  let looking: Promise<void> | undefined
  /** Whether something waits in the inbox until there is room. */
  let more = false
  let renewedAt = 0

  const complain = (message: string) => (error: unknown) => log.error({ err: error }, message)

  const claim = (): InboxClaim => {
    const now = clock()
    return { by, now, until: new Date(now.getTime() + LEASE_MS) }
  }

  /** Keeps work, which never rejects, until it is over. */
  const track = (work: Promise<void>) => {
    underWay.add(work)
    return work.finally(() => underWay.delete(work))
  }

  async function claimed(which: Parameters<typeof claimFree>[2]): Promise<InboxRow[]> {
    try {
      return await claimFree(db, claim(), which)
    } catch (error) {
      complain('the inbox cannot be read')(error)
      return []
    }
  }

  /** Answers a row and what waits behind it. One that could not be finished because of a stop stays held. */
  async function goOn(first: InboxRow) {
    for (let row: InboxRow | undefined = first; row;) {
      held.set(row.id, row.chatKey)
      if (!(await answerRow(dependencies, by, row, signal))) return
      const [next]: InboxRow[] = signal.aborted ? [] : await claimed({ limit: 1, chatKey: row.chatKey })
      // Not before: its room is taken while it is looked for.
      held.delete(row.id)
      row = next
    }
    if (more) void look()
  }

  async function takeUp() {
    const room = MOST_CHATS - held.size
    if (room <= 0 || signal.aborted) return
    const rows = await claimed({ limit: room })
    more = rows.length === room
    // One whose claim ran out here unnoticed is under way already.
    for (const row of rows) if (!held.has(row.id)) void track(goOn(row))
  }

  function look(): Promise<void> {
    looking ??= track(takeUp()).finally(() => (looking = undefined))
    return looking
  }

  /** A process that finished the last row of this chat may not have seen one that was just on its way into the inbox. */
  async function lookAfter(chatKey: string) {
    if ([...held.values()].includes(chatKey)) return
    const [row] = await claimed({ limit: 1, chatKey })
    if (row) await goOn(row)
  }

  async function renew() {
    const given = claim()
    if (held.size === 0 || given.now.getTime() - renewedAt < RENEW_MS) return
    renewedAt = given.now.getTime()
    await renewInbox(db, [...held.keys()], given).catch(complain('updates under way cannot be held on to'))
  }

  async function idle() {
    while (underWay.size > 0) await Promise.all(underWay)
  }

  return {
    async accept(inbound) {
      const room = !signal.aborted && held.size < MOST_CHATS
      const row = await journal(db, inbound, clock(), room ? claim() : undefined)
      if (!row) return
      if (row.claimed) void track(goOn(row))
      else if (room) void track(lookAfter(row.chatKey))
      else more = true
    },
    look,
    async tend() {
      await renew()
      await look()
    },
    idle,
    async stop() {
      stopping.abort()
      const patience = new AbortController()
      await Promise.race([idle(), sleep(PATIENCE_MS, patience.signal)])
      patience.abort()
      await giveBackInbox(db, by).catch(complain('updates under way cannot be given back'))
    },
  }
}
