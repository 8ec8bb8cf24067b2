import { foldInPlace } from './fold.ts'
import { contentWords, withoutFillers } from './question-words.ts'

/** What is wanted of the quotas. */
export interface QuotaQuestion {
  /** The asker's own unit. */
  mine: boolean
  /** Full names between quotes, of a unit, a movement or both, as the bot itself writes them. */
  names: string[]
  /** What is left and may name a unit, a movement or both; may be empty. */
  rest: string
  /** As plans write it, "14/KH-UBND", or its first number alone. */
  planNumber: string | undefined
  year: number | undefined
  /** From 1. */
  page: number
  /** The text without its page. */
  line: string
}

const PAGE = /\b(?:trang|page) (\d{1,4})$/
const QUOTED = /"([^"]+)"/
const PLAN =
  /\b(?:ke hoach|kh|plan)\s+(?:so\s+|no\.?\s*)?(?!(?:19|20)\d\d\b(?!\/))(\d{1,5}[a-z]?(?:[/-][a-z\d.-]*[a-z\d])*)/
const YEAR = /\b(?:(?:trong|cua|in|for)\s+)*(?:nam|year|in|for)\s+(20\d\d)\b/
const THIS_YEAR = /\b(?:trong\s+|cua\s+)?(?:nam nay|this year)\b/
const MINE =
  /\bcua (?:chung toi|chung em|chung minh|toi|em|minh)\b|\b(?:(?:cua|cho) )?(?:don vi|bo phan|co quan|phong|ban) (?:chung toi|chung em|chung minh|toi|em|minh)\b|\b(?:my|our) (?:own )?(?:unit|department|team|office|division)(?:'s)?\b|\bmine\b/

/** Reads what stands behind /chitieu, or a plain sentence that asks for quotas. Never throws. */
export function readQuotaQuestion(text: string): QuotaQuestion {
  let left = text.normalize('NFC').replace(/[“”„]/g, '"').replace(/[’‘]/g, "'").replace(/\s+/g, ' ').trim()
  const take = (phrase: RegExp): string | undefined => {
    const match = phrase.exec(foldInPlace(left))
    if (!match) return undefined
    const group = match[1] ?? match[0]
    const at = match.index + match[0].indexOf(group)
    const written = left.slice(at, at + group.length)
    left = `${left.slice(0, match.index)} ${left.slice(match.index + match[0].length)}`.trim()
    return written
  }
  const page = take(PAGE)
  const line = left
  const names = [take(QUOTED), take(QUOTED)].filter((name) => name !== undefined)
  const planNumber = take(PLAN)
  const year = take(YEAR)
  take(THIS_YEAR)
  const mine = take(MINE) !== undefined
  return {
    mine,
    names,
    rest: aboutWhat(left),
    planNumber: planNumber?.toUpperCase(),
    year: year ? Number(year) : undefined,
    page: Number(page ?? 1),
    line,
  }
}

/** Words, folded, that ask for quotas and name neither a unit nor a movement. */
const ASKING =
  /\b(?:(?:bang )?(?:phan bo )?(?:chi tieu|quotas?)|bao nhieu(?: nguoi)?|may (?:nguoi|tap the|ca nhan|ho|gia dinh)|may$|how many|how much|so luong|duoc (?:giao|phan bo|xet|khen thuong|khen)|duoc|de nghi|de cu|gioi thieu|khen thuong|nominat(?:e|es|ed|ions?)|(?:can|may) be|collectives?|individuals?|tap the|ca nhan|tong(?: so| cong)?)\b/g

function aboutWhat(text: string): string {
  const stretches = text.replace(/[?!.,;:]+/g, ' ').trim()
  const folded = foldInPlace(stretches)
  let words = ''
  let from = 0
  for (const { 0: found, index } of folded.matchAll(ASKING)) {
    words += `${stretches.slice(from, index)}|`
    from = index + found.length
  }
  words += stretches.slice(from)
  const rest = words
    .split('|')
    .map((part) => withoutFillers(part.trim()))
    .filter((part) => contentWords(part).length > 0)
    .join(' ')
  return EVERYTHING.test(foldInPlace(rest)) ? '' : rest
}

/** "Các phong trào", "mỗi đơn vị": that is all there is. */
const EVERYTHING =
  /^(?:(?:cac|moi|tung|nhung|tat ca|all|each|every|the|per|by) )*(?:(?:phong trao|thi dua|toan dan|don vi|bo phan|co quan|units?|movements?|commendation)(?: |$))+$/

const QUOTA = /(?<!\p{L})(?:chi tieu|quotas?)(?!\p{L})/u
const HOW_MANY =
  /\bso luong (?:duoc )?(?:de nghi )?(?:khen|xet)\b|\bduoc (?:\S+ ){0,3}(?:de nghi|de cu|gioi thieu|xet|khen)\b.*\b(?:may|bao nhieu)\b|\bhow many\b.*\b(?:can|may|allowed)\b.*\bnominat|\bhow many\b.*\bnominations?\b.*\b(?:can|may|allowed)\b/
const OUTRIGHT =
  /\b(?:bao nhieu|la gi|may|the nao|ra sao|nhu nao|xem|cho (?:toi|em|minh) (?:biet|xem|hoi)|bang|danh sach|what|which|how many|how much|show|list|tell)\b|\?/

/** Whether a plain sentence speaks of quotas; `outright`: it asks for them, so that what it names need not be known. */
export function speaksOfQuotas(text: string): { outright: boolean } | undefined {
  const words = foldInPlace(text.normalize('NFC'))
  if (HOW_MANY.test(words)) return { outright: true }
  return QUOTA.test(words) ? { outright: OUTRIGHT.test(words) } : undefined
}
