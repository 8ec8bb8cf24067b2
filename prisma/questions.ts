import type { ChatId, PersonId } from '#domain/ids.ts'
import type { Db } from './database.ts'

/** A question that nobody answered by then is forgotten: later words are not meant for it. */
const VALID_MS = 30 * 60_000

/** Puts a question to a person in a chat, in place of an earlier one: the next words there are the rest of this command line. */
export async function ask(db: Db, to: { chatId: ChatId; personId: PersonId }, line: string, now: Date) {
  const expiresAt = new Date(now.getTime() + VALID_MS)
  const data = { line, expiresAt }
  await db.question.upsert({ where: { chatId_personId: to }, create: { ...to, ...data }, update: data })
}

/** The command line of a person's open question in a chat; undefined where there is none. It stays open. */
export async function openQuestion(
  db: Db,
  of: { chatId: ChatId; personId: PersonId },
  now: Date,
): Promise<string | undefined> {
  return (await questionAsked(db, of, now))?.line
}

/** A person's open question in a chat and when it was put; undefined where there is none. It stays open. */
export async function questionAsked(
  db: Db,
  of: { chatId: ChatId; personId: PersonId },
  now: Date,
): Promise<{ line: string; at: Date } | undefined> {
  const question = await db.question.findUnique({ where: { chatId_personId: of } })
  if (!question || question.expiresAt <= now) return undefined
  return { line: question.line, at: new Date(question.expiresAt.getTime() - VALID_MS) }
}

/** Takes the open question of a person in a chat: whatever comes next, it is not open any more. Undefined where there is none. */
export async function takeQuestion(
  db: Db,
  of: { chatId: ChatId; personId: PersonId },
  now: Date,
): Promise<string | undefined> {
  const [question] = await db.$queryRaw<{ line: string; expiresAt: Date }[]>`
    SELECT "line", "expiresAt" FROM "Question" WHERE "chatId" = ${of.chatId} AND "personId" = ${of.personId}`
  if (!question) return undefined
  await db.question.delete({ where: { chatId_personId: of } })
  return question.expiresAt > now ? question.line : undefined
}

/** Forgets what is asked in a chat. */
export async function forgetQuestionsIn(db: Db, chatId: ChatId) {
  await db.question.deleteMany({ where: { chatId } })
}

/** Removes questions whose time is over. Returns how many. */
export async function removeExpiredQuestions(db: Db, now: Date): Promise<number> {
  const { count } = await db.question.deleteMany({ where: { expiresAt: { lte: now } } })
  return count
}
