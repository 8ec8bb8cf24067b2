/** A time, in milliseconds. */
export interface Span {
  from: number
  to: number
}

/** What of some times lies within another one, as times that do not touch each other, in their order. */
export function within(spans: Span[], whole: Span): Span[] {
  const inOrder = spans
    .map((span) => overlap(span, whole))
    .filter(({ from, to }) => from < to)
    .toSorted((one, other) => one.from - other.from)
  const merged: Span[] = []
  for (const span of inOrder) {
    const last = merged.at(-1)
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to)
    else merged.push({ ...span })
  }
  return merged
}

/** The time that two have in common; where they have none it ends before it begins. */
export function overlap(one: Span, other: Span): Span {
  return { from: Math.max(one.from, other.from), to: Math.min(one.to, other.to) }
}

export const lengthOf = ({ from, to }: Span): number => to - from
