import { z } from 'zod'
import { fold } from '#domain/fold.ts'
import { LOCALES, type Choice, type Locale } from '#domain/messages.ts'
import { UserError } from '#domain/user-error.ts'
import { setChatLocale } from '#prisma/chats.ts'
import type { Command } from './command.ts'

const NAMES: Record<Locale, string[]> = {
  vi: ['vi', 'vn', 'tieng viet', 'viet', 'vietnamese'],
  en: ['en', 'eng', 'tieng anh', 'anh', 'english'],
}

const CHOICES: Choice[][] = [
  LOCALES.map((locale) => ({ label: { key: `language-${locale}` }, line: `/ngonngu ${locale}` })),
]

/** Chooses Vietnamese or English for this chat. */
export const language: Command = {
  name: 'ngonngu',
  aliases: ['language', 'lang'],
  act: 'language',
  about: 'person',
  anyCouncil: true,
  args: z.string(),
  understands: (text) => Promise.resolve(namedLanguage(text) && text),
  run: async (context, text) => {
    if (!text) return [{ head: [{ key: 'language-choose' }], choices: CHOICES }]
    const locale = namedLanguage(text)
    if (!locale) throw new UserError('language-unknown', { text }, CHOICES)
    await setChatLocale(context.db, context.chat.id, locale)
    context.chat.locale = locale
    return [{ head: [{ key: 'language-set' }], replace: true }]
  },
}

/** The language that a text names, or undefined. */
export function namedLanguage(text: string): Locale | undefined {
  return LOCALES.find((locale) => NAMES[locale].includes(fold(text)))
}
