import type { Row, Source, Table } from './copy-ends.ts'
import type { TableName } from './copy-tables.ts'

/** Where it stands until when somebody holds something, and in which rows that counts. */
const HELD: { table: TableName; until: string; where: string }[] = [
  { table: 'Lease', until: 'until', where: '1 = 1' },
  { table: 'Inbox', until: 'claimedUntil', where: '"doneAt" IS NULL' },
  { table: 'Outbox', until: 'claimedUntil', where: '"finishedAt" IS NULL' },
  { table: 'Credential', until: 'lockedUntil', where: '1 = 1' },
]

/** Nothing is held for so long: what ends later was held by a clock that has been moved since. */
const LONGEST_MS = 600_000

/** The clocks that a bot on this database may go by: the real one, and the playground's, where that was moved. */
export async function clocksOf(source: Source, now: Date): Promise<Date[]> {
  const table = await source.table('PlaygroundClock')
  const offsets = table.columns.length > 0 ? await source.valuesOf(table, 'offsetMs', '1 = 1') : []
  return [now, ...offsets.map((offset) => new Date(now.getTime() + Number(offset)))]
}

/** Whether a process holds something at this moment: the bot is running, or has died less than a minute ago. */
export async function isInUse(source: Source, clocks: Date[]): Promise<boolean> {
  for (const { table, until, where } of HELD) {
    const held = await source.table(table)
    // An earlier version may not have had it.
    if (!held.columns.some(({ name }) => name === until)) continue
    const ends = await source.valuesOf(held, until, where)
    const lasts = (end: string) =>
      clocks.some((clock) => Number(end) > clock.getTime() && Number(end) <= clock.getTime() + LONGEST_MS)
    if (ends.some(lasts)) return true
  }
  return false
}

/**
 * Rows as they are in the copy, where nobody holds them: an update that is not answered is free, and the claim of a message that was on its way has ended,
 * so that it is settled as after a crash. Changes the rows that it is given.
 */
export function released({ name, columns }: Table, rows: Row[], clocks: Date[]): Row[] {
  if (name !== 'Inbox' && name !== 'Outbox') return rows
  const at = (column: string) => columns.findIndex((one) => one.name === column)
  const [state, claimedBy, claimedUntil] = [at('state'), at('claimedBy'), at('claimedUntil')]
  const ended = String(Math.min(...clocks.map((clock) => clock.getTime())))
  for (const row of rows) {
    const onItsWay = name === 'Outbox' && row[state] === 'sending'
    if (!onItsWay) row[claimedBy] = null
    row[claimedUntil] = onItsWay ? ended : null
  }
  return rows
}
