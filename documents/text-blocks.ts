import { timesOfLines } from './cell-text.ts'
import { layoutRowsToTabs } from './layout-rows.ts'
import type { Line } from './layout-rows.ts'
import { collapse, stripMarkup } from './markup.ts'
import { markKind, readMark } from './marks.ts'
import type { Block, TableRow } from './neutral.ts'

/**
 * Text or Markdown as blocks: every line a paragraph, lines with tabs and Markdown pipe tables as tables. Up to three lines between two
 * rows of a table, without a blank line in between, are rows of one cell.
 */
export function textBlocks(text: string): Block[] {
  const written = htmlRowsToLines(text.split('\n')).flatMap((whole, index) =>
    piecesOf(whole).map((raw) => ({ raw: PAGE_NUMBER.test(raw) ? '' : raw, line: index + 1 })),
  )
  const lines = layoutRowsToTabs(written).map(({ raw, line }) => ({ raw: withTabs(raw), line }))
  const blocks: Block[] = []
  for (let i = 0; i < lines.length;) {
    const end = tableEnd(lines, i)
    blocks.push(...(end > i ? rowsToBlocks(lines.slice(i, end)) : paragraph(lines[i]!)))
    i = Math.max(end, i + 1)
  }
  return blocks
}

/** No paragraph is that long; a line beyond it, such as a whole document without breaks, is read in pieces. */
const MAX_LINE = 20_000

function piecesOf(line: string): string[] {
  const pieces: string[] = []
  for (let start = 0; start === 0 || start < line.length;) {
    const stop = line.length - start > MAX_LINE ? line.lastIndexOf(' ', start + MAX_LINE) : line.length
    const end = stop > start ? stop : start + MAX_LINE
    pieces.push(line.slice(start, end))
    start = Math.max(end, start + 1)
  }
  return pieces
}

/** "Trang 2", "Trang 2/5", "- 2 -". */
const PAGE_NUMBER = /^\s{0,200}(?:trang\s*\d{1,3}(?:\s*\/\s*\d{1,3})?|[-–]\s*\d{1,3}\s*[-–])\s*$/i

/** Columns parted by bars without an edge, as cells. */
function withTabs(raw: string): string {
  if (raw.includes('\t') || isPipeRow(raw)) return raw
  const cells = raw.trim().split(' | ')
  return cells.length > 2 ? cells.join('\t') : raw
}

/** The index behind the table that starts at `start`; `start` itself where none starts. */
function tableEnd(lines: readonly Line[], start: number): number {
  let end = start
  while (isTabular(lines[end]?.raw)) {
    do end++
    while (isTabular(lines[end]?.raw) || (lines[end]?.raw.startsWith('\t') && lines[end]?.raw.trim() !== ''))
    end = gapEnd(lines, end)
  }
  return end
}

/** Where the table goes on behind a few lines without cells: broken cells and sections, but not what leads to a table of its own. */
function gapEnd(lines: readonly Line[], end: number): number {
  for (let gap = end; gap < end + 3; gap++) {
    const raw = lines[gap]?.raw ?? ''
    if (raw.trim() === '' || /^\W*phụ lục/iu.test(raw)) return end
    const next = lines[gap + 1]?.raw
    if (isTabular(next)) return STARTS_HEAD.test(next!) ? end : gap + 1
  }
  return end
}

const STARTS_HEAD = /^[\s|*<>b]*(?:s\.?\s?)?tt\b|^[\s|*]*số tt/iu

function isTabular(raw: string | undefined): boolean {
  if (raw === undefined) return false
  if (isPipeRow(raw)) return true
  const cells = raw.includes('\t') ? raw.split('\t') : []
  // A single tab in front only indents a paragraph.
  return raw.trim() !== '' && (cells.length > 2 || (cells.length === 2 && cells[0]!.trim() !== ''))
}

const isPipeRow = (raw: string) => /^\s*\|.*\|\s*$/.test(raw)
const isPipeRule = (raw: string) => /^[\s|:=+-]+$/.test(raw) && raw.includes('-')

function rowsToBlocks(run: readonly Line[]): Block[] {
  const rows = run.filter(({ raw }) => !(isPipeRow(raw) && isPipeRule(raw))).map(toRow)
  if (!rows.every(({ cells }) => cells.length < 2 || (cells.length === 2 && isListMark(cells[0]!))))
    return [{ kind: 'table', rows }]
  return rows.flatMap(({ cells, line }) => paragraph({ raw: cells.join(' '), line }))
}

const isListMark = (cell: string) => cell === '' || markKind(cell) !== undefined

function toRow({ raw, line }: Line): TableRow {
  const parts = isPipeRow(raw)
    ? raw
        .trim()
        .slice(1, -1)
        .split(/(?<!\\)\|/)
    : raw.split('\t')
  const cells = parts.map((cell) => collapse(stripMarkup(timesApart(cell))))
  while (cells.length > 1 && cells.at(-1) === '') cells.pop()
  return { cells, line }
}

/** A cell with a time on each of its lines keeps them apart. */
const timesApart = (cell: string) => timesOfLines(cell.split(/<br\s*\/?>/i).map((line) => line.trim())) ?? cell

/** "- [ ] …", "- [x] …". */
const CHECKBOX = /^(\s*(?:[-+]\s+)?)\[[ xX]\]\s+/

function paragraph({ raw, line }: Line): Block[] {
  const bare = raw.trim()
  const bullet = /^\*\s+(?!\*)/.test(bare) ? '• ' : ''
  const level = /^#{1,6}\s+/.exec(bare)?.[0] ?? ''
  const body = bullet ? bare.slice(1) : bare.slice(level.length).replace(/^>\s*/, '')
  const text = bullet + collapse(stripMarkup(body.replace(CHECKBOX, '$1')))
  if (/^[-=_*\s]*$/.test(text)) return []
  const bold = /^(?:\*\*|__|<b>|<strong>)/i.test(body) && /(?:\*\*|__|<\/b>|<\/strong>)[\s:.]*$/i.test(body)
  return [{ kind: 'paragraph', text, line, heading: level !== '' || (bold && readMark(text)?.kind !== 'bullet') }]
}

/** HTML table rows as lines with tabs. A row that spans lines stands on its last one, so that line numbers stay right. */
function htmlRowsToLines(lines: readonly string[]): string[] {
  const out: string[] = []
  let row: string[] = []
  for (const line of lines) {
    const open = row.length > 0 || /<tr[\s>]/i.test(line)
    const closed = /<\/tr>/i.test(line)
    if (!open) out.push(line)
    else if (!closed && row.length < MAX_ROW_LINES) {
      row.push(line.trim())
      out.push('')
    } else {
      const cells = [...row, line.trim()].join(' ').replace(/<\/t[dh]>\s*/gi, '\t')
      out.push(
        ...cells.split(/<\/tr>\s*/i).filter((part, index, all) => index === 0 || index < all.length - 1 || part !== ''),
      )
      row = []
    }
  }
  return [...out, ...row]
}

const MAX_ROW_LINES = 500
