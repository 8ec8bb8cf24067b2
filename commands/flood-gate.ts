import { createFloodLimit, type Over } from '#domain/flood.ts'
import type { Inbound, Message } from '#domain/messages.ts'
import { botKey, botOf } from '#domain/platforms.ts'
import { isOverheard } from './overheard.ts'

/** So many things a person, and all people in a chat, may ask in any minute. */
export const MOST_OF_PERSON = 30
export const MOST_OF_CHAT = 120

/** Keeps the bot answering however much is asked: what goes over the limits is not answered. Times are those of the bot's clock. */
export interface FloodGate {
  /** Lets an update with this number in the inbox through, and then counts it; else what is to be told, which is nothing where it was told already. */
  refuses(id: number, inbound: Inbound, now: Date): { tell: Message | undefined } | undefined
  /** Counts an update that was answered though it was merely overheard. */
  wasAnswered(id: number, inbound: Inbound, now: Date): void
}

/**
 * The limits of one process. Whoever presses, commands, addresses the bot or sends it a file asks; what is merely overheard does only where it is answered.
 * Changes of who is in a chat always pass, and so does the playground, which only this machine's own people reach and whose clock they move.
 */
export function createFloodGate(): FloodGate {
  const [persons, chats] = [createFloodLimit(MOST_OF_PERSON), createFloodLimit(MOST_OF_CHAT)]

  function refuses(id: number, inbound: Inbound, at: Date) {
    const asker = askerOf(inbound)
    if (!asker) return undefined
    const { person, chat } = asker
    const now = at.getTime()
    if (isOverheard(inbound))
      return persons.isFull(person, now) || chats.isFull(chat, now) ? { tell: undefined } : undefined
    const ofPerson = persons.over(person, id, now)
    const over = ofPerson ?? chats.over(chat, id, now)
    if (over) return { tell: told(ofPerson ? 'flood-person' : 'flood-chat', over, now) }
    count(asker, id, now)
    return undefined
  }

  function count({ person, chat }: Asker, id: number, now: number) {
    persons.count(person, id, now)
    chats.count(chat, id, now)
  }

  return {
    refuses,
    wasAnswered(id, inbound, now) {
      const asker = isOverheard(inbound) ? askerOf(inbound) : undefined
      if (asker) count(asker, id, now.getTime())
    },
  }
}

interface Asker {
  person: string
  chat: string
}

/** Who asks something, and where; undefined of what has no limit. */
function askerOf(inbound: Inbound): Asker | undefined {
  const { platform, sender, chat, event } = inbound
  const isMembership = event.kind === 'added' || event.kind === 'removed' || event.kind === 'migrated'
  if (!sender || isMembership || platform === 'playground') return undefined
  return { person: `${platform}:${sender.externalId}`, chat: `${botKey(botOf(inbound))}:${chat.externalId}` }
}

function told(key: string, { until, isFirst }: Over, now: number): Message | undefined {
  const wait = { key: 'announce-seconds', values: { count: Math.ceil((until - now) / 1000) } }
  return isFirst ? { key, values: { wait } } : undefined
}
