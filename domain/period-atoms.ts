import { addDays, dateParts, endOfMonth, isoDate, weekday } from './dates.ts'
import type { IsoDate } from './dates.ts'
import { DIGITS, NUMBER, numberOf } from './period-words.ts'
import { periodOf } from './period.ts'
import type { CalendarKind, Period } from './period.ts'

/** What a single period name is read against: `year` is the year of a name without one. */
export interface AtomContext {
  today: IsoDate
  year: number
}

type Groups = Record<string, string | undefined>
type Result = Period | 'unknown' | undefined
export type Atom = [pattern: RegExp, read: (groups: Groups, context: AtomContext) => Result]

const atom = (source: string, read: Atom[1]): Atom => [pattern(source), read]

/** A pattern that starts where it is put and ends at the end of a word. */
export const pattern = (source: string): RegExp => new RegExp(`(?:${source})(?![a-z0-9~]|/[a-z0-9])`, 'y')

const WEEKDAY = `thu\\s*(?<wd>hai|ba|tu|4|nam|sau|bay|[2-7])|(?<sunday>chu\\s+nhat|cn)`
const DAY_PREFIX = `(?:(?:thu\\s*(?:hai|ba|tu|nam|bay|sau|[2-7])|chu\\s+nhat),?\\s*)?(?:(?:ngay|hom|mung|mong|date)\\s*)`
const YEAR_SHIFT = `nam\\s+(?:nay|sau|toi|ngoai|truoc|qua|kia)|sang\\s+nam|(?:this|next|last)\\s+year`
const YEAR = `(?:\\s*[/.-]\\s*(?<y>\\d{4})|/(?<yy>\\d{2})|,?\\s*(?:cua\\s+|of\\s+|in\\s+)?(?:(?:nam|year)\\s+(?<yn>\\d{4})|(?<y4>(?:19|20)\\d{2})|(?<shift>${YEAR_SHIFT})))`
const OF_YEAR = `(?:${YEAR}|\\s+(?:cua\\s+)?nam|\\s+of\\s+the\\s+year)?`
const COMING = `nay|(?:sap\\s+)?toi(?!\\s*(?:ngay|thang|quy|\\d))|vua\\s+(?:roi|qua)|truoc(?!\\s*(?:ngay|\\d))`
const MONTH_NUMBER = `\\d{1,4}|gieng|chap|muoi\\s+(?:mot|hai)|muoi|mot|hai|ba|bon|tu|4|nam|6|bay|tam|chin`
const MONTH_NAMES = [
  ...['january|jan', 'february|feb', 'march|mar', 'april|apr', 'MAY|may', 'june|jun', 'july|jul', 'august|aug'],
  ...['september|sept|sep', 'october|oct', 'november|nov', 'december|dec'],
]
const ENGLISH_MONTH = MONTH_NAMES.join('|')
const CERTAIN_MONTH = `january|february|MAY|april|june|july|august|september|october|november|december`
const QUARTER_NUMBERS = [
  'i|mot|first|1st|dau',
  'ii|hai|second|2nd',
  'iii|ba|third|3rd',
  'iv|bon|tu|fourth|4th|last|cuoi',
]
const UNIT = `hom|ngay|days?|tuan|weeks?|thang|months?|quy|qui|quarters?|nam|years?`
const AHEAD = `(?:sap\\s+|tiep\\s+)?toi|nua|tiep\\s+theo|ke\\s+tiep|sau|from\\s+now`
const BEHIND = `vua\\s+(?:qua|roi)|qua(?!\\s*han)|truoc|gan\\s+day|ago`
const THIS = `nay|hien\\s+(?:tai|nay)`
const NEXT = `(?:sap\\s+)?toi(?!\\s*(?:ngay|thang|quy|\\d))|sau(?!\\s*(?:ngay|khi|\\d))(?<again>\\s+nua)?|ke(?!\\s*hoach)(?:\\s+tiep)?|tiep\\s+theo`
const LAST = `truoc(?!\\s*(?:ngay|khi|\\d))|roi|vua\\s+(?:roi|qua)|qua(?!\\s*han)|ngoai|(?<again2>kia)`
/** Behind a unit: it is not the unit alone that is meant. */
const NAMED_AFTER = `sau|toi|sap|ke|tiep|truoc|roi|vua|qua|ngoai|kia|dau|cuoi|giua|thu|i{1,3}|iv|v|muoi|gieng|chap|${DIGITS}`
const SPAN = `(?<unit>tuan|thang|quy|qui|nam)`

