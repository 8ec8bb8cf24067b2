import { shortAppendix } from '#domain/places.ts'
import type { PlanWarning } from '#domain/plan.ts'
import { isOfMoneyOrPersons } from './columns.ts'
import type { Paragraph } from './neutral.ts'
import { isParagraph } from './table-chunks.ts'
import type { Chunk } from './table-chunks.ts'
import { unreadTable } from './warnings.ts'

/** A letterhead or a signature is smaller than this. */
const FEWEST_ROWS = 3
const FEWEST_COLUMNS = 3

/** A warning for each table that looks like one of tasks or quotas and is read as neither. `appendix` is null for the body. */
export function unreadTables(appendix: string | null, parts: readonly (Paragraph | Chunk)[]): PlanWarning[] {
  return parts.flatMap((part) => {
    if (isParagraph(part) || part.kind !== 'unknown') return []
    const full = part.rows.filter(({ cells }) => cells.filter((cell) => cell !== '').length >= FEWEST_COLUMNS)
    const [first] = part.rows
    if (!first || full.length < FEWEST_ROWS || isOfMoneyOrPersons(first.cells)) return []
    const place = [appendix && shortAppendix(appendix), `dòng ${first.line}`].filter(Boolean).join(' ')
    return [unreadTable(first.cells.filter((cell) => cell !== '').join(' | '), place)]
  })
}
