import { fold, foldInPlace } from './fold.ts'

export const CORRECTED_FIELDS = ['deadline', 'lead', 'support', 'title'] as const
export type CorrectedField = (typeof CORRECTED_FIELDS)[number]

/** What a typed line wants changed in a plan; a `place` is as people write it ("mục 7", "PL1 mục 7"). */
export type Correction =
  | { kind: 'set'; place: string; field: CorrectedField; value: string }
  | { kind: 'remove'; place: string }
  /** `appendix` is what it was called, empty where it was not. */
  | { kind: 'add'; appendix: string; row: string }

/** Folded words for what of a row is changed. */
const FIELDS: Record<CorrectedField, string[]> = {
  deadline: ['thoi han', 'han', 'thoi gian', 'thoi gian hoan thanh', 'deadline'],
  lead: ['don vi', 'don vi thuc hien', 'thuc hien', 'chu tri', 'lead', 'unit'],
  support: ['phoi hop', 'don vi phoi hop', 'support'],
  title: ['noi dung', 'ten viec', 'title', 'content'],
}

const NUMBER = String.raw`(?:[a-z]{1,4}\.)?\d{1,4}(?:\.\d{1,3})*[a-z]?`
const PLACE = new RegExp(
  String.raw`^((?:pl\s?[^\s:]+\s+|phu luc\s+[^\s:]+\s+)?(?:(?:(?:quy|thang|phan)\s+[^\s:]+\s+)?(?:muc|viec thu|viec|item|row|so)\s+[^\s:]+|${NUMBER}(?=[\s:]))(?:\s+\(lan \d+\))?)(?=[\s:]|$)`,
)
const ADDS = /^(?:them(?: (?:dong|viec|muc))?|add)(?:\s+([^:]*?))?\s*:/
const REMOVES = ['bo', 'xoa', 'drop', 'remove']

/** Reads "mục 7: trước ngày 20/3/2025", "mục 7 đơn vị: …", "mục 7 bỏ", "thêm: …". Undefined where it is none of these. */
export function readCorrection(line: string): Correction | undefined {
  const text = line.normalize('NFC').trim()
  const folded = foldInPlace(text)
  const adds = ADDS.exec(folded)
  if (adds) {
    const row = text.slice(adds[0].length).trim()
    return row === '' ? undefined : { kind: 'add', appendix: (adds[1] ?? '').trim(), row }
  }
  const place = PLACE.exec(folded)?.[1]
  if (!place) return undefined
  const rest = text.slice(place.length).trim()
  const at = { place: text.slice(0, place.length) }
  if (REMOVES.includes(fold(rest.replace(/^:/, '')))) return { kind: 'remove', ...at }
  return setting(rest, at)
}

function setting(rest: string, at: { place: string }): Correction | undefined {
  const colon = rest.indexOf(':')
  const field = CORRECTED_FIELDS.find((name) => FIELDS[name].includes(fold(rest.slice(0, Math.max(colon, 0)))))
  const value = (field ? rest.slice(colon + 1) : rest.replace(/^:/, '')).replace(/\s+/g, ' ').trim()
  return value === '' ? undefined : { kind: 'set', ...at, field: field ?? 'deadline', value }
}

/** A new row as typed: "nội dung; đơn vị; thời hạn", of which the content is needed. */
export function rowParts(row: string): { title: string; lead: string | null; deadline: string } | undefined {
  const [title = '', lead = '', ...deadline] = row.split(';').map((part) => part.replace(/\s+/g, ' ').trim())
  return title === '' ? undefined : { title, lead: lead || null, deadline: deadline.join('; ') }
}
