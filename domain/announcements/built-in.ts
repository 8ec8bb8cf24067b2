import { fold } from '../fold.ts'

interface Field {
  name: string
  /** What stands before ":" when somebody writes it on a line, folded. */
  labels: string[]
}

/** Notices that every council has, with what is asked for each, in this order. */
export const BUILT_IN = {
  meeting: [
    { name: 'time', labels: ['thoi gian', 'luc', 'time', 'when'] },
    { name: 'place', labels: ['dia diem', 'noi hop', 'place', 'where'] },
    { name: 'agenda', labels: ['noi dung', 'agenda', 'about'] },
    { name: 'attendees', labels: ['thanh phan', 'thanh phan du hop', 'attendees', 'who'] },
  ],
  papers: [
    { name: 'content', labels: ['noi dung', 'ho so', 'papers', 'content', 'what'] },
    { name: 'deadline', labels: ['han', 'thoi han', 'han nop', 'deadline'] },
    { name: 'receiver', labels: ['noi nhan', 'nop tai', 'receiver', 'where'] },
  ],
  launch: [
    { name: 'movement', labels: ['ten', 'ten phong trao', 'phong trao', 'name', 'movement'] },
    { name: 'period', labels: ['thoi gian', 'period', 'time', 'when'] },
    { name: 'scope', labels: ['doi tuong', 'scope', 'who'] },
  ],
} as const satisfies Record<string, Field[]>
export type BuiltIn = keyof typeof BUILT_IN

/** By field; an empty answer leaves the field out. */
export type Answers = Record<string, string>

/** The fields that nobody has answered yet. */
export const openFields = (template: BuiltIn, answers: Answers): string[] =>
  BUILT_IN[template].map(({ name }) => name).filter((name) => answers[name] === undefined)

/** What stands for "nothing" as an answer. */
const NOTHING = /^(?:-+|bo qua|skip)$/

/**
 * The answers with what was just written: lines such as "thời gian: 8h mai" by their labels (a line without one belongs to the field before it),
 * or the whole text for the first open field.
 */
export function answered(template: BuiltIn, answers: Answers, text: string): Answers {
  const labelled = labelledIn(template, text)
  if (Object.keys(labelled).length > 0) return { ...answers, ...labelled }
  const [field] = openFields(template, answers)
  const written = text.trim()
  if (field === undefined || written === '') return answers
  return { ...answers, [field]: NOTHING.test(fold(written)) ? '' : written }
}

function labelledIn(template: BuiltIn, text: string): Answers {
  const fields: readonly Field[] = BUILT_IN[template]
  const found: Answers = {}
  let last: string | undefined
  for (const line of text.split('\n')) {
    const [, label = '', said = ''] = /^[\s•*+-]*([^:]{1,30}):\s*(.*)$/.exec(line) ?? []
    const field = fields.find(({ labels }) => labels.includes(fold(label)))
    if (field) {
      last = field.name
      found[last] = said.trim()
    } else if (last !== undefined && line.trim() !== '') found[last] = `${found[last]!}\n${line.trim()}`.trim()
  }
  return found
}
