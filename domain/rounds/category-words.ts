import { foldInPlace } from '../fold.ts'
import { QUOTA_CATEGORIES, type QuotaCategory } from '../plan.ts'

const WORDS: Record<QuotaCategory, string> = {
  collective: 'tap the(?: lao dong)?|tt',
  individual:
    'ca nhan|chien s[iy]|lao dong tien tien|nguoi(?: lao dong)?|(?<=so )lao dong|can bo|cong chuc|vien chuc|giao vien|nha giao|hoc sinh|(?:dang|doan|hoi) vien|cn',
  family: 'ho gia dinh|gia dinh|ho(?! so| tro| khau)|gd',
}
/** Units count as collectives only where nothing else is named: they are also who nominates. */
const UNITS = 'don vi|co quan|phong ban'
const ANY = new RegExp(
  String.raw`(?<![\p{L}\d])(?:(?<unit>${UNITS})|${QUOTA_CATEGORIES.map((one) => `(?<${one}>${WORDS[one]})`).join('|')})(?![\p{L}\d])`,
  'gu',
)
const LEADING = /^(?:tong )?(?:so )?(?:luong )?(?:cac )?$/
const JOINING = /^\s*(?:,|\/|va|hoac|va\/hoac)\s*(?:tong )?(?:so )?(?:luong )?(?:cac )?$/

interface Named {
  category: QuotaCategory
  isUnit: boolean
  from: number
  to: number
}

/** The categories that words name anywhere, in the order of the categories. */
export function categoriesIn(text: string): QuotaCategory[] {
  const named = findNamed(text)
  const sure = named.filter(({ isUnit }) => !isUnit)
  return inOrder(sure.length ? sure : named)
}

/** The categories with which words begin: "tổng số tập thể, cá nhân của đơn vị". */
export function categoriesFrom(text: string): QuotaCategory[] {
  const folded = foldInPlace(text)
  const named = findNamed(text)
  const end = named.findIndex(({ from }, index) => {
    const gap = folded.slice(named[index - 1]?.to ?? 0, from)
    return !(index === 0 ? LEADING : JOINING).test(gap)
  })
  return inOrder(end < 0 ? named : named.slice(0, end))
}

function findNamed(text: string): Named[] {
  return [...foldInPlace(text).matchAll(ANY)].flatMap((found) => {
    const [from, to] = [found.index, found.index + found[0].length]
    // Without its marks "hộ" is also "hồ", "hỗ" and "họ".
    if (found[0] === 'ho' && !/^(?:hộ|ho)$/iu.test(text.slice(from, to))) return []
    const category = QUOTA_CATEGORIES.find((one) => found.groups?.[one] !== undefined) ?? 'collective'
    return [{ category, isUnit: found.groups?.['unit'] !== undefined, from, to }]
  })
}

const inOrder = (named: readonly Named[]): QuotaCategory[] =>
  QUOTA_CATEGORIES.filter((category) => named.some((one) => one.category === category))
