import { QUOTA_CATEGORIES, type QuotaCategory } from '../plan.ts'
import type { Counts } from './round.ts'

/** Counts made category by category, in the order of the categories; where `count` gives undefined the category stays absent. */
export function byCategory(count: (category: QuotaCategory) => number | undefined): Counts {
  const counts: Counts = {}
  for (const category of QUOTA_CATEGORIES) {
    const number = count(category)
    if (number !== undefined) counts[category] = number
  }
  return counts
}

/** As `byCategory`, without the categories in which there is nothing. */
export const positive = (count: (category: QuotaCategory) => number): Counts =>
  byCategory((category) => Math.max(0, count(category)) || undefined)

/** The sum by category. What nobody said stays absent. */
export function sum(list: readonly Counts[]): Counts {
  return byCategory((category) => {
    const said = list.flatMap((counts) => counts[category] ?? [])
    return said.length ? said.reduce((total, count) => total + count, 0) : undefined
  })
}

/** The categories that are there, in order. */
export const categoriesOf = (by: Partial<Record<QuotaCategory, unknown>>): QuotaCategory[] =>
  QUOTA_CATEGORIES.filter((category) => by[category] !== undefined)