/** Names of one period, the more particular first. */
export const ATOMS: readonly Atom[] = [
  ...[
    ['(?:hom|bua|ngay)\\s+nay|today|(?:sang|chieu|trua|t~i)\\s+nay', 0],
    ['(?:the\\s+)?day\\s+after\\s+tomorrow|ngay\\s+(?:kia|mot)', 2],
    ['ngay\\s+mai|tomorrow|(?:sang|chieu|trua|t~i)\\s+mai', 1],
    ['hom\\s+qua|yesterday|(?:sang|chieu|trua|t~i)\\s+qua', -1],
    ['(?<![^])nay(?=\\s+(?:co|con|phai|het)\\b)', 0],
    ['hom\\s+kia', -2],
    ['(?<!(?:chi|co|em|anh|ba|ong|ban)\\s)mai(?=\\s*(?:[?.!,]|$)|\\s+(?:co|thi|la|phai|het|den|can|ai)\\b)', 1],
  ].map(([source, shift]) => atom(String(source), (_, { today }) => periodOf('day', addDays(today, Number(shift))))),
  atom(`(?<y>\\d{4})[-/.](?<m>\\d{1,2})[-/.](?<d>\\d{1,2})`, readDay),
  atom(
    `(?:${DAY_PREFIX})?(?<d>\\d{1,3})\\s*[/.-]\\s*(?<m>\\d{1,3})\\s*[/.-]\\s*(?:(?<y>\\d{4})|(?<yy>\\d{2}))`,
    readDay,
  ),
  atom(`(?<y>\\d{4})\\s*[-/ ]?\\s*q(?:uy)?\\s*(?<q>\\d)`, readQuarter),
  atom(`(?<y>\\d{4})[-/](?<m>\\d{1,2})(?!-)`, readMonth),
  atom(`(?:${DAY_PREFIX})?(?<d>\\d{1,2})\\s*thang\\s*(?<m>${MONTH_NUMBER})${YEAR}?`, readDay),
  atom(`${DAY_PREFIX}(?<d>\\d{1,2})\\s*thang\\s*(?<shifted>${THIS}|sau|toi|truoc)`, readDay),
  atom(
    `(?:ngay\\s+|the\\s+)?(?<d>\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?(?<m>${ENGLISH_MONTH})\\b\\.?${YEAR}?`,
    readDay,
  ),
  atom(`(?<m>${ENGLISH_MONTH})\\.?\\s+(?:the\\s+)?(?<d>\\d{1,2})(?:st|nd|rd|th)?${YEAR}?`, readDay),
  atom(`${DAY_PREFIX}(?<d>\\d{1,3})\\s*[/.-]\\s*(?<m>\\d{1,3})${YEAR}?`, readDay),
  atom(`(?<=(?:tu|den|toi|truoc|han|chot|from|to)\\s+)(?<d>\\d{1,2})\\s*[/.-]\\s*(?<m>\\d{1,2})`, readDay),
  atom(`(?<m>\\d{1,2})\\s*[/.-]\\s*(?<y>\\d{4})`, readMonth),
  atom(`(?<!(?:duong|pho|truong)\\s)(?<d>\\d{1,2})\\s*/\\s*(?<m>\\d{1,2})(?:\\s+nam\\s+(?<y>\\d{4}))?`, readLooseDay),
  atom(
    `(?:ngay|mung|mong)\\s+(?:mung\\s*|mong\\s*)?(?<d>\\d{1,3})(?!\\s*(?:hang|thang|[/.-]\\s*\\d))(?<tet>\\s+tet)?`,
    readDayOfMonth,
  ),
  atom(`(?:ngay\\s+)?ram`, () => 'unknown'),
  atom(
    `(?<!(?:lan|dot|hop|phien|ky|khoa|lop|quy|tuan|thang|nam)\\s)(?:${WEEKDAY})(?:\\s+(?:tuan\\s+)?(?<which>nay|sau|toi|truoc|roi))?`,
    readWeekday,
  ),
  atom(
    `(?:(?<which>this|next|last|coming)\\s+)?(?<en>monday|tuesday|wednesday|thursday|friday|saturday|sunday)`,
    readWeekday,
  ),
  atom(`(?:(?<n>${NUMBER})\\s*)thang\\s+(?<part>dau|cuoi)${OF_YEAR}`, readMonthsOfYear),
  atom(`(?:nua\\s+(?:nam\\s+)?(?<part>dau|cuoi|sau))${OF_YEAR}(?!\\s*(?:quy|thang|tuan))`, readHalf),
  atom(`(?:the\\s+)?(?<part>first|second|last|1st|2nd)\\s+half${OF_YEAR}`, readHalf),
  atom(`h(?<part>[12])(?:\\s+|[/-])?${YEAR}`, readHalf),
  atom(`(?<n>${NUMBER})\\s+ngay\\s+tu\\s+(?:ngay\\s+)?(?<d>\\d{1,2})/(?<m>\\d{1,2})/(?<y>\\d{4})`, readDaysFrom),
  atom(
    `(?:(?:trong|within|in|over)\\s+(?:vong\\s+)?(?:the\\s+)?|khoang\\s+)?(?<n>${NUMBER}|vai|may)\\s*(?<unit>${UNIT})\\s+(?:${AHEAD})`,
    readAhead,
  ),
  atom(`(?:con\\s+)?(?<n>${NUMBER}|vai|may)\\s*(?<unit>${UNIT})\\s+(?<back>${BEHIND})`, readAhead),
  atom(`(?:trong\\s+vong|trong|within|in)\\s+(?<n>${NUMBER})\\s*(?<unit>${UNIT})(?!\\s*\\d)`, readAhead),
  atom(
    `(?:(?:in|within|over|for)\\s+)?(?:the\\s+)?(?:next|coming|following|upcoming)\\s+(?<n>${NUMBER}|few|couple\\s+of)\\s+(?<unit>${UNIT})`,
    readAhead,
  ),
  atom(`(?:the\\s+)?(?<back>last|past|previous)\\s+(?<n>${NUMBER}|few|couple\\s+of)\\s+(?<unit>${UNIT})`, readAhead),
  atom(`(?:thoi\\s+gian\\s+)?sap\\s+toi|thoi\\s+gian\\s+toi|upcoming|coming\\s+up|soon`, (_, { today }) =>
    daysAhead(today, 30),
  ),
  atom(`tuan\\s+(?:ngay\\s+)?(?:(?<y>\\d{4})-(?<m>\\d{2})-(?<d>\\d{2}))`, readWeekOf),
  atom(
    `(?:tuan|week(?:\\s+of)?)\\s+(?:cua\\s+)?(?:ngay\\s+)?(?<d>\\d{1,3})\\s*[/.-]\\s*(?<m>\\d{1,2})(?:\\s*[/.-]\\s*(?:(?<y>\\d{4})|(?<yy>\\d{2})))?`,
    readWeekOf,
  ),
  atom(
    `tuan\\s+(?:thu\\s+)?(?<n>\\d|dau|cuoi|nhat|hai|ba|tu|4)(?:\\s+(?:tien|cung))?\\s+(?:cua\\s+)?thang\\s*(?:(?<shifted>${THIS}|sau|toi|truoc)|(?<m>${MONTH_NUMBER}))?${YEAR}?`,
    readWeekOfMonth,
  ),
  atom(`(?:tuan|week)\\s+(?:thu\\s+|so\\s+)?(?<n>\\d{1,3})(?!\\s*(?:ngay|viec))${YEAR}?`, readWeekNumber),
  atom(`quy\\s+(?<q>dau|cuoi)(?:\\s+(?:tien|cung))?${OF_YEAR}`, readQuarter),
  atom(
    `(?:quy|qui|quarter)\\s*\\.?\\s*(?:thu\\s+)?(?<q>\\d{1,4}|i{1,3}|iv|v|mot|hai|ba|bon|tu|nam(?!\\s+(?:nay|ngoai|truoc|\\d))|bay)(?:\\s*${YEAR}|\\s+(?<dir>${COMING}))?`,
    readQuarter,
  ),
  atom(`(?<!ubnd\\s)q\\s*\\.?\\s*(?<q>\\d|i{1,3}|iv)${YEAR}?`, readQuarter),
  atom(`(?:the\\s+)?(?<q>first|second|third|fourth|fifth|last|1st|2nd|3rd|4th|5th)\\s+quarter${YEAR}?`, readQuarter),
  atom(`sang\\s+(?<unit>tuan|thang|quy|nam)(?!\\s*\\d)`, (g, c) => shifted(g['unit'], 1, c.today)),
  atom(`${SPAN}\\s*(?:(?<this>${THIS})|(?<next>${NEXT})|(?<last>${LAST}))`, readShifted),
  atom(`(?:the\\s+)?(?<again>(?:week|month)\\s+after\\s+next)`, (g, c) => shifted(g['again']?.slice(0, 4), 2, c.today)),
  atom(
    `(?:(?<this>this|current)|(?<next>next|coming|following)|(?<last>last|previous|past))\\s+(?<unit>week|month|quarter|half(?:[\\s-]year)?|year)`,
    readShifted,
  ),
  atom(
    `(?:(?:ngay\\s+)?trong|ca|the\\s+whole|(?:of|in|during|for)\\s+the)\\s+(?<unit>tuan|thang|quy|qui|nam|week|month|quarter|year)(?!\\s*(?:\\d|(?:${THIS}|${NAMED_AFTER})(?![a-z])))`,
    (g, c) => shifted(g['unit'], 0, c.today),
  ),
  atom(`t(?<wd>[2-7])\\s+(?:tuan\\s+)?(?<which>nay|sau|toi|truoc|roi)`, readWeekday),
  atom(`(?<=(?:sang|chieu|trua|hom)\\s+)t(?<wd>[2-7])`, readWeekday),
  atom(`(?:thang|thg\\.?|month)\\s*(?:thu\\s+)?(?<m>${MONTH_NUMBER})(?:\\s*${YEAR}|\\s+(?<dir>${COMING}))?`, readMonth),
  atom(`t\\.?\\s?(?<m>\\d{1,2})[/-](?:(?<y>\\d{4})|(?<yy>2\\d))|t(?<m2>1[0-2]|[1-9])`, readMonth),
  atom(`(?<m>${ENGLISH_MONTH})\\b\\.?(?:${YEAR}|\\s*'?(?<yy2>2\\d))`, readMonth),
  atom(`(?<dir>next|last|this|coming)\\s+(?<m>${ENGLISH_MONTH})`, readMonth),
  atom(`(?<m>${CERTAIN_MONTH})`, readMonth),
  atom(
    `(?<=(?:in|by|of|during|until|till|for|from|since|to|and|between|through|before|after|due)\\s+)(?<m>${ENGLISH_MONTH})`,
    readMonth,
  ),
  atom(
    `(?:nam\\s+hoc\\s+|giai\\s+doan\\s+|nam\\s+|years?\\s+)?(?<y>(?:19|20)\\d{2})\\s*[-/]\\s*(?<end>20\\d{2})`,
    readYears,
  ),
  atom(`(?:nam|year)\\s+(?<y>\\d{4,5})`, readYears),
  atom(`(?<y>20\\d{2})(?!\\s*[-/]\\s*\\d)`, readYears),
  atom(`(?:this\\s+)?weekend`, (_, { today }) => weekend(today)),
  atom(`next\\s+weekend`, (_, { today }) => weekend(addDays(today, 7))),
]

