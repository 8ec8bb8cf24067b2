import type { Row, Table } from './copy-ends.ts'

const REPLACEMENT = '\ufffd'
/** How JSON writes half a character of two, or the one that ends a string in C. */
const SUSPECT = /\\u(0000|d[89a-f])/i

/**
 * Rows as PostgreSQL can keep them: texts without U+0000 and JSON without that or half a character (as left by a cut through an emoji), each of which is
 * shown as the usual replacement character. Changes the rows that it is given.
 */
export function keepable({ columns }: Table, rows: Row[]): Row[] {
  for (const row of rows)
    for (const [index, { kind }] of columns.entries()) {
      const value = row[index]
      if (!value) continue
      if (kind === 'text' && value.includes('\0')) row[index] = plain(value)
      else if (kind === 'json' && SUSPECT.test(value)) row[index] = plainJson(value)
    }
  return rows
}

const plain = (text: string): string => text.replaceAll('\0', REPLACEMENT).replace(/\p{Surrogate}/gu, REPLACEMENT)

function plainJson(text: string): string {
  const plainValue = (_: string, value: unknown): unknown => {
    if (typeof value === 'string') return plain(value)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [plain(key), one as unknown]))
  }
  return JSON.stringify(JSON.parse(text, plainValue))
}
