import type { QuotaCategory } from '#domain/plan.ts'
import type { Entry } from '#domain/rounds/standing.ts'
import type { TallyWords } from '#domain/rounds/tally-words.ts'

/** What one bar shows: a unit's quota and nominations in one category. */
export interface Bar {
  /** Undefined where there is nothing to check against. */
  quota: number | undefined
  /** Undefined where nothing was said. */
  count: number | undefined
  tag: string
  label: string
  /** The label tells of something to look at. */
  alert: boolean
}

/** The bars of a unit, one for each category that it is asked for or that it named; none where nothing is asked of it. */
export function barsOf(entry: Entry, categories: QuotaCategory[], words: TallyWords): Bar[] {
  const { limits, asked, counts, state } = entry
  const own = categories.filter((one) => limits?.[one] || asked.includes(one) || counts[one] !== undefined)
  if (own.length > 0 && state === 'missing' && !limits) {
    return [{ quota: undefined, count: undefined, tag: '', label: words.picture.missing, alert: false }]
  }
  return own.map((category) => {
    const quota = limits && (limits[category]?.max ?? 0)
    const count = counts[category]
    const told = remark(entry, category, quota, words)
    const numbers = [count ?? '–', ...(quota === undefined ? [] : [quota])].join('/')
    const label = [numbers, told].filter(Boolean).join(' ')
    return { quota, count, tag: words.short[category], label, alert: count !== undefined && told !== '' }
  })
}

function remark(
  { counts, over }: Entry,
  category: QuotaCategory,
  quota: number | undefined,
  { picture }: TallyWords,
): string {
  const count = counts[category]
  if (count === undefined) return picture.missing
  const waiting = over[category]
  if (waiting) return picture.waiting(waiting)
  return quota !== undefined && count > quota ? picture.over(count - quota) : ''
}
