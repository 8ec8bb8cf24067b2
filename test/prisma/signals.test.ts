import pg from 'pg'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openSignals } from '#prisma/signals.ts'
import { databaseUrl, temporaryFile } from '../support/database.ts'
import { until } from '../support/until.ts'

const onPostgres = process.env['TEST_POSTGRES'] !== undefined

/** Processes on one database, which count the rings that they hear. */
async function given(count: number) {
  const url = await databaseUrl(temporaryFile('test.db'))
  const open = async () => {
    const told: string[] = []
    const signals = await openSignals(url, { warn: (_, message) => void told.push(message) })
    onTestFinished(() => signals.close())
    const one = { ...signals, heard: 0, told }
    signals.onRing(() => (one.heard += 1))
    return one
  }
  const processes = []
  for (let at = 0; at < count; at += 1) processes.push(await open())
  return { url, processes }
}

describe.runIf(onPostgres)('the bell of a PostgreSQL database', () => {
  it('is heard by the other processes, and not by who rang', async () => {
    const { processes } = await given(3)
    processes[0]!.ring()
    await until(() => processes[1]!.heard === 1 && processes[2]!.heard === 1)
    processes[1]!.ring()
    await until(() => processes[0]!.heard === 1 && processes[2]!.heard === 2)
    expect(processes.map(({ heard }) => heard)).toEqual([1, 1, 2])
  })

  it('is not heard on another database', async () => {
    const [here, there] = [await given(2), await given(1)]
    here.processes[0]!.ring()
    await until(() => here.processes[1]!.heard === 1)
    expect(there.processes[0]!.heard).toBe(0)
  })

  it('rings once more for all that is rung for at once', async () => {
    const { processes } = await given(3)
    const [ringing, hearing, other] = [processes[0]!, processes[1]!, processes[2]!]
    for (let rings = 0; rings < 1000; rings += 1) ringing.ring()
    await until(() => hearing.heard === 2)
    other.ring()
    await until(() => hearing.heard === 3 && ringing.heard === 1)
    expect(hearing.heard).toBe(3)
  })

  it('rings a last time before it is closed', async () => {
    const { processes } = await given(2)
    for (let rings = 0; rings < 2; rings += 1) processes[0]!.ring()
    await processes[0]!.close()
    await until(() => processes[1]!.heard === 2)
    processes[0]!.ring()
  })

  it('comes back after its connection broke, and rings for what may have been missed', async () => {
    const { url, processes } = await given(2)
    const server = new pg.Client({ connectionString: url })
    await server.connect()
    await server.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'`,
    )
    await server.end()
    await until(() => processes.every(({ heard }) => heard === 1))
    processes[0]!.ring()
    await until(() => processes[1]!.heard === 2)
    expect(processes.map(({ told }) => told.length)).toEqual([1, 1])
  })
})

it.skipIf(onPostgres)('on SQLite nothing rings, and nothing fails', async () => {
  const { processes } = await given(2)
  processes[0]!.ring()
  await processes[0]!.close()
  expect(processes.map(({ heard }) => heard)).toEqual([0, 0])
})
