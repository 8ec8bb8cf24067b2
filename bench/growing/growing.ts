import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import startPostgres from '../../test/support/postgres-server.ts'
import { COUNCILS } from '../country/country.ts'
import { benchMorning } from '../morning.ts'
import type { Measured } from '../morning-process.ts'
import { benchAnswers, type Answers } from './answers.ts'
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

/** The same on both databases; PostgreSQL where its programs are found, else why not. */
export async function benchGrowing(): Promise<{ sqlite: Growing; postgres: Growing | string }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tdkt-bench-'))
  const sqlite = await benchDatabase(`file:${folder}/bench.db`)
  rmSync(folder, { recursive: true, force: true })
  return { sqlite, postgres: await benchPostgres() }
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
