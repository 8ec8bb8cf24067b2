import { Inbound } from '#domain/messages.ts'
import { botKey, botOf } from '#domain/platforms.ts'
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
  answer: (row: InRow, inbound: Inbound) => Promise<Outcome | undefined>
  /** Told of each update that is finished here. */
  onAnswered?: (answered: Answered) => void
  clock: () => Date
  /** Resolves after a time, or at once when the signal is aborted. */
  sleep: (ms: number, signal: AbortSignal) => Promise<void>
  log: Record<'debug' | 'error', (fields: object, message: string) => void>
}

/** How an update ended: as meant, with a refusal that the person can act on, or with a fault. */
export type Outcome = 'answered' | 'refused' | 'failed'

/** An update that is finished. */
export interface Answered {
  /** The key of the bot that heard it. */
  bot: string
  outcome: Outcome
  /** From when it was journaled until its answer was in the outbox, in milliseconds. */
  ms: number
}

/**
 * Tries until a claimed row is finished, here or by somebody else, or the signal is aborted: then the answer is false. Never rejects. What cannot be
 * answered is finished as a fault in the end, so that it does not stand in its chat's way; while the database is away it is tried on.
 */
export async function answerRow(
  dependencies: AnswerRowDependencies,
  by: string,
  { id, payload, receivedAt }: InboxRow,
  signal: AbortSignal,
): Promise<boolean> {
  const { answer, sleep, log } = dependencies
  for (let tries = 1; !signal.aborted; tries += 1) {
    try {
      const inbound = Inbound.parse(payload)
      const outcome = await answer({ id, by }, inbound)
      if (outcome) report(dependencies, id, { bot: botKey(botOf(inbound)), outcome, receivedAt })
      return true
    } catch (error) {
      log.error({ err: error, update: id, tries }, 'an update is not answered yet')
      if (tries >= TRIES && (await giveUp(dependencies, { id, by }))) return true
    }
    await sleep(Math.min(FIRST_WAIT_MS * 2 ** (tries - 1), LONGEST_WAIT_MS), signal)
  }
  return false
}

function report(
  { clock, log, onAnswered }: AnswerRowDependencies,
  update: number,
  { receivedAt, ...answered }: Omit<Answered, 'ms'> & { receivedAt: Date },
) {
  const ms = Math.max(0, clock().getTime() - receivedAt.getTime())
  log.debug({ update, ...answered, ms }, 'an update is answered')
  onAnswered?.({ ...answered, ms })
}

/** Returns whether the row could be finished. */
async function giveUp({ db, clock, log }: AnswerRowDependencies, row: InRow): Promise<boolean> {
  const failure = faultId()
  try {
    await finishInbox(db, row, clock(), failure)
  } catch {
    return false
  }
  log.error({ failure, update: row.id }, 'an update could not be answered')
  return true
}
