import { QUOTA_CATEGORIES, type QuotaCategory } from '../plan.ts'
import { ROLES } from './phrases.ts'
import { phraseFinder } from './spelling.ts'
import {
  AFTER_YEAR,
  BEFORE_NAME,
  BEFORE_YEAR,
  CATEGORY_WORDS,
  FAMILY_TITLES,
  LOOSE_CATEGORY_WORDS,
  NUMERALS,
  type ContextualRole,
  type Role,
} from './words.ts'

const phrasesOf = (role: Role) => ROLES[role].split(/\s*[,\n]\s*/).filter(Boolean)
const flagged = (phrases: readonly string[]) => phraseFinder(phrases.map((phrase) => [phrase, true]))
const isContextual = (role: Role): role is ContextualRole =>
  role === 'nothing' || role === 'refusal' || role === 'ordinal' || role === 'place' || role === 'measure'

/** What a phrase does wherever it stands. Of two that look the same without marks, the role that needs more care is taken. */
export const roleAt = phraseFinder(
  (Object.keys(ROLES) as Role[])
    .reverse()
    .flatMap((role) => (isContextual(role) ? [] : phrasesOf(role).map((phrase) => [phrase, role] as const))),
)
/** Phrases that count only beside a number or behind "không". */
export const nothingAt = flagged(phrasesOf('nothing'))
export const refusalAt = flagged(phrasesOf('refusal'))
export const measureAt = flagged(phrasesOf('measure'))
export const ordinalAt = phraseFinder(
  (['ordinal', 'place'] as const).flatMap((role) => phrasesOf(role).map((phrase) => [phrase, role] as const)),
)

interface CategoryWord {
  category: QuotaCategory
  /** It names people or bodies, and nominations only among words that are plain about it. */
  loose: boolean
  /** An abbreviation, or a word that is also part of names. */
  short: boolean
  /** Only behind a number; else a movement's name. */
  title: boolean
}

export const categoryAt = phraseFinder(
  QUOTA_CATEGORIES.flatMap((category) => {
    const plain = { category, loose: false, short: false, title: false }
    const entries = (phrases: readonly string[], known: Partial<CategoryWord>) =>
      phrases.map((phrase): [string, CategoryWord] => [phrase, { ...plain, ...known }])
    return [
      ...CATEGORY_WORDS[category].flatMap((phrase) => entries([phrase], { short: isAmbiguous(phrase) })),
      ...entries(LOOSE_CATEGORY_WORDS[category], { loose: true, short: true }),
      ...entries(category === 'family' ? FAMILY_TITLES : [], { title: true, short: true }),
    ]
  }),
)

/** "TT" is also a centre, "CN" a Sunday, "GĐ" a director; families are in many names. */
function isAmbiguous(phrase: string): boolean {
  return phrase.length <= 3 || phrase === 'gia đình'
}

export const signOf = phraseFinder(Object.entries(NUMERALS))
export const isBeforeName = flagged(BEFORE_NAME)
export const isBeforeYear = flagged(BEFORE_YEAR)
export const isAfterYear = flagged(AFTER_YEAR)
