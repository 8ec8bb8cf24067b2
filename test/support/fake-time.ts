import type { Sleep } from '#bot/sleep.ts'

interface Sleeper {
  due: number
  wake: () => void
}

/** A clock that stands still until a test moves it, and the naps that depend on it. */
export class FakeTime {
  #now: number
  #sleepers = new Set<Sleeper>()

  constructor(iso: string) {
    this.#now = Date.parse(iso)
  }

  readonly clock = () => new Date(this.#now)

  readonly sleep: Sleep = (ms, signal) =>
    new Promise((resolve) => {
      if (signal.aborted) return resolve()
      const wake = () => {
        this.#sleepers.delete(sleeper)
        signal.removeEventListener('abort', wake)
        resolve()
      }
      const sleeper = { due: this.#now + ms, wake }
      this.#sleepers.add(sleeper)
      signal.addEventListener('abort', wake, { once: true })
    })

  /** How many naps are being taken. */
  get sleeping() {
    return this.#sleepers.size
  }

  /** Moves the clock and ends the naps that are over by then. */
  advance(ms: number) {
    this.#now += ms
    for (const sleeper of [...this.#sleepers]) if (sleeper.due <= this.#now) sleeper.wake()
  }
}
