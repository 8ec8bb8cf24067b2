import { addDays } from './dates.ts'
import { foldInPlace } from './fold.ts'
import { contentWords, withoutFillers } from './question-words.ts'
import { periodLine } from './period.ts'
import type { Period } from './period.ts'
import { readPeriod } from './read-period.ts'
import type { PeriodContext } from './read-period.ts'

/** A question about what is due. */
export interface DueQuestion {
  scope: 'period' | 'overdue' | 'undated'
  /** Undefined where none was named: the caller's default, a quarter. */
  period?: Period
  /** The asker's own unit. */
  unit: 'mine' | undefined
  /** What is left of the text and may name a unit. */
  unitText?: string
  /** As plans write it, "14/KH-UBND", or its first number alone. */
  planNumber?: string
  /** From 1. */
  page?: number
  /** Whether words of asking were there (đến hạn, việc gì, what's due). */
  asked: boolean
  /** Of a question when something is: the words that say what ("tổng", "kết"). */
  about?: string[]
  /** Nothing is asked and more is said than a period, a unit or a plan: "hôm qua họp 15/3 vui quá". */
  chatter?: true
}

const QUOTED = /"([^"]+)"/
const PLAN =
  /(?:(?:ke hoach|kh|plan)\s+(?:so\s+|no\.?\s*)?(?=\S*[a-z])(\d{1,5}[a-z]?(?:[/-][a-z\d.-]*[a-z\d])+)|(?:ke hoach|kh|plan)\s+(?:so\s+|no\.?\s*)?(?!(?:19|20)\d\d(?!\d))(\d{1,5})(?![\d/.-]|\s*(?:ngay|thang|nam|tuan|viec)\b)|(?<![\d/])(\d{1,5}(?:\/\d{4})?\/[a-z]{2,}(?:-[a-z]+)*))(?:\s+ngay\s+\d{1,2}[/.-]\d{1,2}[/.-]\d{4})?/
const PAGE = /\b(?:trang|page)\s*(?:so\s+)?(\d{1,3})\b/
const OVERDUE =
  /\b(?:(?:bi|da)\s+)?(?:qua|tre|cham|lo)\s+(?:thoi\s+)?(?:han|hen)\b|\b(?:tre|cham)\s+(?:tien do|deadline|tre)\b|\bda het han\b|\boverdue\b|\bpast due\b|\b(?:running )?late\b|\bmissed\b|\b(?:viec|nhiem vu|muc|cai)(?:\s+(?:gi|nao|dang|con|bi|da))*\s+(?:tre(?! em\b)|cham|lo)\b/
const UNDATED =
  /\b(?:khong|ko|chua)\s+(?:(?:co|ghi|dinh|an dinh|xac dinh|quy dinh|ro)\s+)+(?:(?:ngay|han|thoi han|thoi gian|moc)\b(?!\s+nao)(?:\s+(?:cu the|hoan thanh))?)|\b(?:khong|chua) an dinh\b|\bundated\b|\b(?:no|without)\s+(?:an?\s+)?(?:fixed\s+|due\s+)?(?:dates?|deadlines?)\b|\bviec thuong xuyen\b/
