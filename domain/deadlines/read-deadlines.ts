import { fold } from '../fold.ts'
import type { Deadline } from '../plan.ts'
import { blankCitations } from './blank-citations.ts'
import { timings, undated, type Timing } from './build.ts'
import type { Force } from './connectives.ts'
import { findExpressions } from './find-expressions.ts'
import type { DeadlineContext } from './fit.ts'
import { settle } from './settle.ts'
import { toSource, type Source } from './source.ts'
import { split, type Piece } from './split.ts'
import { readVague, speaksOfTime } from './vague.ts'
import { labelOf, wordingOf } from './wording.ts'

export type { DeadlineContext } from './fit.ts'

/**
 * Reads every milestone of one cell or sentence, in the order written (domain.md 2).
 *
 * `wording` is the text of the cell as a plan has it; any text is good. `unread` are the parts that speak of a time and were not
 * understood: they are among the deadlines too, as `open`. A wording that says anything gives at least one deadline; an empty one none.
 */
export function readDeadlines(wording: string, context: DeadlineContext): { deadlines: Deadline[]; unread: string[] } {
  const written = toSource(wording)
  if (!/[\p{L}\p{N}]/u.test(written.text)) return { deadlines: [], unread: [] }
  const source = blankCitations(written)
  const deadlines: Deadline[] = []
  const unread: string[] = []
  const milestones = split(source, findExpressions(source))
  const pieces: Piece[] = milestones.length ? milestones : [{ start: 0, end: source.text.length }]
  for (const piece of pieces) {
    const words = wordingOf(source, piece)
    const label = labelOf(source, piece, pieces.length > 1)
    for (const timing of timingsOf(piece, label, context)) {
      deadlines.push({ wording: words, label, ...timing })
      if (timing.kind === 'open' && isUnread(source, piece)) unread.push(words)
    }
  }
  return { deadlines, unread }
}

function timingsOf({ expression, vague }: Piece, label: string | null, context: DeadlineContext): Timing[] {
  if (!expression) return [undated(vague ?? 'open')]
  const words = fold(label ?? '')
  return timings(settle(expression.meaning, words, context), context, hintOf(words))
}

/** "Chào mừng Ngày …": a celebration is about its day; "Hạn nộp hồ sơ: …" names a last day. */
function hintOf(label: string): Force | undefined {
  if (OF_EVENT.test(label)) return 'before'
  if (OCCASION.test(label)) return 'around'
  return LAST_DAY.test(label) ? 'done' : undefined
}

/** "Trước ngày khai giảng (05/9)", "Trước Quốc khánh 02/9". */
const OF_EVENT = /^truoc (?!mat\b|day\b|do\b|het\b|tien\b|tinh hinh\b|yeu cau\b)[a-z ]{2,50}$/
const LAST_DAY = /^(?:thoi )?han (?:nop|gui|nhan|dang ky|bao cao|trinh|hoan)(?![a-z])/
const OCCASION = /(?<![a-z])(?:dip|dot thi dua|ky niem|chao mung|nhan ngay|le mung)(?![a-z])/

function isUnread(source: Source, { start, end, expression }: Piece): boolean {
  if (expression) return true
  const plain = source.plain.slice(start, end)
  return !readVague(plain) && speaksOfTime(plain)
}
