import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createFloodLimit } from '#domain/flood.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND

/** Asks at these seconds, one thing each, and tells of each: taken, the seconds to wait as told, or silence. */
function asked(most: number, seconds: number[]) {
  const limit = createFloodLimit(most)
  return seconds.map((second, id) => {
    const over = limit.over('An', id, second * SECOND)
    if (!over) limit.count('An', id, second * SECOND)
    if (!over) return 'taken'
    return over.isFirst ? over.until / SECOND - second : 'silence'
  })
}

describe('who asks too much', () => {
  it('is told once, waits until the oldest is a minute old, and is taken again', () => {
    expect(asked(3, [0, 1, 2, 3, 4, 59, 60, 61])).toEqual([
      'taken',
      'taken',
      'taken',
      57,
      'silence',
      'silence',
      'taken',
      'taken',
    ])
  })

  it('is told no more than twice a minute, however much is asked', () => {
    const said = asked(3, [0, 20, 40, 41, 60, 60.5, 61, 62, 100, 101, 102, 103])
    expect(said.slice(3, 10)).toEqual([19, 'taken', 40.5, 'silence', 'silence', 'silence', 'taken'])
  })

  it('is not told of anyone else', () => {
    const limit = createFloodLimit(1)
    limit.count('An', 1, 0)
    expect(limit.over('An', 2, 0)).toBeDefined()
    expect(limit.over('Bình', 3, 0)).toBeUndefined()
    expect([limit.isFull('An', 0), limit.isFull('Bình', 0)]).toEqual([true, false])
  })

  it('hears of a thing that is tried again what was said of it at first', () => {
    const limit = createFloodLimit(2)
    for (const [now, id] of [1, 1, 1, 2, 1].entries()) {
      expect(limit.over('An', id, now)).toBeUndefined()
      limit.count('An', id, now)
    }
    const over = { until: MINUTE, isFirst: true }
    for (const now of [5, 6]) expect(limit.over('An', 3, now)).toEqual(over)
    expect(limit.over('An', 4, 7)).toEqual({ ...over, isFirst: false })
  })

  it('does not wait for a clock that was set back', () => {
    const limit = createFloodLimit(1)
    limit.count('An', 1, 10 * MINUTE)
    expect(limit.over('An', 2, 10 * MINUTE)).toBeDefined()
    expect(limit.over('An', 3, 5 * MINUTE)).toBeUndefined()
  })
})

it('takes never more than the limit in any minute and leaves nobody waiting for more than one', () => {
  const steps = fc.array(fc.integer({ min: 0, max: 9 * SECOND }), { maxLength: 200 })
  fc.assert(
    fc.property(steps, fc.integer({ min: 1, max: 9 }), (pauses, most) => {
      const limit = createFloodLimit(most)
      const taken: number[] = []
      const told: number[] = []
      let now = 0
      for (const [id, pause] of pauses.entries()) {
        now += pause
        const over = limit.over('An', id, now)
        if (over) {
          expect(over.until).toBeGreaterThan(now)
          expect(over.until - now).toBeLessThanOrEqual(MINUTE)
          if (over.isFirst) told.push(now)
          continue
        }
        limit.count('An', id, now)
        taken.push(now)
      }
      const within = (times: number[], at: number) => times.filter((one) => one <= at && at - one < MINUTE).length
      for (const at of taken) expect(within(taken, at)).toBeLessThanOrEqual(most)
      for (const at of told) expect(within(told, at)).toBeLessThanOrEqual(2)
    }),
  )
})

it('remembers ten thousand askers at most, and nobody who was quiet for a minute', () => {
  const limit = createFloodLimit(1)
  limit.count('An', 0, 0)
  limit.count('Bình', 1, 0)
  for (let id = 2; id <= 10_000; id += 1) limit.count(`stranger ${id}`, id, 1)
  expect([limit.isFull('An', 1), limit.isFull('Bình', 1)]).toEqual([false, true])
  limit.count('Chi', 10_001, MINUTE + 1)
  expect(limit.isFull('stranger 9999', 1)).toBe(false)
})
