import { fold } from '#domain/fold.ts'
import { shortAppendix } from '#domain/places.ts'
import { readMark } from './marks.ts'
import type { Block, Paragraph } from './neutral.ts'
import { periodWording } from './sections.ts'

/** An appendix: its name as the document numbers it ("Phụ lục 1", "Phụ lục II", "Phụ lục 1A", "Biểu số 1"), its title and head lines, and what follows them. */
export interface Appendix {
  name: string
  title: string
  /** The lines from its start to its first table or section, with the note of which plan it belongs to. */
  head: string[]
  blocks: Block[]
  line: number
}

const NUMBERED = String.raw`(?:\s*(?:so)?\s*(\d{1,2}|[ivx]{1,5})([a-d])?(?![a-z0-9]))`
const START = new RegExp(String.raw`^phu luc${NUMBERED}?\s*(?:$|[:.\-(]|/)`)
const START_WITH_TITLE = new RegExp(String.raw`^phu luc${NUMBERED}\s`)
/** "Biểu số 1", "Mẫu số 02", "Biểu mẫu 3": with their number alone, or a title behind a mark. */
const START_OF_FORM = new RegExp(String.raw`^(bieu|mau|bieu mau)(?= so|\s*\d)${NUMBERED}\s*(?:$|[:.\-(]|/)`)

/**
 * A document parted into its body and its appendices. An appendix starts with a line "PHỤ LỤC 1", "Phụ lục số 01", "Phụ lục I: …" or
 * "PHỤ LỤC"; a mention such as "(Phụ lục 1 - Tiến độ …)" is none. "Biểu số 1" is one too where it is no caption within an appendix.
 */
export function splitAppendices(blocks: readonly Block[]): { body: Block[]; appendices: Appendix[] } {
  const found = blocks.flatMap((block, index) => {
    const name = block.kind === 'paragraph' ? startOf(block) : undefined
    return name ? [{ index, name }] : []
  })
  const first = found.find(({ name }) => name.startsWith('Phụ lục'))?.index ?? Infinity
  const starts = found.filter(({ index, name }) => !name.startsWith('Biểu') || index < first)
  const kept = withoutListed(starts, blocks)
  const appendices: Appendix[] = []
  kept.forEach(({ index, name }, i) => {
    const part = readAppendix(name, blocks.slice(index, kept[i + 1]?.index))
    const open = appendices.at(-1)
    if (open && keyOf(open.name) === keyOf(part.name)) for (const block of part.blocks) open.blocks.push(block)
    else appendices.push(part)
  })
  return { body: blocks.slice(0, kept[0]?.index), appendices }
}

/** Appendices that the text names and the file lacks: "Phụ lục 2"; "Phụ lục" where one without number is announced and there is none. */
export function missingAppendices(text: string, present: readonly Appendix[]): string[] {
  const names = new Map<string, string>()
  const folded = fold(text)
  for (const { index, 0: found, groups } of folded.matchAll(
    /\bphu luc (?:so )?(?<list>(?:\d{1,2}|[ivx]{1,4})\b(?:\s*(?:,|va|;)\s*(?:phu luc )?(?:\d{1,2}|[ivx]{1,4})\b(?!\/))*)|\bphu luc(?= (?:kem theo|dinh kem|gui kem)|\))/g,
  )) {
    if (belongsElsewhere(folded.slice(index + found.length, index + found.length + 60))) continue
    for (const number of (groups?.['list'] ?? '').match(/\b(?:\d+|[ivx]+)\b/g) ?? ['']) {
      const name = nameOf(number, undefined)
      if (!names.has(keyOf(name))) names.set(keyOf(name), name)
    }
  }
  const have = new Set(present.map(({ name }) => keyOf(name)))
  const isThere = (key: string) =>
    have.has(key) || (key === NAMELESS && have.size > 0) || (have.has(NAMELESS) && key === FIRST) || have.has(`${key}A`)
  return [...names].filter(([key]) => !isThere(key)).map(([, name]) => name)
}

/** "Phụ lục I Nghị định số …": the appendix of another document. */
const belongsElsewhere = (after: string) =>
  /^[\s,(-]*(?:ban hanh |kem theo |cua |tai |dinh kem )*(?:nghi dinh|thong tu|quyet dinh|luat|cong van|nghi quyet|quy che|quy dinh|huong dan so|ke hoach so)/.test(
    after,
  )

function startOf({ text }: Paragraph): string | undefined {
  if (text.length > 250) return undefined
  const folded = fold(text.replace(/^["“]/, ''))
  const found = START.exec(folded)
  if (found) return /[.;]$/.test(text) && found[0].length < folded.length ? undefined : nameOf(found[1], found[2])
  const form = START_OF_FORM.exec(folded)
  if (form) return nameOf(form[2], form[3], { bieu: 'Biểu số', mau: 'Mẫu số' }[form[1]!] ?? 'Biểu mẫu')
  const titled = START_WITH_TITLE.exec(folded)
  const title = titled && text.slice(titled[0].length)
  return title && title === title.toUpperCase() && /\p{Lu}{2}/u.test(title) ? nameOf(titled[1], titled[2]) : undefined
}

function nameOf(number: string | undefined, letter = '', kind = 'Phụ lục'): string {
  return number ? `${kind} ${(number + letter).toUpperCase()}` : kind
}

const NAMELESS = 'PL'
const FIRST = 'PL1'

/** "Phụ lục I" and "Phụ lục số 01" are one. */
const keyOf = (name: string): string => shortAppendix(name)

interface Start {
  index: number
  name: string
}

/** Starts without those that only list, in the body, an appendix that starts later: no table follows them before the next one. */
function withoutListed(starts: readonly Start[], blocks: readonly Block[]): Start[] {
  const lastOf = new Map(starts.map(({ index, name }) => [keyOf(name), index]))
  return starts.filter(({ index, name }, i) => {
    const part = blocks.slice(index, starts[i + 1]?.index)
    return lastOf.get(keyOf(name)) === index || part.some((block) => block.kind === 'table')
  })
}

function readAppendix(name: string, [start, ...rest]: readonly Block[]): Appendix {
  const first = start as Paragraph
  const end = rest.findIndex((block) => block.kind === 'table' || isSection(block))
  const head = [
    first.text,
    ...rest.slice(0, end < 0 ? rest.length : end).flatMap((block) => ('text' in block ? [block.text] : [])),
  ]
  return { name, title: titleOf(head), head, blocks: rest.slice(end < 0 ? rest.length : end), line: first.line }
}

function isSection(paragraph: Paragraph): boolean {
  return readMark(paragraph.text) !== undefined || periodWording(paragraph.text) !== undefined
}

function titleOf(head: readonly string[]): string {
  const text = head
    .join(' ')
    .replace(/^["“]?(?:phụ lục|biểu mẫu|biểu|mẫu)(?:\s*số)?(?:\s*(?:\d{1,2}|[IVX]{1,5})[A-D]?)?\b\s*[:.-]?\s*/iu, '')
  const note = text.search(/\(?\s*(?:ban hành )?kèm theo/iu)
  return (note < 0 ? text : text.slice(0, note)).trim()
}
