/** What was asked counts for this long. */
const WINDOW_MS = 60_000
/** So many askers are remembered, those who asked last: however many flood, it takes no more memory. */
const MOST_ASKERS = 10_000

/** Why something is not taken: until when (in milliseconds since 1970) nothing is, and whether it is what went over the limit, which is to be told. */
export interface Over {
  until: number
  isFirst: boolean
}

interface Asker {
  seen: number
  /** When each thing was asked that was taken within the last minute, by its id; the oldest first. */
  taken: Map<number, number>
  /** The last time that too much was asked: since and until when, and by which thing. */
  pause: { from: number; until: number; by: number } | undefined
}

export interface FloodLimit {
  /**
   * Why something that an asker (a person, a chat) asks at `now` is not taken; undefined where it may be: then it is to be counted. Who goes over the
   * limit has to wait until the oldest of what was taken is a minute old; who does so again within a minute of that, so much longer that nobody is told
   * more than twice a minute. What was taken or told once by its id is so when it is tried again.
   */
  over(asker: string, id: number, now: number): Over | undefined
  /** Counts what was taken. */
  count(asker: string, id: number, now: number): void
  /** Whether an asker may ask nothing more at this instant. Changes nothing. */
  isFull(asker: string, now: number): boolean
}

/** A limit of `most` things that an asker may ask in any minute. It is kept in memory. Times are milliseconds since 1970, passed in. */
export function createFloodLimit(most: number): FloodLimit {
  /** Whoever asked last is the last. */
  const askers = new Map<string, Asker>()

  function remembered(key: string, now: number): Asker {
    const known = askers.get(key)
    const asker: Asker = known ? { ...asOf(known, now), seen: now } : { seen: now, taken: new Map(), pause: undefined }
    askers.delete(key)
    askers.set(key, asker)
    for (const [oldest, { seen }] of askers) {
      if (askers.size <= MOST_ASKERS && isWithin(seen, now)) break
      askers.delete(oldest)
    }
    return asker
  }

  return {
    over(key, id, now) {
      const asker = remembered(key, now)
      const { taken, pause } = asker
      if (taken.has(id)) return undefined
      if (pause && now < pause.until) return { until: pause.until, isFirst: pause.by === id }
      if (taken.size < most) return undefined
      const [oldest = now] = taken.values()
      const until = Math.max(oldest, pause?.from ?? oldest) + WINDOW_MS
      asker.pause = { from: now, until, by: id }
      return { until, isFirst: true }
    },
    count(key, id, now) {
      const { taken } = remembered(key, now)
      if (!taken.has(id)) taken.set(id, now)
    },
    isFull(key, now) {
      const known = askers.get(key)
      if (!known) return false
      const { taken, pause } = asOf(known, now)
      return taken.size >= most || (pause !== undefined && now < pause.until)
    },
  }
}

/** An asker without what is past by now, or still to come as the clock was set back by more than a little. */
function asOf({ seen, taken, pause }: Asker, now: number): Asker {
  return {
    seen,
    taken: new Map([...taken].filter(([, at]) => isWithin(at, now))),
    pause: pause && isWithin(pause.from, now) ? pause : undefined,
  }
}

const isWithin = (at: number, now: number) => Math.abs(now - at) < WINDOW_MS
