import { categoryAt, isAfterYear, isBeforeYear, measureAt, ordinalAt } from './lexicon.ts'
import type { Item, ItemKind } from './items.ts'
import { ENDS, isNumber, near, replaced } from './near.ts'
import { valueOf } from './numerals.ts'
import type { Token } from './tokens.ts'

/** Numbers that name something ("tổ 5", "năm 2025", "3 giờ") become words; number words beside a category become numbers. */
export function settleNumbers(tokens: readonly Token[], items: readonly Item[]): Item[] {
  const bound = replaced(items, (item, at) => {
    if (!isNumber(item)) return undefined
    if (isNaming(tokens, items, at)) return naming(items, at)
    if (isMeasure(tokens, item) || isYear(items, at) || isDate(items, at) || isCode(items, at)) return { kind: 'word' }
    const written = items[at - 1]?.kind === 'word' && tokens[item.from]!.glued && tokens[item.from - 1]!.kind === 'word'
    return written ? { doubtful: true } : undefined
  })
  return settleNumerals(tokens, bound)
}

/** The number behind "tổ", "đợt", "ngày"; behind "phường" only where no category follows. Written together with one, it is a count. */
function isNaming(tokens: readonly Token[], items: readonly Item[], at: number): boolean {
  const item = items[at]!
  const next = items[at + 1]
  if (next?.kind === 'category' && tokens[next.from]!.glued) return false
  for (const length of [3, 2, 1]) {
    const found = item.from >= length ? ordinalAt(tokens, item.from - length) : undefined
    if (found?.length !== length || isInside(items[at - 1]!, item.from - length)) continue
    if (item.kind === 'numeral' && found.value === 'place') return false
    return found.value === 'ordinal' || items[near(items, at, 1)]?.kind !== 'category'
  }
  return false
}

/** A word of a longer phrase does not name: "tổng số 3 tập thể". */
const isInside = ({ kind, from }: Item, at: number) => kind === 'category' || from < at

/** "tổ 5 tập thể" may be five: what the number says cannot be told, unless the category has one of its own. */
function naming(items: readonly Item[], at: number): Partial<Item> {
  const next = near(items, at, 1)
  if (items[next]?.kind !== 'category' || items[next]?.loose) return { kind: 'word' }
  const own = items[near(items, next, 1, ['link', 'dash'])]
  return isNumber(own) ? { kind: 'word' } : { kind: 'number', figure: 'odd', numbers: items[at]!.numbers ?? [] }
}

function isMeasure(tokens: readonly Token[], item: Item): boolean {
  if (item.kind !== 'number') return false
  const measure = measureAt(tokens, item.to)
  return measure !== undefined && (categoryAt(tokens, item.to)?.length ?? 0) <= measure.length
}

/** A bare year in a name: "Yêu nước 2025". */
function isYear(items: readonly Item[], at: number): boolean {
  const { numbers: [year = 0] = [], figure } = items[at]!
  if (figure !== 'number' || year < 1900 || year > 2100) return false
  return (
    items[near(items, at, 1)]?.kind !== 'category' && items[near(items, at, -1, ['link', 'dash'])]?.kind !== 'category'
  )
}

/** A day and month among other words: "sáng 15/3 nộp 3 tập thể". */
function isDate(items: readonly Item[], at: number): boolean {
  const { numbers: [day = 0, month = 0, more] = [], figure } = items[at]!
  const dashed = figure === 'range' && items[at + 1]?.kind === 'link'
  if ((figure !== 'fraction' && !dashed) || more !== undefined || day < 1 || day > 31 || month < 1 || month > 12)
    return false
  if (items[at - 1]?.kind === 'link') return false
  const sides = [at + 1, at - 1].map((side) => {
    const step = side > at ? 1 : -1
    let next = side
    while (PUNCTUATION.has(items[next]?.kind)) next += step
    return items[next]?.kind
  })
  const alone = items.every(
    ({ kind }, other) => other === at || (kind !== 'number' && kind !== 'word' && kind !== 'name'),
  )
  return !alone && !sides.includes('category')
}

const PUNCTUATION = new Set<ItemKind | undefined>(['link', 'dash', 'open', 'close', 'noise'])

/** "5S: 2tt" */
const isCode = (items: readonly Item[], at: number) =>
  items[at]!.figure === 'odd' && items[at + 1]?.kind === 'link' && ENDS.has(items[at - 1]?.kind)

/** Number words count before a category, behind one, and where they are set against such a number ("ba hoặc bốn tập thể"). */
function settleNumerals(tokens: readonly Token[], items: readonly Item[]): Item[] {
  const settled = [...items]
  for (let at = settled.length - 1; at >= 0; at--) {
    if (settled[at]!.kind !== 'numeral' || isYearWord(tokens, settled, at)) continue
    const next = settled[near(settled, at, 1, ['or', 'dash', 'become', 'correction', 'from', 'open', 'close'])]
    if (next?.kind === 'category' || isCounted(next)) settled[at] = numberOf(tokens, settled[at]!)
  }
  for (const [at, item] of settled.entries()) {
    if (item.kind !== 'numeral') continue
    const before = settled[near(settled, at, -1, ['link', 'dash', 'open', 'or'])]
    const after = settled[near(settled, at, 1)]
    const counts = (before?.kind === 'category' || isCounted(before)) && !isYearWord(tokens, settled, at)
    settled[at] = counts && isEnd(after) ? numberOf(tokens, item) : { ...item, kind: 'word' }
  }
  return settled
}

const isCounted = (item: Item | undefined) => item?.kind === 'number'
const isEnd = (item: Item | undefined) => ENDS.has(item?.kind) || item?.kind !== 'word'

/** "năm" is a year beside "cuối", "cả", "nay", "học". */
function isYearWord(tokens: readonly Token[], items: readonly Item[], at: number): boolean {
  const { from, to, signs } = items[at]!
  if (signs !== '5') return false
  const before = from > 0 && (isBeforeYear(tokens, from - 1) ?? (from > 1 && isBeforeYear(tokens, from - 2)))
  return Boolean(before) || isAfterYear(tokens, to) !== undefined
}

function numberOf(tokens: readonly Token[], item: Item): Item {
  const signs = item.signs ?? ''
  if (signs.includes('m')) return { ...item, kind: 'number', figure: 'thousands', numbers: [1000] }
  const value = valueOf(signs)
  if (value === undefined)
    return {
      ...item,
      kind: 'number',
      figure: 'range',
      numbers: [...signs].map((sign) => valueOf(sign)).filter((one) => one !== undefined),
    }
  const risky = item.to - item.from === 1 && RISKY.has(tokens[item.from]!.text.toLowerCase())
  return { ...item, kind: 'number', figure: 'number', numbers: [value], doubtful: risky || signs === 'k' }
}

/** Without marks "sáu" is also "sau" (later) and "tám" "tạm" (for now). */
const RISKY = new Set(['sau', 'tam', 'bay', 'tu', 'chin'])
