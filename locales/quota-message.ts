import type { Message } from '#domain/messages.ts'
import { QUOTA_CATEGORIES, type DraftQuota, type QuotaCategory } from '#domain/plan.ts'
import type { Limits } from '#domain/rounds/round.ts'
import { listed } from './round-message.ts'

const CATEGORIES: Record<QuotaCategory, string> = {
  collective: 'category-collective',
  individual: 'category-individual',
  family: 'category-family',
}

/** Quotas in words: "tập thể 3, cá nhân 5"; undefined where there is none. With basis `percent` they are percentages. */
export function quotaMessage(limits: Limits, basis: DraftQuota['basis']): Message | undefined {
  const parts = QUOTA_CATEGORIES.flatMap((category): Message[] => {
    const limit = limits[category]
    if (!limit) return []
    const values = { category: { key: CATEGORIES[category] }, max: limit.max, of: limit.of ?? 0 }
    if (basis === 'percent') return [{ key: 'quota-percent', values }]
    return [{ key: limit.of === null ? 'quota-count' : 'quota-count-of', values }]
  })
  return parts.length > 0 ? listed(parts) : undefined
}
