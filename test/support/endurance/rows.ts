import type { Ledger } from './ledger.ts'

/** What became of all messages, row by row. */
export interface RowCounts {
  rows: number
  sent: number
  uncertain: number
  refused: number
  /** Of a morning that gave way to the next one, which names again what is still to be done. */
  gaveWay: number
  takenAgain: number
  lost: string[]
  repeated: string[]
  doubted: string[]
  phantom: string[]
}

interface Row {
  id: number
  key: string
  kind: string
  state: string
  reason: string | null
  taken: number
  lostAnswers: number
  cuts: number
  changes: number
  refusals: number
  inDeadHands: number
}

const ROWS = `
  SELECT r.id, r.key, r.kind, r.state, r.reason,
    SUM(h.fate = 'taken') AS taken, SUM(h.fate = 'lost') AS lostAnswers, SUM(h.fate = 'cut') AS cuts, MAX(h.change) AS changes,
    SUM(h.fate = 'refused') AS refusals, EXISTS (SELECT 1 FROM doubts d WHERE d.row = r.id) AS inDeadHands
  FROM rows r LEFT JOIN handed h ON h.row = r.id GROUP BY r.id`

/** Reasons for which the product itself does not send a message any more. */
const OWN = ['the bot is not in the chat', 'rerouted', 'stopped']

/** Compares what the product says of each message with what the networks did. Cards, which stand there and are written over, are no messages. */
export function judgeRows(ledger: Ledger): RowCounts {
  ledger.keepRows()
  const counts: RowCounts = {
    rows: 0,
    sent: 0,
    uncertain: 0,
    refused: 0,
    gaveWay: 0,
    takenAgain: 0,
    lost: [],
    repeated: [],
    doubted: [],
    phantom: [],
  }
  for (const row of ledger.db.prepare<[], Row>(ROWS).iterate()) judgeRow(row, counts)
  return counts
}

function judgeRow(row: Row, counts: RowCounts) {
  const { id, key, kind, state, reason } = row
  const name = `${id} ${kind} ${key} ${state} ${reason ?? ''}`
  counts.rows += 1
  const there = row.taken + row.lostAnswers
  if (state === 'sent') {
    counts.sent += 1
    if (row.taken === 0) counts.phantom.push(name)
  } else if (state === 'uncertain') {
    counts.uncertain += 1
    if (row.lostAnswers + row.cuts + row.inDeadHands === 0) counts.doubted.push(name)
  } else if (state === 'refused') {
    counts.refused += 1
    if (reason === 'expired' && key.startsWith('morning:')) counts.gaveWay += 1
    else if (
      row.refusals === 0 &&
      !OWN.includes(reason ?? '') &&
      !(reason === 'expired' && (kind === 'upkeep' || key.startsWith('round-note:')))
    )
      counts.lost.push(name)
  } else counts.lost.push(name)
  if (there > 1 && row.changes === 0) {
    // An answer, of which it is not known whether it is there, is given again; nothing else is.
    if (kind === 'reply' && (row.taken <= 1 || row.inDeadHands)) counts.takenAgain += 1
    else counts.repeated.push(`${name} (${row.taken} taken, ${row.lostAnswers} in doubt)`)
  }
}
