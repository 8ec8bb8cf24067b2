import type { TableSum } from '#prisma/copy-checksum.ts'

/** A line for each table that has rows, and one for all of them, which were compared. */
export function tableLines(tables: readonly TableSum[], rows: number): string[] {
  const filled = tables.filter((table) => table.rows > 0)
  const width = Math.max(...filled.map(({ table }) => table.length), 'verified'.length)
  const line = (name: string, count: number) => `${name.padEnd(width)}  ${String(count).padStart(9)}`
  return [...filled.map((table) => line(table.table, table.rows)), line('verified', rows)]
}