const SOON = /\b(?:sap|gan)\s+(?:den\s+|toi\s+|het\s+)?(?:han|ngay nop|thoi han)\b|\bdue soon\b/
const SELF = 'chung toi|chung em|chung minh|chung ta|bon em|tui|toi|em|minh'
const BODY = 'don vi|bo phan|co quan|phong|ban|ben|dv|to'
const MINE = new RegExp(
  `\\b(?:cua|cho|ben)\\s+(?:${BODY})?\\s*(?:${SELF})\\b|\\b(?:${BODY})\\s+(?:${SELF})\\b|\\b(?:${SELF})\\s+(?=(?:con\\s+|phai\\s+|can\\s+|se\\s+|dang\\s+)?(?:co|con|lam|phai|nop|no)\\s)|\\b(?:my|our)\\s+(?:own\\s+)?(?:unit|department|team|office|division)(?:'s)?\\b|\\b(?:my|our)\\b(?=\\s+(?:task|deadline|work|job))|\\b(?:for|to) (?:me|us)\\b|\\bmine\\b|\\b(?:do|must|should|have) (?:i|we)\\b`,
)
const BY_ITSELF = new RegExp(`^(?:${SELF})\\s`)
const HELP_ME = /\b(?:giup|gui|nhac|bao|cho|noi|chi)\s+(?:cho\s+)?(?:em|toi|minh|chung em|chung toi)\b/
/** Words that can only be about tasks. */
const OF_TASKS =
  /\b(?:den|toi|het|thoi|nop) han\b|\bhan\b|\bdeadlines?\b|\bdue\b|\bviec\b|\bnhiem vu\b|(?<!du )\blich\b(?! su)|\btien do\b|\bton dong\b|\btasks?\b|\bto-?do\b|\bco (?:lich )?(?:hop|phien)(?: \S+){0,6} (?:khong|ko|k|hong)\b|\bschedule\b|\bagenda\b|\b(?:have|has|had) to (?:do|finish|submit)\b/
/** Words that ask, of tasks or of anything else. */
const ASKING =
  /\b(?:co|con|lam|nop|nhung|phai|can)\s+(?:nhung\s+|cai\s+)?(?:gi|j|chi)\b|\bgi (?:khong|ko|ha|the)\b|\b(?:thi sao|the nao|ra sao|ntn)\b|\b(?:bao gio|khi nao|luc nao|hom nao|ngay nao)\b|\b(?:chua|can|phai) (?:xong|lam|nop|hoan thanh)\b|\bwhat'?s (?:left|next|on|open|pending|coming|planned)\b|\bwhat (?:is|are) (?:left|next|on|open|pending|coming)\b|\bwhat (?:do|must|should) (?:i|we)\b|\bwhat about\b|\banything\b/
const TOLD =
  /\b(?:da|vua) (?:xong|lam xong|hoan thanh|nop|gui)\b|\b(?:xong|nop|lam|gui) (?:roi|het)\b|\bdang lam\b|\b(?:cam on|thank(?:s| you))\b/
/** "Không có gì đâu": an answer, not a question. */
const NOTHING =
  /^(?:(?:da|vang|u|uh|ok|oke)[\s,]+)*(?:(?:khong|ko|k|chang|chua)\s+(?:co\s+)?|co\s+(?=(?:viec\s+)?(?:gi|chi)\s+dau))(?:viec\s+)?(?:gi|chi)(?:\s+(?:dau|ca|het|a|nhe|em|anh|chi|bac|moi nguoi|oi))*[\s.]*$/
const WHEN = /\b(?:bao gio|khi nao|luc nao|hom nao|ngay nao|thang nao|thang may|quy may|tuan may|ngay may|when)\b/
const DOUBT = /\?|\b(?:gi|nao|chua|khong|ko|bao gio|what|which|when)\b/

/**
 * Reads a question about deadlines in Vietnamese or English, with or without diacritics, also the argument of /viec. Undefined for text
 * that asks nothing and names no period. `unknownPeriod`: a phrase that looks like a period and is none, as written.
 */
