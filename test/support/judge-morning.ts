import { botKey } from '#domain/platforms.ts'
import type { Life } from './fleet.ts'
import { botOf } from './grown-morning.ts'
import { groupBy } from './group-by.ts'
import type { LeaseChange, OutboxChange } from './row-history.ts'
import type { Taken } from './strict-telegram.ts'

/** A row of the outbox with its chat's address. */
export interface Row {
  id: number
  kind: string
  state: string
  /** The token of the bot that is to send it. */
  token: string
  chat: string
  title: string
  /** As what the network knows it; undefined where nothing is known to have arrived. */
  messageId: string | undefined
  /** The message that it answers. */
  answers: string | undefined
}

export interface Morning {
  rows: Row[]
  taken: Taken[]
  refused: string[]
  outbox: OutboxChange[]
  leases: LeaseChange[]
  lives: Life[]
  ends: { name: string; at: number }[]
}

const REPEATABLE = 'uncertain'
/** For so long what left a process may have been on its way before the network read it. */
const ON_ITS_WAY_MS = 1000

/** How many messages came more often than once. */
export function repeats(taken: Taken[]): number {
  return taken.length - groupBy(taken, addressOf).size
}

/** What a message is about: the group, and where it is an answer the question. */
const addressOf = ({ chat, answers }: Pick<Taken, 'chat' | 'answers'>) => `${chat} ${answers}`

/** What is wrong with a row and the messages that came of it, one line for each: it arrived once, or it is not known whether it did. */
export function notOnce({ rows, taken, outbox }: Morning): string[] {
  const arrived = groupBy(taken, addressOf)
  const doubted = new Set(outbox.filter(({ reason }) => reason?.startsWith(REPEATABLE)).map(({ row }) => row))
  const wrong = (row: Row) => {
    const { id, kind, state, token, messageId } = row
    const came = arrived.get(addressOf(row)) ?? []
    const most = kind === 'reply' && doubted.has(id) ? Infinity : 1
    if (came.some((message) => message.token !== token)) return 'by another bot'
    if (came.length > most) return `${came.length} times`
    if (state === 'uncertain') return kind === 'reply' && came.length === 0 ? 'never' : undefined
    if (state !== 'sent') return state
    return came.some((message) => message.messageId === messageId) ? undefined : 'never'
  }
  return rows.flatMap((row) => {
    const fault = wrong(row)
    return fault === undefined ? [] : [`${row.kind} ${row.id} to ${row.chat}: ${fault}`]
  })
}

/** Rows of which it is not known whether they arrived though nothing happened to the process that had them in its hands. */
export function doubtedWithoutReason({ outbox, ends }: Morning): string[] {
  const byRow = groupBy(outbox, ({ row }) => String(row))
  return [...byRow].flatMap(([row, changes]) =>
    changes.flatMap(({ to, reason, by, at }, index) => {
      if (to !== 'uncertain' && !reason?.startsWith(REPEATABLE)) return []
      const claim = changes.slice(0, index).findLast((change) => change.to === 'sending')
      const died = claim && ends.some((end) => end.name === claim.by && end.at >= claim.at - 1000 && end.at <= at)
      return died || !claim
        ? []
        : [`row ${row}, claimed by ${claim.by}, ended ${Math.round(at - claim.at)} ms later by ${by}: ${reason}`]
    }),
  )
}

/** Messages that were sent by a process which did not have the bot's lease. */
export function sentWithoutLease({ taken, leases }: Morning): string[] {
  const byName = groupBy(leases, ({ name }) => name)
  return taken.flatMap(({ token, by, chat, at }) => {
    const changes = byName.get(`send:${botKey({ platform: 'telegram', bot: botOf(token) })}`) ?? []
    const held = changes.some((change, index) => {
      const nextHolder = changes.slice(index + 1).find((later) => later.by !== by || later.until === null)
      const to = Math.min(change.until ?? 0, nextHolder?.at ?? Infinity) + ON_ITS_WAY_MS
      return change.by === by && change.at <= at && at <= to
    })
    return held ? [] : [`${by} to ${chat} at ${new Date(at).toISOString()}`]
  })
}
