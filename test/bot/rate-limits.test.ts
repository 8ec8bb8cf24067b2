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

  it('count an album as many messages, wait for room for all of it, and rest after it', () => {
    const limits = createRateLimits({ ...TELEGRAM, perSecond: 12 })
    limits.begin(person, false, 10)
    expect([limits.takes(group, 2, 0), limits.takes(group, 3, 0)]).toEqual([true, false])
    limits.end(person, 0, 10)
    expect(limits.nextRoom(500, 3)).toBe(1000)
    expect(limits.takes(group, 3, 1000)).toBe(true)
    expect(limits.pausedChats(9999)).toEqual([person])
    expect(limits.pausedChats(10_000)).toEqual([])
  })

  it('let a group that has no room for an album pause a second at a time', () => {
    const limits = createRateLimits(TELEGRAM)
    for (let second = 0; second < 15; second += 1) {
      limits.begin(group, true)
      limits.end(group, second * 1000)
    }
    expect(limits.pausedChats(16_000)).toEqual([])
    expect(limits.takes(group, 10, 16_000)).toBe(false)
    expect(limits.pausedChats(16_000)).toEqual([group])
    expect(limits.pausedChats(17_000)).toEqual([])
    expect(limits.takes(group, 10, 64_000)).toBe(true)
  })

  it('take what is larger than a limit where nothing else is there', () => {
    const limits = createRateLimits({ perChatPerSecond: 1, perGroupPerMinute: 4, perSecond: 5 })
    expect(limits.takes(group, 10, 0)).toBe(true)
    limits.begin(person, false)
    expect(limits.takes(group, 10, 0)).toBe(false)
  })

  it('are never exceeded on the side of the network, however long messages take and however many go together', () => {
    const wish = fc.record({
      wait: fc.integer({ min: 0, max: 700 }),
      chat: fc.integer({ min: 0, max: 8 }),
      takes: fc.integer({ min: 0, max: 900 }),
      files: fc.oneof(
        { weight: 4, arbitrary: fc.constant(1) },
        { weight: 1, arbitrary: fc.integer({ min: 2, max: 4 }) },
      ),
      accepted: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    fc.assert(
      fc.property(fc.array(wish, { minLength: 30, maxLength: 200 }), (wishes) => {
        const accepted = simulate(wishes)
        for (const { at, chat } of accepted) {
          const within = (ms: number, of = accepted) =>
            of.filter((other) => other.at > at - ms && other.at <= at).reduce((sum, { files }) => sum + files, 0)
          const ofChat = accepted.filter((other) => other.chat === chat)
          expect(within(1000)).toBeLessThanOrEqual(5)
          const before = ofChat[ofChat.findIndex((one) => one.at === at) - 1]
          if (before) expect(at - before.at).toBeGreaterThanOrEqual(before.files * 1000)
          if (isGroup(chat)) expect(within(60_000, ofChat)).toBeLessThanOrEqual(4)
        }
      }),
    )
  })
})

const isGroup = (chat: number) => chat < 4

/** Sends whatever the limits (5 a second, 1 a second to a chat, 4 a minute to a group) let through; when the network took each message. */
function simulate(wishes: { wait: number; chat: number; takes: number; files: number; accepted: number }[]) {
  const limits = createRateLimits({ perChatPerSecond: 1, perGroupPerMinute: 4, perSecond: 5 })
  const accepted: { at: number; chat: number; files: number }[] = []
  let underWay: { chat: number; end: number; files: number }[] = []
  let now = 0
  for (const { wait, chat, takes, files, accepted: share } of wishes) {
    now += wait
    const over = underWay.filter(({ end }) => end <= now).toSorted((a, b) => a.end - b.end)
    for (const each of over) limits.end(String(each.chat) as ChatId, each.end, each.files)
    underWay = underWay.filter(({ end }) => end > now)
    const id = String(chat) as ChatId
    if (limits.room(now) < 1 || limits.pausedChats(now).includes(id) || !limits.takes(id, files, now)) continue
    limits.begin(id, isGroup(chat), files)
    underWay.push({ chat, end: now + takes, files })
    accepted.push({ at: now + takes * share, chat, files })
  }
  return accepted
}
