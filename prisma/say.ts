import type { PersonId } from '#domain/ids.ts'
import type { ChatAddress, Reply } from '#domain/messages.ts'
import type { Db } from './database.ts'
import type { OutboxKind, OutboxPayload } from './outbox.ts'

/** Whom something is told, where in the chat, and the name under which it is told once. */
export interface Addressee extends ChatAddress {
  /** The only one who may take the choices. */
  personId?: PersonId | undefined
  /** Whose question it answers, in a group: only this person's number takes a choice. */
  askedById?: PersonId | undefined
  /** Who is answered in a group where one message cannot stand under another: the person's address. */
  mentions?: string | undefined
  /** The message shown anew, or the one that is answered. */
  edits?: string | undefined
  answers?: string | undefined
  /** In place of `edits`: the name of the row that becomes the message shown anew, where its id is not known yet. */
  editsRow?: string | undefined
  /** Pin it, in place of a pinned message. */
  pin?: OutboxPayload['pin']
  /** The newest state wins: what still waits under the same dedupeKey is rewritten. */
  rewrites?: boolean
  kind: OutboxKind
  dedupeKey: string
  now: Date
}

/**
 * Puts a reply into words and into the outbox, its choices opened as a prompt. Where the network cannot change messages, what would change one is a
 * new message; only upkeep, which nobody asked for, is not said then. Returns false where nothing was said: it was said before, or it is such upkeep.
 */
export type Say = (db: Db, to: Addressee, reply: Reply) => Promise<boolean>
