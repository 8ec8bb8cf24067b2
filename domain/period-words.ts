import { foldInPlace } from './fold.ts'

/** Every word of the period grammar that Vietnamese writes with marks, as people type it. */
const MARKED = `quý qúy quí qúi tháng năm tuần tuân ngày hôm bữa này tới tơi trước trươc vừa rồi ngoái kế tiếp đầu đâu giữa giưa cuối cuôi nửa nưa
 từ đến vòng còn nữa hết mùng mồng giêng chạp rằm một bốn tư sáu bảy bẩy tám chín mười mươi lăm thứ chủ nhật mốt sáng chiều sắp thời
 hiện tại gần đây cả của và vào lịch việc trở đi giờ vài mấy tiên cùng học tết hằng hàng lần đợt phiên họp kỳ khóa`

/** Its words without marks: a word that differs from one of them by marks alone, and stands in neither list, is another word. */
const PLAIN = `nay sau qua theo kia mai hai ba trong sang cho di gian i ii iii iv v
 day days week weeks month months quarter year half the in on of to by for may sep mar end now and`

const marked = new Set(MARKED.split(/\s+/))
const plain = new Set([...[...marked].map(foldInPlace), ...PLAIN.split(/\s+/)])

/**
 * A text as the period grammar reads it, character for character as long as `text` (which is NFC): lower case, no marks. Words that
 * only look like words of the grammar once their marks are gone (quỹ, tôi, thắng) and names (chị Mai) become `~`; "sáu", "tư" become
 * digits, so that they are not read as "sau" and "từ"; the month "May" is `MAY`.
 */
export function periodWords(text: string): string {
  return text.replace(/[\p{L}\p{M}]+/gu, (word, index: number) => {
    const lower = word.toLowerCase()
    if (word === 'May' && index > 0) return 'MAY'
    if (word === 'Mai' && index > 0) return '~~~'
    if (lower === 'sáu') return '6  '
    if (lower === 'tư') return '4 '
    if (lower === 'tối') return 't~i'
    const bare = foldInPlace(lower)
    return bare !== lower && plain.has(bare) && !marked.has(lower) ? '~'.repeat(word.length) : bare
  })
}

const UNITS = ['', 'mot', 'hai', 'ba', 'bon', 'nam', 'sau', 'bay', 'tam', 'chin']
const ENGLISH = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']
/** The digits in words, as part of a pattern. */
export const DIGITS = 'mot|hai|ba|bon|tu|4|nam|lam|sau|6|bay|tam|chin'

/** A count in digits or words (Vietnamese up to 99, English up to 12): the source of a pattern. */
export const NUMBER = `\\d{1,3}|(?:(?:${DIGITS})\\s+)?muoi(?:\\s+(?:${DIGITS}))?|${DIGITS}|${ENGLISH.slice(1).join('|')}`

/** The value of what `NUMBER` matched. */
export function numberOf(words: string): number {
  const text = words.trim()
  if (/^\d+$/.test(text)) return Number(text)
  const [tens, unit] = text.includes('muoi') ? text.split('muoi') : ['', text]
  const ten = text.includes('muoi') ? (tens?.trim() ? numberOf(tens) : 1) : 0
  return ten * 10 + digitOf(unit?.trim() ?? '')
}

function digitOf(word: string): number {
  if (/^\d$/.test(word)) return Number(word)
  if (word === 'tu') return 4
  if (word === 'lam') return 5
  return Math.max(UNITS.indexOf(word), ENGLISH.indexOf(word), 0)
}