/** Units alone, which mean the present one where something before says so ("cuối tháng") or the text is nothing else. */
export const BARE_UNIT = pattern(`(?:the\\s+)?(?<unit>ngay|day|tuan|week|thang|month|quy|qui|quarter|nam|year)`)

/** The period of a unit word ("thang", "week"), `step` periods from the present one. */
export function shifted(unit: string | undefined, step: number, today: IsoDate): Period {
  const kind = kindOf(unit ?? '')
  let period = periodOf(kind, today)
  for (let i = 0; i < Math.abs(step); i++)
    period = periodOf(kind, addDays(step > 0 ? period.to : period.from, Math.sign(step)))
  return period
}

const KINDS: [RegExp, CalendarKind][] = [
  [/^(hom|ngay|day)/, 'day'],
  [/^(tuan|week)/, 'week'],
  [/^(thang|mont)/, 'month'],
  [/^(quy|qui|quar)/, 'quarter'],
  [/^half/, 'half-year'],
]
const kindOf = (unit: string): CalendarKind => KINDS.find(([name]) => name.test(unit))?.[1] ?? 'year'

function readShifted(groups: Groups, { today }: AtomContext): Period {
  const again = (groups['again'] ?? groups['again2']) ? 2 : 1
  return shifted(groups['unit'], groups['this'] ? 0 : groups['next'] ? again : -again, today)
}

