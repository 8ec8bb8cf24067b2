import type { BotRef } from '#domain/platforms.ts'
import { heardTo, keepHeard } from '#prisma/heard.ts'
import type { Database } from '#prisma/database.ts'
import type { Log } from '../../log.ts'
import { chatOf, isByPerson, toEvent, type createHistory, type HistoryChat, type Row } from './history.ts'
import type { Names } from './names.ts'
import { rowsAfter } from './rows-after.ts'
import type { Take } from './take.ts'

/** Messages of one chat that are asked for again at a time. */
const MOST_ROWS = 200
/** Pages of recent chats that are looked at. */
const MOST_PAGES = 20
/** Chats whose last message is this much older than the newest one that was heard have nothing new, whatever the order of events. */
const MARGIN_MS = 600_000

interface Options {
  db: Database
  ref: BotRef
  clock: () => Date
  log: Log
  history: ReturnType<typeof createHistory>
  names: Names
  take: Take
}

type Bounds = Map<string, number>

export interface CatchUp {
  run(): Promise<void>
  /** Whether what was missed before this process began is still to be asked for: until then nothing that comes tells up to when all was heard. */
  isBehind(this: void): boolean
}

/** Tries after which what was missed before is given up: it would be ever longer ago. */
const MOST_TRIES = 10

/**
 * Asks for that which was said while nobody listened. Only times of the network are compared with each other. A chat in which nothing was
 * heard so far begins with its newest message: old talk is not answered. What cannot be asked now is asked the next time.
 */
export function createCatchUp(options: Options): CatchUp {
  const { db, ref, log } = options
  /** Where chats begin that were not heard yet. */
  const begun: Bounds = new Map()
  /** Up to when each chat was heard before this process began: what counts until it was caught up with, whatever came since. */
  let before: Bounds | undefined
  let tries = 0
  let isBehind = true

  const run = async () => {
    tries += 1
    const now = await heardTo(db, ref)
    if (isBehind) before ??= now
    const known: Bounds = new Map([...begun, ...now, ...(before ?? [])])
    const heard = Math.max(-Infinity, ...(before ?? now).values())
    let isWhole = true
    for (const kind of ['group', 'private'] as const) {
      const found = await newestOf(options, kind, heard)
      isWhole &&= found.isWhole
      for (const [externalId, { time }] of found.chats) {
        const after = known.get(externalId)
        if (after !== undefined && time <= after) continue
        const isRead = after === undefined || (await readAgain(options, { externalId, kind }, after))
        isWhole &&= isRead
        if (!isRead) continue
        if (now.has(externalId)) await keepHeard(db, { ...ref, externalId, kind }, time, options.clock())
        else begun.set(externalId, time)
        before?.set(externalId, Math.max(time, now.get(externalId) ?? time))
      }
    }
    if (!isWhole) log.warn({ tries }, 'Not all that was said meanwhile could be asked for')
    if (!isWhole && tries < MOST_TRIES) return
    before = undefined
    isBehind = false
  }
  return { run, isBehind: () => isBehind }
}

/** The chats of a kind with their newest messages, as far back as something may have been missed. */
async function newestOf({ history, names }: Options, kind: HistoryChat['kind'], heard: number) {
  const chats = new Map<string, Row>()
  const read = history.recent(kind)
  for (let offset = 0, pages = 0; pages < MOST_PAGES; pages += 1) {
    const page = await read(offset)
    if (!page) return { chats, isWhole: false }
    const before = chats.size
    for (const row of page) {
      if (isByPerson(row)) names.learn(row.from_id, row.from_display_name)
      const id = chatOf(row, kind)
      if (id !== undefined && row.time > (chats.get(id)?.time ?? -Infinity)) chats.set(id, row)
    }
    const oldest = Math.min(...page.map(({ time }) => time))
    if (chats.size === before || oldest < heard - MARGIN_MS || heard === -Infinity) break
    offset += page.length
  }
  return { chats, isWhole: true }
}

/** Hands on what people said in a chat after an instant. Returns whether that was possible. */
async function readAgain({ log, history, names, take }: Options, chat: HistoryChat, after: number): Promise<boolean> {
  const found = await rowsAfter(history.conversation(chat), after, MOST_ROWS)
  if (!found) return false
  if (found.cut) log.warn({ rows: found.rows.length }, 'More was said in a chat meanwhile than is asked for at once')
  for (const row of found.rows.filter(isByPerson)) {
    names.learn(row.from_id, row.from_display_name)
    await take(toEvent(row, chat), 'history')
  }
  return true
}
