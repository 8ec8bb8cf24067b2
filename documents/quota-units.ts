import { fold } from '#domain/fold.ts'

/** "Khối cơ quan: không quá": words of the number, at the end of what stands before it. */
export const LIMIT_WORDS = /[\s:,–-]*(?:không (?:vượt )?quá|tối đa)\s*$/iu

const NO_UNIT =
  /^(?:cac )?(?:tap the|ca nhan|gia dinh|ho|chi tieu|tong|so (?:luong|ca nhan|tap the)|khen thuong|de nghi|du kien|ty le|toi da|khong qua|voi|gom|cu the|ve)\b/

/** Whether words in front of numbers can be a unit's name: "Công an phường", "Mỗi chi bộ". */
export const isUnit = (name: string) => name !== '' && name.length <= 120 && !NO_UNIT.test(fold(name))
