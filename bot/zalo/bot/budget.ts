import { botKey, type BotRef } from '#domain/platforms.ts'
import type { Database } from '#prisma/database.ts'
import { factOf, keepFact } from '#prisma/facts.ts'
import { addUse, monthOf, useOf, type MonthlyUse } from '#prisma/monthly-use.ts'
import type { OutboxKind } from '#prisma/outbox.ts'
import type { Log } from '../../log.ts'
import { MONTHLY_BUDGET, RECEIVED_COUNTS, USED_UP_PERCENT } from './doubts.ts'

/** From which share of the month's messages on, in percent, not everything is sent any more. */
export const SCARCE_PERCENT = 80
/** At which shares the operator is warned. */
const WARNINGS = [SCARCE_PERCENT, 90, 100]
/** From which share on what people can do without is kept back: the rest is for reminders and answers. */
const ENDS: Partial<Record<OutboxKind, number>> = { upkeep: SCARCE_PERCENT, announcement: 90 }

/** The messages of the month, of those that the network gives. */
export interface Spent {
  used: number
  of: number
}

interface BudgetOptions {
  db: Database
  ref: BotRef
  clock: () => Date
  log: Log
  /** Called when 80, 90 and 100 percent are reached, once a month each. */
  onBudget?: ((spent: Spent) => void | Promise<void>) | undefined
}

/** Counts the messages of each month. */
export interface Budget {
  /** Never rejects: a message that was sent stays sent, though it could not be counted. */
  count(more: Partial<MonthlyUse>): Promise<void>
  spent(): Promise<Spent>
  /** Whether a message of this kind may still go. */
  allows(kind: OutboxKind | undefined): Promise<boolean>
  /** Whether a refusal for too many messages means the month. */
  usedUp(): Promise<boolean>
}

/** The count of one bot's messages, kept in the database. */
export function createBudget({ db, ref, clock, log, onBudget }: BudgetOptions): Budget {
  /** Warnings take turns, so that each is given once. */
  let warned: Promise<void> = Promise.resolve()

  async function warn(spent: Spent, month: string) {
    const level = WARNINGS.findLast((percent) => share(spent) >= percent)
    if (level === undefined || Number((await givenIn(month)) ?? 0) >= level) return
    log.warn({ bot: botKey(ref), month, ...spent }, `${level} % of the month's messages on the Zalo bot are used`)
    await onBudget?.(spent)
    await keepFact(db, ref, 'budget-warning', `${month} ${level}`)
  }
  /** The highest level of the month that was warned of. */
  async function givenIn(month: string): Promise<string | undefined> {
    const [when, level] = ((await factOf(db, ref, 'budget-warning')) ?? '').split(' ')
    return when === month ? level : undefined
  }
  const spent = async () => toSpent(await useOf(db, ref, monthOf(clock())))

  return {
    async count({ sent = 0, received = 0 }) {
      const month = monthOf(clock())
      const turn = warned.then(async () => {
        try {
          await warn(toSpent(await addUse(db, ref, month, { sent, received })), month)
        } catch (error) {
          log.error({ bot: botKey(ref), err: error }, 'A message of the Zalo bot could not be counted')
        }
      })
      warned = turn
      await turn
    },
    spent,
    async allows(kind) {
      const end = kind && ENDS[kind]
      return end === undefined || share(await spent()) < end
    },
    usedUp: async () => share(await spent()) >= USED_UP_PERCENT,
  }
}

function toSpent({ sent, received }: MonthlyUse): Spent {
  return { used: sent + (RECEIVED_COUNTS ? received : 0), of: MONTHLY_BUDGET }
}

/** In percent. */
export function share({ used, of }: Spent): number {
  return (100 * used) / of
}
