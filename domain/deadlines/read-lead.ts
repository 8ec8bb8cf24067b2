import { FILLERS, WORDS, type Force } from './connectives.ts'
import { matchAt } from './numbers.ts'

const STRENGTH: Force[] = ['before', 'by', 'around', 'done', 'in']
const FORCE_OF = new Map(
  STRENGTH.toReversed().flatMap((force) => WORDS[force].map((word) => [word.replaceAll(' ', ''), force] as const)),
)
/** Scanning also drops the spaces: "trướcngày 15/3", "chậmnhất". */
const PHRASE = new RegExp(
  String.raw`(?:${[...Object.values(WORDS).flat(), ...FILLERS]
    .sort((a, b) => b.length - a.length)
    .join('|')
    .replaceAll(' ', String.raw`\s?`)})(?!(?!ngay ?\d)[a-z])[\s:,]{0,3}`,
  'y',
)

const CLOCK = String.raw`\d{1,2}\s?(?:(?:h|g|gio)\s?(?:\d{2}(?!\d))?|:\d{2}(?!\d))(?:\s?(?:phut|ph|p)(?![a-z])|['’′"”]{1,2})?`
const HOURS = new RegExp(
  String.raw`(?:luc |tu )?(${CLOCK})(?![a-z\d])(?:\s?(?:-|den)\s?${CLOCK}(?![a-z\d]))?(?: (?:sang|trua|chieu|toi)(?![a-z]))?[\s,;:]{0,3}(?:cua )?`,
  'y',
)
const DAY_HALF = /(?:buoi |cuoi gio |dau gio )?(?:sang|trua|chieu|toi|dem)(?= (?:ngay|thu|\d|chu nhat|cac ngay)),? /y
const WEEKDAY =
  /(?:ngay )?(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat|cn|t[2-7])(?![a-z\d])[\s,]{0,2}\(?(?=ngay|\d)/y
const DAY_WORD =
  /(?:(?:cac |cac buoi |nhung |(?<!(?:lan|dot|ky|phien|vong|buoi|so|cap|nhom) )(?:0?[2-9]|1\d|hai|ba) )?ngay|dip|(?<!ty )le|tet) ?:?\s?(?=\d|l\d|mung|mong)/y
const MIDNIGHT = /^0{1,2}\s?(?:h|g|:)/

/** The words before a time, and where the time itself should begin. */
export interface Lead {
  force: Force | undefined
  /** "ngày" stands directly before, so a number alone can be a day. */
  day: boolean
  /** Words introduce a time, so its short forms ("15-3", "3/2025") may be taken for one. */
  bold: boolean
  end: number
}

/**
 * Reads the connectives, hours and weekdays that stand at `index` before a time. An hour turns "trước 17 giờ ngày 15" into `by`: the
 * 15th itself is still good.
 */
export function readLead(plain: string, index: number): Lead {
  const lead: Lead = { force: undefined, day: false, bold: false, end: index }
  for (let words = 0; words < 8; words++) {
    const hours = matchAt(plain, HOURS, lead.end)
    const phrase = hours ? null : matchAt(plain, PHRASE, lead.end)
    const rest = hours ?? phrase ?? matchAt(plain, DAY_HALF, lead.end) ?? matchAt(plain, WEEKDAY, lead.end)
    if (!rest) break
    if (hours && lead.force === 'before' && !MIDNIGHT.test(hours[1] ?? '')) lead.force = 'by'
    lead.day = /ngay\W*$/.test(phrase?.[0] ?? '')
    const force = phrase && FORCE_OF.get(phrase[0].replace(/[\s:,]/g, ''))
    if (force) lead.force = stronger(lead.force, force)
    if (phrase) lead.bold = true
    lead.end += rest[0].length
  }
  const day = matchAt(plain, DAY_WORD, lead.end)
  if (day) Object.assign(lead, { day: true, bold: true, end: lead.end + day[0].length })
  return lead
}

function stronger(a: Force | undefined, b: Force): Force {
  return a && STRENGTH.indexOf(a) < STRENGTH.indexOf(b) ? a : b
}
