import { fold } from '#domain/fold.ts'
import { dutiesIn, namesDuty, readOpenTime, readScheduleLine, timeOfItem } from './dated-duties.ts'
import { dutySections, isHeading, itemsOf } from './duty-sections.ts'
import type { FoundTask } from './found-task.ts'
import { isOrganisation } from './issuer.ts'
import { readLabels } from './labels.ts'
import { trimTail } from './markup.ts'
import type { Block } from './neutral.ts'
import { allNodes, headingOf, outlineOf } from './outline.ts'
import type { Node } from './outline.ts'
import { readQuarter } from './coverage.ts'
import { periodWording } from './sections.ts'

/**
 * The tasks of a text without a task table: what stands under headings that name a time ("Quý III năm 2025"), or in a section that is a
 * schedule; where there is neither, the numbered items of the sections that name duties ("NỘI DUNG NHIỆM VỤ").
 */
export function readListedTasks(blocks: readonly Block[], appendix: string | null): FoundTask[] {
  const roots = outlineOf(blocks)
  const nodes = allNodes(roots)
  const scheduled = [
    ...nodes.flatMap((node) => underPeriod(node, appendix)),
    ...nodes.flatMap((node) => inSchedule(node, appendix)),
  ]
  if (scheduled.length) return scheduled.sort((a, b) => a.line - b.line)
  const sections = dutySections(roots)
  if (sections.length)
    return sections.flatMap((section) => itemsOf(section).flatMap((item, i) => tasksOf(item, i, section, appendix)))
  return appendix === null
    ? []
    : itemsOf({ ...EMPTY, children: roots }).map((item, i) => taskOf(item, i, undefined, appendix))
}

/** The duties with a date in running text, each a task of no section. */
export function readDatedDuties(blocks: readonly Block[]): FoundTask[] {
  const roots = outlineOf(blocks)
  const nodes = allNodes(roots)
  const within = (words: RegExp) =>
    new Set(allNodes(nodes.filter((node) => words.test(fold(node.text)) && isHeading(node))))
  const purposes = within(PURPOSE)
  const done = within(DONE)
  return nodes.flatMap((node) => {
    if (done.has(node)) return []
    const mayBeSchedule = !/^(?:roman|letter|heading)/.test(node.level) && node.text.length < 300 && !purposes.has(node)
    const inList = mayBeSchedule ? readScheduleLine(node.text) : undefined
    return (inList ? [inList] : dutiesIn(node.text)).map(({ title, wording }) => ({
      ...NOBODY,
      appendix: null,
      section: null,
      no: null,
      title,
      deadline: wording,
      quarter: undefined,
      line: node.line,
    }))
  })
}

/** Sections that say what for, where a time is no plan of work. */
const PURPOSE = /^(?:muc dich|muc tieu|yeu cau|quan diem)\b/
/** Sections that say what was done already. */
const DONE = /^(?:dac diem|tinh hinh|thuc trang|ket qua (?:cong tac|thuc hien|dat duoc|nam))\b/

const EMPTY: Node = { level: '', mark: '', text: '', line: 0, heading: true, children: [] }
const NOBODY = { direct: null, lead: null, support: null }

function underPeriod(node: Node, appendix: string | null): FoundTask[] {
  const wording = periodWording(node.text)
  if (!wording || node.text.length > 120) return []
  return itemsOf(node)
    .filter((item) => periodWording(item.text) === undefined)
    .map((item, index) => {
      const task = taskOf(item, index, node, appendix)
      return { ...task, deadline: task.deadline ?? wording }
    })
}

const SCHEDULE =
  /\b(?:tien do|lo trinh|cac dot thi dua|cac buoc|cac giai doan|buoc (?:thuc hien|trien khai)|thoi gian (?:thuc hien|trien khai|to chuc)|lich|cac (?:phien|cuoc|ky) hop|cac moc|moc thoi gian|thoi gian,)/

function inSchedule(node: Node, appendix: string | null): FoundTask[] {
  if (node.text.length > 120 || !SCHEDULE.test(fold(node.text)) || readScheduleLine(node.text)) return []
  return node.children.flatMap((item, index) => {
    if (SAYS_WHEN.test(fold(item.text))) return []
    const own = timeOfItem(item.text)
    const line = readScheduleLine(item.text) ?? (own ? { title: trimTail(item.text), wording: own } : undefined)
    if (!line) return []
    const no = /^(?:number|nested|minor)/.test(item.level) ? item.mark : String(index + 1)
    return [
      {
        ...NOBODY,
        appendix,
        section: headingOf(node),
        no,
        title: line.title,
        deadline: line.wording,
        quarter: readQuarter(line.wording),
        line: item.line,
      },
    ]
  })
}

/** The time of the whole, and no task: "Thời gian: từ ngày 01/5 đến ngày 30/11". */
const SAYS_WHEN = /^thoi gian(?: (?:to chuc|thuc hien|trien khai|phat dong|dien ra|thi dua))?\s*:/

/** Whether a line is nothing but the name of a unit: "Phòng Nội vụ", "UBND các xã, phường". */
const namesUnit = (text: string) => text.length <= 80 && isOrganisation(text) && !namesDuty(text)

/** The tasks of an item: what stands under it where it only names their unit, or their kind and they have times; else the item itself. */
function tasksOf(item: Node, index: number, section: Node, appendix: string | null): FoundTask[] {
  const whole = taskOf(item, index, section, appendix)
  const duties = itemsOf(item)
    .filter(({ level }) => level !== 'plain')
    .map((duty, i) => taskOf(duty, i, item, appendix))
  const timed = duties.filter(({ deadline }) => deadline !== null).length
  if (duties.length > 0 && namesUnit(item.text))
    return duties.map((duty) => ({ ...duty, lead: duty.lead ?? trimTail(item.text) }))
  return timed > 0 && timed >= duties.length / 2 && whole.deadline === null && item.text.length <= 100
    ? duties
    : [whole]
}

function taskOf(item: Node, index: number, section: Node | undefined, appendix: string | null): FoundTask {
  const numbered = /^(?:roman|letter|number|nested|minor)/.test(item.level)
  const { text, fields } = readLabels(item)
  const schedule = fields.deadline ? undefined : (readScheduleLine(text) ?? readOpenTime(text))
  return {
    appendix,
    section: section ? headingOf(section) : null,
    no: numbered ? item.mark : String(index + 1),
    title: trimTail(schedule?.title ?? text),
    direct: fields.direct ?? null,
    lead: fields.lead ?? null,
    support: fields.support ?? null,
    deadline: fields.deadline ?? schedule?.wording ?? timeOfItem(text) ?? null,
    quarter: section && readQuarter(section.text),
    line: item.line,
  }
}
