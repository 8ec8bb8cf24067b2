import { randomUUID } from 'node:crypto'
import type { Client } from 'pg'
import { isFile } from './database-address.ts'
import { coalesced } from './coalesced.ts'

/** One bell for a database: whoever hears it looks what there is to do. */
const CHANNEL = 'tdkt'
const BETWEEN_RINGS_MS = 20
const CONNECT_MS = 5000
const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 10_000

/** How the processes on one database tell each other that there may be something to do. A ring may be lost: everybody looks now and then by himself. */
export interface Signals {
  /** Rings in the other processes: at once, or with what else rings within 20 ms. Never throws. */
  ring(this: void): void
  /** Calls back when another process rang, and whenever a ring may have been missed. */
  onRing(this: void, listener: () => void): void
  close(this: void): Promise<void>
}

interface Log {
  warn: (fields: object, message: string) => void
}

/**
 * Opens the bell of a database, whose `url` is as in the settings: on PostgreSQL over a connection of its own, which is made anew when it breaks. On SQLite
 * nothing rings. Rejects where the server cannot be reached.
 */
export async function openSignals(url: string, log: Log): Promise<Signals> {
  if (isFile(url)) return { ring: () => undefined, onRing: () => undefined, close: () => Promise.resolve() }
  const { default: pg } = await import('pg')
  const me = randomUUID()
  const listeners: (() => void)[] = []
  const hear = () => listeners.forEach((listener) => listener())
  const line = await openLine({
    open: () => listen(new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_MS, keepAlive: true })),
    onNotice: (from) => from !== me && hear(),
    onBack: hear,
    log,
  })
  const bell = coalesced(() => line.say(me), BETWEEN_RINGS_MS)
  return {
    ring: bell.ring,
    onRing: (listener) => void listeners.push(listener),
    close: async () => {
      await bell.stop()
      await line.close()
    },
  }
}

async function listen(client: Client): Promise<Client> {
  // An error is followed by the end, which is dealt with; without a listener it would end the process.
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query(`LISTEN ${CHANNEL}`)
    return client
  } catch (error) {
    await client.end().catch(() => undefined)
    throw error
  }
}

interface LineOptions {
  open: () => Promise<Client>
  onNotice: (from: string | undefined) => void
  onBack: () => void
  log: Log
}

/** A listening connection that comes back by itself. */
async function openLine({ open, onNotice, onBack, log }: LineOptions) {
  let closed = false
  let client: Client | undefined
  let timer: NodeJS.Timeout | undefined
  const use = (fresh: Client) => {
    client = fresh
    fresh.on('notification', ({ payload }) => onNotice(payload))
    fresh.once('end', () => {
      client = undefined
      if (closed) return
      log.warn({}, 'The bell of the database is lost; what is to do is found a second later')
      comeBack(FIRST_WAIT_MS)
    })
  }
  const comeBack = (waitMs: number) => {
    timer = setTimeout(() => {
      open().then(
        (fresh) => {
          if (closed) return void fresh.end()
          use(fresh)
          onBack()
        },
        () => !closed && comeBack(Math.min(2 * waitMs, LONGEST_WAIT_MS)),
      )
    }, waitMs)
  }
  use(await open())
  return {
    async say(payload: string) {
      await client?.query('SELECT pg_notify($1, $2)', [CHANNEL, payload]).catch(() => undefined)
    },
    async close() {
      closed = true
      clearTimeout(timer)
      await client?.end()
    },
  }
}
