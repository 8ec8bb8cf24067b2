import type { AnnouncementId, ChatId, CouncilId } from '#domain/ids.ts'
import type { ChatAddress } from '#domain/messages.ts'
import { addressIn } from './chat-address.ts'
import type { Db } from './database.ts'
import { secretariatRoutes, type Secretary } from './private-routes.ts'

/** The message that shows somebody of the secretariat how an announcement is getting on. */
export interface Progress {
  to: ChatAddress
  /** How many messages and edits it has taken so far; 0: none. */
  version: number
  /** A digest of what the last one shows, and when it was written. */
  shows: string
  at: Date | undefined
  /** Whether the last one can still be rewritten. */
  waiting: boolean
}

/** Names a message or edit of a progress in the outbox. */
export const progressKey = (id: AnnouncementId, chatId: ChatId, version: number) =>
  `announcement-progress:${id}:${chatId}:${version}`

/** Shows in a private chat, from now on, how an announcement is getting on. */
export async function watchProgress(db: Db, id: AnnouncementId, chatId: ChatId) {
  const key = { announcementId: id, chatId }
  await db.announcementProgress.upsert({ where: { announcementId_chatId: key }, create: key, update: {} })
}

/** The progress of an announcement in the chats that watch it, as long as they belong to somebody of the council's secretariat. Where there is none, whoever made it watches, or else all of them. */
export async function progressesOf(db: Db, councilId: CouncilId, id: AnnouncementId): Promise<Progress[]> {
  const secretaries = await secretariatRoutes(db, councilId)
  const chats = secretaries.flatMap(({ routes }) => routes)
  const known = await db.announcementProgress.findMany({ where: { announcementId: id } })
  const { createdBy, council } = await db.announcement.findUniqueOrThrow({
    where: { id },
    select: { createdBy: true, council: true },
  })
  const watching = chats.filter((chat) => known.some(({ chatId }) => chatId === chat.id))
  const first = ({ routes }: Secretary) => routes.slice(0, 1)
  const makers = secretaries.filter(({ id: personId }) => personId === createdBy).flatMap(first)
  const found: Progress[] = []
  for (const chat of [watching, makers, secretaries.flatMap(first)].find(({ length }) => length > 0) ?? []) {
    const { version = 0, shows = '', at } = known.find(({ chatId }) => chatId === chat.id) ?? {}
    const to = addressIn(chat, council)
    found.push({
      to,
      version,
      shows,
      at: at ?? undefined,
      waiting: await waits(db, progressKey(id, to.chatId, version)),
    })
  }
  return found
}

/** Keeps what a progress shows now. */
export async function keepProgress(db: Db, id: AnnouncementId, { to, version, shows, at }: Omit<Progress, 'waiting'>) {
  const key = { announcementId: id, chatId: to.chatId }
  const state = { version, shows, at: at ?? null }
  await db.announcementProgress.upsert({
    where: { announcementId_chatId: key },
    create: { ...key, ...state },
    update: state,
  })
}

async function waits(db: Db, dedupeKey: string): Promise<boolean> {
  return (await db.outbox.findUnique({ where: { dedupeKey }, select: { state: true } }))?.state === 'waiting'
}
