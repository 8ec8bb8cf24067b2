import pino from 'pino'
import { tellError } from './tell-error.ts'

export type Logger = Pick<pino.Logger, 'info' | 'warn' | 'error' | 'debug' | 'fatal'>

/** In the place of a secret. */
const HIDDEN = '[hidden]'

/**
 * The log: one JSON line for each event on standard error, without secrets, texts of messages or phone numbers. `secrets`: what must not get into it, not
 * even inside of something else. A line about an update has `update`, its number in the journal; one about a web request `request`; one about a message
 * `message`, its number in the outbox; one about a job `job`.
 */
export function createLogger(level: string, secrets: readonly string[] = []): Logger {
  const out = pino.destination(2)
  const hidden = secrets.filter((secret) => secret !== '').map((secret) => JSON.stringify(secret).slice(1, -1))
  const write = (line: string) => out.write(hidden.reduce((text, secret) => text.replaceAll(secret, HIDDEN), line))
  const serializers = { err: tellError }
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers }, { write })
}
