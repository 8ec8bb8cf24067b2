import type { ReadPage, Row } from './history.ts'

export interface RowsAfter {
  /** Oldest first. */
  rows: Row[]
  /** There are more that were not read. */
  cut: boolean
}

/** Neighbouring rows as they came, the first one at this offset. */
interface Stretch {
  from: number
  rows: Row[]
}

/** Pages that are read to tell in which order they come. */
const MOST_LOOKS = 3

/**
 * The messages of a chat later than `after` (milliseconds), about `most` of them: the newest where the pages begin with the newest, else the oldest.
 * Neither the order of the pages nor their size is documented, so both are found out. Undefined where a page has no answer.
 */
export async function rowsAfter(read: ReadPage, after: number, most: number): Promise<RowsAfter | undefined> {
  const rows: Row[] = []
  for (let look = 0; look < MOST_LOOKS && !isOrdered(rows); look += 1) {
    const page = await read(rows.length)
    if (!page) return undefined
    if (page.length === 0) break
    rows.push(...page)
  }
  const first = { from: 0, rows }
  if (!isOldestFirst(rows)) {
    const found = await collect(read, first, { after, most, until: (row) => row.time <= after })
    return found && { ...found, rows: inOrder(found.rows.toReversed()) }
  }
  const start = await findStart(read, first, after)
  const found = start && (await collect(read, start, { after, most, until: () => false }))
  return found && { ...found, rows: inOrder(found.rows) }
}

function isOrdered(rows: Row[]): boolean {
  return rows.some(({ time }) => time !== rows[0]?.time)
}

function isOldestFirst(rows: Row[]): boolean {
  return (rows.at(-1)?.time ?? 0) > (rows[0]?.time ?? 0)
}

/** By time; what was said at the same time stays as it is. */
function inOrder(rows: Row[]): Row[] {
  return rows.toSorted((a, b) => a.time - b.time)
}

interface Wanted {
  after: number
  most: number
  /** No page behind one that ends with such a row is read. */
  until: (row: Row) => boolean
}

/** Reads on behind a stretch, in the order of the pages, until there is enough, or a page brings nothing new: pages shift while people write. */
async function collect(read: ReadPage, { from, rows }: Stretch, want: Wanted): Promise<RowsAfter | undefined> {
  const known = new Map(rows.map((row) => [row.message_id, row]))
  const wanted = () => [...known.values()].filter(({ time }) => time > want.after)
  let offset = from + rows.length
  let last = rows.at(-1)
  while (last && !want.until(last) && wanted().length < want.most) {
    const page = await read(offset)
    if (!page) return undefined
    const before = known.size
    for (const row of page) known.set(row.message_id, row)
    offset += page.length
    last = known.size > before ? page.at(-1) : undefined
  }
  const cut = last !== undefined && !want.until(last)
  return { rows: wanted(), cut }
}

/** Where the pages begin with the oldest: a page in which, or right behind which, the first later message stands. By halves, as chats are long. */
async function findStart(read: ReadPage, first: Stretch, after: number): Promise<Stretch | undefined> {
  const isBefore = (rows: Row[]) => rows[0] !== undefined && rows[0].time <= after
  if (!isBefore(first.rows)) return first
  let before = first
  let behind = first.rows.length
  for (let next = await read(behind); ; next = await read(behind)) {
    if (!next) return undefined
    if (!isBefore(next)) break
    before = { from: behind, rows: next }
    behind *= 2
  }
  while (behind - before.from > before.rows.length) {
    const middle = Math.floor((before.from + behind) / 2)
    const rows = await read(middle)
    if (!rows) return undefined
    if (isBefore(rows)) before = { from: middle, rows }
    else behind = middle
  }
  return before
}
