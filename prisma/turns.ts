/** Hands out turns, one at a time, in the order asked for; who is in a hurry goes before who is not. */
export class Turns {
  #taken = false
  readonly #hurried: (() => void)[] = []
  readonly #waiting: (() => void)[] = []

  /** Resolves when it is one's turn; undefined: it is at once. Whoever took it gives it back. */
  take(hurry = false): Promise<void> | undefined {
    if (this.#taken) return new Promise((resolve) => (hurry ? this.#hurried : this.#waiting).push(resolve))
    this.#taken = true
    return undefined
  }

  give() {
    const next = this.#hurried.shift() ?? this.#waiting.shift()
    if (next) next()
    else this.#taken = false
  }
}
