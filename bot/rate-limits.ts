import type { ChatId } from '#domain/ids.ts'
import type { Capabilities } from './platform.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND

/** A network that takes whatever comes. */
export const NO_LIMITS: Capabilities['limits'] = {
  perChatPerSecond: Infinity,
  perGroupPerMinute: Infinity,
  perSecond: Infinity,
}

/** How often chats that are free again are forgotten. */
const SWEEP_MS = 250

/** Messages under way, and when the others were over (milliseconds), oldest first. */
interface Track {
  group: boolean
  underWay: number
  ends: number[]
  /** Nothing more in this time: several at once are made up for, or several wait for room. */
  rests?: { from: number; until: number }
}

export interface RateLimits {
  /** How many messages may start now. */
  room(now: number): number
  /** The chats that may get nothing now. */
  pausedChats(now: number): ChatId[]
  /** Whether so many messages to one chat may start together now. Where its group has no room for them, the chat pauses. */
  takes(chat: ChatId, count: number, now: number): boolean
  /**
   * When the next limit that is reached, for so many messages in all, gives way; undefined where none is, or only messages under way stand in the
   * way.
   */
  nextRoom(now: number, count?: number): number | undefined
  /** `count`: an album is as many messages as it has files. */
  begin(chat: ChatId, group: boolean, count?: number): void
  end(chat: ChatId, at: number, count?: number): void
}

/**
 * Sliding windows over what is sent, edits included. A message counts from its start until a window's length after its end, since the network
 * counts it at some moment between: so the limits hold on its side too. `recent` is what was sent in the last minute, before a restart
 * or by another process.
 */
export function createRateLimits(
  limits: Capabilities['limits'],
  recent: { chat: ChatId; group: boolean; at: number }[] = [],
): RateLimits {
  const { perMinute = Infinity } = limits
  const all: Track = { group: false, underWay: 0, ends: [] }
  const chats = new Map<ChatId, Track>()

  const track = (chat: ChatId, group: boolean) => {
    const known = chats.get(chat) ?? { group, underWay: 0, ends: [] }
    chats.set(chat, known)
    return known
  }
  /** When a track's windows have room again; `now` or earlier: at once. */
  const free = (of: Track, now: number) =>
    Math.max(
      freeAt(of, limits.perChatPerSecond, SECOND, now),
      of.group ? freeAt(of, limits.perGroupPerMinute, MINUTE, now) : -Infinity,
      of.rests && of.rests.from <= now ? of.rests.until : -Infinity,
    )
  /** When so many more may go, whatever the chat. */
  const freeInAll = (count: number, now: number) =>
    Math.max(
      freeAt(all, leaving(limits.perSecond, count), SECOND, now),
      freeAt(all, leaving(perMinute, count), MINUTE, now),
    )
  const longest = longestOf([limits.perSecond, SECOND], [perMinute, MINUTE])
  const longestInChat = longestOf([limits.perChatPerSecond, SECOND])
  const longestInGroup = longestOf([limits.perChatPerSecond, SECOND], [limits.perGroupPerMinute, MINUTE])
  let sweptAt = 0
  const forget = (now: number) => {
    all.ends = all.ends.filter((end) => within(end, longest, now))
    // Chats are many: one that stays a little longer does no harm.
    if (Math.abs(now - sweptAt) < SWEEP_MS) return
    sweptAt = now
    for (const [chat, of] of chats) {
      of.ends = of.ends.filter((end) => within(end, of.group ? longestInGroup : longestInChat, now))
      const rests = of.rests !== undefined && of.rests.until > now
      if (of.underWay + of.ends.length === 0 && !rests) chats.delete(chat)
    }
  }

  for (const { chat, group, at } of recent.toSorted((a, b) => a.at - b.at)) {
    track(chat, group).ends.push(at)
    all.ends.push(at)
  }
  return {
    room(now) {
      forget(now)
      const lastSecond = all.ends.filter((end) => within(end, SECOND, now)).length
      const inSecond = limits.perSecond - all.underWay - lastSecond
      const inMinute = perMinute - all.underWay - all.ends.length
      return Math.max(0, Math.min(inSecond, inMinute))
    },
    pausedChats(now) {
      return [...chats].filter(([, of]) => free(of, now) > now).map(([chat]) => chat)
    },
    takes(chat, count, now) {
      const of = chats.get(chat)
      const inAll = freeInAll(count, now)
      const inGroup = of?.group ? freeAt(of, leaving(limits.perGroupPerMinute, count), MINUTE, now) : -Infinity
      if (of && inGroup > now) of.rests = { from: now, until: Math.min(inGroup, now + SECOND) }
      return Math.max(inAll, inGroup) <= now
    },
    nextRoom(now, count = 1) {
      const inAll = freeInAll(count, now)
      const instants = [inAll, ...[...chats.values()].map((of) => free(of, now))]
      const next = Math.min(...instants.filter((instant) => instant > now))
      return Number.isFinite(next) ? next : undefined
    },
    begin(chat, group, count = 1) {
      all.underWay += count
      track(chat, group).underWay += count
    },
    end(chat, at, count = 1) {
      const of = track(chat, false)
      for (const each of [all, of]) {
        each.underWay -= count
        each.ends.push(...Array.from({ length: count }, () => at))
      }
      if (count > 1) of.rests = { from: at, until: at + (count * SECOND) / limits.perChatPerSecond }
    },
  }
}

/** How long an end counts at most; of a window without a limit none does. */
const longestOf = (...limited: [limit: number, window: number][]) =>
  Math.max(0, ...limited.map(([limit, window]) => (Number.isFinite(limit) ? window : 0)))

/** A limit that leaves room for so many more; what is larger than the limit needs it empty. */
function leaving(most: number, count: number): number {
  return Math.max(1, most - count + 1)
}

/** When fewer than `most` messages lie in the window; Infinity where those under way alone fill it. */
function freeAt(of: Track, most: number, window: number, now: number): number {
  if (most === Infinity) return -Infinity
  if (of.underWay >= most) return Infinity
  const ends = of.ends.filter((end) => within(end, window, now))
  const over = ends.length + of.underWay - most
  return over < 0 ? -Infinity : (ends[over] ?? now) + window
}

/** Ends in the future are of a clock that was set back: they are over. */
function within(end: number, window: number, now: number): boolean {
  return end > now - window && end <= now
}
