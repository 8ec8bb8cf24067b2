import startPostgres from '../../test/support/postgres-server.ts'
import { openDatabase } from '#prisma/database.ts'
import { COUNCILS } from '../country/country.ts'
import { fillCountry } from '../country/fill.ts'
import { inFolder } from '../filled.ts'
import { benchMorning } from '../morning.ts'
import type { Measured } from '../morning-process.ts'
import { benchAnswers, COUNTRY, type Answers } from './answers.ts'
import { benchClaims, type Claims } from './claims.ts'

const SIZES = [1, 100, COUNCILS]
const CASES = [
  { workers: 1, bots: 1 },
  { workers: 2, bots: 2 },
  { workers: 4, bots: 4 },
  { workers: 2, bots: 1 },
  { workers: 4, bots: 1 },
]

export interface Growing {
  answers: Answers[]
  claims: Claims[]
  morning: Measured
}

/** A country in a database: its questions, its outbox and its morning, in this order. */
async function benchDatabase(url: string): Promise<Growing> {
  const answers = await benchAnswers(url, SIZES)
  const claims = await benchClaims(url, CASES)
  return { answers, claims, morning: benchMorning(url) }
}

/** A morning of so many councils. */
export interface Morning extends Measured {
  councils: number
  database: 'SQLite' | 'PostgreSQL'
}

/** The same on both databases; PostgreSQL where its programs are found, else why not. And the mornings of smaller countries. */
export async function benchGrowing(): Promise<{
  sqlite: Growing
  mornings: readonly Morning[]
  postgres: Growing | string
}> {
  const [sqlite, mornings] = await inFolder(async (folder) => {
    const smaller: Morning[] = []
    for (const councils of SIZES.slice(0, -1))
      smaller.push({ councils, database: 'SQLite', ...(await smallMorning(`file:${folder}/${councils}.db`, councils)) })
    const country = await benchDatabase(`file:${folder}/bench.db`)
    return [country, [...smaller, { councils: COUNCILS, database: 'SQLite', ...country.morning }]] as const
  })
  return { sqlite, mornings, postgres: await benchPostgres() }
}

async function smallMorning(url: string, councils: number): Promise<Measured> {
  const db = await openDatabase(url)
  await fillCountry(db, COUNTRY, 1, councils)
  await db.$disconnect()
  return benchMorning(url)
}

async function benchPostgres(): Promise<Growing | string> {
  const started = await startPostgres().catch((error: Error) => error)
  if (started instanceof Error)
    return `PostgreSQL was left out, since its server could not be started: ${started.message}`
  try {
    return await benchDatabase(`${process.env['TEST_POSTGRES']}/tdkt`)
  } finally {
    started()
  }
}
