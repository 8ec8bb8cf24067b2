import type { Level, List, Numbering, NumberRef } from './docx-numbering.ts'

/** The numbers of a document's paragraphs; to be asked for each numbered paragraph in order. */
export class NumberCounter {
  private readonly numbering: Numbering
  private readonly counts = new Map<string, number[]>()
  private readonly started = new Set<string>()

  constructor(numbering: Numbering) {
    this.numbering = numbering
  }

  /** What Word shows before the paragraph: "1.", "a)", "-" for every bullet; empty where nothing is shown. */
  next({ list: id, level: index }: NumberRef): string {
    const list = this.definedList(id)
    const levels = list && this.numbering.levels.get(list.definition)
    const level = levels?.[index]
    if (!list || !level) return ''
    const counts = this.counts.get(list.definition) ?? []
    this.counts.set(list.definition, counts)
    this.count(`${id} ${index}`, index, counts, levels, list.starts.get(index))
    if (level.format === 'bullet') return '-'
    return level.text.replace(/%([1-9])/g, (_, place: string) => {
      const at = Number(place) - 1
      const format = level.legal ? 'decimal' : (levels[at]?.format ?? 'decimal')
      return formatNumber(counts[at] ?? levels[at]?.start ?? 1, format)
    })
  }

  private definedList(id: string): List | undefined {
    const list = this.numbering.lists.get(id)
    const link = list && this.numbering.links.get(list.definition)
    const linked = link === undefined ? undefined : this.numbering.ofStyle(link)
    return linked ? this.numbering.lists.get(linked.list) : list
  }

  private count(key: string, index: number, counts: number[], levels: Level[], restart: number | undefined): void {
    const isFirst = !this.started.has(key)
    this.started.add(key)
    const before = counts[index]
    counts[index] =
      isFirst && restart !== undefined ? restart : before === undefined ? levels[index]!.start : before + 1
    counts.length = index + 1
  }
}

const ROMAN: readonly [number, string][] = [
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

function formatNumber(count: number, format: string): string {
  if (format === 'none') return ''
  if (format === 'decimalZero') return String(count).padStart(2, '0')
  const small = /Roman$/.test(format) ? roman(count) : /Letter$/.test(format) ? letters(count) : String(count)
  return format.startsWith('upper') ? small.toUpperCase() : small
}

function roman(count: number): string {
  let [left, text] = [Math.min(count, 399), '']
  for (const [value, digits] of ROMAN)
    while (left >= value) {
      text += digits
      left -= value
    }
  return text
}

/** a … z, aa … zz, as Word counts with letters. */
const letters = (count: number) =>
  String.fromCharCode(97 + ((count - 1) % 26)).repeat(Math.min(Math.ceil(count / 26), 20))
