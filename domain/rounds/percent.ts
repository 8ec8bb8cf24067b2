import { foldInPlace } from '../fold.ts'
import { QUOTA_CATEGORIES, type QuotaCategory } from '../plan.ts'
import { categoriesFrom, categoriesIn } from './category-words.ts'
import type { Asked, Counts, Limits, RoundMovement } from './round.ts'
import { byCategory } from './sums.ts'

/** A share as a plan words it: how much, of which categories (none where it names none), taken of what ('' where that is not named). */
export interface Share {
  percent: number
  categories: QuotaCategory[]
  base: string
}

const PERCENT = /(?<![\d.,])(\d{1,3}(?:[.,]\d{1,2})?)\s*(?:%|phan tram)/g
/** What makes a percentage a goal to reach instead of a limit. */
const AT_LEAST_BEFORE =
  /(?:it nhat|toi thieu|khong (?:duoi|it hon|thap hon)|hoan thanh|phan dau|dat|(?<![a-z])tu)(?: ty le)?(?: tu| tren)?\s*$/
const AT_LEAST_AFTER = /^\s*tro len/
const LIMITING = /(?:khong (?:vuot )?qua|toi da|khong (?:lon |cao |nhieu )?hon|nhieu nhat|<=?|≤)\s*$/
/** Where one share ends and the next begins, the surest first. */
const SEPARATORS = [/[;|]|\.\s/g, /,/g, /\sva\s/g]

/**
 * The shares of a wording: "không quá 15% tổng số cá nhân được công nhận", "tập thể tối đa 20 phần trăm, cá nhân 7,5%". Goals ("ít nhất 50%")
 * are none.
 */
export function readPercents(wording: string): Share[] {
  const text = wording.normalize('NFC').replace(/\s+/g, ' ').trim()
  const folded = foldInPlace(text)
  const marks = [...folded.matchAll(PERCENT)].map((found) => ({
    percent: Number(found[1]!.replace(',', '.')),
    from: found.index,
    to: found.index + found[0].length,
  }))
  const first = marks[0]
  if (!first) return []
  const namedBefore = categoriesIn(text.slice(0, first.from)).length > 0
  const cuts = marks.slice(1).map(({ from }, index) => {
    const { to } = marks[index]!
    return to + cutOf(folded.slice(to, from), namedBefore)
  })
  return marks.flatMap(({ percent, from, to }, index) => {
    const before = text.slice(index === 0 ? 0 : cuts[index - 1], from)
    const after = text.slice(to, cuts[index])
    const isGoal = AT_LEAST_BEFORE.test(foldInPlace(before)) || AT_LEAST_AFTER.test(foldInPlace(after))
    return isGoal || percent > 100 ? [] : [{ percent, categories: categories(before, after), base: baseOf(after) }]
  })
}

/** Where the words between two percentages part. Categories that stand before their numbers belong to the number behind them. */
function cutOf(between: string, namedBefore: boolean): number {
  for (const separator of SEPARATORS) {
    const found = [...between.matchAll(separator)].map(({ index }) => index)
    if (found.length) return namedBefore ? found[0]! : found.at(-1)!
  }
  return namedBefore ? 0 : (LIMITING.exec(between)?.index ?? between.length)
}

/** What is counted is surest where the share is taken of it ("15% tổng số cá nhân"), then where it stands before it ("tập thể: 15%"). */
function categories(before: string, after: string): QuotaCategory[] {
  return (
    [categoriesFrom(baseOf(after)), categoriesIn(before), categoriesIn(after)].find(({ length }) => length > 0) ?? []
  )
}

const OF = /^\s*(?:(?:tinh )?tren|trong|cua|so voi)\s+/
const AMOUNT = /^(?:tong|so|quan so|si so|bien che)\s/

/** What a share is taken of, as written behind the number. */
function baseOf(after: string): string {
  const folded = foldInPlace(after)
  const skipped = OF.exec(folded)?.[0].length ?? /^\s*/.exec(folded)![0].length
  const end = /[;|]|\.\s|,? trong do\s/.exec(folded)?.index ?? after.length
  const base = after.slice(skipped, Math.max(skipped, end)).replace(/[\s,.;:]+$/u, '')
  if (!AMOUNT.test(foldInPlace(base)) && categoriesFrom(base).length === 0) return ''
  return base.includes('(') ? base : base.replace(/\)+$/u, '')
}

/**
 * The percentage of each category in a unit: its own column of the plan's table where it has one; else as the wording says, else the movement's
 * column. A share that names nobody is of individuals.
 */
export function sharesOf({ wording, total }: RoundMovement, { limits }: Asked): Counts {
  if (limits) return percentages(limits)
  const shares = readPercents(wording)
  const columns = percentages(total ?? {})
  const named = byCategory((category) => shares.find(({ categories }) => categories.includes(category))?.percent)
  const told = { ...columns, ...named }
  if (QUOTA_CATEGORIES.some((category) => told[category] !== undefined)) return told
  return shares[0] ? { individual: shares[0].percent } : {}
}

const percentages = (limits: Limits): Counts => byCategory((category) => limits[category]?.max)

/** A percentage of a number, rounded down. Percentages have up to two decimals, so that the sum is one of whole numbers. */
export const shareOf = (base: number, percent: number): number =>
  Math.floor((base * Math.round(percent * 100)) / 10_000)
