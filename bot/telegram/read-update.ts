import type { Api } from 'grammy'
import type { Update } from 'grammy/types'
import type { Inbound } from '#domain/messages.ts'
import type { Log } from '../log.ts'
import type { Me } from './addressing.ts'
import { describe } from './outcome.ts'
import type { Tasks } from '../tasks.ts'
import { toInbound } from './to-inbound.ts'

/** Presses that are remembered: a redelivered update comes soon after the first, and an old press cannot be answered any more. */
const REMEMBERED = 1000

/**
 * Reads an update, whatever way it came. A pressed button is answered at once, so that it stops turning, however forged or outdated it is,
 * and once, however often its update comes. Undefined where there is nothing to hand on.
 */
export function createUpdateReader(api: Api, log: Log, tasks: Tasks) {
  const answered = new Set<string>()
  const answer = async (id: string) => {
    if (answered.has(id)) return
    answered.add(id)
    for (const oldest of answered) if (answered.size > REMEMBERED) answered.delete(oldest)
    try {
      await api.answerCallbackQuery(id)
    } catch (error) {
      log.info(describe(error), 'A pressed button could not be answered')
    }
  }
  return (update: Update, me: Me): Inbound | undefined => {
    if (update.callback_query) void tasks.track(answer(update.callback_query.id))
    try {
      return toInbound(update, me)
    } catch (error) {
      // an update of a shape we do not know would stand in the way of all others
      log.error({ externalId: update.update_id, err: error }, 'An update cannot be read')
      return undefined
    }
  }
}
