import type { Expression } from './expression.ts'
import { hasDay } from './recurrence.ts'
import type { Source } from './source.ts'
import { segments, type Segment } from './segments.ts'
import { readVague, type Vague } from './vague.ts'

/** One milestone of a cell: where its text stands, the time it names, or what its words say of the time. */
export interface Piece {
  start: number
  end: number
  expression?: Expression
  vague?: Vague
}

/** Cuts a cell into its milestones. */
export function split(source: Source, expressions: Expression[]): Piece[] {
  const pieces = segments(source, expressions).flatMap((segment) => piecesOf(source, segment))
  return merged(source, pieces)
}

function piecesOf(source: Source, segment: Segment): Piece[] {
  const { start, end, expressions } = segment
  const times = expressions.filter((_, i) => !isMention(source, segment, i))
  if (!times.length) {
    const plain = source.plain.slice(start, end)
    const vague = readVague(plain.slice(labelEnd(plain))) ?? readVague(plain)
    return [vague ? { start, end, vague: vague.type } : { start, end }]
  }
  const timeFirst = !hasWords(source, start, times[0]!.start) && hasWords(source, times.at(-1)!.end, end)
  const endOf = (i: number) => Math.min(endWithRemark(source, times[i]!), times[i + 1]!.start)
  return times.map((expression, i) => ({
    start: i === 0 ? start : timeFirst ? expression.start : endOf(i - 1),
    end: i === times.length - 1 ? end : timeFirst ? times[i + 1]!.start : endOf(i),
    expression,
  }))
}

/** With the remark behind it: "15/3/2025 (thứ Bảy)", "trước 05/6 đối với báo cáo sơ kết và trước 05/12 …". */
const endWithRemark = (source: Source, { end }: Expression) =>
  end + (REMARK.exec(source.plain.slice(end, end + 100))?.[0].length ?? 0)
const REMARK =
  /^\s?\([^()]*\)|^ (?:doi voi|ap dung cho|danh cho) [^,;.()]*?(?=[,;.]|$| va (?:truoc|cham|den|ngay|thang|quy|\d))/

const hasWords = (source: Source, start: number, end: number) => /[\p{L}\p{N}]/u.test(source.plain.slice(start, end))

/**
 * Is this expression only spoken of, and not when the thing is due? "Báo cáo quý III trước ngày 15/9": the quarter says which report.
 * "Theo Kế hoạch năm 2025": the year says which plan.
 */
function isMention(source: Source, segment: Segment, i: number): boolean {
  const inside = segment.expressions
  const expression = inside[i]!
  const { meaning, bare } = expression
  const after = inside[i + 1]
  const before = source.plain.slice(inside[i - 1]?.end ?? segment.start, expression.start)
  if (meaning.type === 'unread') return i > 0
  if (meaning.type === 'ongoing') return inside.length > 1 && !(i === 0 && isAlone(source, segment, expression))
  if (meaning.type === 'recurring' && after?.meaning.type === 'times' && !meaning.rules.some(hasDay))
    return leadsTo(source, expression, after)
  if (bare && meaning.type === 'times' && after?.meaning.type === 'recurring' && leadsTo(source, expression, after))
    return true
  if (meaning.type === 'relative' || isYears(expression))
    return inside.some((other) => other.meaning.type === 'times' && other !== expression)
  if (!bare || !/[a-z]/.test(before)) return isYear(expression) && bare && !isYearAlone(source, segment, expression)
  if (isYear(expression)) return true
  if (OF_EVENT.test(before) && !/[,:(]\s?$/.test(before)) return !/^\s*truoc/.test(before) || !isDay(expression)
  return Boolean(after && !after.bare && leadsTo(source, expression, after))
}

const OF_EVENT = /^\s*(?:(?:thuc hien )?theo|truoc|sau|khi)\b/

const isDay = ({ meaning }: Expression) => meaning.type === 'times' && meaning.times[0]?.unit === 'day'

/** "Năm 2025", "Năm 2025 và các năm tiếp theo", "Năm 2025: phát động". */
const isYearAlone = (source: Source, segment: Segment, { end }: Expression) =>
  !hasWords(source, end, segment.end) ||
  /^(?:\s?:|,? (?:va )?(?:cac|nhung) nam\b)/.test(source.plain.slice(end, end + 16))

/** Nothing before it, and a mark behind: "Thường xuyên, báo cáo trước 15/12". */
const isAlone = (source: Source, segment: Segment, { start, end }: Expression) =>
  !hasWords(source, segment.start, start) && /^\s?[,.:(]/.test(source.plain.slice(end, end + 2))

const isYear = ({ meaning }: Expression) =>
  meaning.type === 'times' && meaning.times.every((time) => time.unit === 'year' && !time.part)

/** "giai đoạn 2021-2025". */
const isYears = ({ meaning }: Expression) => meaning.type === 'range' && meaning.last.unit === 'year'

/** Nothing that separates stands between the two, but for one comma or colon directly before the second. */
const leadsTo = (source: Source, first: Expression, second: Expression) =>
  !/[,;:.\n]/.test(source.plain.slice(first.end, second.start).replace(/[,:]?\s?$/, ''))

/** Text without a time goes to the milestone it names: the next one, or where times come first in the cell, the one before. */
function merged(source: Source, pieces: Piece[]): Piece[] {
  const worded = pieces.filter(({ start, end }) => hasWords(source, start, end))
  const dated = worded.some(({ expression }) => expression)
  const needsHome = ({ expression, vague }: Piece, i: number) =>
    !expression && (!vague || (dated && !isLabelled(source, worded[i]!)))
  const first = worded[0]
  const timeFirst =
    first?.expression &&
    !hasWords(source, first.start, first.expression.start) &&
    needsHome(worded.at(-1)!, worded.length - 1)
  const kept: Piece[] = []
  let waiting: number | undefined
  let ending = 0
  for (const [i, piece] of worded.entries()) {
    const last = kept.at(-1)
    if (dated && needsHome(piece, i) && isAside(source, piece)) continue
    if (!needsHome(piece, i)) {
      kept.push({ ...piece, start: waiting ?? piece.start })
      waiting = undefined
    } else if (last && (timeFirst || piece.vague)) last.end = piece.end
    else {
      waiting ??= piece.start
      ending = piece.end
    }
  }
  if (waiting === undefined) return kept
  const last = kept.at(-1)
  if (!last) return [{ start: waiting, end: worded.at(-1)!.end }]
  last.end = Math.max(last.end, ending)
  return kept
}

/** A vague part that names its own milestone ("Báo cáo đột xuất: theo yêu cầu") stands by itself. */
function isLabelled(source: Source, { start, end }: Piece): boolean {
  const plain = source.plain.slice(start, end)
  const behind = labelEnd(plain)
  return behind > 0 && readVague(plain.slice(behind))?.start === 0
}

/** Where the words before the first colon end; 0 where there are none. */
const labelEnd = (plain: string) => /^[^:]{0,80}[a-z]\s?:\s?/.exec(plain)?.[0].length ?? 0

const LONG = 80

/** A long sentence or clause beside the one that has the date: running text, and no label. */
function isAside(source: Source, { start, end }: Piece): boolean {
  const marks = [source.plain[start], source.plain[end]]
  return end - start > LONG && marks.some((mark) => mark === ';' || mark === '.')
}
