import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { ChatId, PersonId, PromptId } from '#domain/ids.ts'
import type { Db } from './database.ts'
import type { Prisma } from './generated/client.ts'

const VALID_DAYS = 30
const Lines = z.array(z.string())

/**
 * Opens the choices of a message: line i is what choice i stands for. Of a `menu` each can be taken once, of a `standing` prompt any, again and
 * again, and of any other prompt one in all.
 */
export async function openPrompt(
  db: Db,
  given: { chatId: ChatId; personId: PersonId | undefined; lines: string[]; menu: boolean; standing: boolean },
  now: Date,
): Promise<PromptId> {
  const id = randomUUID() as string as PromptId
  const expiresAt = new Date(now.getTime() + VALID_DAYS * 86_400_000)
  const { chatId, personId = null, lines, menu, standing } = given
  // As in the outbox: a morning opens thousands.
  await db.$executeRaw`
    INSERT INTO "Prompt" ("id", "chatId", "personId", "choices", "createdAt", "expiresAt", "menu", "standing")
    VALUES (${id}, ${chatId}, ${personId}, ${JSON.stringify(lines)}, ${now}, ${expiresAt}, ${menu}, ${standing})`
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

async function closePrompt(db: Db, open: Prisma.PromptWhereInput, now: Date): Promise<boolean> {
  const { count } = await db.prompt.updateMany({ where: open, data: { answeredAt: now } })
  return count === 1
}

async function takeFromMenu(db: Db, { promptId, index }: { promptId: string; index: number }): Promise<boolean> {
  if (await db.takenChoice.findUnique({ where: { promptId_index: { promptId, index } } })) return false
  await db.takenChoice.create({ data: { promptId, index } })
  return true
}

/** Removes prompts whose time is over. Returns how many. */
export async function removeExpiredPrompts(db: Db, now: Date): Promise<number> {
  const { count } = await db.prompt.deleteMany({ where: { expiresAt: { lte: now } } })
  return count
}
