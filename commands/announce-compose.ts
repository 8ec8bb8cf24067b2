import type { Announcement } from '#domain/announcements/announcement.ts'
import {
  LONGEST_CAPTION,
  LONGEST_TEXT,
  MOST_PARTS,
  withPiece,
  type Piece,
  type Refused,
} from '#domain/announcements/compose.ts'
import type { Reply } from '#domain/messages.ts'
import { botKey } from '#domain/platforms.ts'
import { endingIn } from '#domain/rich-text.ts'
import { UserError } from '#domain/user-error.ts'
import { createAnnouncement } from '#prisma/announcements.ts'
import { announcementOf, changed, stillDraft, toDo, type OneAct } from './announce-which.ts'
import type { CouncilContext } from './command.ts'

/** Stands for the id of an announcement that is not there yet. */
export const NEW = 'moi'

/** Asks for the content of a new announcement, or takes what came with it as its first part. */
export async function compose(context: CouncilContext, rest: string): Promise<Reply[]> {
  const piece = pieceOf(context, rest)
  if (piece) return addPiece(context, await newDraft(context), piece)
  return [
    {
      head: [{ key: 'announce-compose' }],
      choices: [[{ label: { key: 'choice-announce-templates' }, line: '/thongbao mau' }]],
      asks: `/thongbao soan @${NEW}`,
      personal: true,
    },
  ]
}

/** A draft that says nothing yet. */
export async function newDraft(context: CouncilContext): Promise<Announcement> {
  const { db, council, person, now } = context
  return announcementOf(context, await createAnnouncement(db, council.id, { createdBy: person.id }, now))
}

/** Takes what somebody sent as the next part; without anything asks for it. */
export const addTo: OneAct = async (context, draft, rest) => {
  const piece = pieceOf(context, rest)
  if (piece) return addPiece(context, draft, piece)
  return [composing(stillDraft(draft), 'announce-compose-more')]
}

export const removeLast: OneAct = async (context, draft) => {
  const shorter = await changed(context, draft, ['draft'], { parts: draft.parts.slice(0, -1) })
  return [{ ...composing(shorter, 'announce-removed'), replace: true }]
}

/** What somebody sent: a text or file as it is, without the command before it. Undefined where nothing came with it. */
function pieceOf({ message, file, chat }: CouncilContext, rest: string): Piece | undefined {
  if (rest === '' && !file) return undefined
  // Whoever was asked for the council first has pressed a choice since.
  const body = endingIn(message?.body ?? { text: '', spans: [] }, rest)
  if (!file) return { body, media: undefined, album: undefined }
  const kind = file.picture ? ('photo' as const) : ('document' as const)
  const media = { kind, platform: botKey(chat), fileId: file.fileId, name: file.name }
  return { body, media, album: file.album }
}

const REFUSED: Record<Refused, [key: string, most: number]> = {
  'too-many': ['announce-too-many', MOST_PARTS],
  'text-too-long': ['announce-text-too-long', LONGEST_TEXT],
  'caption-too-long': ['announce-caption-too-long', LONGEST_CAPTION],
}

async function addPiece(context: CouncilContext, draft: Announcement, piece: Piece): Promise<Reply[]> {
  const parts = withPiece(draft.parts, piece)
  if (typeof parts === 'string') {
    const [key, most] = REFUSED[parts]
    throw new UserError(key, { most }, draft.parts.length > 0 ? composingChoices(draft) : [])
  }
  const longer = await changed(context, draft, ['draft'], { parts })
  const added = composing(longer, 'announce-added')
  // The files of an album come one after the other: one answer is enough.
  return [parts.length > draft.parts.length ? added : { head: [], asks: added.asks! }]
}

function composing(draft: Announcement, key: string): Reply {
  return {
    head: [{ key, values: { count: draft.parts.length } }],
    choices: composingChoices(draft),
    asks: `/thongbao soan @${draft.id}`,
    personal: true,
  }
}

function composingChoices({ id, parts }: Announcement) {
  const some = parts.length > 0
  return [
    ...(some ? [[toDo('choice-announce-preview', 'xem-truoc', id)]] : []),
    [...(some ? [toDo('choice-announce-remove-last', 'bo-cuoi', id)] : []), toDo('choice-announce-drop', 'huy', id)],
  ]
}
