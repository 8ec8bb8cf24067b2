import type { Role } from './access.ts'
import { fold } from './fold.ts'

/** Words by which roles are named, folded; the longer ones first, so that "phó trưởng" is not a head. */
const ROLE_WORDS: [Role, string[]][] = [
  ['deputy', ['pho truong', 'cap pho', 'pho', 'deputy head of', 'deputy head', 'deputy of', 'deputy']],
  ['secretariat', ['bo phan thuong truc', 'thuong truc', 'thu ky', 'secretariat', 'secretary']],
  ['head', ['truong don vi', 'thu truong', 'cap truong', 'truong', 'head of', 'head']],
  ['member', ['thanh vien', 'uy vien', 'member']],
]

/**
 * Reads "trưởng Công an phường", "deputy head of the Health Station", "thư ký": the role, and the unit's name as written. Undefined where no
 * role is named.
 */
export function readInvitation(text: string): { role: Role; unitText: string | undefined } | undefined {
  const words = text.trim().split(/\s+/)
  for (const [role, names] of ROLE_WORDS) {
    for (const name of names) {
      const count = name.split(' ').length
      if (fold(words.slice(0, count).join(' ')) !== name) continue
      const rest = words
        .slice(count)
        .join(' ')
        .replace(/^the /i, '')
        .replace(/^["“](.*)["”]$/, '$1')
      return { role, unitText: rest || undefined }
    }
  }
  return undefined
}

/** Roles that are held for a unit. */
export function needsUnit(role: Role): boolean {
  return role === 'head' || role === 'deputy'
}
