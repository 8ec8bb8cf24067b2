import { afterEach, beforeEach, expect, it } from 'vitest'
import { createSay } from '#commands/say.ts'
import type { RoundId } from '#domain/ids.ts'
import { loadTranslators } from '#locales/translate.ts'
import { dropLease, takeLease } from '#prisma/leases.ts'
import { staleRound } from '#prisma/rounds.ts'
import { ringRoundCards } from '#scheduler/ring-round-cards.ts'
import type { Ring } from '#scheduler/ring.ts'
import { roundCards } from '#scheduler/round-cards.ts'
import { createTestApp, type TestApp } from '../support/app.ts'
import { FakeTime } from '../support/fake-time.ts'
import { openRound } from '../support/rounds.ts'
import { until } from '../support/until.ts'

let app: TestApp
let round: RoundId
let time: FakeTime
let ring: Ring
beforeEach(async () => {
  app = await createTestApp('2025-12-01T08:00:00+07:00')
  round = await openRound(app, (await app.linkedCouncil()).id)
  time = new FakeTime(app.now.toISOString())
  ring = ringRoundCards({
    db: app.db,
    clock: time.clock,
    sleep: time.sleep,
    say: createSay(loadTranslators()),
    log: { error: (_, message) => expect.fail(message) },
    afterRun: () => undefined,
  })
})
afterEach(async () => {
  await ring.stop()
  await app.stop()
})

const versions = async () => (await app.db.roundCard.findMany()).map(({ version }) => version)
const rested = () => until(() => time.sleeping === 1)

it('writes the card at the first ring, and nothing where nothing has changed', async () => {
  ring.ring()
  await rested()
  expect(await versions()).toEqual([1])
  const runs = await app.db.jobRun.count()
  ring.ring()
  time.advance(1000)
  await rested()
  expect(await app.db.jobRun.count()).toBe(runs)
})

it('waits for another process that writes cards, and looks again', async () => {
  const lease = `job:${roundCards.name}`
  await takeLease(app.db, lease, 'another', app.now, new Date(app.now.getTime() + 15_000))
  ring.ring()
  await rested()
  expect(await versions()).toEqual([0])
  await dropLease(app.db, lease, 'another')
  time.advance(1000)
  await until(async () => (await versions())[0] === 1)
})

it('leaves what cannot be written to the bell of the minute', async () => {
  await app.db.council.updateMany({ data: { timeZone: 'Nowhere/Land' } })
  const faults: string[] = []
  const failing = ringRoundCards({
    db: app.db,
    clock: time.clock,
    sleep: time.sleep,
    say: () => Promise.resolve(true),
    log: { error: (_, message) => void faults.push(message) },
    afterRun: () => undefined,
  })
  await staleRound(app.db, round)
  failing.ring()
  await rested()
  time.advance(1000)
  await failing.stop()
  expect(faults).toHaveLength(1)
  expect(await app.db.round.count({ where: { stale: true } })).toBe(1)
})
