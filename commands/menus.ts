import { LOCALES, type Locale } from '#domain/messages.ts'
import type { Translate } from '#locales/translate.ts'

/** The commands that a chat app offers when somebody types "/"; without a language: to everybody who has another one. */
export interface Menu {
  scope: 'private' | 'group'
  language?: Locale
  commands: { command: string; description: string }[]
}

/** Telegram-safe names in each language, with the key of their description. */
const ENTRIES: { key: string; names: Record<Locale, string>; scopes: Menu['scope'][] }[] = [
  { key: 'menu-due', names: { vi: 'viec', en: 'due' }, scopes: ['private', 'group'] },
  { key: 'menu-calendar', names: { vi: 'lich', en: 'calendar' }, scopes: ['private', 'group'] },
  { key: 'menu-quota', names: { vi: 'chitieu', en: 'quota' }, scopes: ['private', 'group'] },
  { key: 'menu-done', names: { vi: 'xong', en: 'done' }, scopes: ['private', 'group'] },
  { key: 'menu-nominate', names: { vi: 'denghi', en: 'nominate' }, scopes: ['private', 'group'] },
  { key: 'menu-tally', names: { vi: 'tonghop', en: 'tally' }, scopes: ['private', 'group'] },
  { key: 'menu-rounds', names: { vi: 'dot', en: 'round' }, scopes: ['private', 'group'] },
  { key: 'menu-announce', names: { vi: 'thongbao', en: 'announce' }, scopes: ['private'] },
  { key: 'menu-units', names: { vi: 'donvi', en: 'units' }, scopes: ['private', 'group'] },
  { key: 'menu-plan', names: { vi: 'kehoach', en: 'plan' }, scopes: ['private'] },
  { key: 'menu-invite', names: { vi: 'moi', en: 'invite' }, scopes: ['private', 'group'] },
  { key: 'menu-link', names: { vi: 'lienket', en: 'link' }, scopes: ['group'] },
  { key: 'menu-settings', names: { vi: 'caidat', en: 'settings' }, scopes: ['private', 'group'] },
  { key: 'menu-audit', names: { vi: 'nhatky', en: 'audit' }, scopes: ['private'] },
  { key: 'menu-account', names: { vi: 'taikhoan', en: 'account' }, scopes: ['private'] },
  { key: 'menu-language', names: { vi: 'ngonngu', en: 'language' }, scopes: ['private', 'group'] },
  { key: 'menu-help', names: { vi: 'trogiup', en: 'help' }, scopes: ['private', 'group'] },
]

/** The menus of private chats and groups in each language, Vietnamese for whoever has another. */
export function commandMenus(translators: Record<Locale, Translate>): Menu[] {
  return (['private', 'group'] as const).flatMap((scope) => [
    { scope, commands: menuOf('vi', scope, translators.vi) },
    ...LOCALES.map((language) => ({ scope, language, commands: menuOf(language, scope, translators[language]) })),
  ])
}

function menuOf(locale: Locale, scope: Menu['scope'], translate: Translate): Menu['commands'] {
  return ENTRIES.filter(({ scopes }) => scopes.includes(scope)).map(({ key, names }) => ({
    command: names[locale],
    description: translate({ key }).text,
  }))
}
