import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { ChatId, PersonId, PromptId } from '#domain/ids.ts'
import type { Db } from './database.ts'
import type { Prisma, Prompt as PromptRow } from './generated/client.ts'

const VALID_DAYS = 30
const Lines = z.array(z.string())

/** Whom choices are for, and what each stands for. */
export interface Opened {
  chatId: ChatId
  personId: PersonId | undefined
  /** Whose question was answered in a group; undefined where it was said to whoever is in the chat. */
  askedById: PersonId | undefined
  lines: string[]
  menu: boolean
  standing: boolean
}

/**
 * Opens the choices of a message: line i is what choice i stands for. Of a `menu` each can be taken once, of a `standing` prompt any, again and
 * again, and of any other prompt one in all. Without lines nothing can be taken: later numbers are not meant for what was said before.
 */
export async function openPrompt(db: Db, given: Opened, now: Date): Promise<PromptId> {
  const id = randomUUID() as string as PromptId
  const expiresAt = new Date(now.getTime() + VALID_DAYS * 86_400_000)
  const { chatId, personId = null, askedById = null, lines, menu, standing } = given
  const answeredAt = lines.length > 0 ? null : now
  // As in the outbox: a morning opens thousands.
  await db.$executeRaw`
    INSERT INTO "Prompt" ("id", "chatId", "personId", "askedById", "choices", "createdAt", "expiresAt", "answeredAt", "menu", "standing")
    VALUES (${id}, ${chatId}, ${personId}, ${askedById}, ${JSON.stringify(lines)}, ${now}, ${expiresAt}, ${answeredAt}, ${menu}, ${standing})`
  return id
}

/**
 * Takes choice `index` of a prompt: its command line, once unless the prompt stands. Undefined where the prompt is not of this chat, not for this person, answered,
 * expired or without such a choice; then nothing changes.
 */
export async function takeChoice(
  db: Db,
  taken: { promptId: string; index: number; chatId: ChatId; personId: PersonId },
  now: Date,
): Promise<string | undefined> {
  const open = {
    id: taken.promptId,
    chatId: taken.chatId,
    answeredAt: null,
    expiresAt: { gt: now },
    OR: [{ personId: null }, { personId: taken.personId }],
  }
  const prompt = await db.prompt.findFirst({ where: open })
  const line = prompt ? Lines.parse(prompt.choices)[taken.index] : undefined
  if (line === undefined || prompt?.standing) return line
  const mine = prompt?.menu ? await takeFromMenu(db, taken) : await closePrompt(db, open, now)
  return mine ? line : undefined
}

const MINUTE = 60_000
/**
 * How long a number answers what somebody asked in a group: as long as a question to a person stands. Later on the talk has moved on, and a number
 * in it is hardly an answer.
 */
const ASKED_MS = 30 * MINUTE
/** How long it answers what was said to a whole group or in private, such as a morning's reminder: until the next one comes. */
const SAID_MS = 24 * 60 * MINUTE
/** The newest ones are looked at; of those a message may not have been sent yet, or never be. */
const MOST_LOOKED_AT = 20

/** The choices that a number can take. */
export interface Numbered {
  promptId: PromptId
  /** How many choices there are. */
  count: number
}

/**
 * The choices that `number` of this person in this chat is meant for: those under the newest message for this person there, as long as they are open
 * and not too old, whether the number is among them or not. Undefined where there are none: what was said before is closed for numbers. Only what
 * answers a menu's choice, and may offer to take it back, leaves the menu's other numbers open.
 */
export async function promptByNumber(
  db: Db,
  { chatId, personId }: { chatId: ChatId; personId: PersonId },
  number: number,
  now: Date,
): Promise<Numbered | undefined> {
  const [newest, before] = await shownTo(db, { chatId, personId }, now)
  if (!newest) return undefined
  const passes = linesOf(newest).length === 1 && number > 1 && (before?.menu === true || before?.standing === true)
  return asOpen(passes ? before : newest, now)
}

