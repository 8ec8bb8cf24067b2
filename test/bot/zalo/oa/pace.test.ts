import { describe, expect, it, onTestFinished } from 'vitest'
import { createPace } from '#bot/zalo/oa/pace.ts'
import type { BotRef } from '#domain/platforms.ts'
import { openDatabase, type Database } from '#prisma/database.ts'
import { databaseUrl, temporaryFile } from '../../../support/database.ts'
import { memoryLog } from '../../../support/memory-log.ts'

const SECOND = 1000
const onSqlite = process.env['TEST_POSTGRES'] === undefined
const OA: BotRef = { platform: 'zalo-oa', bot: 1 }
const OTHER_OA: BotRef = { platform: 'zalo-oa', bot: 2 }

/** A minute that processes share, each with a connection of its own. */
async function shared() {
  const url = await databaseUrl(temporaryFile('test.db'))
  const time = { now: Date.parse('2025-03-07T08:00:00+07:00') }
  const clock = () => new Date(time.now)
  const open = async () => {
    const db = await openDatabase(url)
    onTestFinished(() => db.$disconnect())
    return db
  }
  const process = async (ref = OA, opened?: Database) => {
    const [db, log] = [opened ?? (await open()), memoryLog()]
    return { db, log, pace: createPace({ db, ref, clock, log }) }
  }
  return { time, open, process }
}

describe('the requests of a minute', () => {
  it('are counted together, whichever process makes them', async () => {
    const { time, process } = await shared()
    const [one, other] = [await process(), await process()]
    expect(await one.pace.take(60)).toBe(0)
    time.now += 30 * SECOND
    expect(await other.pace.take(37)).toBe(0)
    expect(await one.pace.take(1)).toBe(30 * SECOND)
    time.now += 30 * SECOND
    expect(await other.pace.take(60)).toBe(0)
    expect(await one.pace.take(1)).toBe(30 * SECOND)
  })

  it('are never too many, however many are asked for at a time', async () => {
    const { open, process } = await shared()
    // Of two connections of one process to one SQLite file the one that waits keeps the other from going on.
    const one = onSqlite ? await open() : undefined
    const processes = await Promise.all([1, 2, 3, 4].map(() => process(OA, one)))
    const asked = processes.flatMap(({ pace }) => Array.from({ length: 30 }, () => pace.take(1)))
    expect((await Promise.all(asked)).filter((wait) => wait === 0)).toHaveLength(97)
    expect(processes.flatMap(({ log }) => log.lines)).toEqual([])
  })

  it('are those of each Official Account by itself', async () => {
    const { process } = await shared()
    const [one, other] = [await process(), await process(OTHER_OA)]
    expect(await one.pace.take(97)).toBe(0)
    expect(await one.pace.take(1)).toBe(60 * SECOND)
    expect(await other.pace.take(97)).toBe(0)
  })

  it('leave room for messages, whichever process looks something up', async () => {
    const { process } = await shared()
    const [one, other] = [await process(), await process()]
    expect(await one.pace.take(20, true)).toBe(0)
    expect(await other.pace.take(15, true)).toBe(0)
    expect(await one.pace.take(1, true)).toBe(60 * SECOND)
    expect(await other.pace.take(62)).toBe(0)
    expect(await one.pace.take(1)).toBe(60 * SECOND)
  })

  it('end for all of them where Zalo said to one that there were too many', async () => {
    const { time, process } = await shared()
    const [one, other] = [await process(), await process()]
    expect(await one.pace.take(1)).toBe(0)
    await other.pace.exceeded()
    time.now += 59 * SECOND
    expect([await one.pace.take(1), await other.pace.take(5)]).toEqual([SECOND, SECOND])
    time.now += SECOND
    expect([await one.pace.take(50), await other.pace.take(47)]).toEqual([0, 0])
  })

  it('of a process whose clock is a little ahead count, too; of one that is days ahead they do not', async () => {
    const { time, process } = await shared()
    const [one, other] = [await process(), await process()]
    time.now += 2 * SECOND
    expect(await one.pace.take(97)).toBe(0)
    time.now -= 2 * SECOND
    expect(await other.pace.take(1)).toBe(62 * SECOND)
    time.now -= 86_400 * SECOND
    expect(await other.pace.take(1)).toBe(0)
  })

  it('do not pile up', async () => {
    const { time, process } = await shared()
    const { db, pace } = await process()
    for (let minute = 0; minute < 5; minute += 1, time.now += 61 * SECOND) expect(await pace.take(90)).toBe(0)
    expect(await db.apiRequest.count()).toBeLessThanOrEqual(3 * 90)
  })

  it('are none where they cannot be counted, and the log says so', async () => {
    const { process } = await shared()
    const { db, log, pace } = await process()
    await db.$executeRaw`DROP TABLE "ApiRequest"`
    expect(await pace.take(1)).toBeGreaterThan(0)
    await pace.exceeded()
    expect(await pace.take(1)).toBe(60 * SECOND)
    expect(log.lines.map(({ level }) => level)).toEqual(['error', 'error'])
  })
})
