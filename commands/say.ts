import type { ChatId, PersonId } from '#domain/ids.ts'
import type { Inbound, Locale, PlatformName, Reply } from '#domain/messages.ts'
import type { Translate } from '#locales/translate.ts'
import type { Db } from '#prisma/database.ts'
import { enqueue, type OutboxKind, type OutboxPayload } from '#prisma/outbox.ts'
import { openPrompt } from '#prisma/prompts.ts'
import { renderReply } from './render.ts'

/** The longest text of a platform, in UTF-16 units. */
export type TextLimit = (platform: Inbound['platform']) => number

/** Whom something is told, where in the chat, and the name under which it is told once. */
export interface Addressee {
  chatId: ChatId
  platform: PlatformName
  locale: Locale
  topic?: string | undefined
  /** The only one who may take the choices. */
  personId?: PersonId | undefined
  /** The message shown anew, or the one that is answered. */
  edits?: string | undefined
  answers?: string | undefined
  /** Pin it, in place of a pinned message. */
  pin?: OutboxPayload['pin']
  /** The newest state wins: what still waits under the same dedupeKey is rewritten. */
  rewrites?: boolean
  kind: OutboxKind
  dedupeKey: string
  now: Date
}

/** Puts a reply into words and into the outbox, its choices opened as a prompt. Returns false where it was said before. */
export type Say = (db: Db, to: Addressee, reply: Reply) => Promise<boolean>

export function createSay(translators: Record<Locale, Translate>, textLimit: TextLimit): Say {
  return async (db, to, reply) => {
    const { chatId, platform, kind, now } = to
    const pages = renderReply(reply, translators[to.locale], textLimit(platform))
    let said = false
    for (const [index, { body, choices }] of pages.entries()) {
      const lines = choices.flat().map(({ line }) => line)
      const prompt =
        lines.length > 0
          ? await openPrompt(db, { chatId, personId: to.personId, lines, menu: reply.menu === true }, now)
          : undefined
      const payload: OutboxPayload = {
        body,
        choices: choices.map((row) => row.map(({ label }) => label)),
        ...(prompt ? { prompt } : {}),
        ...(index === 0 ? placement(to, reply) : to.topic ? { topic: to.topic } : {}),
      }
      const dedupeKey = index === 0 ? to.dedupeKey : `${to.dedupeKey}:${index + 1}`
      const rewrites = to.rewrites === true
      const row = { platform, chatId, kind, dedupeKey, payload, promptId: prompt, rewrites, notBefore: now, now }
      said = (await enqueue(db, row)) || said
    }
    return said
  }
}

function placement({ topic, edits, answers, pin }: Addressee, { file }: Reply): Partial<OutboxPayload> {
  return {
    ...(topic ? { topic } : {}),
    ...(edits ? { edits } : {}),
    ...(answers ? { answers } : {}),
    ...(pin ? { pin } : {}),
    ...(file ? { file } : {}),
  }
}
