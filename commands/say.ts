import type { Inbound, Locale, Reply } from '#domain/messages.ts'
import type { Translate } from '#locales/translate.ts'
import { enqueue, type OutboxPayload } from '#prisma/outbox.ts'
import { openPrompt } from '#prisma/prompts.ts'
import type { Addressee, Say } from '#prisma/say.ts'
import { renderReply } from './render.ts'

/** The longest text of a platform, in UTF-16 units. */
export type TextLimit = (platform: Inbound['platform']) => number

/** The one way of saying something: every word the bot says goes through here. */
export function createSay(translators: Record<Locale, Translate>, textLimit: TextLimit): Say {
  return async (db, to, reply) => {
    const { chatId, platform, kind, now } = to
    const pages = renderReply(reply, translators[to.locale], textLimit(platform))
    let said = false
    for (const [index, { body, choices }] of pages.entries()) {
      const lines = choices.flat().map(({ line }) => (to.council ? `/hoidong ${to.council} ${line}` : line))
      const prompt =
        lines.length > 0
          ? await openPrompt(db, { chatId, personId: to.personId, lines, ...takenHow(reply) }, now)
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

function takenHow({ menu = false, standing = false }: Reply) {
  return { menu, standing }
}

function placement({ topic, edits, editsRow, answers, pin }: Addressee, { file, raw }: Reply): Partial<OutboxPayload> {
  return {
    ...(topic ? { topic } : {}),
    ...(edits ? { edits } : {}),
    ...(editsRow ? { editsRow } : {}),
    ...(answers ? { answers } : {}),
    ...(pin ? { pin } : {}),
    ...(file ? { file } : {}),
    ...(raw?.media ? { media: raw.media } : {}),
  }
}
