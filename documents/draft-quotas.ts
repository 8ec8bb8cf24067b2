import type { CellObject, Row } from 'write-excel-file/node'
import type { DraftQuota, QuotaLimit } from '#domain/plan.ts'
import { QUOTA_CATEGORIES } from '#domain/plan.ts'
import type { DraftWords } from '#domain/draft-words.ts'
import { numberToRoman } from '#domain/roman.ts'
import { BY_PROPOSAL, MOVEMENT_HEAD, UNIT_HEAD } from './draft-heads.ts'
import { heading, line, text } from './workbook-cells.ts'

const COLUMNS = UNIT_HEAD.length

/**
 * The quotas of one appendix: units under the movement that heads them, and movements with a number for the whole council in tables of
 * their own, in the order of the plan.
 */
export function quotaRows(quotas: readonly DraftQuota[], words: DraftWords): Row[] {
  const rows: Row[] = []
  let movement = ''
  let count = 0
  let number = 0
  let open: 'units' | 'movements' | undefined
  for (const quota of quotas) {
    const kind = quota.unit === null ? 'movements' : 'units'
    if (kind !== open) rows.push(...headOf(kind, words, rows.length > 0))
    if (quota.movement !== movement) number = 0
    const name = `${numberToRoman(quota.movement === movement && open === kind ? count : ++count)}. ${quota.movement}`
    if (kind === 'movements') rows.push([...overTwo(text(name)), ...countCells(quota), text('')])
    else {
      if (quota.movement !== movement || open !== kind)
        rows.push(line(name, COLUMNS, { fontWeight: 'bold', borderStyle: 'thin' }))
      rows.push([text(String(++number), { align: 'center' }), text(quota.unit!), ...countCells(quota), text('')])
    }
    movement = quota.movement
    open = kind
  }
  return rows
}

function headOf(kind: 'units' | 'movements', words: DraftWords, apart: boolean): Row[] {
  const [caption, head] = kind === 'units' ? [words.unitQuotas, UNIT_HEAD] : [words.movementQuotas, MOVEMENT_HEAD]
  const labels = kind === 'units' ? head.map((label) => heading(label)) : head.flatMap(movementHeading)
  return [...(apart ? [[]] : []), line(caption, COLUMNS, { fontWeight: 'bold' }), labels]
}

/** A movement takes the place of number and unit, so that the counts of both tables stand below one another. */
const overTwo = (cell: CellObject): Row => [{ ...cell, columnSpan: 2 }, null]
const movementHeading = (label: string, index: number) => (index === 0 ? overTwo(heading(label)) : [heading(label)])

function countCells(quota: DraftQuota): CellObject[] {
  return QUOTA_CATEGORIES.map((category) => {
    const limit = quota[category]
    const isProposal = quota.basis === 'by-proposal' && category === 'collective'
    return text(isProposal ? BY_PROPOSAL : limit ? countText(limit, quota.basis) : '', { align: 'center' })
  })
}

const countText = ({ max, of }: QuotaLimit, basis: DraftQuota['basis']) =>
  basis === 'percent'
    ? `${String(max).replace('.', ',')}%`
    : [max, ...(of === null ? [] : [of])].map((count) => String(count).padStart(2, '0')).join('/')
