import type { SendOutcome } from '#bot/platform.ts'
import type { Chance } from './chance.ts'
import type { Fate } from './ledger.ts'

/** A time in which a network takes nothing. */
export interface Trouble {
  from: number
  to: number
  outcome: Extract<SendOutcome, { state: 'later' }>
  /** Whether it hands no updates over either. */
  deaf: boolean
  name: string
}

interface End {
  fate: Fate
  told: SendOutcome
}

/** In how many cases of one each fault comes, for a message that could be taken. */
const SHARES = { lost: 0.006, cut: 0.004, patience: 0.012, busy: 0.006, refusal: 0.002 }
const TWICE = 0.03

const KINDS: { name: string; hours: [number, number]; deaf: boolean; outcome: Omit<Trouble['outcome'], 'state'> }[] = [
  { name: '5xx', hours: [1, 5], deaf: false, outcome: { afterMs: 1000, reason: 'HTTP 502', everything: true } },
  { name: 'offline', hours: [1, 9], deaf: true, outcome: { afterMs: 1000, reason: 'ECONNREFUSED', everything: true } },
  { name: '429', hours: [1, 1], deaf: false, outcome: { afterMs: 20_000, reason: '429', everything: true } },
  {
    name: 'token',
    hours: [2, 7],
    deaf: false,
    outcome: { afterMs: 60_000, reason: 'token-lost', everything: true, down: true },
  },
]

const HOUR = 3_600_000

/** What goes wrong on the networks. */
export interface Faults {
  readonly troubles: { bot: string; trouble: Trouble }[]
  troubleOf(bot: string, now: Date): Trouble | undefined
  /** Whether a bot's network was out between two instants, and had been back for no more than an hour. */
  excuses(bot: string, from: number, to: number): boolean
  /** What becomes of the nth message of a chat, at this try. */
  outcomeOf(chat: string, nth: number): End
  /** Whether a message arrives with whose sender the process dies. */
  arrives(chat: string, nth: number): boolean
  /** Whether an update is delivered again though it was confirmed. */
  twice(update: string): boolean
  /** Which of several updates comes first. */
  order(update: string): number
}

/** `calm`: nothing goes wrong before this instant. */
export function createFaults(chance: Chance, bots: string[], { calm, until }: { calm: Date; until: Date }): Faults {
  const troubles = bots.flatMap((bot) => troublesOf(chance, bot, calm.getTime(), until.getTime()))
  return {
    troubles,
    troubleOf: (bot, now) => {
      const at = now.getTime()
      return troubles.find(({ bot: of, trouble }) => of === bot && trouble.from <= at && at < trouble.to)?.trouble
    },
    excuses: (of, from, to) =>
      troubles.some(
        ({ bot, trouble }) => bot === of && trouble.to > from && trouble.from < to && to - trouble.to < HOUR,
      ),
    outcomeOf: (chat, nth) => endOf(chance, chat, nth),
    arrives: (chat, nth) => chance.happens(0.5, 'arrives', chat, nth),
    twice: (update) => chance.happens(TWICE, 'twice', update),
    order: (update) => chance.of('order', update),
  }
}

/** An outage every three weeks or so for each bot, mostly in the daytime and often over a morning. */
function troublesOf(chance: Chance, bot: string, calm: number, until: number) {
  const found: { bot: string; trouble: Trouble }[] = []
  for (let day = 3, nth = 0; ; nth += 1, day += chance.between(9, 30, 'gap', bot, nth)) {
    const kind = chance.pick(KINDS, 'kind', bot, nth)
    const hour = chance.happens(0.5, 'morning', bot, nth) ? 7.5 : chance.between(8, 18, 'hour', bot, nth)
    const from = Math.floor(calm / (24 * HOUR)) * 24 * HOUR + day * 24 * HOUR + (hour - 7) * HOUR
    if (from >= until) return found
    const to = from + chance.between(...kind.hours, 'hours', bot, nth) * HOUR
    const { name, deaf } = kind
    found.push({ bot, trouble: { from, to, name, deaf, outcome: { state: 'later', ...kind.outcome } } })
  }
}

function endOf(chance: Chance, chat: string, nth: number): End {
  let rest = chance.of('send', chat, nth)
  const ends: [number, End][] = [
    [SHARES.lost, { fate: 'lost', told: { state: 'uncertain', reason: 'timeout' } }],
    [SHARES.cut, { fate: 'cut', told: { state: 'uncertain', reason: 'timeout' } }],
    [SHARES.patience, { fate: 'later', told: { state: 'later', afterMs: 7000, reason: '429' } }],
    [SHARES.busy, { fate: 'later', told: { state: 'later', afterMs: 1000, reason: 'HTTP 503', unwell: true } }],
    [SHARES.refusal, { fate: 'refused', told: { state: 'refused', reason: 'Bad Request: refused by chance' } }],
  ]
  for (const [share, end] of ends) {
    if (rest < share) return end
    rest -= share
  }
  return { fate: 'taken', told: { state: 'sent', messageId: '' } }
}
