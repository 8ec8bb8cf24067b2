import Sqlite from 'better-sqlite3'

/** The connections of one life of the app, each as soon as it is used. */
export type Connections = Set<Sqlite.Database>

let current: Connections | undefined
const known = new WeakSet<Sqlite.Database>()

/** From here on every new connection to this file belongs to a life, until another one begins. Those that are open already belong to nobody. */
export function collectConnections(file: string): Connections {
  watch(file)
  current = new Set()
  return current
}

/** Closes what a life has open, as its death does: an open transaction is rolled back, and whatever it tries to write afterwards fails. */
export function cut(connections: Connections) {
  for (const connection of connections) connection.close()
}

let watched: string | undefined

function watch(file: string) {
  const first = watched === undefined
  watched = file
  if (!first) return
  const prototype = Sqlite.prototype as unknown as Record<'prepare' | 'exec', (sql: string) => unknown>
  for (const method of ['prepare', 'exec'] as const) {
    const plain = prototype[method]
    prototype[method] = function (this: Sqlite.Database, sql: string) {
      if (!known.has(this)) {
        known.add(this)
        if (this.name === watched) current?.add(this)
      }
      return plain.call(this, sql)
    }
  }
}