function yearOf(groups: Groups, { today, year }: AtomContext): number | undefined {
  const short = groups['yy'] ?? groups['yy2']
  const written = groups['y'] ?? groups['yn'] ?? groups['y4'] ?? (short && `20${short}`)
  const found = written ? Number(written) : groups['shift'] ? dateParts(today).year + yearShift(groups['shift']) : year
  return found >= 1990 && found <= 2100 ? found : undefined
}

function yearShift(words: string): number {
  if (/sau|toi|sang|next/.test(words)) return 1
  if (/kia/.test(words)) return -2
  return /ngoai|truoc|qua|last/.test(words) ? -1 : 0
}

/** The calendar period that contains this day; `dir`: the present, coming or last one of that name. */
function named(kind: CalendarKind, groups: Groups, context: AtomContext, month: number): Result {
  const dir = groups['dir']
  const present = dateParts(context.today).year
  const year = dir ? present : yearOf(groups, context)
  const date = year === undefined ? undefined : isoDate(year, month, 1)
  if (!date) return 'unknown'
  const period = periodOf(kind, date)
  if (dir && /toi|next|coming/.test(dir) && period.to < context.today)
    return periodOf(kind, isoDate(present + 1, month, 1)!)
  if (dir && /vua|truoc|last/.test(dir) && period.to >= context.today)
    return periodOf(kind, isoDate(present - 1, month, 1)!)
  return period
}

