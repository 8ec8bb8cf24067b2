/** What is remembered: that of a few councils, many times over. */
const MOST = 5000

/** The same function of a text or number, which remembers what it gave lately: cells, names of offices and dates come again and again. */
export function remembering<T, K extends string | number = string>(work: (of: K) => T): (of: K) => T {
  const known = new Map<K, T>()
  return (of) => {
    const found = known.get(of)
    if (found !== undefined) return found
    const fresh = work(of)
    if (known.size >= MOST) known.clear()
    known.set(of, fresh)
    return fresh
  }
}
