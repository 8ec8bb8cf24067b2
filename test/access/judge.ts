import { openZip } from '#documents/zip.ts'
import { allRows } from '../support/all-rows.ts'
import type { TestApp } from '../support/app.ts'
import type { Seen } from '../support/fake-platform.ts'
import { MARKS, type Which } from './two-councils.ts'

const UUID = /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/g

/** Words, plan numbers, counts and the phone number that are of one council alone. */
const marksOf = (which: Which): RegExp => {
  const { word, plan, count } = MARKS[which]
  return new RegExp(
    `${word}\\p{L}*|\\b${plan}0[79]\\b|\\b(?:${count}|${count + 1}|${2 * count})\\b|09${plan}0${plan}\\d*`,
    'giu',
  )
}

/** What of a council alone stands in a text, each once, in small letters. */
export function wordsOf(which: Which, text: string): Set<string> {
  const found = text.normalize('NFC').replace(UUID, ' ').match(marksOf(which)) ?? []
  return new Set(found.map((word) => word.toLowerCase()))
}

/** All that people can read in a message: its text, its choices, the name of its file and what is in it. */
export function readable({
  text,
  choices,
  message: { file, hint = '' },
}: Pick<Seen, 'text' | 'choices' | 'message'>): string {
  return [text, hint, ...choices, ...(file ? [file.name, inFile(file)] : [])].join('\n')
}

function inFile({ name, base64 }: { name: string; base64: string }): string {
  const bytes = Buffer.from(base64, 'base64')
  // A long line of a calendar goes on in the next one.
  if (name.endsWith('.ics')) return bytes.toString().replace(/\r\n /g, '')
  if (!/\.(?:xlsx|docx)$/.test(name)) return ''
  const zip = openZip(bytes)
  return zip
    .names()
    .map((part) =>
      Buffer.from(zip.read(part))
        .toString()
        .replace(/<[^>]*>/g, ' '),
    )
    .join('\n')
}

/** Kept of a person alone: codes that link accounts, wrong ones that were typed. */
const OWN = ['accountCode', 'wrongCode']

export type Rows = Record<string, string[]>

/** The rows of all tables but those of who speaks and what was said, with the groups that are linked. */
export async function rowsIn(app: TestApp): Promise<Rows> {
  const rows = await allRows(app)
  const groups = await app.db.chat.findMany({
    where: { kind: 'group', councilId: { not: null } },
    orderBy: { id: 'asc' },
  })
  const chats = groups.map(({ id, councilId, homeTopic, reminds, state }) => ({
    id,
    councilId,
    homeTopic,
    reminds,
    state,
  }))
  const kept = Object.entries(rows).filter(([table]) => !OWN.includes(table))
  return { ...Object.fromEntries(kept), groups: chats.map((chat) => JSON.stringify(chat)) }
}

/** Which rows are there in one state and not in the other. */
export function changes(before: Rows, after: Rows): string[] {
  return Object.keys(after).flatMap((table) => {
    const [old, now] = [new Set(before[table]), new Set(after[table])]
    return [
      ...[...old].filter((row) => !now.has(row)).map((row) => `- ${table} ${row}`),
      ...[...now].filter((row) => !old.has(row)).map((row) => `+ ${table} ${row}`),
    ]
  })
}

/** The ids of all that belongs to a council: its own, and those of rows that name one of them. */
export function idsOf(rows: Rows, council: string): Set<string> {
  const ids = new Set([council])
  const open = Object.values(rows).flatMap((table) => table.map((row) => row.match(UUID) ?? []))
  for (let count = 0; count < ids.size;) {
    count = ids.size
    // Persons, who may be in several councils, are never the first id of a row of a table that is looked at here.
    for (const [id, ...others] of open) if (id && others.some((other) => ids.has(other))) ids.add(id)
  }
  return ids
}
