import { fold } from './fold.ts'
import type { DraftTask } from './plan.ts'
import { romanToNumber } from './roman.ts'

/** What a place is told by. */
export type Placed = Pick<DraftTask, 'appendix' | 'section' | 'no'>

/** Where a task stands in its plan: `label` for people ("PL1 mục 7"), `ref` for machines ("PL1/7"), unique within the plan. */
export interface Place {
  label: string
  ref: string
}

/**
 * The places of all tasks of one plan, in the order given. A number that repeats within an appendix is told apart by the section's own
 * numeral ("PL2 mục I.1"), else by its period or its order; a task without a number by its order within its appendix.
 */
export function placesOf(tasks: readonly Placed[]): Place[] {
  const repeated = repeatedNumbers(tasks)
  const seen = new Map<string, number>()
  const counts = new Map<string | null, number>()
  const sections = sectionOrder(tasks)
  return tasks.map((task) => {
    const order = (counts.get(task.appendix) ?? 0) + 1
    counts.set(task.appendix, order)
    const place = placeIn(task, order, repeated.has(task.appendix), sections)
    const times = (seen.get(place.ref) ?? 0) + 1
    seen.set(place.ref, times)
    return times === 1 ? place : { label: `${place.label} (lần ${times})`, ref: `${place.ref}~${times}` }
  })
}

/** "Phụ lục 1" as it is cited, "PL1"; so are "Phụ lục I" and "Phụ lục 01", whichever way the document counts. */
export function shortAppendix(appendix: string): string {
  const [, number, letter = ''] = /^phụ lục (\d+|[IVX]+?)([A-D]?)$/i.exec(appendix) ?? []
  if (!number) return appendix.replace(/^phụ lục ?/i, 'PL')
  return `PL${Number(number) || romanToNumber(number)}${letter.toUpperCase()}`
}

function placeIn(
  { appendix, section, no }: Placed,
  order: number,
  repeated: boolean,
  sections: Map<string, number>,
): Place {
  const label = appendix === null ? '' : shortAppendix(appendix)
  const join = (words: string, mark: string) => ({
    label: `${label} ${words}`.trim(),
    ref: `${label || 'KH'}/${mark}`,
  })
  if (no === null) return join(`việc thứ ${order}`, `#${order}`)
  // The body has no place name of its own, so its sections are named even where numbers go through.
  if (section === null || (!repeated && appendix !== null)) return join(`mục ${no}`, no)
  const period = shortPeriod(section)
  if (period) return join(`${period.label} mục ${no}`, `${period.ref}.${no}`)
  const numeral = /^([IVX]+|[A-HĐ]|\d+(?:\.\d+)*|[a-zđ])\. /.exec(section)?.[1]
  if (numeral && no.startsWith(`${numeral}.`)) return join(`mục ${no}`, no)
  if (numeral) return join(`mục ${numeral}.${no}`, `${numeral}.${no}`)
  if (!repeated) return join(`mục ${no}`, no)
  const part = sections.get(key(appendix, section))!
  return join(`phần ${part} mục ${no}`, `P${part}.${no}`)
}

function shortPeriod(section: string): Place | undefined {
  const text = fold(section).replace(/^(?:[ivx]+|[a-h]|\d+(?:\.\d+)*)\. /, '')
  const quarter = /^quy (i{1,3}|iv|[1-4])\b/.exec(text)?.[1]
  if (quarter) {
    const roman = { '1': 'I', '2': 'II', '3': 'III', '4': 'IV' }[quarter] ?? quarter.toUpperCase()
    return { label: `Quý ${roman}`, ref: `Q${roman}` }
  }
  const month = /^thang (\d{1,2})\b/.exec(text)?.[1]
  return month ? { label: `Tháng ${Number(month)}`, ref: `T${Number(month)}` } : undefined
}

function repeatedNumbers(tasks: readonly Placed[]): Set<string | null> {
  const seen = new Set<string>()
  const repeated = new Set<string | null>()
  for (const { appendix, no } of tasks) {
    if (no === null) continue
    if (seen.has(key(appendix, no))) repeated.add(appendix)
    seen.add(key(appendix, no))
  }
  return repeated
}

function sectionOrder(tasks: readonly Placed[]): Map<string, number> {
  const order = new Map<string, number>()
  const counts = new Map<string | null, number>()
  for (const { appendix, section } of tasks) {
    if (section === null || order.has(key(appendix, section))) continue
    const next = (counts.get(appendix) ?? 0) + 1
    counts.set(appendix, next)
    order.set(key(appendix, section), next)
  }
  return order
}

const key = (appendix: string | null, part: string) => `${appendix ?? ''}\n${part}`
