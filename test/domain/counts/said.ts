import { readCounts, type CountReading } from '#domain/counts/read-counts.ts'

/**
 * A reading in one line: collectives/individuals/families with "-" for what is not said ("3/5/-"), "none", the label before it in brackets,
 * "?" behind what must be confirmed, "| reason" behind all; "unclear: why 3 4"; "other".
 */
export function said(text: string): string {
  const reading = readCounts(text)
  if (reading.kind === 'other') return 'other'
  if (reading.kind === 'unclear') return ['unclear:', reading.why, ...reading.numbers].join(' ')
  return (
    statementsOf(reading) + (reading.sure ? '' : ' ?') + (reading.reason === undefined ? '' : ` | ${reading.reason}`)
  )
}

function statementsOf({ statements }: Extract<CountReading, { kind: 'counts' }>): string {
  const lines = statements.map(({ label, counts, none }) => {
    const { collective = '-', individual = '-', family = '-' } = counts
    return (label ? `[${label}] ` : '') + (none ? 'none' : `${collective}/${individual}/${family}`)
  })
  return lines.join(', ')
}
