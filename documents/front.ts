import { fold } from '#domain/fold.ts'
import { readCoverage } from './coverage.ts'
import { readMark } from './marks.ts'
import { cellsByColumn } from './neutral.ts'
import type { Block } from './neutral.ts'
import { periodWording } from './sections.ts'

/** How documents of this kind name themselves, folded. */
const DOCUMENT_NAME = /^(?:ke hoach|chuong trinh(?: cong tac)?|phuong an|de an|huong dan|lich cong tac)(?=$|[\s:])/
const STARTS_BODY =
  /^(?:can cu|thuc hien (?:nghi|ke|chi|luat|quyet|cong|huong|chuong|van|su|thong|noi|muc|chuc|nhiem)|nam \d{4}|nham |de |phat huy|thi hanh|tiep tuc|theo |trong |kinh gui|ngay |uy ban|ubnd|so:|\((?!tu (?:ngay|thang) |giai doan )|"?$)/

/** What heads the first table or list behind the title: "LỊCH TRIỂN KHAI", "Bảng 1. Công việc 6 tháng đầu năm". */
const HEADS_A_PART =
  /^(?:bang|bieu)(?: so)? \d|^(?:danh muc|lich|tien do|thoi gian|muc dich|yeu cau|doi tuong|bang|bieu|noi dung|nhiem vu|cac nhiem vu|phan cong|phan bo|chi tieu)\b(?!.{60})/

/** What stands before the first section of a document, as lines. */
export interface Front {
  /** What stands above the number. */
  letterhead: string[]
  /** Where number and date line may stand. */
  head: string[]
  title: string[]
  /** The sentences between title and first section. */
  preamble: string
}

const MOST_LINES = 60
const LINES_WITHOUT_SECTIONS = 40

export function readFront(blocks: readonly Block[]): Front {
  const all = frontLines(blocks)
  const lines = all.slice(0, frontLength(all))
  const { start, end } = titleRange(lines)
  if (end === 0)
    return { letterhead: aboveNumber(lines).slice(0, 8), head: lines, title: [], preamble: lines.join(' ') }
  const first = lines[start]!.replace(/^\S+\s+\S+(?:\s+công tác$)?\s*:?\s*/iu, '')
  const rest = lines.slice(end)
  return {
    letterhead: aboveNumber(lines.slice(0, start)),
    // Some files have the number and the date line behind the title.
    head: [...lines.slice(0, start), ...rest.filter((line) => line.length < 100)],
    title: [first, ...lines.slice(start + 1, end)].filter((line) => line !== ''),
    preamble: rest.join(' '),
  }
}

/** The blocks behind the title; all of them where there is none. */
export function withoutFront(blocks: readonly Block[]): Block[] {
  const paragraphs = blocks.filter((block) => block.kind === 'paragraph')
  const lines = paragraphs.map(({ text }) => text)
  const { end } = titleRange(lines.slice(0, frontLength(lines)))
  const last = paragraphs[end - 1]
  return last ? blocks.slice(blocks.indexOf(last) + 1) : [...blocks]
}

/** The lines of a body; of its tables only those above the title, which lay out the letterhead. */
function frontLines(blocks: readonly Block[]): string[] {
  const title = blocks.findIndex((block) => block.kind === 'paragraph' && isDocumentName(block.text))
  return blocks.flatMap((block, index) => {
    if (block.kind === 'paragraph') return [block.text]
    return index < title ? cellsByColumn(block) : []
  })
}

function frontLength(lines: readonly string[]): number {
  const section = lines.findIndex((line) => readMark(line)?.kind === 'roman')
  return section < 0 ? LINES_WITHOUT_SECTIONS : Math.min(section, MOST_LINES)
}

/** The lines from the document's name to the end of its title; 0 to 0 where there is none. */
function titleRange(lines: readonly string[]): { start: number; end: number } {
  const start = lines.findIndex(isDocumentName)
  if (start < 0) return { start: 0, end: 0 }
  let end = start + 1
  while (end < lines.length && end < start + 8 && isTitleLine(lines[end]!, lines.slice(start, end))) end++
  return { start, end }
}

function isDocumentName(line: string): boolean {
  const found = DOCUMENT_NAME.exec(fold(line))
  if (!found) return false
  const name = line.slice(0, found[0].length)
  return name === name.toUpperCase() || line.trim().length === found[0].length
}

function isTitleLine(line: string, before: readonly string[]): boolean {
  if (line.length > 220 || readMark(line) || STARTS_BODY.test(fold(line))) return false
  if (before.length > 1 && HEADS_A_PART.test(fold(line))) return false
  // A time belongs to the title once; the next one heads a section.
  if (periodWording(line) && readCoverage(before.join(' '))) return false
  return !/[.;:]$/.test(line) && before.join(' ').length < 400
}

function aboveNumber(head: string[]): string[] {
  const at = head.findIndex((line) => /^so\s*:?\s*[\dlo]*\s*[/-]/.test(fold(line)))
  return at < 0 ? head : [...head.slice(0, at), ...head.slice(at + 1).filter((line) => line === line.toUpperCase())]
}
