import { describe, expect, it } from 'vitest'
import { toOutcome } from '#bot/zalo/oa/outcome.ts'

const NIGHT = new Date('2025-03-07T23:30:00+07:00')
const outcome = (code: number) => toOutcome({ state: 'refused', code, message: 'user_id is invalid' }, NIGHT)

describe('a message that was not sent', () => {
  it.each([
    [[-230, -231, -232], { state: 'refused', reason: 'window' }],
    [[-211, -218], { state: 'refused', reason: 'quota' }],
    [[-213, -227, -244], { state: 'refused', reason: 'unreachable', chatGone: true }],
    [[-237], { state: 'refused', reason: 'group-expired' }],
    [[-403], { state: 'refused', reason: 'not-our-group', chatGone: true }],
    [[-201], { state: 'refused', reason: '-201 user_id is invalid' }],
    [[-217], { state: 'refused', reason: '-217 user_id is invalid' }],
  ])('%j: will never be', (codes, expected) => {
    for (const code of codes) expect(outcome(code)).toEqual(expected)
  })

  it.each([
    [[-212, -223], 'permission-revoked'],
    [[-224], 'plan'],
    [[-204, -205, -209, -219, -221], 'oa-gone'],
    [[-320, -321], 'billing'],
  ])('%j: waits until a person did something (%s)', (codes, reason) => {
    for (const code of codes)
      expect(outcome(code)).toMatchObject({ state: 'later', everything: true, down: true, reason })
  })

  it('-200: is tried again', () => {
    expect(outcome(-200)).toEqual({ state: 'later', afterMs: 5000, reason: '-200' })
  })

  it('-234: waits until six in the morning in Viet Nam', () => {
    expect(outcome(-234)).toEqual({ state: 'later', afterMs: 6.5 * 3_600_000, reason: '-234' })
  })
})
