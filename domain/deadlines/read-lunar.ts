import type { Meaning } from './expression.ts'
import { matchAt } from './numbers.ts'
import type { Read } from './reader.ts'
import type { Source } from './source.ts'

const STEMS = '(?:giap|at|binh|dinh|mau|ky|canh|tan|nham|quy) (?:ty|suu|dan|mao|thin|ngo|mui|than|dau|tuat|hoi)'
const DAY_MONTH = String.raw`(?:ram|(?:mung |mong |ngay )?\d{1,2})(?:\s?[/-]\s?\d{1,2}| (?:thang )[a-z\d]{1,5})(?:\s?[/-]\s?\d{2,4}|,? nam \d{4}|,? nam ${STEMS})?`
const AL = String.raw`[\s,]{0,2}\(?(?:theo |tuc |nham )?(?:lich am|am lich|al)(?![a-z])\)?`
const LUNAR = [
  new RegExp(String.raw`(?:ngay )?${DAY_MONTH}${AL}`, 'y'),
  new RegExp(String.raw`(?:ngay )?${DAY_MONTH}(?<= ${STEMS})`, 'y'),
  new RegExp(String.raw`thang (?:[a-z\d]{1,5})(?:\s?/\s?\d{4}|,? nam \d{4}|,? nam ${STEMS})?${AL}`, 'y'),
  new RegExp(String.raw`thang [a-z\d]{1,5},? nam ${STEMS}`, 'y'),
  /(?:ngay )?(?:(?:ram|(?:mung |mong )?\d{1,2})(?:,| cua)? )?thang (?:gieng|chap)(?: nam \d{4}|\/\d{4})?(?! ?\(?duong lich)/y,
  /(?:ngay )?ram(?: (?:thang )?[a-z\d]{1,5})?/y,
  /(?:gio to(?: hung vuong)?|trung thu|vu lan|nguyen tieu|doan ngo|nguyen dan)[\s,:]{0,2}\(?(?:ngay )?(?:mung )?\d{1,2}\/\d{1,2}(?!\d|\/\d)\)?/y,
  /am lich[\s:),]{0,3}(?:ngay )?\d{1,2}\/\d{1,2}(?:\/\d{4})?/y,
]

/** A date of the lunar calendar. It is never taken for a solar one. */
export function readLunar(source: Source, index: number): Read<Meaning> | undefined {
  for (const pattern of LUNAR) {
    const found = matchAt(source.plain, pattern, index)
    if (found) return { value: { type: 'unread' }, end: index + found[0].length }
  }
  return undefined
}
