import { fold } from '#domain/fold.ts'
import type { FoundTask } from './found-task.ts'
import { looksLikeDeadline } from './infer-columns.ts'
import { readMark } from './marks.ts'
import { trimTail } from './markup.ts'
import type { Block } from './neutral.ts'

const EVENT =
  /\b(?:hoi nghi|hoi thi|hoi thao|dai hoi|toa dam|gap mat|cuoc thi|le (?:phat dong|tuyen duong|ton vinh|ky niem|trao|don nhan)|tap huan)\b/
const TIME = /^thoi gian(?: (?:to chuc|dien ra|khai mac))?(?:,? dia diem)?\s*:\s*/

/**
 * The event itself where a plan is about one: "Tổ chức Hội nghị điển hình tiên tiến" with "1. Thời gian: 01 buổi, ngày 20/5/2025" in its
 * text. Undefined where the title names no event or no line gives its time.
 */
export function readEvent(body: readonly Block[], title: string): FoundTask | undefined {
  if (!EVENT.test(fold(title))) return undefined
  for (const block of body) {
    if (block.kind !== 'paragraph') continue
    const text = trimTail(readMark(block.text)?.text ?? block.text)
    const label = TIME.exec(fold(text))
    const deadline = label && text.slice(text.indexOf(':') + 1).trim()
    if (deadline && looksLikeDeadline(deadline)) return { ...NOTHING_ELSE, title, deadline, line: block.line }
  }
  return undefined
}

const NOTHING_ELSE = {
  appendix: null,
  section: null,
  no: null,
  direct: null,
  lead: null,
  support: null,
  quarter: undefined,
}
