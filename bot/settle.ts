import { finish, leaveChat, moveChat, postpone, type Claimed, type Database, type Db } from '#prisma/outbox.ts'
import { decide, growing, type Verdict } from './delivery.ts'
import type { Log } from './log.ts'
import type { SendOutcome } from './platform.ts'
import type { Sleep } from './sleep.ts'

/** Tries to record an outcome while the database is busy; after that the claim runs out and the message counts as uncertain. */
const RECORD_TRIES = 5

interface Settling {
  db: Database
  clock: () => Date
  log: Log
  sleep: Sleep
}

/** Records how a send ended, patiently: what was sent must not be sent again because the database was busy. */
export async function settle(
  { db, clock, log, sleep }: Settling,
  row: Claimed,
  outcome: SendOutcome,
  signal: AbortSignal,
) {
  const fields = { message: row.id, kind: row.kind, chat: row.chat.id, attempts: row.attempts }
  const verdict = decide(row, outcome, clock())
  for (let tries = 1; tries <= RECORD_TRIES; tries += 1) {
    try {
      const ours = await record(db, row, verdict, clock())
      return ours ? report(log, fields, verdict) : log.info(fields, 'A message is in other hands by now')
    } catch (error) {
      log.error({ ...fields, state: outcome.state, err: error }, 'An outcome cannot be recorded')
      await sleep(growing(tries), signal)
    }
  }
}

/** Returns false where the row is not in our hands any more: then nothing is written, and whoever has it finds out all by itself. */
async function record(db: Database, row: Claimed, verdict: Verdict, now: Date): Promise<boolean> {
  const write = (tx: Db) => ('end' in verdict ? finish(tx, row, verdict.end, now) : postpone(tx, row, verdict.again))
  const isChatChanged = 'end' in verdict ? verdict.chatGone : verdict.movedTo !== undefined
  // One statement needs no transaction, and there are many.
  if (!isChatChanged) return write(db)
  return db.$transaction(async (tx) => {
    if (!(await write(tx))) return false
    if ('end' in verdict) await leaveChat(tx, row.chat.id)
    else if (verdict.movedTo) await moveChat(tx, row.chat.id, verdict.movedTo)
    return true
  })
}

function report(log: Log, fields: object, verdict: Verdict) {
  if ('again' in verdict) log.info({ ...fields, reason: verdict.again.reason }, 'A message is sent later')
  else if (verdict.end.state !== 'sent') log.warn({ ...fields, ...verdict.end }, `A message is ${verdict.end.state}`)
}
