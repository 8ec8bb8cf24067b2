import { randomUUID } from 'node:crypto'
import type { Inbound } from '#domain/messages.ts'
import type { Db } from '#prisma/database.ts'
import { appendMessage, editMessage, findMessage, keepFile } from '#prisma/playground.ts'
import { findChat, findPerson, isIn, type Cast, type PlaygroundChat } from './people.ts'
import { pressToInbound, saidToInbound, type Speaker } from './to-inbound.ts'
import { Body, toView, type MessageView } from './transcript.ts'

/** What messages were before they were changed stands in the transcript under an address that no chat has. */
const CHANGES = 'playground:changes'

interface Deps {
  db: Db
  cast: Cast
  now: () => Date
  show: (message: MessageView) => void
  hand: (inbound: Inbound) => Promise<void>
}

/** Who does something where, in which language of the page. */
interface Act {
  person: string
  chat: string
  language: string
}

export interface Upload {
  name: string
  mime: string
  bytes: Uint8Array
}

/** The page asked for something that is not there, or not this person's. */
export class Refusal extends Error {}

/** A person writes into a chat, perhaps with a file: it is shown, and the bot gets it where it is addressed. */
export async function say(
  deps: Deps,
  act: Act & { text: string; replyTo?: number | undefined; file?: Upload; album?: string | undefined },
) {
  const { db, cast, now, show, hand } = deps
  const { chat, speaker } = place(cast, act)
  const { text, replyTo, album } = act
  const answered = replyTo === undefined ? undefined : await authorOf(deps, chat, replyTo)
  const file = act.file && (await keep(db, act.file, now()))
  const body: Body = { text, spans: [], choices: [], ...(replyTo ? { replyTo } : {}), ...(file ? { file } : {}) }
  const row = await appendMessage(db, { chat: chat.externalId, sender: act.person, body }, now())
  show(toView(row))
  const inbound = saidToInbound({ id: row.id, chat, speaker, text, replyTo, answered, file, album })
  if (inbound) await hand(inbound)
}

/** A person changes the text of an own message: it is shown so, and the bot gets it as it would get a new one. */
export async function change(deps: Deps, act: Act & { message: number; text: string }) {
  const { db, cast, now, show, hand } = deps
  const { chat, speaker } = place(cast, act)
  const { message: id, text } = act
  const before = await findMessage(db, chat.externalId, id)
  const body = before && Body.parse(before.body)
  if (before?.sender !== act.person || !body || body.file) throw new Refusal('no text of this person')
  // what was said before is kept in the transcript, too, and its row is the number of the change
  const { id: number } = await appendMessage(db, { chat: CHANGES, sender: act.person, body: { ...body, id } }, now())
  const row = await editMessage(db, { chat: chat.externalId, id, sender: act.person, body: { ...body, text } }, now())
  if (row) show(toView(row))
  const { replyTo } = body
  const answered = replyTo === undefined ? undefined : await authorOf(deps, chat, replyTo)
  const inbound = saidToInbound({ id, change: number, chat, speaker, text, replyTo, answered })
  if (inbound) await hand(inbound)
}

/** A person presses button `index` (counted through all rows) of a message. */
export async function press(deps: Deps, act: Act & { message: number; index: number }) {
  const { chat, speaker } = place(deps.cast, act)
  const row = await findMessage(deps.db, chat.externalId, act.message)
  const { prompt, choices } = row ? Body.parse(row.body) : {}
  if (prompt === undefined || act.index >= (choices?.flat().length ?? 0)) throw new Refusal('no such button')
  await deps.hand(pressToInbound({ ...act, prompt, press: randomUUID() }, chat, speaker))
}

function place(cast: Cast, act: Act): { chat: PlaygroundChat; speaker: Speaker } {
  const person = findPerson(cast, act.person)
  const chat = findChat(cast, act.chat)
  if (!person || !chat || !isIn(chat, person)) throw new Refusal('this person is not in this chat')
  return { chat, speaker: { person, language: act.language } }
}

async function authorOf({ db, cast }: Deps, chat: PlaygroundChat, id: number) {
  const row = await findMessage(db, chat.externalId, id)
  if (!row) throw new Refusal('no such message')
  return row.sender === undefined ? 'bot' : findPerson(cast, row.sender)
}

async function keep(db: Db, { name, mime, bytes }: Upload, now: Date) {
  const base64 = Buffer.from(bytes).toString('base64')
  return { id: await keepFile(db, { name, mime, base64 }, now), name, mime, size: bytes.length }
}
