import { roleOf } from './column-roles.ts'
import { trimTail } from './markup.ts'
import type { Node } from './outline.ts'
import { sentencesOf } from './sentences.ts'

export type Labelled = Partial<Record<'direct' | 'lead' | 'support' | 'deadline', string>>

/**
 * What an item says under labels, in its own sentences or in the lines under it: "Thời gian: tháng 3/2025", "Đơn vị chủ trì: …",
 * "Phối hợp: …". `text` is the item without its labelled sentences.
 */
export function readLabels(item: Node): { text: string; fields: Labelled } {
  const fields: Labelled = {}
  const own = sentencesOf(item.text)
  const kept = own.filter((sentence, index) => index === 0 || !takeLabel(sentence, fields))
  for (const { text } of item.children) for (const sentence of sentencesOf(text)) takeLabel(sentence, fields)
  return { text: kept.length === own.length ? item.text : kept.join(' '), fields }
}

/** Notes a sentence "label: text" under its label; false where it is none. */
function takeLabel(sentence: string, fields: Labelled): boolean {
  const found = /^[-–+•*\s]*([\p{L},\s()/]{3,45}):\s*(\S.*)$/su.exec(sentence)
  const role = found ? fieldOf(found[1]!) : undefined
  if (!role) return false
  fields[role] ??= trimTail(found![2]!)
  return true
}

const FIELDS: Record<string, keyof Labelled> = {
  direct: 'direct',
  chair: 'lead',
  lead: 'lead',
  support: 'support',
  deadline: 'deadline',
}

const fieldOf = (label: string) => FIELDS[roleOf(label, 1) ?? '']
