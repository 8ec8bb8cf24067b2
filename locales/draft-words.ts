import type { DraftWords } from '#domain/draft-words.ts'
import type { Translate } from './translate.ts'

/** The words of a draft's workbook in the language of `translate`. */
export function draftWords(translate: Translate): DraftWords {
  const say = (key: string) => translate({ key }).text
  return {
    overview: say('draft-overview'),
    howTo: say('draft-how-to'),
    openPoints: say('draft-open-points'),
    place: say('draft-place'),
    unitQuotas: say('draft-unit-quotas'),
    movementQuotas: say('draft-movement-quotas'),
  }
}
