import type { Item, ItemKind } from './items.ts'
import { ENDS, isNumber, near, replaced } from './near.ts'
import type { Token } from './tokens.ts'

/** Words that act only beside counts ("lên", "hoặc", "thêm") are words of a name elsewhere. */
export function settleRoles(tokens: readonly Token[], items: readonly Item[]): Item[] {
  const named = replaced(items, looseCategory(tokens, items))
  return replaced(named, (item, at) => SETTLE[item.kind]?.({ tokens, items: named, item, at }))
}

interface Place {
  tokens: readonly Token[]
  items: readonly Item[]
  item: Item
  at: number
}

const nextOf = ({ items, at }: Place) => items[near(items, at, 1, ['link'])]
const beforeOf = ({ items, at }: Place) => items[near(items, at, -1)]
const isCount = (item: Item | undefined) => isNumber(item) || item?.kind === 'category'

/** What each of these words is in its place; undefined where it acts. */
const SETTLE: Partial<Record<ItemKind, (place: Place) => Partial<Item> | undefined>> = {
  or: (place) =>
    isCount(beforeOf(place)) && (isCount(nextOf(place)) || nextOf(place)?.kind === 'zero')
      ? undefined
      : { kind: 'word' },
  become: (place) => (isCount(nextOf(place)) ? linking(place) : { kind: 'word' }),
  from: (place) => (isCount(nextOf(place)) ? undefined : { kind: 'filler' }),
  relative: relativeAt,
  plus: plusAt,
  dash: dashAt,
  not: (place) => (isCount(nextOf(place)) ? undefined : { kind: 'doubt' }),
  mistaken: (place) => (isCount(nextOf(place)) ? undefined : { kind: 'doubt' }),
  vague: (place) =>
    nextOf(place)?.kind === 'category' ? { kind: 'number', figure: 'range', numbers: [] } : { kind: 'word' },
}

/** "tt => 3" changes nothing. */
function linking({ items, at }: Place): Partial<Item> | undefined {
  const before = near(items, at, -1)
  if (items[before]?.kind !== 'category' || isNumber(items[near(items, before, -1)])) return undefined
  return { kind: 'link' }
}

function relativeAt(place: Place): Partial<Item> | undefined {
  const next = nextOf(place)
  const base = place.tokens[place.item.from]!.base
  if (isNumber(next) || (MORE.has(base) && isCount(beforeOf(place)))) return undefined
  return { kind: next?.kind === 'from' || next?.kind === 'correction' ? 'filler' : 'word' }
}

/** "1 cá nhân nữa" */
const MORE = new Set(['nua', 'more', 'extra', 'less'])

/** "+1" is one more, unless it stands behind another count. */
function plusAt(place: Place): Partial<Item> {
  const { tokens, items, item, at } = place
  const glued = isNumber(items[at + 1]) && tokens[item.to]?.glued
  return { kind: glued && !isCount(beforeOf(place)) ? 'relative' : 'separator' }
}

/** "-3" is no count; "tt -3" may be one. */
function dashAt({ tokens, items, item, at }: Place): Partial<Item> | undefined {
  if (!isNumber(items[at + 1]) || !tokens[item.to]?.glued || tokens[item.from]!.glued) return undefined
  return ENDS.has(items[at - 1]?.kind) || items[at - 1]?.kind === 'link'
    ? { kind: 'number', figure: 'negative', numbers: [] }
    : undefined
}

/** "đồng chí", "đơn vị" are categories behind a number only, and among other words where plain categories are named too. */
const looseCategory = (tokens: readonly Token[], items: readonly Item[]) => {
  const plain = items.some(({ kind, loose }) => kind === 'category' && !loose)
  const talks = items.some(({ kind }) => TALK.has(kind))
  return (item: Item, at: number): Partial<Item> | undefined => {
    if (item.kind !== 'category') return undefined
    const counted = isNumber(items[near(items, at, -1)]) && (plain || !talks)
    if (item.loose && namesAgain(items, item, at)) return { kind: 'doubt' }
    if (counted) return undefined
    if (item.loose) return { kind: FILLERS.has(tokens[item.from]!.base) ? 'filler' : 'word' }
    return item.title && !isNumber(items[near(items, at, -1)]) ? { kind: 'word' } : undefined
  }
}
/** "5 đ/c cá nhân", "cá nhân: 5 đ/c": the category beside it, without a number of its own, is the plain word for the same. */
function namesAgain(items: readonly Item[], { category }: Item, at: number): boolean {
  const isPlain = (one: Item | undefined) => one?.kind === 'category' && !one.loose && one.category === category
  const number = near(items, at, -1)
  if (!isNumber(items[number])) return false
  const before = near(items, number, -1, ['link', 'dash'])
  return isPlain(items[at + 1]) || (isPlain(items[before]) && !isNumber(items[near(items, before, -1)]))
}

/** "đơn vị" of the speaker, "đc" for "được". */
const FILLERS = new Set(['don', 'dc'])
const TALK = new Set<ItemKind>(['word', 'name', 'relative', 'question', 'not-yet'])