function monthOf(groups: Groups): number {
  const words = (groups['m'] ?? groups['m2'] ?? '').trim()
  const english = MONTH_NAMES.findIndex((names) => names.split('|').includes(words))
  return english >= 0 ? english + 1 : numberOf(words)
}

function readMonth(groups: Groups, context: AtomContext): Result {
  const month = monthOf(groups)
  return month >= 1 && month <= 12 ? named('month', groups, context, month) : 'unknown'
}

function readQuarter(groups: Groups, context: AtomContext): Result {
  const words = (groups['q'] ?? '').trim()
  const named4 = QUARTER_NUMBERS.findIndex((names) => names.split('|').includes(words)) + 1
  const quarter = /^\d+$/.test(words) ? Number(words) : named4
  return quarter >= 1 && quarter <= 4 ? named('quarter', groups, context, quarter * 3) : 'unknown'
}

function readHalf(groups: Groups, context: AtomContext): Result {
  return named('half-year', groups, context, /dau|first|1/.test(groups['part'] ?? '') ? 1 : 7)
}

/** "6 tháng đầu năm", "9 tháng đầu năm", "3 tháng cuối năm". */
function readMonthsOfYear(groups: Groups, context: AtomContext): Result {
  const count = numberOf(groups['n'] ?? '')
  const year = yearOf(groups, context)
  if (year === undefined || count < 1 || count > 12) return 'unknown'
  const first = groups['part'] === 'dau' ? 1 : 13 - count
  const from = isoDate(year, first, 1)!
  if (count === 6) return periodOf('half-year', from)
  if (count === 3) return periodOf('quarter', from)
  return { kind: 'range', from, to: endOfMonth(year, first + count - 1) }
}

function dateOf(groups: Groups, context: AtomContext): IsoDate | undefined {
  const day = Number(groups['d'])
  if (groups['shifted']) {
    const { year, month } = dateParts(shifted('thang', yearShift(groups['shifted']), context.today).from)
    return isoDate(year, month, day)
  }
  const year = yearOf(groups, context)
  return year === undefined ? undefined : isoDate(year, monthOf(groups), day)
}

function readDay(groups: Groups, context: AtomContext): Result {
  const date = dateOf(groups, context)
  return date ? periodOf('day', date) : 'unknown'
}

/** "15/3" without a word before it: "45/50" is no date, "31/02" a wrong one. */
function readLooseDay(groups: Groups, context: AtomContext): Result {
  if (Number(groups['d']) > 31 && Number(groups['m']) > 12) return undefined
  return readDay(groups, context)
}

