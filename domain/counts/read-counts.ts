import { itemsOf, type Item, type ItemKind } from './items.ts'
import { split } from './pairs.ts'
import type { CountReading, Statement } from './reading.ts'
import { settleAsides } from './settle-asides.ts'
import { settleLists } from './settle-lists.ts'
import { settleNames } from './settle-names.ts'
import { settleNumbers } from './settle-numbers.ts'
import { settleRest } from './settle-rest.ts'
import { settleRoles } from './settle-roles.ts'
import { settleZeros } from './settle-zeros.ts'
import { draftsOf, type Draft } from './statements.ts'
import { countsOf } from './sums.ts'
import { cleaned, tokenize, type Token } from './tokens.ts'

export type { CountReading, Statement, WhyUnclear } from './reading.ts'

/** The nomination counts in what a person typed or spoke: pure, never throws, linear in the length of the text. */
export function readCounts(text: string): CountReading {
  const clean = cleaned(text)
  const tokens = tokenize(clean)
  const settled = STEPS.reduce((items, settle) => settle(tokens, items), itemsOf(tokens))
  const { items, reason } = withoutReason(clean, tokens, settled)
  const { drafts, doubt } = draftsOf(split(items, ENDS))
  const unclear = unclearOf(items, drafts)
  if (unclear) return unclear
  const statements = drafts.map((draft) => statementOf(clean, tokens, draft)).filter(says)
  const [first, ...others] = isQuestion(items) ? [] : statements
  if (!first) return { kind: 'other' }
  const sure = !doubt && drafts.every(({ sum }) => !sum.doubt) && !items.some(isDoubtful)
  return { kind: 'counts', statements: [first, ...others], reason, sure }
}

/** What neighbours tell, one kind after the other. */
const STEPS = [settleLists, settleRest, settleZeros, settleNames, settleNumbers, settleAsides, settleRoles]
const ENDS = new Set<ItemKind>(['line', 'semicolon'])
const says = ({ counts, none }: Statement) => none || Object.keys(counts).length > 0
const isDoubtful = ({ kind, doubtful }: Item) =>
  kind === 'doubt' || kind === 'asks' || kind === 'question' || doubtful === true

/** Words behind "vì", "do", "lý do" are a reason, and their numbers no counts. Before any number, "vì" and "do" may begin a name. */
function withoutReason(text: string, tokens: readonly Token[], items: readonly Item[]) {
  const counted = items.findIndex(isAmount)
  const isReason = ({ kind, from }: Item, at: number) =>
    kind === 'reason' && ((counted >= 0 && counted < at) || !MAY_BE_NAME.has(tokens[from]!.base))
  const at = items.findIndex(isReason)
  const kept = at < 0 ? items : items.slice(0, at)
  const words = kept.map((item) => (item.kind === 'reason' ? { ...item, kind: 'word' as const, doubtful: true } : item))
  const start = at < 0 ? undefined : tokens[items[at]!.to]
  const reason =
    start &&
    text
      .slice(start.from)
      .replace(/^[\s:,.–-]+/, '')
      .trim()
  return { items: words, reason: reason || undefined }
}
const MAY_BE_NAME = new Set(['vi', 'do'])

/** No clause says numbers without asking: "chỉ tiêu 3 tập thể là của ai". */
function isQuestion(items: readonly Item[]): boolean {
  const clauses = split(items, CLAUSE_ENDS).filter((clause) => clause.some(isAmount))
  return clauses.length > 0 && clauses.every((clause) => clause.some(({ kind }) => kind === 'question'))
}
const CLAUSE_ENDS = new Set<ItemKind>([...ENDS, 'separator', 'asks'])

const isAmount = ({ kind }: Item) => kind === 'number' || kind === 'zero'

function unclearOf(items: readonly Item[], drafts: readonly Draft[]): CountReading | undefined {
  const why = drafts.find(({ sum }) => sum.flaw)?.sum.flaw
  if (!why) return undefined
  const about =
    items.some(({ kind }) => kind === 'category' || kind === 'each') ||
    drafts.every(({ label }) => label.at(-1)?.linked !== false)
  return about ? { kind: 'unclear', why, numbers: items.flatMap(({ numbers }) => numbers ?? []) } : { kind: 'other' }
}

function statementOf(text: string, tokens: readonly Token[], { label, sum }: Draft): Statement {
  const words = label.map(({ words }) => text.slice(tokens[words!.first.from]!.from, tokens[words!.last.to - 1]!.to))
  return { label: words.join(' '), counts: countsOf(sum), none: sum.none }
}
