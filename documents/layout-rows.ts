/** A line of a document and its number. */
export interface Line {
  raw: string
  line: number
}

interface Cell {
  start: number
  text: string
}

interface Row {
  /** Where each column starts, in characters. */
  starts: number[]
  cells: string[]
  line: number
}

/** A column's text may start this much to the left of the text above it. */
const SLACK = 3

/**
 * Tables that a converter laid out with spaces, as lines with tabs. A line whose text stands only under later columns than the first
 * goes on in the cells of the row above it; a short row, such as a section, takes the columns that it stands under.
 */
export function layoutRowsToTabs(lines: readonly Line[]): Line[] {
  const out: Line[] = []
  let open: Row | undefined
  const flush = () => {
    if (open) out.push({ raw: open.cells.join('\t'), line: open.line })
  }
  for (const { raw, line } of lines) {
    const cells = /[\t|]/.test(raw) ? [] : cellsOf(raw)
    const columns = open ? cells.map(({ start }) => columnAt(open!.starts, start)) : []
    if (open && cells.length > 0 && columns[0]! > 0 && raw.search(/\S/) >= SLACK) {
      cells.forEach(({ text }, i) => {
        open!.cells[columns[i]!] = [open!.cells[columns[i]!], text].filter(Boolean).join(' ')
      })
      continue
    }
    flush()
    const next = cells.length > 2 || (open && cells.length === 2) ? rowOf(cells, line, open) : undefined
    if (!next) out.push({ raw, line })
    open = next
  }
  flush()
  return out
}

/** The texts of a line between gaps of three spaces and more. */
function cellsOf(raw: string): Cell[] {
  return [...raw.matchAll(/\S+(?: {1,2}\S+)*/g)].map((found) => ({ start: found.index, text: found[0] }))
}

function columnAt(starts: readonly number[], at: number): number {
  return Math.max(
    0,
    starts.findLastIndex((start) => start <= at + SLACK),
  )
}

/** A new row; one as wide as the row above may show that its columns start further to the left. */
function rowOf(cells: readonly Cell[], line: number, above: Row | undefined): Row {
  const own = cells.map(({ start }) => start)
  if (!above || cells.length > above.starts.length) return { starts: own, cells: cells.map(({ text }) => text), line }
  if (cells.length === above.starts.length) {
    const starts = own.map((start, i) => Math.min(start, above.starts[i]!))
    return { starts, cells: cells.map(({ text }) => text), line }
  }
  const row = Array<string>(above.starts.length).fill('')
  for (const { start, text } of cells) {
    const column = columnAt(above.starts, start)
    row[column] = [row[column], text].filter(Boolean).join(' ')
  }
  return { starts: above.starts, cells: row, line }
}
