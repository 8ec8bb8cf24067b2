/** Different statements are few: lists of ids make the most of them. */
const MOST = 500
/** Those with a long list are hardly asked again with as long a one, and take the most memory. In UTF-16 units. */
const LONGEST = 2000

/** Keeps what is made of statements, of those latest used: to prepare one costs more than to run it. */
export class LatestUsed<T> {
  readonly #make: (sql: string) => T
  readonly #kept = new Map<string, T>()

  constructor(make: (sql: string) => T) {
    this.#make = make
  }

  of(sql: string): T {
    if (sql.length > LONGEST) return this.#make(sql)
    const known = this.#kept.get(sql)
    const made = known ?? this.#make(sql)
    // The latest used is the last one of the map.
    if (known) this.#kept.delete(sql)
    this.#kept.set(sql, made)
    if (this.#kept.size > MOST) this.#kept.delete(this.#kept.keys().next().value!)
    return made
  }
}
