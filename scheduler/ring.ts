/** Work that is rung for follows the last time after so long at the earliest. */
const BETWEEN_MS = 1000

export interface Ring {
  /** Has the work done: at once, or as soon as it may be done again. Rings in between count as one. */
  ring(): void
  /** Begins nothing new; resolves when what is under way is done. */
  stop(): Promise<void>
}

interface Rung {
  /** Returns whether something is left, so that it is done again by itself. The signal is aborted at a stop. */
  work: (signal: AbortSignal) => Promise<boolean>
  /** Resolves after a time, or at once when the signal is aborted. */
  sleep: (ms: number, signal: AbortSignal) => Promise<void>
  log: { error: (fields: object, message: string) => void }
}

/** Does something at each ring, never more often than once a second. Between rings it does nothing at all. */
export function createRing({ work, sleep, log }: Rung): Ring {
  const stopping = new AbortController()
  const { signal } = stopping
  let rung = false
  let running: Promise<void> | undefined
  const run = async () => {
    while (rung && !signal.aborted) {
      rung = false
      try {
        if (await work(signal)) rung = true
      } catch (error) {
        log.error({ err: error }, 'what was rung for could not be done')
      }
      await sleep(BETWEEN_MS, signal)
    }
    running = undefined
  }
  return {
    ring() {
      rung = true
      if (!signal.aborted) running ??= run()
    },
    async stop() {
      stopping.abort()
      await running
    },
  }
}