/** The choices under one message that a number of this person, as a reply to it, is meant for; undefined where they are closed or another's. */
export async function promptReplied(
  db: Db,
  { promptId, chatId, personId }: { promptId: PromptId; chatId: ChatId; personId: PersonId },
  now: Date,
): Promise<Numbered | undefined> {
  const prompt = await db.prompt.findFirst({ where: { id: promptId, chatId, AND: numbersOf(personId) } })
  return prompt ? asOpen(prompt, now) : undefined
}

/** The bot's message with this id in a chat, with its prompt where it offers something; undefined where it is none of the bot's. */
export async function saidHere(
  db: Db,
  chatId: ChatId,
  messageId: string,
): Promise<{ promptId: PromptId | undefined } | undefined> {
  // A long text is several messages, their ids in one.
  const rows = await db.outbox.findMany({
    where: { chatId, externalId: { contains: messageId } },
    select: { externalId: true, promptId: true },
  })
  const row = rows.find(({ externalId }) => externalId?.split(',').includes(messageId))
  return row && { promptId: (row.promptId ?? undefined) as PromptId | undefined }
}

/** What the newest choices stand for that were offered to a person's own question in a group since then; none where there are none. */
export async function linesAskedFor(
  db: Db,
  { chatId, personId }: { chatId: ChatId; personId: PersonId },
  since: Date,
): Promise<string[]> {
  const where = { chatId, askedById: personId, createdAt: { gt: since } }
  const newest = await db.prompt.findFirst({ where, orderBy: { createdAt: 'desc' } })
  return newest ? linesOf(newest) : []
}

const linesOf = ({ choices }: { choices: unknown }) => Lines.parse(choices)

/** Whose numbers take choices: whoever may take them, and in a group only the asker's. */
const numbersOf = (personId: PersonId) => [
  { OR: [{ personId: null }, { personId }] },
  { OR: [{ askedById: null }, { askedById: personId }] },
]

function asOpen(prompt: PromptRow, now: Date): Numbered | undefined {
  if (prompt.answeredAt || isTooOld(prompt, now)) return undefined
  return { promptId: prompt.id as PromptId, count: linesOf(prompt).length }
}

/** The two newest prompts that a person sees in a chat, the newest first. */
async function shownTo(db: Db, { chatId, personId }: { chatId: ChatId; personId: PersonId }, now: Date) {
  const since = { gt: new Date(now.getTime() - SAID_MS) }
  const prompts = await db.prompt.findMany({
    where: { chatId, createdAt: since, AND: numbersOf(personId) },
    orderBy: { createdAt: 'desc' },
    take: MOST_LOOKED_AT,
  })
  const rows = await db.outbox.findMany({
    where: { chatId, promptId: { in: prompts.map(({ id }) => id) }, state: { in: ['sending', 'sent', 'uncertain'] } },
    orderBy: { id: 'desc' },
    take: 2,
    select: { promptId: true },
  })
  return rows.map(({ promptId }) => prompts.find(({ id }) => id === promptId)!)
}

function isTooOld({ askedById, createdAt }: { askedById: string | null; createdAt: Date }, now: Date): boolean {
  return now.getTime() - createdAt.getTime() >= (askedById === null ? SAID_MS : ASKED_MS)
}

async function closePrompt(db: Db, open: Prisma.PromptWhereInput, now: Date): Promise<boolean> {
  const { count } = await db.prompt.updateMany({ where: open, data: { answeredAt: now } })
  return count === 1
}

async function takeFromMenu(db: Db, { promptId, index }: { promptId: string; index: number }): Promise<boolean> {
  if (await db.takenChoice.findUnique({ where: { promptId_index: { promptId, index } } })) return false
  await db.takenChoice.create({ data: { promptId, index } })
  return true
}

/** Closes all that is offered in a chat. */
export async function closePromptsIn(db: Db, chatId: ChatId, now: Date) {
  await db.prompt.updateMany({ where: { chatId, answeredAt: null }, data: { answeredAt: now } })
}

/** Removes prompts whose time is over. Returns how many. */
export async function removeExpiredPrompts(db: Db, now: Date): Promise<number> {
  const { count } = await db.prompt.deleteMany({ where: { expiresAt: { lte: now } } })
  return count
}
