import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRateLimits } from '#bot/rate-limits.ts'
import type { ChatId } from '#domain/ids.ts'

const TELEGRAM = { perChatPerSecond: 1, perGroupPerMinute: 20, perSecond: 30 }
const UNLIMITED = { perChatPerSecond: Infinity, perGroupPerMinute: Infinity, perSecond: Infinity }
const group = 'group' as ChatId
const person = 'person' as ChatId

describe('rate limits', () => {
  it('let one message a second into a chat, counted from its end', () => {
    const limits = createRateLimits(TELEGRAM)
    limits.begin(person, false)
    expect(limits.pausedChats(5000)).toEqual([person])
    expect(limits.nextRoom(5000)).toBeUndefined()
    limits.end(person, 5000)
    expect(limits.nextRoom(5400)).toBe(6000)
    expect(limits.pausedChats(5999)).toEqual([person])
    expect(limits.pausedChats(6000)).toEqual([])
  })

  it('let twenty messages a minute into a group, and any number to a person', () => {
    const limits = createRateLimits(TELEGRAM)
    for (const chat of [group, person])
      for (let second = 0; second < 20; second += 1) {
        limits.begin(chat, chat === group)
        limits.end(chat, second * 1000)
      }
    expect(limits.pausedChats(30_000)).toEqual([group])
    expect(limits.nextRoom(30_000)).toBe(60_000)
    expect(limits.pausedChats(60_000)).toEqual([])
  })

  it('go on after a restart from what was sent before it', () => {
    const recent = Array.from({ length: 20 }, (_, second) => ({ chat: group, group: true, at: second * 1000 }))
    expect(createRateLimits(TELEGRAM, recent).pausedChats(30_000)).toEqual([group])
  })

  it('forget what lies in the future after a clock was set back', () => {
    const limits = createRateLimits(TELEGRAM)
    limits.begin(person, false)
    limits.end(person, 1_000_000)
    expect(limits.pausedChats(5000)).toEqual([])
  })

  it('hold nothing back where there are none', () => {
    const limits = createRateLimits(UNLIMITED)
    for (let i = 0; i < 100; i += 1) limits.begin(group, true)
    expect(limits.room(0)).toBe(Infinity)
    expect(limits.pausedChats(0)).toEqual([])
    expect(limits.nextRoom(0)).toBeUndefined()
  })

  it('are never exceeded on the side of the network, however long messages take', () => {
    const wish = fc.record({
      wait: fc.integer({ min: 0, max: 700 }),
      chat: fc.integer({ min: 0, max: 8 }),
      takes: fc.integer({ min: 0, max: 900 }),
      accepted: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    fc.assert(
      fc.property(fc.array(wish, { minLength: 30, maxLength: 200 }), (wishes) => {
        const accepted = simulate(wishes)
        for (const { at, chat } of accepted) {
          const within = (ms: number, of = accepted) =>
            of.filter((other) => other.at > at - ms && other.at <= at).length
          const ofChat = accepted.filter((other) => other.chat === chat)
          expect(within(1000)).toBeLessThanOrEqual(5)
          expect(within(1000, ofChat)).toBeLessThanOrEqual(1)
          if (isGroup(chat)) expect(within(60_000, ofChat)).toBeLessThanOrEqual(4)
        }
      }),
    )
  })
})

const isGroup = (chat: number) => chat < 4

/** Sends whatever the limits (5 a second, 1 a second to a chat, 4 a minute to a group) let through; when the network took each message. */
function simulate(wishes: { wait: number; chat: number; takes: number; accepted: number }[]) {
  const limits = createRateLimits({ perChatPerSecond: 1, perGroupPerMinute: 4, perSecond: 5 })
  const accepted: { at: number; chat: number }[] = []
  let underWay: { chat: number; end: number }[] = []
  let now = 0
  for (const { wait, chat, takes, accepted: share } of wishes) {
    now += wait
    const over = underWay.filter(({ end }) => end <= now).toSorted((a, b) => a.end - b.end)
    for (const { chat: of, end } of over) limits.end(String(of) as ChatId, end)
    underWay = underWay.filter(({ end }) => end > now)
    const id = String(chat) as ChatId
    if (limits.room(now) < 1 || limits.pausedChats(now).includes(id)) continue
    limits.begin(id, isGroup(chat))
    underWay.push({ chat, end: now + takes })
    accepted.push({ at: now + takes * share, chat })
  }
  return accepted
}
