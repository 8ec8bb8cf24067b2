import { foldInPlace } from '#domain/fold.ts'
import type { DraftQuota, QuotaCategory, QuotaLimit } from '#domain/plan.ts'

/** The numbers that one text or row gives. */
export type Counts = Pick<DraftQuota, QuotaCategory | 'basis'>

export const NO_COUNTS: Counts = { collective: null, individual: null, family: null, basis: 'quota' }

const CATEGORY_WORDS: readonly [QuotaCategory, string][] = [
  ['family', 'ho gia dinh|gia dinh|ho|gd'],
  ['collective', 'tap the|tt'],
  ['individual', 'ca nhan|cn'],
]
const ANY_CATEGORY = CATEGORY_WORDS.map(([, words]) => words).join('|')
const NUMBER = String.raw`(\d{1,4})(?:\s*\/\s*(\d{1,4}))?`
const BY_PROPOSAL =
  /theo (?:de xuat|de nghi|gioi thieu|ket qua|thuc te|thanh tich)|can cu (?:vao )?(?:theo )?(?:de xuat|de nghi|ket qua|thanh tich|thuc te|huong dan)|khong (?:gioi han|han che|khong che|quy dinh so luong)|khong an dinh|theo (?:huong dan|quy dinh) cua/

/** One cell of a category: "03", "03/04", "3 tập thể"; null where it is blank or a dash, undefined where it is not understood. */
export function readLimit(cell: string): QuotaLimit | null | undefined {
  if (/^[-–—./\s]*$/.test(cell)) return null
  const found = new RegExp(
    String.raw`^(?:khong qua |toi da |<=?|≤|~)?\s*${NUMBER}(?:\s*(?:${ANY_CATEGORY}|nguoi|dong chi|d/c|don vi|chi tieu)\b.*)?(?:\s*\([^()]*[a-z][^()]*\))?$`,
  ).exec(foldInPlace(cell.trim()))
  return found ? limit(found[1]!, found[2]) : undefined
}

/** A share: "không quá 15%", "≤ 20 %". */
export function readPercent(text: string): number | undefined {
  const found = /(\d{1,3}(?:[.,]\d{1,2})?)\s*%/.exec(text)
  return found ? Number(found[1]!.replace(',', '.')) : undefined
}

/** Whether nominations are taken as they are proposed, without a number. */
const isByProposal = (text: string): boolean => BY_PROPOSAL.test(foldInPlace(text))

/** "20 cá nhân (trong đó 5 cá nhân nữ)": part of a number before. */
const OF_WHICH = /(?:\(\s*(?:gom|bao gom|co|ke ca)|\btrong (?:do|so do))\b[^,;.()]*/g

/**
 * The numbers in running words: "10 tập thể, 20 cá nhân", "Tập thể: 05; cá nhân: 10", "không quá 15% tổng số cá nhân". `at` is where
 * the numbers start, so that what stands before can name the unit. Undefined where there are none.
 */
export function readCounts(text: string): { counts: Counts; at: number } | undefined {
  const folded = foldInPlace(text).replace(OF_WHICH, (found) => ' '.repeat(found.length))
  return readNumbers(folded) ?? readShare(text, folded) ?? readProposal(text, folded)
}

function readNumbers(folded: string): { counts: Counts; at: number } | undefined {
  for (const pattern of [
    (words: string) =>
      new RegExp(String.raw`(?<![\d/.,])${NUMBER}\s*(?:\([^()]{0,20}\)\s*)?(?:${words})(?![\p{L}\d])`, 'u'),
    (words: string) =>
      new RegExp(
        String.raw`(?<![\p{L}])(?:${words})(?: \([^()]{0,40}\))?\s*[:=-]?\s*(?:khong qua |toi da )?${NUMBER}(?![\d%.,/]*[\d%])`,
        'u',
      ),
  ]) {
    const counts: Counts = { ...NO_COUNTS }
    let at = Infinity
    for (const [category, words] of CATEGORY_WORDS) {
      const found = pattern(words).exec(folded)
      if (!found) continue
      counts[category] = limit(found[1]!, found[2])
      at = Math.min(at, found.index)
    }
    if (at < Infinity) return { counts, at }
  }
  return undefined
}

function readShare(text: string, folded: string): { counts: Counts; at: number } | undefined {
  const percent = readPercent(text)
  if (percent === undefined) return undefined
  const counts: Counts = { ...NO_COUNTS, basis: 'percent' }
  counts[shareCategory(folded)] = { max: percent, of: null }
  return { counts, at: folded.search(/(?:khong qua|toi da|khong vuot qua)?\s*\d{1,3}(?:[.,]\d{1,2})?\s*%/) }
}

function readProposal(text: string, folded: string): { counts: Counts; at: number } | undefined {
  if (!isByProposal(text)) return undefined
  return { counts: { ...NO_COUNTS, basis: 'by-proposal' }, at: folded.search(BY_PROPOSAL) }
}

/** Whom a share is of: families and collectives where they are named, else persons. */
function shareCategory(folded: string): QuotaCategory {
  if (/gia dinh|\bho\b/.test(folded)) return 'family'
  const collective = folded.search(/tap the|don vi/)
  const individual = folded.search(/ca nhan|chien s[iy]|lao dong|nguoi|can bo|cong chuc|giao vien|doan vien/)
  return collective >= 0 && (individual < 0 || collective < individual) ? 'collective' : 'individual'
}

const limit = (max: string, of: string | undefined): QuotaLimit => ({
  max: Number(max),
  of: of === undefined ? null : Number(of),
})
