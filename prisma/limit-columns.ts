import { QUOTA_CATEGORIES, type QuotaCategory } from '#domain/plan.ts'
import type { Limits } from '#domain/rounds/round.ts'

type Columns = Record<`${QuotaCategory}${'Max' | 'Of'}`, number | null>

/** Quotas by category as the columns of a row. */
export function limitColumns(limits: Limits | undefined): Columns {
  const pairs = QUOTA_CATEGORIES.flatMap((category) => [
    [`${category}Max`, limits?.[category]?.max ?? null],
    [`${category}Of`, limits?.[category]?.of ?? null],
  ])
  return Object.fromEntries(pairs) as Columns
}

/** The columns of a row as quotas by category: an empty one is no quota. */
export function toLimits(columns: Columns): Limits {
  const found: Limits = {}
  for (const category of QUOTA_CATEGORIES) {
    const max = columns[`${category}Max`]
    if (max !== null) found[category] = { max, of: columns[`${category}Of`] }
  }
  return found
}
