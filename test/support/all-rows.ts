import type { TestApp } from './app.ts'

/** What is only kept of who speaks and of what was said: rows of these tables come with every message. */
const TALK = ['person', 'account', 'chat', 'inbox', 'outbox', 'prompt', 'takenChoice', 'question', 'jobRun', 'lease']

/** The rows of every table that holds what a council has decided, entered or stored, as text, so that two states can be compared. */
export async function allRows({ db }: TestApp): Promise<Record<string, string[]>> {
  const tables = Object.entries(db)
    .filter(([name, table]) => /^[a-z]/.test(name) && !TALK.includes(name) && isTable(table))
    .map(([name, table]) => [name, table as Table] as const)
  const rows = await Promise.all(tables.map(async ([name, table]) => [name, (await table.findMany()).map(textOf)]))
  return Object.fromEntries(rows) as Record<string, string[]>
}

interface Table {
  findMany: () => Promise<unknown[]>
}

const isTable = (value: unknown): value is Table =>
  typeof value === 'object' && value !== null && typeof (value as Partial<Table>).findMany === 'function'

const textOf = (row: unknown): string =>
  JSON.stringify(row, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))
