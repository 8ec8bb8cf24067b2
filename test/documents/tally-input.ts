import type { TallyInput } from '#documents/tally-input.ts'
import type { Locale } from '#domain/messages.ts'
import type { Round } from '#domain/rounds/round.ts'
import { standing } from '#domain/rounds/standing.ts'
import { tallyWords } from '#locales/tally-words.ts'
import { loadTranslators } from '#locales/translate.ts'

const translators = loadTranslators()

/** What the files of this round are made of, on 5 December 2025 at 17:05 in Việt Nam. */
export const tallyInput = (round: Round, locale: Locale = 'vi'): TallyInput => ({
  round,
  standing: standing(round),
  councilName: 'Hội đồng Thi đua - Khen thưởng phường An Lạc',
  issuer: 'Ủy ban nhân dân phường An Lạc',
  now: new Date('2025-12-05T10:05:00Z'),
  timeZone: 'Asia/Ho_Chi_Minh',
  words: tallyWords(translators[locale]),
})
