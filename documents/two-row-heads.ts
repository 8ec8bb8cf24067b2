import { fold } from '#domain/fold.ts'
import { column, roleOf } from './column-roles.ts'
import type { Column } from './column-roles.ts'
import { havePeriods, isOfTime } from './marked-times.ts'

/** Two rows of labels as one: blank cells of the first row belong to the label on their left, and a lost merge is spread again. */
export function joinHeads(upper: readonly string[], lower: readonly string[]): Column[] {
  const aligned = lower.length > 1 && lower[0] === ''
  if (!aligned) return groupsByRepeats(upper, lower) ?? spreadHeads(upper, lower)
  const columns: Column[] = []
  let group = ''
  for (let index = 0; index < Math.max(upper.length, lower.length); index++) {
    if (upper[index]) group = upper[index]!
    const under = lower[index] ?? ''
    columns.push(under ? column(under, index, group) : column(upper[index] ?? '', index))
  }
  const keys = columns.filter(({ group }) => group).map(({ group, label }) => `${group}\n${label}`)
  return new Set(keys).size < keys.length ? (groupsByRepeats(upper, lower) ?? columns) : columns
}

/** Groups that lost the blank cells of their merge: the next group starts where a label comes again. */
function groupsByRepeats(upper: readonly string[], lower: readonly string[]): Column[] | undefined {
  const parts: string[][] = []
  for (const label of lower.filter((one) => one !== '')) {
    if (parts.length === 0 || parts.at(-1)!.includes(label)) parts.push([])
    parts.at(-1)!.push(label)
  }
  const named = upper.filter((label) => label !== '')
  const leading = named.slice(0, -parts.length)
  const groups = named.slice(-parts.length)
  const areGroups = groups.every((label) => !['no', 'unit', 'note', 'total'].includes(roleOf(label, 1) ?? ''))
  if (parts.length < 2 || leading.length === 0 || !areGroups) return undefined
  return [
    ...leading.map((label, index) => column(label, index)),
    ...parts.flatMap((part, i) => part.map((label) => column(label, 1, groups[i]))),
  ]
}

function spreadHeads(upper: readonly string[], lower: readonly string[]): Column[] {
  const at = groupIndex(upper, lower)
  const under = lower.filter((label) => label !== '').map((label) => column(label, 1, upper[at]))
  return upper.flatMap((label, index) =>
    index === at ? under : label === '' && index > at ? [] : [column(label, index)],
  )
}

/** The label that most likely stands over others: "Phân công", "Chỉ tiêu", else the last. */
function groupIndex(upper: readonly string[], lower: readonly string[]): number {
  if (havePeriods(lower)) return Math.max(0, upper.findLastIndex(isOfTime))
  const at = upper.findIndex(
    (label, index) =>
      index > 0 && /phan cong|chi tieu|so luong|don vi thuc hien|trach nhiem|khen|^don vi$/.test(fold(label)),
  )
  return at < 0 ? upper.length - 1 : at
}
