import { daysBetween } from './dates.ts'
import { foldInPlace } from './fold.ts'
import { readQuestion } from './question.ts'
import { readPeriod, type PeriodContext } from './read-period.ts'

/** Shorter periods are what people talk about anyway: "mai có việc gì không". */
const LEAST_DAYS = 5

/** What only a deadline or a task does. */
const DUE =
  /\b(?:(?:den|toi|het|qua|tre|cham|sap|gan)(?: (?:den|toi|het))?) han\b|\bdeadlines?\b|\boverdue\b|\bpast due\b|\bdue\b|\btre tien do\b|\bcham tien do\b|\bkhong an dinh ngay\b/
/** Words that ask for things or for how many. */
const WHAT =
  /\b(?:gi|nao|j|bao nhieu|(?:co|con) may|liet ke|danh sach|what'?s?|which|any|anything|list|show|how many)\b/
const THINGS = 'viec|cong viec|dau viec|nhiem vu|muc viec'
/** "Việc gì", "những nhiệm vụ nào", "mấy việc", "which tasks". */
const WHAT_TASKS = new RegExp(
  `\\b(?:${THINGS}) (?:gi|nao|j)\\b|\\b(?:bao nhieu|(?:co|con) may) (?:${THINGS})\\b|\\b(?:what|which|any|how many) (?:open |pending )?tasks?\\b`,
)
/** "Phải nộp gì", "cần làm những việc gì", "what do we have to submit". */
const WHAT_TO_DO =
  /\b(?:phai|can) (?:lam|nop|gui|xong|hoan thanh|thuc hien|trinh|bao cao)(?: xong| nop)?(?: nhung| cac| cai| viec| nhiem vu| cong viec)* (?:gi|nao|j)\b|\bwhat (?:do|must|should) (?:i|we) (?:have to |need to )?(?:do|finish|submit|hand in)\b/
/** "Còn việc nào chưa xong", "việc gì chưa làm". */
const NOT_DONE = new RegExp(
  `\\b(?:${THINGS})(?: con| dang)? (?:gi|nao|j) (?:con |van )?chua (?:xong|lam|nop|hoan thanh|thuc hien)\\b|\\b(?:bao nhieu|con may) (?:${THINGS})(?: con| van)? chua (?:xong|lam|nop|hoan thanh|thuc hien)\\b|\\bcon (?:nhung )?(?:${THINGS}) (?:gi|nao|j)(?: phai| can)? (?:lam|nop|xong|hoan thanh)\\b`,
)
/** They ask for a time, not for things. */
const WHEN = /\b(?:khi|luc|hom|ngay) nao\b/g
/** By themselves they say of no task that it is meant. */
const HANDING_IN = /^(?:nop|gui|trinh|lam|xong)$/
/** "Hạn nộp báo cáo là khi nào": which task is meant the plans must tell. */
const WHEN_DUE = new RegExp(
  [
    '\\bhan\\b.*\\b(?:bao gio|khi nao|luc nao|hom nao|ngay nao|ngay may)\\b',
    '\\b(?:bao gio|khi nao|luc nao|hom nao|ngay nao)\\b.*\\b(?:den|toi|het) han\\b',
    '\\bwhen\\b.*\\b(?:due|deadline)\\b',
  ].join('|'),
)
/** All that is said are tasks with what they are: "việc quá hạn", "danh sách nhiệm vụ của đơn vị tôi". */
const TASKS_ALONE = new RegExp(
  `^(?:(?:cho|xem|liet ke|danh sach|cac|nhung|tat ca|toan bo|em|toi|minh) )*(?:${THINGS})(?: (?:dang|da|bi|can|phai|${DUE.source}))*(?: cua (?:don vi|phong|ban|to|co quan|bo phan) (?:toi|em|minh|chung toi|chung em))?$|^(?:show |list )?(?:me )?(?:all )?(?:the )?(?:overdue|open|undated|upcoming) (?:tasks?|deadlines?)$|^tasks? (?:due|overdue)$`,
)
/** No other list is asked for by its name alone than the own one, what is due and what a time brings. */
const OWN = /\bcua don vi (?:toi|em|minh|chung toi|chung em)$/
/** It says that there is nothing, or speaks of whatever there may be: no question. */
const TOLD =
  /\b(?:khong|ko|k|chang|cha|chua|het) (?:(?:co|con) )?(?:(?:viec|nhiem vu|cai) )?(?:gi|nao|j)\b|\b(?:gi|nao) (?:cung|thi|ma|dau)\b|\b(?:roi|the) (?:con|co) gi\b|\b(?:co|con) gi (?:ma|dau|phai|vui|moi|hay|la)\b|\bthi(?= )(?! (?:dua|sao|tuyen|dau|hanh)\b)|\b(?:neu|he|cu) (?:co|viec|con)\b|\bnothing\b|\bif (?:there|any|anything)\b/
/** Somebody is told to do it, or another person is asked how much there is to do. */
const TO_SOMEBODY =
  /(?:gi|nao|han)\b.*\b(?:nhac|bao|goi|noi|nhan|hoi)(?: lai| cho| voi| nhau)? (?:em|anh|chi|toi|minh|nhau|bac|moi nguoi)\b|(?<!\b(?:don vi|phong|ban|to|co quan|bo phan) )\b(?:anh|chi|em|bac|chu|co|sep|ong|ba|may|ban|cau|ai|nha|me|bo|chong|vo|con) (?:co|ban|con|dang co|dang ban) (?:viec|cong viec)\b/
/** Their marks tell them from words of asking: names, "hàn", "đâu"; whoever says "đâu" last says that there is nothing. */
const MARKED = /(?<!\p{L})(?:hân|hàn|hán|hẳn|hãn|đâu)(?!\p{L})/giu

/** Those who are there, as they are called. */
const ALL =
  '(?:(?:cả nhà|mọi người|anh em|anh chị em|các (?:anh chị|anh|chị|bác|đồng chí|sếp)|ca nha|moi nguoi|anh chi em|cac (?:anh chi|dong chi)|team))'
const CALLS_BEFORE = new RegExp(`^\\s*${ALL}\\s+(?:ơi|oi|ạ)[\\s,!.]+`, 'iu')
const CALLS_BEHIND = new RegExp(`[\\s,]+${ALL}(?:\\s+(?:ơi|oi|ạ))?(?=[\\s?!.]*$)`, 'iu')

/** A text without calling those who are there: "cả nhà ơi, …". */
export const withoutCalling = (text: string): string =>
  text.normalize('NFC').replace(CALLS_BEFORE, '').replace(CALLS_BEHIND, '')

/**
 * Whether words that nobody addressed to the bot outright ask what is due: as a question of its own, with words that only deadlines or tasks go with.
 * Which units or tasks it names is not looked at. Talk in which such words merely come up is none: "hạn cuối nộp tiền ăn là mai nhé".
 */
export function asksWhatIsDue(text: string, context: PeriodContext): boolean {
  const written = text.normalize('NFC').replace(/[’‘]/g, "'").replace(MARKED, '~')
  const words = plain(written)
  if (TOLD.test(words) || TO_SOMEBODY.test(words) || /~\W*$/.test(written)) return false
  const question = readQuestion(text, context)
  if (!question) return false
  if ('unknownPeriod' in question) return DUE.test(words) && WHAT.test(words)
  if (!question.asked) return false
  if (WHAT.test(words.replace(WHEN, ' ')) && (DUE.test(words) || question.scope === 'undated')) return true
  if (WHEN_DUE.test(words)) return (question.about ?? []).some((word) => !HANDING_IN.test(plain(word)))
  const { period } = question
  const long = period !== undefined && daysBetween(period.from, period.to) + 1 >= LEAST_DAYS
  if (NOT_DONE.test(words) || (long && (WHAT_TASKS.test(words) || WHAT_TO_DO.test(words)))) return true
  return isTasksAlone(written, context, long)
}

/** Words that ask the same of another time: "tháng 7 thì sao", "còn quý sau?", "what about next month". */
const FURTHER = /^(?:(?:the|con|vay|va|roi|thi|sao|nao|nhu|ra|gi|viec|a|nhi|what|how|about|and) )+$/

/** Whether words ask of a time alone what was asked before of another. Said by somebody who has not just asked, they are talk like any other. */
export function asksFurther(text: string, context: PeriodContext): boolean {
  const read = readPeriod(text.normalize('NFC'), context)
  if (!read || 'unknown' in read || daysBetween(read.period.from, read.period.to) + 1 < LEAST_DAYS) return false
  const asks = text.includes('?') || /\b(?:sao|the nao|ra sao|what about|how about)\b/.test(plain(text))
  return asks && FURTHER.test(`${plain(read.rest)} `) && read.rest.replace(MARKED, '~') === read.rest
}

/** A list that is named without a question: those of a time, those due, or those of the own unit. */
function isTasksAlone(written: string, context: PeriodContext, long: boolean): boolean {
  const read = readPeriod(written, context)
  if (read && 'unknown' in read) return false
  const words = plain(read?.rest ?? written)
  return TASKS_ALONE.test(words) && (long || DUE.test(words) || OWN.test(words))
}

const plain = (text: string): string =>
  foldInPlace(text)
    .replace(/[^\w~' ]+/g, ' ')
    .replace(/\b(?:a|oi|bot|ad|voi|di|please)(?= *$)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