export function readQuestion(
  text: string,
  context: PeriodContext,
): DueQuestion | { unknownPeriod: string } | undefined {
  const left = remainder(text)
  const quoted = left.take(QUOTED)
  const plan = left.take(PLAN)
  const page = left.take(PAGE)
  const asking = OF_TASKS.test(left.words()) || ASKING.test(left.words())
  const told = (TOLD.test(left.words()) && !DOUBT.test(left.words())) || NOTHING.test(left.words())
  const overdue = left.take(OVERDUE)
  const undated = !overdue && left.take(UNDATED)
  const soon = !overdue && !undated && left.take(SOON)
  const read = readPeriod(left.text(), context)
  if (read && 'unknown' in read) return { unknownPeriod: read.unknown }
  const rest = remainder(read?.rest ?? left.text())
  rest.take(HELP_ME)
  const mine = rest.take(MINE)
  const asked = (Boolean(overdue || undated || soon) || asking) && !told
  const period = read?.period ?? (soon ? next30(context) : undefined)
  const named = mine && !BY_ITSELF.test(foldInPlace(mine[0] ?? ''))
  if (!asked && !period && !plan && !page && !named) return undefined
  const number = plan?.[1] ?? plan?.[2] ?? plan?.[3]
  const unitText = quoted?.[1] ?? unitWords(rest.text())
  const said = contentWords(rest.text())
  const about = WHEN.test(rest.words()) ? said.filter((word) => /\p{L}{2}/u.test(word)) : []
  const chatter = !asked && said.some((word) => !unitText?.includes(word))
  return {
    scope: overdue ? 'overdue' : undated ? 'undated' : 'period',
    ...(period && { period }),
    unit: mine ? 'mine' : undefined,
    ...(unitText && { unitText }),
    ...(number && { planNumber: number.toUpperCase() }),
    ...(page && { page: Number(page[1]) }),
    asked,
    ...(about.length > 0 && { about }),
    ...(chatter && { chatter }),
  }
}

/** Whether a question names tasks or deadlines outright ("việc", "đến hạn"), so that what else it says need not be understood. */
export const asksOfTasks = (text: string): boolean => {
  const words = remainder(text).words()
  return OF_TASKS.test(words) || OVERDUE.test(words) || UNDATED.test(words)
}

/** The words after /viec that read back to the same question, whatever today is. Names stand in quotes. */
export function questionLine(question: {
  scope: DueQuestion['scope']
  period?: Period
  mine?: boolean
  unitName?: string
  planNumber?: string
}): string {
  const { scope, period, mine, unitName, planNumber } = question
  const parts = [
    scope === 'overdue' ? 'việc quá hạn' : scope === 'undated' ? 'việc không ấn định ngày' : period ? '' : 'việc',
    period && periodLine(period),
    mine && 'của đơn vị tôi',
    planNumber && `kế hoạch ${planNumber}`,
    unitName && `"${unitName.replaceAll('"', "'")}"`,
  ]
  return parts.filter(Boolean).join(' ')
}

const next30 = ({ today }: PeriodContext): Period => ({ kind: 'days', from: today, to: addDays(today, 30) })

/** A text out of which phrases are taken, found without regard to marks; what is left keeps its marks. */
function remainder(text: string) {
  let left = text.normalize('NFC').replace(/[“”„]/g, '"').replace(/[’‘]/g, "'").replace(/\s+/g, ' ')
  const words = () => foldInPlace(left.replace(OTHER_WORDS, (word) => '~'.repeat(word.length)))
  return {
    text: () => left,
    words,
    /** Takes out the first match; its groups are as written. */
    take(phrase: RegExp): string[] | undefined {
      const match = phrase.exec(words())
      if (!match) return undefined
      const written = left.slice(match.index, match.index + match[0].length)
      const groups = match.map((group) => {
        const at = group === undefined ? -1 : match[0].indexOf(group)
        return at < 0 ? undefined : written.slice(at, at + group.length)
      })
      left = `${left.slice(0, match.index)} | ${left.slice(match.index + match[0].length)}`
      return groups as string[]
    },
  }
}

/** Words that only their marks tell from words of asking: names, "hàn", "tới". */
const OTHER_WORDS = /(?<!\p{L})(?:hân|hàn|hán|hẳn|hãn|trẻ|tới|tối|tội)(?!\p{L})/giu

/** What may name a unit: each stretch of the text without the words of asking around it. */
function unitWords(text: string): string | undefined {
  const stretches = text.split(/[|?!,;:()]|\.(?=\s|$)/).map((stretch) => withoutFillers(stretch.trim()))
  return stretches.filter((stretch) => /\p{L}{2}/u.test(stretch)).join(' ') || undefined
}
