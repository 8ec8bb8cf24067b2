import type { Log } from '../log.ts'

/** Names of fields that a network gives; anything else may be content. */
const FIELD = /^[A-Za-z_]\w{0,40}$/
const DEEPEST = 5

/**
 * Returns what writes the shape of an event of an unknown kind to the log, the first time that the kind comes: names of fields and their types, no
 * values, so that a doubt about the network can be settled.
 */
export function logShape(log: Log): (kind: string, value: unknown) => void {
  const seen = new Set<string>()
  return (kind, value) => {
    const name = /^[\w.:-]{1,60}$/.test(kind) ? kind : 'unnamed'
    if (seen.has(name)) return
    seen.add(name)
    log.info({ kind: name, shape: shapeOf(value) }, 'An event of this kind is not known: this is its shape')
  }
}

/** The type of a value; of an object the shapes of its fields, of a list that of its first item. */
function shapeOf(value: unknown, depth = 0): unknown {
  if (value === null) return 'null'
  if (typeof value !== 'object') return typeof value
  if (depth === DEEPEST) return 'object'
  if (Array.isArray(value)) return value.length === 0 ? [] : [shapeOf(value[0], depth + 1)]
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [FIELD.test(name) ? name : '?', shapeOf(inner, depth + 1)]),
  )
}
