import { fold } from '#domain/fold.ts'
import { readMark } from './marks.ts'
import { trimTail } from './markup.ts'

const MOVEMENT =
  /\bphong trao\b|^\W*(?:thi dua|cuoc van dong|chuyen de|dot thi dua|khen thuong (?:phong trao|chuyen de|dot xuat|tong ket|thuong xuyen|theo|thanh tich))/
const GROUP_OF_UNITS =
  /^(?:khoi|cum|nhom|cac (?:don vi|phong|co quan|truong|xa|phuong|ban|to chuc|doan the|to dan pho|thon|hoi|chi bo|bo phan)|don vi|co quan|phong|phuong|xa|thi tran|truong|to dan pho|thon)\b/
const AWARD =
  /^(?:danh hieu|chien s[iy]|lao dong tien tien|tap the lao dong|bang khen|giay khen|co thi dua|gia dinh|don vi (?:quyet thang|tien tien)|huan chuong|ky niem chuong|hinh thuc)\b/
const CATEGORY_ALONE =
  /^(?:tap the|ca nhan|gia dinh|ho(?: gia dinh)?|cac tap the|cac ca nhan|ve tap the|ve ca nhan|doi voi tap the|doi voi ca nhan)$/

/** Whether a heading or name says that it is a movement: "Phong trào thi đua …", "Cuộc vận động …". */
export const isMovement = (text: string): boolean => MOVEMENT.test(fold(bare(text)))

/** Whether a heading only groups units: "Khối phường", "Các phòng, ban". */
export const isGroupOfUnits = (heading: string): boolean =>
  !isMovement(heading) && (GROUP_OF_UNITS.test(fold(bare(heading))) || CATEGORY_ALONE.test(fold(bare(heading))))

/** Whether words in front of numbers name an award: "Chiến sĩ thi đua cơ sở", "Bằng khen". */
export const isAward = (name: string): boolean => AWARD.test(fold(name)) && !CATEGORY_ALONE.test(fold(name))

/** A movement's name without its numbering and its trailing colon. */
export const movementName = (heading: string): string => bare(heading)

/** The movement that titles name where no heading does: from "phong trào" on in the first that has it, else the first. */
export function movementOfTitles(titles: readonly string[]): string {
  for (const title of titles) {
    const found = /phong trào.*$/isu.exec(title)
    if (found) return trimTail(found[0])
  }
  return trimTail(withoutCaption(titles.find((title) => title !== '') ?? '')) || 'Thi đua, khen thưởng'
}

const CAPTION = /^(?:bảng|biểu)(?: số)?\s+\d{1,2}\b[\s.:–-]*/iu
const withoutCaption = (title: string) => title.replace(CAPTION, '')

/** Whether a paragraph is the caption of a table: "Bảng 2. Phân bổ chỉ tiêu". */
export const isCaption = (text: string): boolean => CAPTION.test(text)

const bare = (text: string) => trimTail(readMark(text)?.text ?? text)
