import { formatDate, type IsoDate } from '#domain/dates.ts'
import type { Party } from './cast.ts'
import type { World } from './world.ts'

/** What the secretariats were told of mornings' messages that did not arrive, or may not have. */
export interface ToldCounts {
  owed: number
  told: number
  untold: string[]
}

interface Owed {
  key: string
  state: string
  chat: string
  finishedAt: number
  reported: number
}

const OWED = `
  SELECT key, state, chat, finishedAt, reported FROM rows
  WHERE key LIKE 'morning:%' AND key NOT LIKE '%:secretariat%' AND state IN ('uncertain', 'refused') AND IFNULL(reason, '') NOT IN ('rerouted', 'expired')
    AND finishedAt < ?`

/** A report comes with the next working morning; the longest holidays are shorter than this. */
const PATIENCE_MS = 12 * 86_400_000

export function judgeTold({ ledger, now }: World, parties: Party[]): ToldCounts {
  const counts: ToldCounts = { owed: 0, told: 0, untold: [] }
  for (const row of ledger.db.prepare<[number], Owed>(OWED).all(now.getTime() - PATIENCE_MS)) {
    const [, council, day] = row.key.split(':') as [string, string, IsoDate]
    const party = parties.find(({ id }) => id === council)!
    counts.owed += 1
    if (row.reported === 1 && isInReport(ledger, party, day, row.finishedAt)) counts.told += 1
    else
      counts.untold.push(
        `${party.code} ${day} ${row.chat} ${row.state}${row.reported ? ' (reported, but no report says so)' : ''}`,
      )
  }
  return counts
}

/** Whether some report that the secretary got, or may have got, names that morning; a refused report is reported itself on the next one. */
function isInReport({ db }: World['ledger'], { secretary }: Party, day: IsoDate, since: number): boolean {
  const addresses = JSON.stringify(Object.values(secretary.accounts))
  const found = db
    .prepare<[string, number, string], number>(
      `SELECT 1 FROM handed WHERE chat IN (SELECT value FROM json_each(?)) AND at >= ? AND key LIKE 'morning:%secretariat%'
       AND fate <> 'later' AND text LIKE ? LIMIT 1`,
    )
    .pluck()
    .get(addresses, since, `%${formatDate(day)}%`)
  return found === 1
}
