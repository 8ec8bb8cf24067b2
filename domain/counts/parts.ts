import type { Item, ItemKind } from './items.ts'
import { pairsOf } from './pairs.ts'
import { added, emptySum, flawed, overlaps, type Sum } from './sums.ts'

/** What a run of numbers, categories and the words that act on them says, with what it corrects in itself. */
export function partSum(items: readonly Item[]): Sum {
  const doubt = items.some(({ kind }) => DOUBTS.has(kind))
  const bare = withoutParentheses(items.filter(({ kind }) => !SILENT.has(kind)))
  if (!bare) return flawed('conflict')
  const flaw = flawOf(bare)
  if (flaw) return flawed(flaw)
  const changed = withoutChanged(withoutNotYet(bare))
  let sum = { ...emptySum(), doubt }
  let corrects = false
  for (const { by, items: run } of runsOf(changed)) {
    corrects ||= by === 'become' || by === 'correction'
    if (by === 'not' || by === 'mistaken' || run.length === 0) continue
    const later = runSum(run)
    if (by === 'become' && sum.said.size > 0 && !overlaps(sum, later)) return flawed('conflict')
    sum = added(sum, later, corrects)
  }
  return sum.said.size === 0 && !sum.none && !sum.flaw && isDenying(changed) ? flawed('conflict') : sum
}

/** A bare 0 is "nothing". */
const runSum = (run: readonly Item[]): Sum =>
  run.length === 1 && run[0]?.kind === 'number' && run[0].numbers?.[0] === 0
    ? { ...emptySum(), none: true }
    : pairsOf(run)

const DOUBTS = new Set<ItemKind>(['doubt', 'asks', 'not-yet'])
const SILENT = new Set<ItemKind>(['doubt', 'asks', 'filler', 'noise'])
const CONTROLS = new Set<ItemKind>(['become', 'correction', 'not', 'mistaken', 'but'])
const EDGES = new Set<ItemKind>(['link', 'dash', 'separator', 'slash'])
const isDenying = (items: readonly Item[]) => items.some(({ kind }) => CONTROLS.has(kind) && kind !== 'correction')

function flawOf(items: readonly Item[]) {
  for (const [at, { kind, figure }] of items.entries()) {
    if (kind === 'relative') return 'relative'
    if (kind === 'each') return 'no-category'
    if (kind === 'or' || figure === 'range') return 'alternative'
    if (figure === 'decimal' || figure === 'odd' || figure === 'negative') return 'not-a-number'
    if (kind === 'dash' && items[at - 1]?.kind === 'number' && items[at + 1]?.kind === 'number') return 'alternative'
  }
  return undefined
}

/** "03 (ba) tập thể" and "03 tập thể (ba)" say it twice: undefined where they do not say the same. Other parentheses part nothing. */
function withoutParentheses(items: readonly Item[]): Item[] | undefined {
  const kept: Item[] = []
  for (let at = 0; at < items.length; at++) {
    const [open, again, close] = items.slice(at, at + 3)
    const said = [kept.at(-1), kept.at(-2)].find((item) => item?.kind === 'number')
    if (said && open?.kind === 'open' && again?.kind === 'number' && close?.kind === 'close') {
      if (said.numbers?.[0] !== again.numbers?.[0]) return undefined
      at += 2
    } else if (open && open.kind !== 'open' && open.kind !== 'close') kept.push(open)
  }
  return kept
}

/** "chưa có tập thể, 2 cá nhân" says nothing of collectives. */
function withoutNotYet(items: readonly Item[]): Item[] {
  return items.filter(({ kind }, at) => {
    if (kind === 'not-yet') return false
    if (kind !== 'category') return true
    const before = items[at - 1]?.kind
    const after = items[at + 1]?.kind
    return !(before === 'not-yet' && after !== 'number') && !(after === 'not-yet' && before !== 'number')
  })
}

/** "từ 3 lên 4 tập thể", "3 à nhầm 4 tập thể": only the second number is meant. */
function withoutChanged(items: readonly Item[]): Item[] {
  return items.filter(({ kind }, at) => {
    if (kind === 'from') return false
    const [next, second] = [items[at + 1], items[at + 2]]
    if (kind === 'number' && (next?.kind === 'become' || next?.kind === 'correction') && second?.kind === 'number')
      return false
    if ((kind === 'become' || kind === 'correction') && items[at - 1]?.kind === 'number' && next?.kind === 'number')
      return false
    return !(kind === 'number' && items[at - 1]?.kind === 'from' && next?.kind === 'number')
  })
}

interface Run {
  /** The word before it, where one acts on it. */
  by: ItemKind | undefined
  items: Item[]
}

/** The runs between words that act; what is denied ends at the next separator. */
function runsOf(items: readonly Item[]): Run[] {
  const runs: Run[] = [{ by: undefined, items: [] }]
  for (const item of items) {
    const run = runs.at(-1)!
    if (CONTROLS.has(item.kind)) runs.push({ by: item.kind, items: [] })
    else if (item.kind === 'separator' && (run.by === 'not' || run.by === 'mistaken'))
      runs.push({ by: undefined, items: [] })
    else run.items.push(item)
  }
  return runs.map(({ by, items: run }) => ({ by, items: trimmed(run) }))
}

function trimmed(items: readonly Item[]): Item[] {
  const first = items.findIndex(({ kind }) => !EDGES.has(kind))
  const last = items.findLastIndex(({ kind }) => !EDGES.has(kind))
  return first < 0 ? [] : items.slice(first, last + 1)
}
