import type { Api } from 'grammy'
import type { Update } from 'grammy/types'
import type { Inbound } from '#domain/messages.ts'
import { growing } from '../delivery.ts'
import type { Log } from '../log.ts'
import type { Sleep } from '../sleep.ts'
import { adviceFor, askedToWait, describe } from './outcome.ts'
import { ALLOWED_UPDATES } from './to-inbound.ts'

const POLL_SECONDS = 20
const LONGEST_WAIT_MS = 10_000

interface Polling {
  api: Api
  read: (update: Update) => Inbound | undefined
  /** Resolves once the update is safe. */
  onInbound: (inbound: Inbound) => Promise<void>
  log: Log
  signal: AbortSignal
  sleep: Sleep
}

/**
 * Fetches updates until the signal is aborted. The next fetch, or one at the end, confirms what was delivered; an update that cannot be
 * delivered is tried until it can be, and those behind it wait.
 */
export async function poll(polling: Polling) {
  const { api, log, signal, sleep } = polling
  let confirmed = 0
  let safe = 0
  let failures = 0
  while (!signal.aborted) {
    try {
      confirmed = safe
      const updates = await fetchUpdates(api, safe, signal)
      failures = 0
      safe = await deliver(updates, safe, polling)
    } catch (error) {
      if (signal.aborted) break
      failures += 1
      log.warn({ ...describe(error), failures }, adviceFor(error) ?? 'Updates cannot be fetched')
      await sleep(Math.max(growing(failures, LONGEST_WAIT_MS), askedToWait(error)), signal)
    }
  }
  // not after every stop: a second fetch while Telegram still holds the one that was broken off would be a conflict
  if (safe > confirmed) await confirm(api, safe, log)
}

/** Delivers updates in their order until the signal is aborted. Returns the new offset: all updates before it are safe. */
async function deliver(updates: Update[], offset: number, polling: Polling): Promise<number> {
  let safe = offset
  for (const update of updates.toSorted((a, b) => a.update_id - b.update_id)) {
    if (polling.signal.aborted) break
    const inbound = polling.read(update)
    if (inbound && !(await persist(inbound, polling))) break
    safe = Math.max(safe, update.update_id + 1)
  }
  return safe
}

/** Hands an update on until it is safe; false where the signal was aborted before. */
async function persist(inbound: Inbound, { onInbound, log, signal, sleep }: Polling): Promise<boolean> {
  for (let failures = 1; ; failures += 1) {
    try {
      await onInbound(inbound)
      return true
    } catch (error) {
      log.error({ externalId: inbound.externalId, failures, err: error }, 'An update cannot be kept yet')
      await sleep(growing(failures, LONGEST_WAIT_MS), signal)
      if (signal.aborted) return false
    }
  }
}

function fetchUpdates(api: Api, offset: number, signal: AbortSignal): Promise<Update[]> {
  const request = { offset, timeout: POLL_SECONDS, allowed_updates: ALLOWED_UPDATES }
  return api.getUpdates(request, signal as Parameters<Api['getUpdates']>[1])
}

async function confirm(api: Api, offset: number, log: Log) {
  try {
    const signal = AbortSignal.timeout(3000) as unknown as Parameters<Api['getUpdates']>[1]
    await api.getUpdates({ offset, limit: 1, timeout: 0, allowed_updates: ALLOWED_UPDATES }, signal)
  } catch (error) {
    log.info(describe(error), 'The last updates could not be confirmed: they will come again and be recognised')
  }
}
