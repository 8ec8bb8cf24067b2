import type { QuotaCategory } from '../plan.ts'
import type { Item, ItemKind } from './items.ts'
import { emptySum, flawed, type Sum } from './sums.ts'

type Direction = 'before' | 'after'

/**
 * Numbers and categories between separators, each number with its category: all before ("3 tt 5 cn") or all behind ("tt 3 cn 5").
 * Flawed where one is left over or the direction changes, for then it cannot be told which number is whose.
 */
export function pairsOf(items: readonly Item[]): Sum {
  const side = sideBySide(items)
  if (side) return side
  const pieces = split(items, new Set<ItemKind>(['separator', 'slash']))
  const sum = emptySum()
  const directions = new Set<Direction>()
  for (const [index, piece] of pieces.entries()) {
    const read = pieceOf(piece) ?? sharedZero(pieces, index)
    if (!read) return flawed(spareFlaw(items))
    if (read.direction) directions.add(read.direction)
    const flaw = take(sum, read)
    if (flaw) return flawed(flaw)
  }
  return { ...sum, doubt: sum.doubt || directions.size > 1 }
}

interface Piece {
  pairs: [Item, Item][]
  /** Undefined where zeros alone leave it open. */
  direction: Direction | undefined
  /** A zero without a category. */
  zero?: Item
}

function pieceOf(piece: readonly Item[]): Piece | undefined {
  const [first] = piece
  if (piece.length === 1 && first?.kind === 'zero') return { pairs: [], direction: undefined, zero: first }
  return first?.kind === 'category' ? behind(piece) : before(piece)
}

/** "3 tt 5 cn", "3 tt - 5 cn", "không có tập thể" */
function before(piece: readonly Item[]): Piece | undefined {
  const bare = piece.filter(({ kind }, at) => kind !== 'dash' || piece[at - 1]?.kind !== 'category')
  const pairs: [Item, Item][] = []
  for (let at = 0; at < bare.length; at += 2) {
    const [number, category] = [bare[at]!, bare[at + 1]]
    if (!isAmount(number) || category?.kind !== 'category') return undefined
    pairs.push([number, category])
  }
  return { pairs, direction: directionOf(pairs, 'before') }
}

/** "tt 3 cn 5", "tt: 3 - cn: 5", "tập thể không có" */
function behind(piece: readonly Item[]): Piece | undefined {
  const pairs: [Item, Item][] = []
  let at = 0
  while (at < piece.length) {
    const category = piece[at++]!
    while (piece[at]?.kind === 'link' || piece[at]?.kind === 'dash') at++
    const number = piece[at++]
    if (category.kind !== 'category' || !number || !isAmount(number)) return undefined
    const bare = number.kind === 'zero' && !number.firm && piece[at - 2] === category
    pairs.push([bare ? { ...number, doubtful: true } : number, category])
    if (piece[at]?.kind === 'dash') at++
  }
  return { pairs, direction: directionOf(pairs, 'after') }
}

const isAmount = ({ kind }: Item) => kind === 'number' || kind === 'zero'
const directionOf = (pairs: [Item, Item][], direction: Direction) =>
  pairs.some(([{ kind }]) => kind === 'number') ? direction : undefined

/** "không có tập thể, cá nhân nào", "tập thể và cá nhân không có": one zero for categories side by side. */
function sharedZero(pieces: readonly Item[][], index: number): Piece | undefined {
  const piece = pieces[index]!
  const zeros = pieces.flat().filter(({ kind }) => kind === 'zero')
  const others = pieces.flat().some(({ kind }) => kind !== 'zero' && kind !== 'category')
  const [zero] = zeros
  if (zeros.length !== 1 || others || !zero?.firm) return undefined
  const pairs = piece.flatMap((item): [Item, Item][] => (item.kind === 'category' ? [[zero, item]] : []))
  return { pairs, direction: undefined }
}

/** "TT/CN: 3/5", "3/5 (tt/cn)", "tt/cn 3/5": as many numbers as categories, in the same order. */
function sideBySide(items: readonly Item[]): Sum | undefined {
  const categories = items.filter(({ kind }) => kind === 'category')
  const [figure, ...others] = items.filter(({ kind }) => kind === 'number')
  const parting = items.filter(({ kind }) => kind === 'slash').length
  const allowed = items.every(({ kind }) => SIDE.has(kind))
  const inRow = isInRow(items)
  if (!figure || others.length > 0 || figure.figure !== 'fraction' || !allowed || !inRow) return undefined
  if (parting !== categories.length - 1 || categories.length < 2) return undefined
  if (figure.numbers?.length !== categories.length) return flawed('no-category')
  const sum = emptySum()
  for (const [at, { category }] of categories.entries()) {
    const flaw = put(sum, category!, figure.numbers[at]!)
    if (flaw) return flawed(flaw)
  }
  return sum
}

const SIDE = new Set<ItemKind>(['category', 'slash', 'number', 'link', 'dash'])
/** The number stands before or behind all categories. */
const isInRow = (items: readonly Item[]) => items[0]?.kind === 'number' || items.at(-1)?.kind === 'number'

function take(sum: Sum, { pairs, zero }: Piece) {
  if (zero) {
    sum.none = true
    sum.doubt ||= !zero.firm
  }
  for (const [amount, { category, loose }] of pairs) {
    if (amount.kind === 'number' && amount.figure === 'fraction') {
      const [part = 0, whole = 0, more] = amount.numbers ?? []
      if (part > whole || more !== undefined) return 'not-a-number'
    }
    sum.doubt ||= loose === true || amount.doubtful === true || amount.figure === 'fraction'
    const flaw = put(sum, category!, amount.kind === 'zero' ? 0 : amount.numbers![0]!)
    if (flaw) return flaw
  }
  return undefined
}

function put({ said }: Sum, category: QuotaCategory, count: number) {
  if (count > 999) return 'too-large'
  const before = said.get(category)
  if (before !== undefined && before !== count) return 'conflict'
  said.set(category, count)
  return undefined
}

/** "3tt 4tt" is a conflict; a number or category to spare has no partner. */
function spareFlaw(items: readonly Item[]) {
  return items.some(({ numbers }) => numbers?.some((one) => one > 999)) ? 'too-large' : 'no-category'
}

export function split(items: readonly Item[], at: ReadonlySet<ItemKind>): Item[][] {
  const pieces: Item[][] = [[]]
  for (const item of items) {
    if (at.has(item.kind)) pieces.push([])
    else pieces.at(-1)!.push(item)
  }
  return pieces.filter((piece) => piece.length > 0)
}
