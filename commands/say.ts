import type { Locale, Reply } from '#domain/messages.ts'
import { TRAITS } from '#domain/platforms.ts'
import { asHeard } from '#locales/heard-wording.ts'
import { withNumberedLabels } from '#locales/numbered-labels.ts'
import type { Translate } from '#locales/translate.ts'
import { chatById } from '#prisma/chats.ts'
import type { Db } from '#prisma/database.ts'
import { enqueue, type OutboxPayload } from '#prisma/outbox.ts'
import { openPrompt } from '#prisma/prompts.ts'
import type { Addressee, Say } from '#prisma/say.ts'
import { carried, type FileAddress } from './carry-file.ts'
import { numberHint, numberedLabel, numberedRoom } from './numbered-choices.ts'
import { renderReply } from './render.ts'

interface Options {
  /** Where files that a network does not carry can be fetched. */
  fileAddress?: FileAddress
}

/** The one way of saying something: every word the bot says goes through here. */
export function createSay(translators: Record<Locale, Translate>, { fileAddress }: Options = {}): Say {
  return async (db, given, whole) => {
    if (!canBeSaid(given)) return false
    const to = asNetworkCan(given)
    const { chatId, platform, kind, now } = to
    const { buttons, hears, textLimit } = TRAITS[platform]
    const translate = translators[to.locale]
    const isGroup = !buttons && (await chatById(db, chatId))?.kind === 'group'
    const worded = isGroup && hears === 'everything' ? asHeard(whole) : whole
    const reply = await carried(db, worded, platform, { fileAddress, now })
    const pages = renderReply(
      buttons ? reply : withNumberedLabels(reply),
      translate,
      textLimit,
      buttons ? undefined : numberedRoom,
    )
    const hint = buttons ? undefined : numberHint(platform, isGroup, translate)
    const closes = !buttons && closesNumbers(to, reply, isGroup)
    let said = false
    for (const [index, { body, choices }] of pages.entries()) {
      const lines = choices.flat().map(({ line }) => lineIn(to.council, line))
      const isLast = index === pages.length - 1
      const prompt = lines.length > 0 || (closes && isLast) ? await promptFor(db, to, reply, lines) : undefined
      const payload: OutboxPayload = {
        body,
        choices: choices.map((row) => row.map(({ label }) => (buttons ? label : numberedLabel(label)))),
        ...(lines.length > 0 && hint ? { hint } : {}),
        ...(lines.length > 0 && prompt ? { prompt } : {}),
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

/** A choice in somebody's private chat is about the council that it stood under, whichever is at hand when it is taken. */
function lineIn(council: string | undefined, line: string): string {
  return council === undefined || line.startsWith('/hoidong ') ? line : `/hoidong ${council} ${line}`
}

/** Upkeep that changes a message is not worth a new one. */
function canBeSaid({ platform, kind, edits, editsRow }: Addressee): boolean {
  return TRAITS[platform].edit || kind !== 'upkeep' || (edits ?? editsRow) === undefined
}

function asNetworkCan(to: Addressee): Addressee {
  const { edit, pin } = TRAITS[to.platform]
  return {
    ...to,
    ...(edit ? {} : { edits: undefined, editsRow: undefined }),
    ...(pin ? {} : { pin: undefined }),
  }
}

/**
 * Whether a later number is not meant for the choices under what was said before: it answers a question, what an announcement asks in its own words, or
 * in private what the bot reminded of; or it is a count, where counts were spoken of. In a group a number answers no reminder that has no choices.
 */
function closesNumbers({ kind }: Addressee, { asks, head }: Reply, isGroup: boolean): boolean {
  const ofCounts = head.some(({ key }) => key.startsWith('nominate-'))
  return asks !== undefined || ofCounts || kind === 'announcement' || (kind === 'reminder' && !isGroup)
}

function promptFor(db: Db, to: Addressee, { menu = false, standing = false }: Reply, lines: string[]) {
  const { chatId, personId, askedById, now } = to
  return openPrompt(db, { chatId, personId, askedById, lines, menu, standing }, now)
}

function placement(to: Addressee, { file, raw }: Reply): Partial<OutboxPayload> {
  const { topic, edits, editsRow, answers, mentions, pin } = to
  return {
    ...(topic ? { topic } : {}),
    ...(edits ? { edits } : {}),
    ...(editsRow ? { editsRow } : {}),
    ...(answers ? { answers } : {}),
    ...(mentions ? { mentions } : {}),
    ...(pin ? { pin } : {}),
    ...(file ? { file } : {}),
    ...(raw?.media ? { media: raw.media } : {}),
  }
}
