import type { Outbound } from '#domain/messages.ts'
import type { Db } from '#prisma/database.ts'
import { appendMessage, editMessage, findMessage, keepFile } from '#prisma/playground.ts'
import type { SendOutcome } from '../platform.ts'
import { findChat, type Cast } from './people.ts'
import { Body, toView, type MessageView } from './transcript.ts'

export const TEXT_LIMIT = 4096

interface Deps {
  db: Db
  cast: Cast
  now: () => Date
  show: (message: MessageView) => void
}

/** Writes a message of the bot into the transcript, or changes the one it edits, and shows it. */
export async function sendToTranscript(deps: Deps, message: Outbound): Promise<SendOutcome> {
  const { db, cast, now, show } = deps
  if (!findChat(cast, message.chat)) return { state: 'refused', reason: 'chat not found', chatGone: true }
  if (message.body.text.length > TEXT_LIMIT) return { state: 'refused', reason: 'message is too long' }
  const { chat, edits, pin } = message
  const known = edits === undefined ? undefined : await pinnedState(db, chat, edits)
  const body = { ...(await toBody(deps, message)), pinned: pin !== undefined || known === true }
  const row =
    edits === undefined
      ? await appendMessage(db, { chat, body }, now())
      : await editMessage(db, { chat, id: rowId(edits), body }, now())
  if (!row) return { state: 'refused', reason: 'message to edit not found' }
  show(toView(row))
  if (pin?.replaces !== undefined) await unpin(deps, chat, pin.replaces)
  return { state: 'sent', messageId: String(row.id) }
}

async function pinnedState(db: Db, chat: string, id: string): Promise<boolean | undefined> {
  const row = await findMessage(db, chat, rowId(id))
  return row && Body.parse(row.body).pinned
}

async function unpin({ db, now, show }: Deps, chat: string, id: string) {
  const row = await findMessage(db, chat, rowId(id))
  if (!row) return
  const body = { ...Body.parse(row.body), pinned: false }
  const unpinned = await editMessage(db, { chat, id: row.id, body }, now())
  if (unpinned) show(toView(unpinned))
}

async function toBody({ db, now }: Deps, message: Outbound): Promise<Body> {
  const { body, choices, prompt, answers, file } = message
  return {
    ...body,
    choices,
    ...(prompt ? { prompt } : {}),
    ...(answers ? { replyTo: rowId(answers) } : {}),
    ...(file ? { file: await keep(file) } : {}),
  }

  async function keep(file: NonNullable<Outbound['file']>) {
    const { name, mime, base64 } = file
    return { id: await keepFile(db, file, now()), name, mime, size: Buffer.byteLength(base64, 'base64') }
  }
}

/** The row of a message id; 0, which no row has, for what is no id of ours. */
const rowId = (messageId: string) => (/^\d{1,15}$/.test(messageId) ? Number(messageId) : 0)
