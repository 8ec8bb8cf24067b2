import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { QUOTA_CATEGORIES, type QuotaCategory } from '#domain/plan.ts'
import type { Counts } from '#domain/rounds/round.ts'
import { standing } from '#domain/rounds/standing.ts'
import { byCategory, sum } from '#domain/rounds/sums.ts'
import { aRound, entryOf, limits, rule, tell, tellAll, type Telling } from './a-round.ts'

const opened = aRound({
  'Yêu nước': { units: { A: '3/5', B: '-/2/1', C: '0/0' } },
  'An ninh': { total: limits('4/6'), units: { A: undefined, B: undefined } },
})
const pairs = opened.asked.map(({ unitId, movementId }) => ({ unit: unitId, movement: movementId }))

const counts: fc.Arbitrary<Counts> = fc.record(
  { collective: fc.nat(9), individual: fc.nat(9), family: fc.nat(3) },
  { requiredKeys: [] },
)
/** Messages of any units in any movements, each with a revision of its own. */
const messages: fc.Arbitrary<Telling[]> = fc
  .array(fc.tuple(fc.constantFrom(...pairs), counts), { maxLength: 12 })
  .map((list) => list.map(([pair, said], index) => ({ ...pair, said, from: `m${index}@${index}` })))
const shuffled = <Value>(list: Value[]) => fc.shuffledSubarray(list, { minLength: list.length })
const decision = fc.oneof(
  fc.constant('accept' as const),
  fc.constant('refuse' as const),
  counts.map((reduceTo) => ({ reduceTo })),
)

/** A state of one message, with numbers that no other state of it has. */
const changedTo = (index: number, categories: QuotaCategory[]): Telling => ({
  unit: 'A',
  said: byCategory((category) => (categories.includes(category) ? index : undefined)),
  from: `m1@${index}`,
  edited: index > 0,
})

const held = (round: typeof opened) => pairs.map(({ unit, movement }) => entryOf(round, unit, movement).counts)

describe('whatever is said in whatever order', () => {
  it('the sums of a movement are those of its entries', () => {
    fc.assert(
      fc.property(messages, (list) => {
        const { units, movements } = standing(tellAll(opened, list))
        for (const { movement, granted, over } of movements) {
          const entries = units.flatMap((unit) => unit.entries).filter((entry) => entry.movement === movement)
          expect(granted).toEqual(sum(entries.map((entry) => entry.granted)))
          expect(over).toEqual(sum(entries.map((entry) => entry.over)))
        }
      }),
    )
  })

  it('nothing is lost or made: granted and waiting are what was handed in, and only a decision takes more than the quota', () => {
    fc.assert(
      fc.property(messages, fc.array(decision, { maxLength: 4 }), (list, decisions) => {
        const round = decisions.reduce(
          (so, one, index) => rule(tellAll(so, list.slice(0, index * 3)), 'A', one),
          opened,
        )
        for (const { entries } of standing(tellAll(round, list)).units)
          for (const { counts: said, granted, over, accepted, limits: quota, latest, state } of entries) {
            expect(state === 'over').toBe(latest?.request ?? false)
            for (const category of QUOTA_CATEGORIES) {
              const whole = (granted[category] ?? 0) + (over[category] ?? 0)
              expect(whole).toBe(said[category] ?? 0)
              if (quota)
                expect(granted[category] ?? 0).toBeLessThanOrEqual(
                  (quota[category]?.max ?? 0) + (accepted[category] ?? 0),
                )
            }
          }
      }),
    )
  })

  it('the order of delivery does not change what holds', () => {
    fc.assert(
      fc.property(
        messages.chain((list) => fc.tuple(fc.constant(list), shuffled(list))),
        ([list, delivered]) => {
          expect(held(tellAll(opened, delivered))).toEqual(held(tellAll(opened, list)))
        },
      ),
    )
  })

  it('the order in which the states of one message arrive does not change what holds', () => {
    const named = fc.subarray([...QUOTA_CATEGORIES])
    const states = fc
      .array(named, { minLength: 1, maxLength: 5 })
      .map((list) => list.map((categories, index): Telling => changedTo(index, categories)))
    fc.assert(
      fc.property(
        states.chain((list) => fc.tuple(fc.constant(list), shuffled(list))),
        ([list, delivered]) => {
          expect(held(tellAll(opened, delivered))).toEqual(held(tellAll(opened, list)))
        },
      ),
    )
  })

  it('what is delivered again is neither stored nor counted again', () => {
    fc.assert(
      fc.property(
        messages.chain((list) => fc.tuple(fc.constant(list), shuffled(list))),
        ([list, again]) => {
          const round = tellAll(opened, list)
          for (const message of again) expect(tell(round, message)).toMatchObject({ round, held: { stale: true } })
        },
      ),
    )
  })
})
