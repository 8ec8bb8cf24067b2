import { createHash } from 'node:crypto'
import type { Row, Table } from './copy-ends.ts'

/** What a table holds, in two numbers. */
export interface TableSum {
  table: string
  rows: number
  /** Of the values of all rows in the order of the primary key, the same in whichever database they are. */
  sha256: string
}

/** Sums up a table whose rows come page by page, in the order of the primary key. */
export function summing({ name, columns }: Table): { add: (rows: Row[]) => void; sum: () => TableSum } {
  const hash = createHash('sha256').update(JSON.stringify(columns.map((column) => column.name)))
  let count = 0
  return {
    add: (rows) => {
      count += rows.length
      for (const row of rows) {
        const values = row.map((value, index) =>
          value !== null && columns[index]!.kind === 'json' ? canonicalJson(value) : value,
        )
        hash.update(`\n${JSON.stringify(values)}`)
      }
    },
    sum: () => ({ table: name, rows: count, sha256: hash.digest('hex') }),
  }
}

/** JSON as the program reads it: PostgreSQL keeps neither spaces nor the order of keys. */
export function canonicalJson(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text, (_, value: unknown) => (isObject(value) ? sorted(value) : value)))
  } catch {
    // One row that something else spoilt must not keep all others from being copied.
    return text
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const sorted = (value: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
