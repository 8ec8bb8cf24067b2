import type { Item, ItemKind } from './items.ts'
import { near, replaced } from './near.ts'
import type { Token } from './tokens.ts'

/** Numbers and letters that only count the lines of a list ("1. Yêu nước", "b) An ninh", "2 An ninh") are passed over. */
export function settleLists(tokens: readonly Token[], items: readonly Item[]): Item[] {
  const starts = items.flatMap((item, at) => (canMark(tokens, item) && startsLine(items, at) ? [at] : []))
  const numbered = starts.filter((at) => items[at]!.figure === 'number')
  const inOrder = numbered.length > 1 && numbered.every((at, index) => items[at]!.numbers?.[0] === index + 1)
  const markers = new Set<number>()
  for (const at of starts) {
    const next = items[at + 1]
    const isNumbered = items[at]!.figure === 'number'
    const first = items[at]!.numbers?.[0] === 1 || inOrder
    if (
      isNumbered ? first && parts(tokens, items, at, inOrder) : isLetter(tokens, items[at]!) && isMark(tokens, next)
    ) {
      markers.add(at)
      if (isMark(tokens, next)) markers.add(at + 1)
    }
  }
  return replaced(dotless(tokens, items), (_, at) =>
    markers.has(at) ? { kind: 'noise', numbers: [], figure: 'odd' } : undefined,
  )
}

const BULLETS = new Set<ItemKind>(['noise', 'open', 'dash', 'plus'])

function startsLine(items: readonly Item[], at: number): boolean {
  let before = at - 1
  while (items[before] && BULLETS.has(items[before]!.kind)) before--
  return before < 0 || items[before]!.kind === 'line'
}

/** A list's number has a mark of its own, or is followed by a name where the numbers are in order; a category makes it a count. */
function parts(tokens: readonly Token[], items: readonly Item[], at: number, inOrder: boolean): boolean {
  const next = items[at + 1]
  const marked = isMark(tokens, next)
  const content = items[marked ? at + 2 : at + 1]
  if (content?.kind === 'category')
    return marked && inOrder && items[near(items, at + 2, 1, ['link', 'dash'])]?.kind === 'number'
  if (content?.kind === 'number') return marked
  return content !== undefined && content.kind !== 'line' && (marked || (inOrder && content.kind === 'word'))
}

const isMark = (tokens: readonly Token[], item: Item | undefined) =>
  item !== undefined && /^[.)\]/-]$/.test(tokens[item.from]!.text) && tokens[item.from]!.glued

const canMark = (tokens: readonly Token[], item: Item) => item.figure === 'number' || isLetter(tokens, item)

const isLetter = (tokens: readonly Token[], { from, to }: Item) =>
  to === from + 1 && /^(?:[a-z]|[ivx]{1,4})$/.test(tokens[from]!.base)

/** The dot of an abbreviation: "TT. 3" */
const dotless = (tokens: readonly Token[], items: readonly Item[]): Item[] =>
  replaced(items, ({ kind, from }, at) => {
    const abbreviates =
      items[at - 1]?.kind === 'category' && items[at - 1]?.short === true && items[at + 1]?.kind === 'number'
    return kind === 'separator' && tokens[from]!.text === '.' && abbreviates ? { kind: 'noise' } : undefined
  })
