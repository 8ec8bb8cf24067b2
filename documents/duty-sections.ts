import { fold } from '#domain/fold.ts'
import type { Node } from './outline.ts'
import { isCapitals } from './table-rows.ts'

const DUTIES = /\b(?:noi dung|nhiem vu|cong viec|hoat dong)\b/
const TASKS = /\b(?:nhiem vu|cong viec|hoat dong)\b/
const OTHER_SECTION =
  /muc dich|yeu cau|to chuc thuc hien|phan cong|kinh phi|quan diem|tinh hinh|ket qua|tieu chi|tieu chuan|doi tuong|nguyen tac/

/** The innermost headings that announce duties; those that say tasks go before those that only say contents. */
export function dutySections(roots: readonly Node[]): Node[] {
  const found = roots.flatMap((node) => innermostDuties(node))
  const tasks = found.filter(({ text }) => TASKS.test(fold(text)))
  return tasks.length ? tasks : found
}

function innermostDuties(node: Node): Node[] {
  if (OTHER_SECTION.test(fold(node.text)) && isHeading(node)) return []
  const within = node.children.flatMap(innermostDuties)
  if (within.length) return within
  const announces = isHeading(node) && DUTIES.test(fold(node.text)) && node.text.length <= 150
  return announces && itemsOf(node).length > 0 ? [node] : []
}

/** A line that heads a section rather than being an item itself. */
export function isHeading({ level, text, heading }: Node): boolean {
  if (level === 'roman' || level === 'letter' || level === 'heading' || isCapitals(text)) return true
  return (
    (heading || text.length < 60) && /^(?:cac |mot so )?(?:noi dung|nhiem vu)\b/.test(fold(text)) && !/[.;]$/.test(text)
  )
}

/** The items of a section: its numbered children, else its bullets, else its paragraphs. */
export function itemsOf({ children }: Node): Node[] {
  const levels = new Set(children.map(({ level }) => level))
  const rank = [
    'roman',
    'letter',
    'number',
    'nested 2',
    'nested 3',
    'minor',
    'bullet -',
    'bullet +',
    'bullet •',
    'bullet –',
    'bullet',
    'plain',
  ]
  const level = rank.find((one) => levels.has(one)) ?? [...levels].find((one) => one !== 'heading')
  return children.filter((child) => child.level === level && child.text.length > 5)
}