/** "ngày 15": of this month, or of the next once that day has passed. */
function readDayOfMonth(groups: Groups, { today }: AtomContext): Result {
  const day = Number(groups['d'])
  if (groups['tet'] || day < 1 || day > 31) return 'unknown'
  for (const step of [0, 1, 2]) {
    const { year, month } = dateParts(shifted('thang', step, today).from)
    const date = isoDate(year, month, day)
    if (date && date >= today) return periodOf('day', date)
  }
  return 'unknown'
}

const ENGLISH_WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

/** "thứ sáu": the coming one, today included; with a week named, of that week. */
function readWeekday(groups: Groups, { today }: AtomContext): Period {
  const { wd, en, which } = groups
  const day = en ? ENGLISH_WEEKDAYS.indexOf(en) + 1 : wd ? (wd === 'bay' ? 6 : numberOf(wd) - 1) : 7
  const ofThisWeek = addDays(periodOf('week', today).from, day - 1)
  const shift = which ? 7 * yearShift(which === 'roi' ? 'truoc' : which) : ofThisWeek < today ? 7 : 0
  return periodOf('day', addDays(ofThisWeek, which === 'toi' && ofThisWeek > today ? 0 : shift))
}

function readWeekOf(groups: Groups, context: AtomContext): Result {
  const date = dateOf(groups, context)
  return date ? periodOf('week', date) : 'unknown'
}

/** The n-th week of a month, the first being the one in which its first day lies. */
function readWeekOfMonth(groups: Groups, context: AtomContext): Result {
  const month = groups['m']
    ? readMonth(groups, context)
    : shifted('thang', yearShift(groups['shifted'] ?? ''), context.today)
  if (!month || month === 'unknown') return month
  const words = groups['n'] ?? ''
  if (words === 'cuoi') return periodOf('week', month.to)
  const week = periodOf('week', addDays(month.from, 7 * (/dau|nhat/.test(words) ? 0 : numberOf(words) - 1)))
  return week.from > month.to || week.to < month.from ? 'unknown' : week
}

/** Weeks of a year by ISO 8601: the first is the one with its first Thursday. */
function readWeekNumber(groups: Groups, context: AtomContext): Result {
  const year = yearOf(groups, context)
  const number = Number(groups['n'])
  if (year === undefined || number < 1 || number > 53) return 'unknown'
  const first = periodOf('week', isoDate(year, 1, 4)!)
  const week = periodOf('week', addDays(first.from, 7 * (number - 1)))
  return dateParts(addDays(week.from, 3)).year === year ? week : 'unknown'
}

function readYears(groups: Groups, context: AtomContext): Result {
  const year = yearOf(groups, context)
  const end = Number(groups['end'] ?? year)
  if (year === undefined || end < year) return 'unknown'
  if (end === year) return periodOf('year', isoDate(year, 1, 1)!)
  return { kind: 'range', from: isoDate(year, 1, 1)!, to: isoDate(end, 12, 31)! }
}

function readDaysFrom(groups: Groups, context: AtomContext): Result {
  const from = dateOf(groups, context)
  return from ? daysAhead(from, numberOf(groups['n'] ?? '')) : 'unknown'
}

/** "10 ngày tới": today and the ten days after it. `back`: the days before, today included. */
function readAhead(groups: Groups, { today }: AtomContext): Period {
  const kind = kindOf(groups['unit'] ?? '')
  const words = groups['n'] ?? ''
  const count = /vai|may|few|couple/.test(words) ? (kind === 'day' ? 7 : 3) : numberOf(words)
  const end = later(today, kind, groups['back'] ? -count : count)
  return groups['back'] ? { kind: 'days', from: end, to: today } : { kind: 'days', from: today, to: end }
}

function later(date: IsoDate, kind: CalendarKind, count: number): IsoDate {
  if (kind === 'day' || kind === 'week') return addDays(date, kind === 'day' ? count : 7 * count)
  const { year, month, day } = dateParts(date)
  const index = year * 12 + month - 1 + count * { month: 1, quarter: 3, 'half-year': 6, year: 12 }[kind]
  const last = endOfMonth(Math.floor(index / 12), (index % 12) + 1)
  return isoDate(Math.floor(index / 12), (index % 12) + 1, day) ?? last
}

const daysAhead = (from: IsoDate, days: number): Period => ({ kind: 'days', from, to: addDays(from, days) })

function weekend(date: IsoDate): Period {
  const saturday = addDays(date, 6 - weekday(date))
  return { kind: 'range', from: saturday, to: addDays(saturday, 1) }
}
