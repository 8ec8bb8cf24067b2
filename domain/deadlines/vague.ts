const RELATIVE = new RegExp(
  [
    String.raw`^[^a-z\d]{0,6}(?:thuc hien |hoan thanh |to chuc |bao cao |gui |trinh |chuan bi )?(?:ngay )?(?:truoc|sau)(?:,? (?:trong|va|trong va|va sau|sau))* (?!(?:hoi dong|mat|day|do|moi|tung|cac)\b)[a-z]`,
    String.raw`(?<![a-z])(?:ngay sau|sau khi|truoc khi|sau ngay|truoc ngay|ke tu khi|ke tu ngay|tinh tu ngay|tu ngay ky)(?![a-z])`,
    String.raw`(?<![a-z])(?:dip|nhan dip|vao dip) [a-z]`,
    String.raw`(?<![a-z])(?:truoc|sau) (?:tet|hoi nghi|dai hoi|ky hop|cuoc hop|phien hop|le|tong ket|so ket|bau cu|buoi|khai mac|be mac)(?![a-z])`,
  ].join('|'),
)
const OPEN = new RegExp(
  [
    String.raw`(?<![a-z])theo(?: dung| tung| cac| nhu)? (?:ke hoach|huong dan|tien do|thong bao|yeu cau|quy dinh|chi dao|thuc te|lich|chuong trinh|van ban|cong van|noi dung|dot|thoi gian|thoi diem|tinh hinh|dieu kien|de nghi|de xuat|phan cong|giay moi|quyet dinh|nghi quyet|ket luan|quy che|quy trinh|phu luc|nhu cau|dien bien|su vu|vu viec|mua)(?![a-z])`,
    String.raw`(?<![a-z])(?:thuc hien )?theo (?!doi)[a-z]`,
    String.raw`(?<![a-z])(?:khi (?:co|phat sinh|can|duoc|den|nhan)|neu co|dot xuat|phat sinh|tuy (?:theo|thuoc)|can cu|kip thoi|dung (?:tien do|quy dinh|thoi gian|han)|ngay khi|khi)(?![a-z])`,
  ].join('|'),
)

export type Vague = 'relative' | 'open'

/** What words without a date say of the time, and where they begin to say it. Undefined where they say nothing of it. */
export function readVague(plain: string): { type: Vague; start: number } | undefined {
  const relative = RELATIVE.exec(plain)
  const open = OPEN.exec(plain)
  if (relative && (!open || relative.index <= open.index)) return { type: 'relative', start: relative.index }
  return open ? { type: 'open', start: open.index } : undefined
}

const TIME_WORD =
  /\d|(?<![a-z])(?:ngay|thang|quy|tuan|nam|hoc ky|hk|am lich)(?![a-z])|(?<![a-z])ky [i1-3]{1,3}(?![a-z])/

/** Does the text speak of a time at all: a number, or a unit of the calendar? */
export const speaksOfTime = (plain: string) => TIME_WORD.test(plain)
