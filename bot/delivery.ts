import type { Claimed, Ending, OutboxKind } from '#prisma/outbox.ts'
import type { SendOutcome } from './platform.ts'

const SECOND = 1000
const HOUR = 3600 * SECOND

/**
 * What is done with each kind of message:
 * - `ifUncertain`: an answer, and whatever edits or deletes a message, is sent again, since a person waits and a repetition harms nobody. A
 *   reminder or an announcement is not: it is left uncertain and reported.
 * - `livesFor`: how long after its time it is still worth sending. A reminder's wording is right on its day only.
 */
const RULES: Record<OutboxKind, { ifUncertain: 'again' | 'report'; livesFor: number }> = {
  reply: { ifUncertain: 'again', livesFor: 24 * HOUR },
  reminder: { ifUncertain: 'report', livesFor: 12 * HOUR },
  announcement: { ifUncertain: 'report', livesFor: 72 * HOUR },
  upkeep: { ifUncertain: 'report', livesFor: 24 * HOUR },
}

/** Tries of one message before it is given up; with the growing waits between them about three and a half hours. */
const MAX_ATTEMPTS = 30
const LONGEST_WAIT = 600 * SECOND
/** Tries in a row that may have arrived, before one is left uncertain: a network that breaks off every request for a minute loses no answer. */
const MAX_UNCERTAIN = 5

/** What becomes of a row after a try. */
export type Verdict =
  | { end: Ending; chatGone: boolean }
  | { again: { at: Date | undefined; reason: string; counted: boolean }; movedTo: string | undefined }

/** Why a row is not sent at all, or undefined. */
export function unsendable(row: Claimed, now: Date): string | undefined {
  if (!row.payload) return 'unreadable'
  if (!row.chat.active) return 'the bot is not in the chat'
  if (now.getTime() - row.notBefore.getTime() > RULES[row.kind].livesFor) return 'expired'
  return undefined
}

/** Decides what becomes of a row whose sending ended so. The network's wish to wait is kept, and the waits grow with each try. */
export function decide(row: Claimed, outcome: SendOutcome, now: Date): Verdict {
  const end = (ending: Ending, chatGone = false): Verdict => ({ end: ending, chatGone })
  const again = (ms: number, reason: string, movedTo?: string): Verdict => {
    if (row.attempts >= MAX_ATTEMPTS)
      return end({ state: 'refused', reason: `given up after ${row.attempts} tries: ${reason}` })
    return { again: { at: new Date(now.getTime() + ms), reason, counted: true }, movedTo }
  }
  switch (outcome.state) {
    case 'sent':
      return end(outcome)
    case 'refused':
      if (outcome.movedTo) return again(0, outcome.reason, outcome.movedTo)
      return end({ state: 'refused', reason: outcome.reason }, outcome.chatGone)
    case 'later':
      // the fault is not the message's: it keeps its attempts, and its life is the bound
      if (outcome.everything)
        return { again: { at: undefined, reason: outcome.reason, counted: false }, movedTo: undefined }
      return again(Math.max(outcome.afterMs, growing(row.attempts)), outcome.reason)
    case 'uncertain': {
      const tries = uncertainTries(row.reason) + 1
      if (!mayRepeat(row) || tries >= MAX_UNCERTAIN) return end({ state: 'uncertain', reason: outcome.reason })
      return again(growing(tries), `uncertain ${tries}: ${outcome.reason}`)
    }
  }
}

/** Milliseconds to wait after the nth failure in a row: 1 s, 2 s, 4 s ... 10 min, or the longest wait that is given. */
export function growing(failures: number, longestMs = LONGEST_WAIT): number {
  return Math.min(SECOND * 2 ** (failures - 1), longestMs)
}

function mayRepeat({ kind, payload }: Claimed): boolean {
  return RULES[kind].ifUncertain === 'again' || payload?.edits !== undefined || payload?.deletes !== undefined
}

/** How many tries in a row, up to the last one, ended as uncertain: the reason that was kept tells. */
function uncertainTries(reason: string | undefined): number {
  return Number(/^uncertain (\d+): /.exec(reason ?? '')?.[1] ?? 0)
}
