import { parseArgs } from 'node:util'
import { isoDate, type IsoDate } from '#domain/dates.ts'
import { openDatabase } from '#prisma/database.ts'
import { COUNCILS, MORNING, TELEGRAM_BOTS } from './country.ts'
import { fillCountry, takeStock } from './fill.ts'

const USAGE = `npm run country -- --database URL [--councils ${COUNCILS}] [--seed 1] [--date ${MORNING}] [--bots ${TELEGRAM_BOTS}]
Fills an empty database (file:... or postgresql://...) with councils to practise on. The morning of the date is still to be said.`

/** Reads the command line; throws with what is wrong. */
function given() {
  const text = { type: 'string' } as const
  const options = { database: text, councils: text, seed: text, date: text, bots: text }
  const { values } = parseArgs({ options })
  const { database, date: on = MORNING } = values
  if (!database) throw new Error('--database is missing')
  const number = (name: 'councils' | 'seed' | 'bots', standard: number) => {
    const value = Number(values[name] ?? standard)
    if (!Number.isInteger(value) || value < 1) throw new Error(`--${name} is no number from 1`)
    return value
  }
  const councils = number('councils', COUNCILS)
  if (councils > COUNCILS) throw new Error(`--councils is more than the country has: ${COUNCILS}`)
  return { database, councils, seed: number('seed', 1), date: dateOf(on), bots: number('bots', TELEGRAM_BOTS) }
}

function dateOf(text: string): IsoDate {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? []
  const date = isoDate(Number(year), Number(month), Number(day))
  if (!date) throw new Error('--date is no date such as 2026-05-11')
  return date
}

async function main() {
  const { database, councils, ...country } = given()
  const db = await openDatabase(database)
  try {
    if ((await db.council.count()) > 0) throw new Error('the database has councils already')
    const begun = performance.now()
    await fillCountry(db, country, 1, councils)
    await takeStock(db, database)
    console.log(`${councils} councils in ${((performance.now() - begun) / 1000).toFixed(1)} s`)
    const { chat, task, deadline, membership } = db
    for (const [what, table] of Object.entries({ chat, task, deadline, membership }))
      console.log(`${what}: ${await (table as unknown as { count: () => Promise<number> }).count()}`)
  } finally {
    await db.$disconnect()
  }
}

main().catch((error: Error) => {
  console.error(`${error.message}\n\n${USAGE}`)
  process.exitCode = 2
})
