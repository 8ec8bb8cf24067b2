import type { PersonId } from '#domain/ids.ts'
import { LOCALES, type Locale } from '#domain/messages.ts'
import type { Db } from './database.ts'

const idIn = (locale: Locale) => `removed-${locale}` as PersonId

/** The persons who stand for all who were forgotten, one in each language. */
export const REMOVED_IDS: readonly PersonId[] = LOCALES.map(idIn)

/** The person who stands for all who were forgotten in councils of a language; `word`: "(đã xóa)", as the name. Made where it is new. */
export async function removedPerson(db: Db, locale: Locale, word: string, now: Date): Promise<PersonId> {
  const id = idIn(locale)
  await db.person.upsert({ where: { id }, create: { id, name: word, createdAt: now }, update: { name: word } })
  return id
}
