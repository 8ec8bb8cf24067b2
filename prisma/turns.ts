/** Hands out turns in the order asked for, one at a time. */
export class Turns {
  #taken = false
  readonly #waiting: (() => void)[] = []

  /** Resolves when it is one's turn; undefined: it is at once. Whoever took it gives it back. */
  take(): Promise<void> | undefined {
    if (this.#taken) return new Promise((resolve) => this.#waiting.push(resolve))
    this.#taken = true
    return undefined
  }

  give() {
    const next = this.#waiting.shift()
    if (next) next()
    else this.#taken = false
  }
}
