import type { Item, ItemKind } from './items.ts'
import { partSum } from './parts.ts'
import type { Sum } from './sums.ts'

/** Words, or what stands between words: one of both is set. */
export interface Block {
  /** Item positions of the first and the last word that is no filler. */
  words?: { first: Item; last: Item }
  sum?: Sum
  items: Item[]
  /** A separator or link stands right before it; a link right behind it. */
  parted: boolean
  linked: boolean
}

/** A line or clause cut into words and counts, in turn. What carries no count ("TT Y tế") is words. */
export function blocksOf(segment: readonly Item[]): Block[] {
  const blocks: Block[] = []
  let waiting: Item[] = []
  for (const item of withNames(segment)) {
    if (PASSED.has(item.kind)) waiting.push(item)
    else {
      add(blocks, item, waiting)
      waiting = []
    }
  }
  const last = blocks.at(-1)
  if (last) close(last, waiting)
  return blocks.map((block) => (block.words ? block : { ...block, sum: partSum(block.items) }))
}

/** Into the last block where it is of the same kind. What waits belongs to the counts at either side. */
function add(blocks: Block[], item: Item, waiting: readonly Item[]) {
  const last = blocks.at(-1)
  const isWord = WORDS.has(item.kind)
  if (last && isWord === (last.words !== undefined)) {
    last.items.push(...waiting, item)
    if (last.words) last.words.last = item
    return
  }
  const parted = waiting.some(({ kind }) => PARTING.has(kind))
  if (last) close(last, isWord ? waiting : [])
  if (last && !isWord) last.linked = hasLink(waiting)
  const items = isWord ? [item] : [...waiting, item]
  blocks.push({ items, parted, linked: false, ...(isWord && { words: { first: item, last: item } }) })
}

function close(block: Block, waiting: readonly Item[]) {
  block.items.push(...waiting)
  block.linked = hasLink(waiting)
}

const hasLink = (items: readonly Item[]) => items.some(({ kind }) => kind === 'link')

const WORDS = new Set<ItemKind>(['word', 'name', 'question'])
const PARTING = new Set<ItemKind>(['separator', 'link', 'dash', 'plus', 'open'])
const PASSED = new Set<ItemKind>([
  'filler', 'noise', 'doubt', 'separator', 'link', 'dash', 'slash', 'open', 'close', 'asks', 'but', 'from', 'correction', 'not', 'mistaken', 'become', 'each',
]) // prettier-ignore

const COUNTS = new Set<ItemKind>(['number', 'zero', 'not-yet', 'relative', 'or'])

/** Categories without any number between two words belong to a name. */
function withNames(segment: readonly Item[]): Item[] {
  const items = [...segment]
  let start = 0
  for (let at = 0; at <= items.length; at++) {
    if (at < items.length && !WORDS.has(items[at]!.kind)) continue
    const run = items.slice(start, at)
    if (!run.some(({ kind }) => COUNTS.has(kind))) {
      for (const [index, item] of run.entries()) {
        if (item.kind === 'category') items[start + index] = { ...item, kind: 'word', doubtful: !item.short }
      }
    }
    start = at + 1
  }
  return items
}
