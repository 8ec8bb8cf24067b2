import { limitOfTitle } from './dated-duties.ts'
import { placeCells } from './cell-fields.ts'
import type { Fields } from './cell-fields.ts'
import type { FoundTask, FoundTasks } from './found-task.ts'
import { looksLikeDeadline } from './infer-columns.ts'
import { markKind, readMark } from './marks.ts'
import { trimTail } from './markup.ts'
import type { Paragraph, TableRow } from './neutral.ts'
import { shortAppendix } from '#domain/places.ts'
import { enterSection, periodWording, quarterOf, sectionOf } from './sections.ts'
import type { Section } from './sections.ts'
import { isParagraph } from './table-chunks.ts'
import type { Chunk } from './table-chunks.ts'
import { continues, isParent, isUnderUnit, isUnmarkedSection, JOINED } from './row-kinds.ts'
import { mendRows, sectionRow } from './table-rows.ts'
import { withTimesOfTitle } from './times-of-title.ts'
import { unreadRow } from './warnings.ts'
import { joinTexts } from './wrapped.ts'

/** The tasks of every task table among these parts of one appendix (or of the body: `appendix` null), in document order. */
export function readTaskTables(appendix: string | null, parts: readonly (Paragraph | Chunk)[]): FoundTasks {
  const reader = new TaskTableReader(appendix)
  for (const part of parts) {
    if (isParagraph(part)) reader.heading(part)
    else if (part.kind === 'tasks') reader.chunk(part)
  }
  return { tasks: reader.tasks.map(withTimesOfTitle), warnings: reader.warnings }
}

class TaskTableReader {
  readonly tasks: FoundTask[] = []
  readonly warnings: FoundTasks['warnings'] = []
  private readonly appendix: string | null
  private sections: Section[] = []
  private last: FoundTask | undefined
  /** The time of the row above in a calendar, which a cell merged over several rows gives to all. */
  private timeAbove = ''
  /** The numbered section whose rows are numbered within it or not at all: the next plain number ends it. */
  private parent: Section | undefined

  constructor(appendix: string | null) {
    this.appendix = appendix
  }

  /** A paragraph between tables: a section where it is a heading. */
  heading({ text, heading }: Paragraph): void {
    const kind = readMark(text)?.kind
    const isSection =
      kind === 'roman' || kind === 'letter' || (heading && kind === 'number') || periodWording(text) !== undefined
    if (isSection && text.length < 200) this.enter(sectionOf(text))
  }

  chunk({ columns, rows, goesOn }: Chunk): void {
    if (!goesOn) this.last = undefined
    const mended = mendRows(rows, columns.length)
    mended.forEach((row, index) => {
      const section = sectionRow(row.cells, columns)
      if (section) this.enter(section)
      else this.row(row, mended[index + 1], columns, goesOn && index === 0)
    })
  }

  private enter(section: Section): void {
    this.timeAbove = ''
    this.sections = enterSection(this.sections, section)
    this.last = undefined
  }

  private row(row: TableRow, next: TableRow | undefined, columns: Chunk['columns'], afterBreak: boolean): void {
    if (isBlank(row.cells)) return
    const { fields, misfit } = placeCells(row.cells, columns)
    if (this.last && row.cells.length === 1 && fields.no === '') return this.appendToLastField(row.cells[0]!)
    if (this.last && fields.no === '' && continues(fields, this.last, afterBreak))
      return this.append(fields, afterBreak)
    if (isUnmarkedSection(fields, next && placeCells(next.cells, columns).fields))
      return this.enter(sectionOf(fields.title))
    if (isParent(fields, next && placeCells(next.cells, columns).fields)) {
      this.parent = sectionOf(fields.title, fields.no)
      return this.enter(this.parent)
    }
    if (misfit || fields.title === '') this.warnings.push(unreadRow(row.cells.join(' | '), this.place(row)))
    const isUnderTime = columns[0]?.role === 'deadline' && fields.deadline === '' && !limitOfTitle(fields.title)
    const lead = isUnderUnit(fields, columns) ? (this.last?.lead ?? '') : fields.lead
    this.add({ ...fields, lead, deadline: isUnderTime ? this.timeAbove : fields.deadline }, row.line)
  }

  private place({ line }: TableRow): string {
    return this.appendix ? `${shortAppendix(this.appendix)} dòng ${line}` : `dòng ${line}`
  }

  private add(fields: Fields, line: number): void {
    const { no, title, direct, lead, support, deadline } = fields
    const parent = markKind(no) === 'number' && this.parent ? this.sections.indexOf(this.parent) : -1
    if (parent >= 0) this.sections = this.sections.slice(0, parent)
    const section = this.sections.at(-1)
    this.last = {
      appendix: this.appendix,
      section: section?.text ?? null,
      no: no || null,
      title: trimTail(withoutBullet(title)),
      direct: direct || null,
      lead: lead || null,
      support: support || null,
      deadline: deadline || (section && periodWording(section.text)) || null,
      quarter: quarterOf(this.sections),
      line,
    }
    this.tasks.push(this.last)
    this.timeAbove = deadline
  }

  private append(fields: Fields, afterBreak: boolean): void {
    for (const field of JOINED) {
      const piece = fields[field]
      const before = this.last![field as 'title'] as string | null
      if (piece === '' || !this.last) continue
      const separate =
        !afterBreak &&
        field !== 'title' &&
        before &&
        (field !== 'deadline' || looksLikeDeadline(before)) &&
        /^\p{Lu}/u.test(piece)
      this.last[field as 'title'] = separate ? `${trimTail(before)}; ${piece}` : joinTexts([before ?? '', piece])
    }
  }

  /** A piece of the cell that was read last. */
  private appendToLastField(piece: string): void {
    const field = [...JOINED].reverse().find((name) => this.last![name as 'title'])!
    this.last![field as 'title'] = joinTexts([this.last![field as 'title'], piece])
  }
}

/** Nothing but its number, or dots that are to be filled in. */
const isBlank = ([first = '', ...rest]: readonly string[]) =>
  rest.every((cell) => /^[.…_\s-]*$/.test(cell)) &&
  (/^[.…_\s-]*$/.test(first) || (rest.length > 0 && /^\d+\.?$/.test(first)))

function withoutBullet(title: string): string {
  const marked = readMark(title)
  return marked?.kind === 'bullet' && !title.slice(1).includes(' - ') ? marked.text : title
}
