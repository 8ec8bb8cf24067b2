import type { Outbound } from '#domain/messages.ts'
import { TRAITS } from '#domain/platforms.ts'
import type { Db } from '#prisma/database.ts'
import { appendMessage, deleteMessage, editMessage, findFile, findMessage, keepFile } from '#prisma/playground.ts'
import { mediaFault } from '../media-fault.ts'
import type { SendOutcome } from '../platform.ts'
import type { PageEvent } from './events.ts'
import { findChat, type Cast } from './people.ts'
import { Body, toView, type KeptFile } from './transcript.ts'

const TEXT_LIMIT = TRAITS.playground.textLimit

interface Deps {
  db: Db
  cast: Cast
  now: () => Date
  tell: (event: PageEvent) => void
}

/** Writes a message of the bot into the transcript, or changes or deletes the one it is about, and shows it. */
export async function sendToTranscript(deps: Deps, message: Outbound): Promise<SendOutcome> {
  const { db, cast, now } = deps
  const { chat, edits, pin, deletes } = message
  if (!findChat(cast, chat)) return { state: 'refused', reason: 'chat not found', chatGone: true }
  if (deletes !== undefined) return remove(deps, chat, deletes)
  if (message.body.text.length > TEXT_LIMIT) return { state: 'refused', reason: 'message is too long' }
  const media = await findMedia(db, message)
  if (typeof media === 'string') return { state: 'refused', reason: media }
  const known = edits === undefined ? undefined : await bodyOf(db, chat, edits)
  const body = { ...(await toBody(deps, message, media)), ...kept(known), ...(pin && { pinned: true }) }
  const row =
    edits === undefined
      ? await appendMessage(db, { chat, body }, now())
      : await editMessage(db, { chat, id: rowId(edits), body }, now())
  if (!row) return { state: 'refused', reason: 'message to edit not found' }
  show(deps, row)
  if (pin?.replaces !== undefined) await unpin(deps, chat, pin.replaces)
  return { state: 'sent', messageId: String(row.id) }
}

/** What of a message stays when its text is changed. */
function kept(known: Body | undefined): Partial<Body> {
  if (!known) return {}
  const { file, media, pinned, replyTo } = known
  return { ...(file && { file }), ...(media && { media }), ...(pinned && { pinned }), ...(replyTo && { replyTo }) }
}

async function remove({ db, tell }: Deps, chat: string, id: string): Promise<SendOutcome> {
  await deleteMessage(db, chat, rowId(id))
  tell({ event: 'gone', data: { chat, id: rowId(id) } })
  return { state: 'sent', messageId: id }
}

async function bodyOf(db: Db, chat: string, id: string): Promise<Body | undefined> {
  const row = await findMessage(db, chat, rowId(id))
  return row && Body.parse(row.body)
}

async function unpin(deps: Deps, chat: string, id: string) {
  const body = await bodyOf(deps.db, chat, id)
  if (!body) return
  const unpinned = await editMessage(deps.db, { chat, id: rowId(id), body: { ...body, pinned: false } }, deps.now())
  if (unpinned) show(deps, unpinned)
}

function show({ tell }: Deps, row: Parameters<typeof toView>[0]) {
  tell({ event: 'message', data: { message: toView(row) } })
}

/** The files that a message names, or why they cannot be shown. */
async function findMedia(db: Db, message: Outbound): Promise<KeptFile[] | string> {
  const fault = mediaFault(message)
  if (fault !== undefined) return fault
  const files: KeptFile[] = []
  for (const { fileId } of message.media ?? []) {
    const file = await findFile(db, rowId(fileId))
    if (!file) return 'no such file'
    files.push(toKept(rowId(fileId), file))
  }
  return files
}

async function toBody({ db, now }: Deps, message: Outbound, media: KeptFile[]): Promise<Body> {
  const { body, choices, prompt, answers, file } = message
  return {
    ...body,
    choices,
    ...(prompt ? { prompt } : {}),
    ...(answers ? { replyTo: rowId(answers) } : {}),
    ...(file ? { file: toKept(await keepFile(db, file, now()), file) } : {}),
    ...(media.length > 0 ? { media } : {}),
  }
}

function toKept(id: number, { name, mime, base64 }: NonNullable<Outbound['file']>): KeptFile {
  return { id, name, mime, size: Buffer.byteLength(base64, 'base64') }
}

/** The row of a message id; 0, which no row has, for what is no id of ours. */
const rowId = (messageId: string) => (/^\d{1,15}$/.test(messageId) ? Number(messageId) : 0)
