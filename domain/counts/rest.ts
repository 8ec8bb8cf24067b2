import { foldInPlace } from '../fold.ts'
import type { Token } from './tokens.ts'

/** "Còn lại", "các phong trào còn lại", "3 phong trào khác", "the rest": all that is not named, without marks and in lower case. */
const ALL = '(?:(?:tat ca|ca|cac|nhung|moi|phan|so|the|all) ){0,3}'
const COUNT = '(?:(?:\\d+|hai|ba|bon|nam|sau|bay|tam|chin|muoi) )?'
const KIND = '(?:phong trao|noi dung|linh vuc|chuyen de|muc)'
const REST = `${ALL}${COUNT}(?:(?:${KIND} )?con lai|${KIND} (?:nao )?khac|rest|others|other movements)`

const AHEAD = new RegExp(`^${REST}(?= |$)`)
const AT_END = new RegExp(`(?:^|[\\s:,.–-]+)${REST}$`)
/** "Không có ở các phong trào còn lại", "không có phong trào nào khác": what stands between "không" and the rest. */
const LEAD = /^(?:(?:co|con) )?(?:gi )?(?:(?:o|cho|trong|tai|doi voi|in|for) )?/

/** How many tokens from `at` on say "the rest"; 0 where they do not. */
export const restAt = (tokens: readonly Token[], at: number): number =>
  wordsIn(AHEAD.exec(basesFrom(tokens, at))?.[0] ?? '')

/** How many tokens from `at` on, behind "không", lead up to the rest; 0 where they do not. */
export function leadToRest(tokens: readonly Token[], at: number): number {
  const length = wordsIn(LEAD.exec(basesFrom(tokens, at))?.[0] ?? '')
  return restAt(tokens, at + length) > 0 ? length : 0
}

/** A label without "the rest" at its end, '' where it says nothing else; undefined where it does not end so. */
export function withoutRest(label: string): string | undefined {
  const composed = label.normalize('NFC').trim()
  const found = AT_END.exec(foldInPlace(composed))
  return found ? composed.slice(0, found.index) : undefined
}

/** More words than any of these phrases has. */
const LONGEST = 12
const basesFrom = (tokens: readonly Token[], at: number): string =>
  tokens
    .slice(at, at + LONGEST)
    .map(({ base }) => base)
    .join(' ')
const wordsIn = (text: string): number => text.split(' ').filter(Boolean).length
