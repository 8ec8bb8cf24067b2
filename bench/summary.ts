export interface Summary {
  median: number
  p95: number
  max: number
}

/** Median, 95th percentile and maximum of some measurements. */
export function summary(values: number[]): Summary {
  const sorted = values.toSorted((one, other) => one - other)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!
  return { median: at(0.5), p95: at(0.95), max: at(1) }
}
