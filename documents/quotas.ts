import { shortAppendix } from '#domain/places.ts'
import type { DraftQuota, PlanWarning } from '#domain/plan.ts'
import type { Column } from './column-roles.ts'
import { groupSum } from './group-sums.ts'
import { readMark } from './marks.ts'
import { trimTail } from './markup.ts'
import { isAward, isCaption, isGroupOfUnits, isMovement, movementName, movementOfTitles } from './movements.ts'
import type { Paragraph } from './neutral.ts'
import { hasCounts, nameColumn, readQuotaRow } from './quota-row.ts'
import { readCounts } from './quota-text.ts'
import { isUnit, LIMIT_WORDS } from './quota-units.ts'
import type { Counts } from './quota-text.ts'
import { isParagraph } from './table-chunks.ts'
import type { Chunk } from './table-chunks.ts'
import { sectionRow } from './table-rows.ts'
import { unreadQuota } from './warnings.ts'

export interface FoundQuotas {
  quotas: DraftQuota[]
  warnings: PlanWarning[]
}

/**
 * The quotas of one appendix, or of a body section about quotas (`appendix` null): its tables, and, where `inText` says that the part is
 * about quotas, what its sentences say. `titles` (of the part, then of the plan) name the movement where no heading does.
 */
export function readQuotas(
  appendix: string | null,
  titles: readonly string[],
  parts: readonly (Paragraph | Chunk)[],
  inText: boolean,
): FoundQuotas {
  const reader = new QuotaReader(appendix, movementOfTitles(titles), inText)
  for (const part of parts) {
    if (!isParagraph(part)) reader.table(part)
    else if (inText) reader.paragraph(part)
    else if (isMovement(part.text) && part.text.length < 200) reader.open(part.text, part.line)
  }
  reader.close()
  return { quotas: reader.quotas, warnings: reader.warnings }
}

class QuotaReader {
  readonly quotas: DraftQuota[] = []
  readonly warnings: PlanWarning[] = []
  private readonly appendix: string | null
  private readonly unnamed: string
  private readonly inText: boolean
  private movement: { name: string; kind: string | undefined; line: number; told: boolean } | undefined
  /** The quota for the whole council whose categories are still being listed, one a line. */
  private whole: DraftQuota | undefined

  constructor(appendix: string | null, unnamed: string, inText: boolean) {
    this.appendix = appendix
    this.unnamed = unnamed
    this.inText = inText
  }

  /** A new movement. One before it that said nothing was not understood. */
  open(heading: string, line: number): void {
    this.close()
    const name = movementName(heading)
    this.movement = {
      name: isAward(name) && !isMovement(name) ? `${this.unnamed} - ${name}` : name,
      kind: readMark(heading)?.kind,
      line,
      told: false,
    }
    this.whole = undefined
  }

  /** What comes now belongs to no movement that was named. */
  private leave(): void {
    this.close()
    this.movement = undefined
  }

  close(): void {
    if (this.inText && this.movement && !this.movement.told) this.unread(this.movement.name, this.movement.line)
  }

  paragraph({ text, line, heading }: Paragraph): void {
    const marked = readMark(text)
    const own = marked?.text ?? text
    const found = readCounts(own)
    const isListed = marked?.kind === 'bullet'
    if (!found) {
      if (isGroupOfUnits(text) || isCaption(text)) return
      const opens = (marked && !isListed) || isMovement(text) || heading
      if (opens && text.length < 200) this.open(text, line)
      else if (/\d/.test(text) && /tập thể|cá nhân|gia đình|chỉ tiêu/iu.test(text)) this.unread(text, line)
      return
    }
    const before = trimTail(own.slice(0, found.at), ':.;,-–(')
    const colon = isMovement(before) ? before.lastIndexOf(':') : -1
    const name = before
      .slice(colon + 1)
      .replace(LIMIT_WORDS, '')
      .trim()
    const opens = isMovement(before) && !isListed && (found.counts.basis !== 'by-proposal' || marked)
    if (opens) this.open(text.slice(0, text.length - own.length) + before.slice(0, colon < 0 ? undefined : colon), line)
    else if (marked && !isListed && marked.kind === this.movement?.kind) this.leave()
    const award = isAward(name) ? ` - ${name}` : ''
    const unit = found.counts.basis === 'by-proposal' || award || isMovement(name) || !isUnit(name) ? null : name
    this.tell(this.current() + award, unit, found.counts, text)
  }

  table({ kind, columns, rows }: Chunk): void {
    if (kind !== 'quotas') return
    for (const [index, { cells, line }] of rows.entries()) {
      const sum = groupSum(rows, index)
      if (sum === 'other') this.unread(cells.filter((cell) => cell !== '').join(' | '), line)
      if (sum) continue
      const section = sectionRow(cells, columns)
      const row = readQuotaRow(cells, columns)
      const isHeading = section && !row?.quotas.some(({ counts }) => hasCounts(counts)) && !row?.unread.length
      if (!isHeading) this.row(row, line, columns, cells)
      else if (!isGroupOfUnits(section.text)) this.open(section.text, line)
    }
  }

  private row(
    row: ReturnType<typeof readQuotaRow>,
    line: number,
    columns: readonly Column[],
    cells: readonly string[],
  ): void {
    if (!row) return
    for (const cell of row.unread) this.unread(`${row.name}: ${cell}`, line)
    if (row.movement !== '' && row.movement !== this.movement?.name) this.open(row.movement, line)
    const isOfMovement = columns[nameColumn(columns)]?.role === 'movement' || (isMovement(row.name) && !this.movement)
    const isAwardRow = isAward(row.name)
    const award = isAwardRow ? row.name : row.award
    const own = isOfMovement ? movementName(row.name) : this.current() + (award === '' ? '' : ` - ${award}`)
    for (const { group, counts } of row.quotas) {
      const movement = !group ? own : isMovement(group) ? movementName(group) : `${own} - ${group}`
      this.add(
        movement,
        isOfMovement || isAwardRow ? null : row.name,
        counts,
        cells.filter((cell) => cell !== '').join(' | '),
      )
    }
  }

  private current(): string {
    return this.movement?.name ?? this.unnamed
  }

  /** Adds what a sentence says; a line that only adds a category to the line before belongs to the same quota. */
  private tell(movement: string, unit: string | null, counts: Counts, wording: string): void {
    if (unit === null && this.whole?.movement === movement && fits(this.whole, counts)) {
      this.whole.collective ??= counts.collective
      this.whole.individual ??= counts.individual
      this.whole.family ??= counts.family
      this.whole.wording = `${this.whole.wording} ${wording}`
      return
    }
    const quota = this.add(movement, unit, counts, wording)
    this.whole = unit === null ? quota : undefined
  }

  private add(movement: string, unit: string | null, counts: Counts, wording: string): DraftQuota {
    const { collective, individual, family, basis } = counts
    const quota = { appendix: this.appendix, movement, unit, collective, individual, family, basis, wording }
    this.quotas.push(quota)
    if (this.movement) this.movement.told = true
    return quota
  }

  private unread(text: string, line: number): void {
    const at = this.appendix ? `${shortAppendix(this.appendix)} dòng ${line}` : `dòng ${line}`
    this.warnings.push(unreadQuota(text, at))
  }
}

/** Whether these counts only add categories that the quota does not have yet. */
const fits = (quota: DraftQuota, counts: Counts) =>
  quota.basis === counts.basis &&
  counts.basis === 'quota' &&
  (['collective', 'individual', 'family'] as const).every((one) => counts[one] === null || quota[one] === null)
