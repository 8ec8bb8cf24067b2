import { COUNCILS, TELEGRAM_BOTS } from '../country/country.ts'
import { CLAIMED_AT_A_TIME, MESSAGES } from '../growing/claims.ts'
import { benchGrowing, type Growing, type Morning } from '../growing/growing.ts'
import { councilsOf, table } from '../table.ts'
import type { Section } from './section.ts'

export const growing: Section = {
  name: 'growing',
  title: 'Growing',
  async measure() {
    const { sqlite, mornings: onSqlite, postgres } = await benchGrowing()
    const country = { councils: COUNCILS, database: 'PostgreSQL' } as const
    const mornings = typeof postgres === 'string' ? onSqlite : [...onSqlite, { ...country, ...postgres.morning }]
    return `A country to practise on, as \`npm run country\` makes it: councils with plans of about 50 tasks, 8 to 15 units, their people and their groups, most of them on one of
${TELEGRAM_BOTS} Telegram bots, the others on Zalo. [scaling.md](scaling.md) tells what follows for whoever hosts them.

A question is \`/viec\`: the bot's own time from the update handed in (journaled, answered in one transaction, its answer in the outbox) to the message handed to a
network that takes no time; one process. A worker is a process that claims ${CLAIMED_AT_A_TIME} messages of a bot at a time and records each as sent, without a network, until ${MESSAGES.toLocaleString('en')} are gone or
5 s are over. PostgreSQL runs on the same machine and does not wait for the disk (fsync off), as SQLite does not in its write-ahead log.

${countryTable(sqlite, typeof postgres === 'string' ? undefined : postgres)}
${typeof postgres === 'string' ? `\n${postgres}\n` : ''}
The morning is one run of the job that reminds, at the hour, in a process started as \`npm start\` does: the flags there let Node collect earlier and keep fewer threads, none limits what it may use.
Meanwhile a small question is put to the database again and again: the longest time that one had to wait. A tick is a run of the job, once a minute.

${morningTable(mornings)}`
  },
}

/** Both databases, one line for each thing measured. */
function countryTable(sqlite: Growing, postgres: Growing | undefined): string {
  const rows = rowsOf(sqlite).map(([what, value], index) => [
    what,
    value,
    (postgres && rowsOf(postgres)[index]![1]) ?? '–',
  ])
  return table(['what', 'SQLite', 'PostgreSQL'], rows)
}

function rowsOf({ answers, claims }: Growing): [string, string][] {
  return [
    ...answers.flatMap(({ councils, alone, perSecond, chats }): [string, string][] => [
      [`${councilsOf(councils)}: one question at a time, median ms`, alone.median.toFixed(1)],
      [`${councilsOf(councils)}: one question at a time, 95 % ms`, alone.p95.toFixed(1)],
      [`${councilsOf(councils)}: answers a second, ${chats} chats asking at once`, perSecond.toFixed(0)],
    ]),
    ...claims.map(({ workers, bots, perSecond }): [string, string] => [
      `messages claimed and recorded a second, ${workers} ${workers === 1 ? 'worker' : 'workers'}${howSpread(workers, bots)}`,
      perSecond.toFixed(0),
    ]),
  ]
}

function howSpread(workers: number, bots: number): string {
  if (workers === 1) return ''
  return workers === bots ? ', each its own bot' : ', all on one bot'
}

function morningTable(mornings: readonly Morning[]): string {
  const heads = mornings.map(({ councils, database }) => `${councilsOf(councils)}, ${database}`)
  const row = (what: string, value: (one: Morning) => string) => [what, ...mornings.map(value)]
  const ms = (seconds: number) => (seconds * 1000).toFixed(1)
  return table(
    ['the morning of', ...heads],
    [
      row('messages into the outbox', ({ messages }) => messages.toLocaleString('en')),
      row('all of them, s', ({ morning }) => morning.toFixed(1)),
      row('tick before the hour, ms', ({ before }) => ms(before)),
      row('tick when everything is said, ms', ({ after }) => ms(after)),
      row('longest wait of a question meanwhile, ms', ({ longestWait }) => ms(longestWait)),
      row('memory of the process at its largest, MB', ({ peakMegabytes }) => peakMegabytes.toFixed(0)),
    ],
  )
}
