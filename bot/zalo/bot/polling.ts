import type { Inbound } from '#domain/messages.ts'
import { growing } from '../../delivery.ts'
import type { Log } from '../../log.ts'
import type { Sleep } from '../../sleep.ts'
import { BotError, StrangeAnswer, type Client } from './client.ts'
import { adviceForPoll, CONFLICT, describe } from './outcome.ts'

const POLL_SECONDS = 30
/** A poll that takes so much longer than asked for was lost on the way. */
const GRACE_MS = 10_000
const LONGEST_WAIT_MS = 10_000
/** A poll without an update that is over sooner was broken off. */
const SHORTEST_POLL_MS = 1000
const MOST_SHORT_POLLS = 3

interface Polling {
  client: Client
  read: (raw: unknown) => Promise<Inbound | undefined>
  /** Resolves once the update is safe. */
  onInbound: (inbound: Inbound) => Promise<void>
  clock: () => Date
  log: Log
  signal: AbortSignal
  sleep: Sleep
}

/**
 * Fetches updates until the signal is aborted. The network gives an update once and keeps it for no one: one that cannot be delivered is tried
 * until it can be, and no other is fetched meanwhile; then the next poll goes out at once, as what is written between two polls may be lost.
 */
export async function poll(polling: Polling) {
  const { client, clock, log, signal, sleep } = polling
  let failures = 0
  let shortPolls = 0
  while (!signal.aborted) {
    const begun = clock().getTime()
    try {
      const updates = await fetchUpdates(client, signal)
      failures = 0
      for (const update of updates) await deliver(update, polling)
      const brokenOff = updates.length === 0 && clock().getTime() - begun < SHORTEST_POLL_MS
      shortPolls = brokenOff ? shortPolls + 1 : 0
    } catch (error) {
      if (signal.aborted) break
      failures += 1
      shortPolls = 0
      log.warn({ ...describe(error), failures }, adviceForPoll(error) ?? 'Updates cannot be fetched')
      await sleep(growing(failures, LONGEST_WAIT_MS), signal)
    }
    if (shortPolls < MOST_SHORT_POLLS) continue
    if (shortPolls === MOST_SHORT_POLLS) log.warn({ shortPolls }, `Polls end at once. ${CONFLICT}`)
    await sleep(growing(shortPolls - MOST_SHORT_POLLS + 1, LONGEST_WAIT_MS), signal)
  }
}

/** What a poll brought: one update, or none. */
async function fetchUpdates(client: Client, signal: AbortSignal): Promise<unknown[]> {
  const options = { timeoutMs: POLL_SECONDS * 1000 + GRACE_MS, signal }
  try {
    const update = await client.call('getUpdates', { timeout: String(POLL_SECONDS) }, options)
    return update === undefined || update === null ? [] : [update].flat()
  } catch (error) {
    if (isIdle(error)) return []
    throw error
  }
}

/** Seen as an error code, and as an HTTP status; the body of the latter need not be an envelope. */
function isIdle(error: unknown): boolean {
  return (error instanceof BotError && error.code === 408) || (error instanceof StrangeAnswer && error.status === 408)
}

/** Hands an update on until it is safe. When the signal is aborted, a last try follows: it will not come again. */
async function deliver(raw: unknown, { read, onInbound, log, signal, sleep }: Polling) {
  const inbound = await read(raw)
  if (!inbound) return
  for (let failures = 1; ; failures += 1) {
    const last = signal.aborted
    try {
      return await onInbound(inbound)
    } catch (error) {
      const fields = { update: inbound.externalId, failures, err: error }
      log.error(fields, last ? 'An update is lost: it could not be kept' : 'An update cannot be kept yet')
      if (last) return
      await sleep(growing(failures, LONGEST_WAIT_MS), signal)
    }
  }
}
