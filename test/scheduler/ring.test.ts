import { expect, it } from 'vitest'
import { createRing } from '#scheduler/ring.ts'
import { FakeTime } from '../support/fake-time.ts'
import { until } from '../support/until.ts'

/** A bell in a time that the test moves. `left`: whether something is left, for each time it is done. */
function aRing(left: boolean[] = []) {
  const time = new FakeTime('2025-12-01T01:00:00Z')
  const done: number[] = []
  const errors: string[] = []
  const start = time.clock().getTime()
  const work = (): Promise<boolean> => {
    done.push(time.clock().getTime() - start)
    return Promise.resolve(left.shift() ?? false)
  }
  const log = { error: (_: object, message: string) => void errors.push(message) }
  const bell = { work, sleep: time.sleep, log }
  const rested = () => until(() => time.sleeping === 1)
  const passes = async (ms: number) => {
    await rested()
    time.advance(ms)
  }
  return { bell, done, errors, time, passes, rested }
}

/** Resolves when everything that can go on without time has gone on. */
const quiet = () => new Promise((resolve) => setImmediate(resolve))

it('works at once, and not before it is rung', async () => {
  const { bell, done } = aRing()
  const ring = createRing(bell)
  expect(done).toEqual([])
  ring.ring()
  expect(done).toEqual([0])
  await ring.stop()
})

it('works once more for all rings of the second after', async () => {
  const { bell, done, passes, rested, time } = aRing()
  const ring = createRing(bell)
  for (let times = 0; times < 200; times += 1) ring.ring()
  await passes(999)
  await quiet()
  expect(done).toEqual([0])
  await passes(1)
  await rested()
  expect(done).toEqual([0, 1000])
  time.advance(1000)
  await quiet()
  expect(done).toEqual([0, 1000])
  expect(time.sleeping).toBe(0)
  await ring.stop()
})

it('works at once again after a rest', async () => {
  const { bell, done, passes, time } = aRing()
  const ring = createRing(bell)
  ring.ring()
  await passes(1000)
  await quiet()
  time.advance(5000)
  ring.ring()
  expect(done).toEqual([0, 6000])
  await ring.stop()
})

it('tries again after a second where something is left', async () => {
  const { bell, done, passes, rested } = aRing([true, true, false])
  const ring = createRing(bell)
  ring.ring()
  await passes(1000)
  await passes(1000)
  await passes(1000)
  await quiet()
  expect(done).toEqual([0, 1000, 2000])
  ring.ring()
  await rested()
  expect(done).toHaveLength(4)
  await ring.stop()
})

it('goes on after a fault, which is logged', async () => {
  const { bell, errors, passes, time } = aRing()
  let times = 0
  const ring = createRing({
    ...bell,
    work: () => (++times === 1 ? Promise.reject(new Error('x')) : Promise.resolve(false)),
  })
  ring.ring()
  await passes(1000)
  await quiet()
  ring.ring()
  expect(times).toBe(2)
  expect(errors).toHaveLength(1)
  await ring.stop()
  expect(time.sleeping).toBe(0)
})

it('stops with what is under way, and leaves nothing running', async () => {
  const { bell, done, time } = aRing()
  let finish: ((left: boolean) => void) | undefined
  const ring = createRing({ ...bell, work: () => new Promise((resolve) => (finish = resolve)) })
  ring.ring()
  ring.ring()
  let stopped = false
  const stopping = ring.stop().then(() => (stopped = true))
  await quiet()
  expect(stopped).toBe(false)
  finish!(true)
  await stopping
  ring.ring()
  await quiet()
  expect(done).toEqual([])
  expect(time.sleeping).toBe(0)
})
