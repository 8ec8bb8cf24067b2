import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Recipient, RecipientState } from '#domain/announcements/announcement.ts'
import { estimate } from '#domain/announcements/estimate.ts'
import { outcomeOf, partsToSend, STOPPED, type PartState } from '#domain/announcements/outcome.ts'
import { reportOf } from '#domain/announcements/report.ts'

const SENT: PartState = { state: 'sent', reason: undefined }
const WAITING: PartState = { state: 'waiting', reason: undefined }
const SENDING: PartState = { state: 'sending', reason: undefined }
const NONE: PartState = { state: 'none', reason: undefined }
const LOST: PartState = { state: 'uncertain', reason: 'ECONNRESET' }
const KICKED: PartState = { state: 'refused', reason: 'kicked' }
const TAKEN_BACK: PartState = { state: 'refused', reason: STOPPED }

describe('the outcome of a chat', () => {
  it.each<[string, PartState[], RecipientState, string?]>([
    ['all sent', [SENT, SENT], 'sent'],
    ['one waits', [SENT, WAITING], 'waiting'],
    ['one waits behind a refusal', [KICKED, SENDING], 'waiting'],
    ['one refused', [SENT, KICKED, LOST, TAKEN_BACK], 'refused', 'kicked'],
    ['one taken back', [SENT, LOST, TAKEN_BACK], 'stopped'],
    ['one never written', [SENT, NONE], 'stopped'],
    ['one uncertain', [SENT, LOST], 'uncertain', 'ECONNRESET'],
  ])('%s', (_, parts, state, reason) => {
    expect(outcomeOf(parts)).toEqual({ state, reason })
  })

  it.each<[string, PartState[], number[]]>([
    ['what was refused or taken back', [SENT, KICKED, TAKEN_BACK], [1, 2]],
    ['what is uncertain where nothing else is missing', [SENT, LOST], [1]],
    ['not what is uncertain beside what was refused', [LOST, KICKED], [1]],
    ['nothing where all arrived', [SENT, SENT], []],
  ])('a new try sends %s', (_, parts, numbers) => {
    expect(partsToSend(parts)).toEqual(numbers)
  })
})

const STATES: RecipientState[] = ['waiting', 'sent', 'refused', 'uncertain', 'stopped', 'unreached']
const recipients = fc.array(
  fc.record({
    state: fc.constantFrom(...STATES),
    group: fc.boolean(),
    confirmedBy: fc.array(fc.string(), { maxLength: 2 }),
  }),
)
const recipient = (given: Partial<Recipient>): Recipient => ({
  chatId: undefined,
  name: 'A',
  group: false,
  unit: undefined,
  platform: undefined,
  state: 'sent',
  reason: undefined,
  tries: 0,
  confirmedBy: [],
  phone: undefined,
  ...given,
})

describe('a report', () => {
  it('has numbers that add up, and names everybody who needs care', () => {
    fc.assert(
      fc.property(recipients, (given) => {
        const all = given.map(recipient)
        const { counts, total, notReached, unconfirmed } = reportOf(all)
        const sum = Object.values(counts).reduce((one, other) => one + other, 0)
        expect(sum).toBe(total)
        expect(total).toBe(all.length)
        expect(notReached).toHaveLength(counts.refused + counts.uncertain + counts.unreached)
        for (const { group, state, confirmedBy } of unconfirmed)
          expect([group, ['sent', 'uncertain'].includes(state), confirmedBy]).toEqual([false, true, []])
      }),
    )
  })

  it('owes no receipt for a group, nor for somebody who was not told', () => {
    const owing = recipient({ name: 'Anh Công' })
    const all = [owing, recipient({ group: true }), recipient({ state: 'refused' }), recipient({ confirmedBy: ['B'] })]
    expect(reportOf(all)).toMatchObject({ unconfirmed: [owing], confirmed: 1 })
  })
})

describe('the time that is left', () => {
  it.each([
    [0, 0],
    [1, 1],
    [30, 1],
    [31, 2],
    [1000, 34],
  ])('for %i messages is %i s', (count, seconds) => {
    expect(estimate(count, { perSecond: 30 })).toBe(seconds)
  })
})
