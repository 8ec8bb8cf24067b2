import type { CellObject, Range, WorkBook, WorkSheet } from '@e965/xlsx'
import { UnreadableDocument } from './text-document.ts'
import { checkXml } from './xml-tags.ts'
import { openZip } from './zip.ts'

/** A filled cell of a sheet, rows and columns counted from 0. */
export interface SheetCell {
  row: number
  column: number
  cell: CellObject
}

/** A visible sheet of a workbook as it is stored. */
export interface Sheet {
  name: string
  cells: SheetCell[]
  merges: Range[]
  isHidden: (what: 'row' | 'column', index: number) => boolean
}

export interface Workbook {
  sheets: Sheet[]
  /** Whether days are counted from 1904, as old Mac workbooks do. */
  date1904: boolean
}

/** Only these are unpacked: macros, pictures, links to other files and their like are never opened. */
const READ =
  /^(?:\[Content_Types\]\.xml|xl\/(?:_rels\/workbook\.xml\.rels|(?:workbook|sharedStrings|styles|worksheets\/[^/]+)\.xml))$/i
const MAX_CELLS = 200_000
const MAX_COLUMNS = 10_000

/**
 * The visible sheets of an Excel workbook (.xlsx, .xlsm) in order, formulas by the values they had when it was saved.
 * Throws UnreadableDocument: `damaged`, `encrypted`, `too-hard`; `too-large` beyond 200,000 filled cells or 10,000 columns.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<Workbook> {
  const parts = partsOf(bytes)
  const xlsx = await import('@e965/xlsx')
  const packed = packAgain(parts, xlsx.CFB as Packer)
  let book: WorkBook
  try {
    book = xlsx.read(packed, { type: 'buffer', cellNF: true, cellStyles: true, cellHTML: false, cellFormula: false })
  } catch (error) {
    throw new UnreadableDocument(error instanceof RangeError ? 'too-hard' : 'damaged')
  }
  if (book.SheetNames.length === 0) throw new UnreadableDocument('damaged')
  const visible = book.SheetNames.filter((_, index) => !book.Workbook?.Sheets?.[index]?.Hidden)
  return {
    sheets: visible.flatMap((name) => sheetOf(name, book.Sheets[name], (ref) => xlsx.utils.decode_cell(ref))),
    date1904: book.Workbook?.WBProps?.date1904 === true,
  }
}

/** What the library has for packing, which it leaves without types. */
interface Packer {
  utils: { cfb_new: () => object; cfb_add: (container: object, name: string, content: Uint8Array) => void }
  write: (container: object, options: { fileType: 'zip'; type: 'buffer' }) => Buffer
}

/** A file of these parts alone: the library unpacks whatever it is given, without a limit. */
function packAgain(parts: ReadonlyMap<string, Uint8Array>, { utils, write }: Packer): Buffer {
  const container = utils.cfb_new()
  for (const [name, content] of parts) utils.cfb_add(container, name, content)
  return write(container, { fileType: 'zip', type: 'buffer' })
}

/** The parts that are read, by their names; the list of contents names no others. */
function partsOf(bytes: Uint8Array): Map<string, Uint8Array> {
  const zip = openZip(bytes)
  const names = zip.names().filter((name) => READ.test(name))
  const parts = new Map(names.map((name) => [name, zip.read(name)]))
  let cells = 0
  for (const [name, content] of parts) {
    const xml = new TextDecoder().decode(content)
    checkXml(xml)
    cells += xml.match(/<(?:\w+:)?(?:v|is|mergeCell)[\s>]/g)?.length ?? 0
    if (name === CONTENTS) parts.set(name, new TextEncoder().encode(withoutMissing(xml, parts)))
  }
  if (cells > MAX_CELLS) throw new UnreadableDocument('too-large')
  return parts
}

const CONTENTS = '[Content_Types].xml'

const withoutMissing = (contents: string, parts: ReadonlyMap<string, unknown>) =>
  contents.replace(/<(?:\w+:)?Override\s[^>]*?PartName=["']\/?([^"']*)["'][^>]*?\/>/g, (tag, name: string) =>
    parts.has(name) ? tag : '',
  )

function sheetOf(
  name: string,
  sheet: WorkSheet | undefined,
  decode: (ref: string) => { r: number; c: number },
): Sheet[] {
  // Charts and macro sheets hold no cells.
  if (!sheet?.['!ref'] || (sheet['!type'] ?? 'sheet') !== 'sheet') return []
  const cells = Object.keys(sheet).flatMap((ref): SheetCell[] => {
    if (ref.startsWith('!')) return []
    const { r: row, c: column } = decode(ref)
    if (column >= MAX_COLUMNS) throw new UnreadableDocument('too-large')
    return row < 0 || column < 0 ? [] : [{ row, column, cell: sheet[ref] as CellObject }]
  })
  const [rows = [], columns = []] = [sheet['!rows'], sheet['!cols']]
  const isHidden = (what: 'row' | 'column', index: number) => {
    const info = what === 'row' ? rows[index] : columns[index]
    return info?.hidden === true || (what === 'row' && rows[index]?.hpt === 0)
  }
  return [{ name, cells, merges: sheet['!merges'] ?? [], isHidden }]
}
