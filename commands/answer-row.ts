import { Inbound } from '#domain/messages.ts'
import type { Database } from '#prisma/database.ts'
import { finishInbox, type InboxRow, type InRow } from '#prisma/inbox.ts'
import { faultId } from './fault-id.ts'

/** An update that cannot even be refused is tried so often, with waits that double between. */
const TRIES = 5
const FIRST_WAIT_MS = 1000
const LONGEST_WAIT_MS = 30_000

export interface AnswerRowDependencies {
  db: Database
  /** Answers a row that is claimed. Rejects where that did not work and may be tried again. */
  answer: (row: InRow, inbound: Inbound) => Promise<void>
  clock: () => Date
  /** Resolves after a time, or at once when the signal is aborted. */
  sleep: (ms: number, signal: AbortSignal) => Promise<void>
  log: { error: (fields: object, message: string) => void }
}

/**
 * Tries until a claimed row is finished, here or by somebody else, or the signal is aborted: then the answer is false. Never rejects. What cannot be
 * answered is finished as a fault in the end, so that it does not stand in its chat's way; while the database is away it is tried on.
 */
export async function answerRow(
  dependencies: AnswerRowDependencies,
  by: string,
  { id, payload }: InboxRow,
  signal: AbortSignal,
): Promise<boolean> {
  const { answer, sleep, log } = dependencies
  for (let tries = 1; !signal.aborted; tries += 1) {
    try {
      await answer({ id, by }, Inbound.parse(payload))
      return true
    } catch (error) {
      log.error({ err: error, inboxId: id, tries }, 'an update is not answered yet')
      if (tries >= TRIES && (await giveUp(dependencies, { id, by }))) return true
    }
    await sleep(Math.min(FIRST_WAIT_MS * 2 ** (tries - 1), LONGEST_WAIT_MS), signal)
  }
  return false
}

/** Returns whether the row could be finished. */
async function giveUp({ db, clock, log }: AnswerRowDependencies, row: InRow): Promise<boolean> {
  const failure = faultId()
  try {
    await finishInbox(db, row, clock(), failure)
  } catch {
    return false
  }
  log.error({ failure, inboxId: row.id }, 'an update could not be answered')
  return true
}
