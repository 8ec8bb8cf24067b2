import { fold } from '#domain/fold.ts'

/**
 * What a column holds. `chair` ("chủ trì") is who directs where another column names who does it, else who does it; `mark` is
 * a month or quarter whose cells are crossed; `award` names what is given; `both` holds
 * collectives and individuals in one cell ("TT/CN"); `quota` a number or text of any category; `total` a sum.
 */
export type Role =
  | 'no'
  | 'title'
  | 'direct'
  | 'chair'
  | 'lead'
  | 'support'
  | 'deadline'
  | 'mark'
  | 'note'
  | 'unit'
  | 'movement'
  | 'collective'
  | 'individual'
  | 'family'
  | 'both'
  | 'quota'
  | 'award'
  | 'total'

export interface Column {
  role: Role | undefined
  label: string
  /** The label above, of a head of two rows: an award or a movement over its categories. */
  group: string | undefined
}

/** The words by which a head names its columns, folded; the first that fits counts. */
const WORDS: readonly [Role, RegExp][] = [
  ['no', /^(?:s\.? ?t\.? ?t|t\.? ?t|so ?tt|so thu tu|thu tu|no|#|so|stt\/no)\.?$/],
  ['total', /^(?:tong|tong so|tong cong|cong|tong chi tieu|tong cong chi tieu)$/],
  ['both', /\btap the\s*(?:\/|,|-|va)\s*ca nhan\b|\btt\s*\/\s*cn\b/],
  [
    'title',
    /^(?:cac |ten |danh muc |danh sach |mot so )*(?:noi dung|nhiem vu|cong viec|viec|hoat dong|dau viec|hang muc|phien hop|cuoc hop|ky hop|chuong trinh|su kien)/,
  ],
  ['lead', /(?:chu tri|thuc hien|phu trach).*phoi hop/],
  ['support', /phoi hop|tham gia|ho tro/],
  [
    'deadline',
    /thoi gian|thoi han|thoi diem|tien do|khi nao|bao gio|^(?:han|ngay|thang|lich|moc|bat dau|ket thuc|hoan thanh(?! (?:tot|xuat sac|nhiem vu)))\b|\bhan (?:nop|gui|hoan thanh|cuoi)/,
  ],
  ['direct', /chi dao|lanh dao/],
  ['chair', /chu tri/],
  ['collective', /tap the|^tt$|co thi dua|don vi (?:quyet thang|tien tien|van hoa)/],
  ['family', /gia dinh|\bho\b|^gd$/],
  ['individual', /ca nhan|^cn$|chien s[iy] (?:thi dua|tien tien)|lao dong tien tien|^(?:cstd|ldtt)/],
  ['total', /^tong\b|bien che|quan so|hien co|^so (?:lao dong|can bo|cong chuc|vien chuc|cbcc)/],
  ['award', /hinh thuc (?:khen|de nghi)|^(?:ten )?danh hieu(?: thi dua)?$|^(?:loai|muc) khen/],
  ['note', /ghi chu|san pham|ket qua|kinh phi|dia diem|hinh thuc|can cu|muc do|ly do|yeu cau|thanh phan|so van ban/],
  ['lead', /thuc hien|tham muu|phu trach|phan cong|trach nhiem|dau moi|thuong truc|theo doi|nguoi|^ai\b/],
  ['movement', /phong trao|chuyen de|cuoc van dong|linh vuc/],
  [
    'unit',
    /don vi|co quan|bo phan|phong ban|to chuc|doi tuong|\btruong\b|^(?:ten )?(?:cac )?(?:phong|khoa|to)\b|chi bo|to dan pho|\bthon\b|khoi|cum|dia ban|noi nhan|chi hoi/,
  ],
  ['quota', /chi tieu|so luong|dinh muc|phan bo|de nghi|ty le/],
  ['title', /noi dung|nhiem vu|cong viec|hoat dong|cong tac|dien giai/],
]
const CATEGORIES: readonly (Role | undefined)[] = ['collective', 'individual', 'family', 'both']
/** A label is no longer than this. */
export const MAX_LABEL = 80

/** Whether a column counts what may be nominated. */
export const isCategory = (role: Role | undefined): boolean => CATEGORIES.includes(role)

/** What a label names, in a head or before a colon; `index` is its column. */
export function roleOf(label: string, index: number): Role | undefined {
  const folded = fold(label).replace(/[:*]+$/, '')
  if (folded === '' || folded.length > MAX_LABEL) return undefined
  if (folded === 'tt' && index > 0) return 'collective'
  return WORDS.find(([, words]) => words.test(folded))?.[0]
}

/** The column under a label and, in a head of two rows, the label above it. */
export function column(label: string, index: number, group?: string): Column {
  const own = roleOf(label, index)
  return { role: own ?? (group ? roleOf(group, index) : undefined), label, group: group || undefined }
}
