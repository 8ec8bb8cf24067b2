import type { ChatId } from '#domain/ids.ts'
import type { Capabilities } from './platform.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND

/** Messages under way, and when the others were over (milliseconds), oldest first. */
interface Track {
  group: boolean
  underWay: number
  ends: number[]
}

export interface RateLimits {
  /** How many messages may start now. */
  room(now: number): number
  /** The chats that may get nothing now. */
  pausedChats(now: number): ChatId[]
  /** When the next limit that is reached gives way; undefined where none is, or only messages under way stand in the way. */
  nextRoom(now: number): number | undefined
  begin(chat: ChatId, group: boolean): void
  end(chat: ChatId, at: number): void
}

/**
 * Sliding windows over what is sent, edits included. A message counts from its start until a window's length after its end, since the network
 * counts it at some moment between: so the limits hold on its side too. `recent` is what was sent in the last minute, before a restart.
 */
export function createRateLimits(
  limits: Capabilities['limits'],
  recent: { chat: ChatId; group: boolean; at: number }[] = [],
): RateLimits {
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
    )
  const forget = (now: number) => {
    all.ends = all.ends.filter((end) => within(end, SECOND, now))
    for (const [chat, of] of chats) {
      of.ends = of.ends.filter((end) => within(end, MINUTE, now))
      if (of.underWay + of.ends.length === 0) chats.delete(chat)
    }
  }

  for (const { chat, group, at } of recent.toSorted((a, b) => a.at - b.at)) {
    track(chat, group).ends.push(at)
    all.ends.push(at)
  }
  return {
    room(now) {
      forget(now)
      return Math.max(0, limits.perSecond - all.underWay - all.ends.length)
    },
    pausedChats(now) {
      return [...chats].filter(([, of]) => free(of, now) > now).map(([chat]) => chat)
    },
    nextRoom(now) {
      const instants = [freeAt(all, limits.perSecond, SECOND, now), ...[...chats.values()].map((of) => free(of, now))]
      const next = Math.min(...instants.filter((instant) => instant > now))
      return Number.isFinite(next) ? next : undefined
    },
    begin(chat, group) {
      all.underWay += 1
      track(chat, group).underWay += 1
    },
    end(chat, at) {
      all.underWay -= 1
      all.ends.push(at)
      const of = track(chat, false)
      of.underWay -= 1
      of.ends.push(at)
    },
  }
}

/** When fewer than `most` messages lie in the window; Infinity where those under way alone fill it. */
function freeAt(of: Track, most: number, window: number, now: number): number {
  if (of.underWay >= most) return Infinity
  const ends = of.ends.filter((end) => within(end, window, now))
  const over = ends.length + of.underWay - most
  return over < 0 ? -Infinity : (ends[over] ?? now) + window
}

/** Ends in the future are of a clock that was set back: they are over. */
function within(end: number, window: number, now: number): boolean {
  return end > now - window && end <= now
}
