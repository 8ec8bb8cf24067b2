import { foldInPlace } from '../fold.ts'
import { matchMovements } from '../movements.ts'
import type { Opening } from './opening-line.ts'

const DEADLINE = /(?:^|[\s,;])(?:han(?: chot| nop| gui)?|thoi han|deadline|den|truoc|before|by|until)(?=[\s:])\s*:?\s*/g
const BEFORE = /truoc|before/
const NAMED = /(?:han|deadline)/
const EVERYTHING = /^(?:tat ca|ca|moi|het|all|everything)(?: (?:cac )?(?:phong trao|movements?))?$/

/**
 * Movements and deadline as typed in one line: "yêu nước, hiến máu hạn 17:00 5/12/2025", "1, 3 hạn thứ Sáu", "tất cả". What names none of the
 * movements is taken as a name of its own; a deadline alone means the only movement there is. `isDeadline` says whether words are one. The step
 * is the one that comes next.
 */
export function readOpening(
  text: string,
  movements: readonly { name: string }[],
  isDeadline: (words: string) => boolean,
): Opening {
  const { before, words } = apart(text.normalize('NFC'), isDeadline)
  const { picked, named, unclear } = movementsIn(before, movements)
  const opening: Opening = { picked, named, chats: undefined, step: 'movements', words }
  if (unclear !== undefined) return { ...opening, unclear }
  if (picked.length + named.length > 0) return { ...opening, step: words === '' ? 'deadlines' : 'preview' }
  return words !== '' && movements.length === 1 ? { ...opening, picked: [1], step: 'preview' } : opening
}

function movementsIn(text: string, movements: readonly { name: string }[]) {
  const everything = EVERYTHING.test(foldInPlace(text.toLowerCase()))
  const parts = everything ? [] : partsOf(text, movements).map((part) => ({ part, found: placesOf(part, movements) }))
  const places = everything ? movements.map((_, index) => index + 1) : parts.flatMap(({ found }) => found)
  return {
    picked: [...new Set(places)].sort((one, other) => one - other),
    named: parts.filter(({ found }) => found.length === 0).map(({ part }) => part.replace(/^["“”]+|["“”]+$/g, '')),
    unclear: parts.find(({ found }) => found.length > 1)?.part,
  }
}

/** The last word behind which a deadline stands parts a line. */
function apart(text: string, isDeadline: (words: string) => boolean): { before: string; words: string } {
  const found = [...foldInPlace(text.toLowerCase()).matchAll(DEADLINE)].reverse()
  for (const { index, 0: lead } of found) {
    // "Trước" is a part of the deadline.
    const words = text.slice(index + (BEFORE.test(lead) ? 0 : lead.length)).trim()
    if (isDeadline(words)) return { before: trimmed(text.slice(0, index)), words }
  }
  // What stands behind this word was meant as a deadline, though it is none.
  const meant = found.find(({ 0: lead }) => NAMED.test(lead))
  if (meant) {
    const words = text.slice(meant.index + meant[0].length).trim()
    return { before: trimmed(text.slice(0, meant.index)), words }
  }
  return isDeadline(text) ? { before: '', words: text } : { before: trimmed(text), words: '' }
}

const trimmed = (text: string): string => text.replace(/^[\s,;:]+|[\s,;:]+$/g, '')

/** Parts between commas; "và" parts two movements only where each half is one. */
function partsOf(text: string, movements: readonly { name: string }[]): string[] {
  const parts = text.split(/[,;\n]+/).map((part) => part.trim())
  return parts
    .filter((part) => part !== '')
    .flatMap((part) => {
      const halves = part.split(/\s+(?:và|va|&|and)\s+/i)
      return halves.length > 1 && halves.every((half) => placesOf(half, movements).length === 1) ? halves : [part]
    })
}

function placesOf(part: string, movements: readonly { name: string }[]): number[] {
  if (/^\d{1,2}$/.test(part)) return movements[Number(part) - 1] ? [Number(part)] : []
  return matchMovements(part, movements).map((movement) => movements.indexOf(movement) + 1)
}
