import { randomUUID } from 'node:crypto'
import Database from 'better-sqlite3'
import { addDays, formatDate, isoDate } from '#domain/dates.ts'

const START = isoDate(2025, 1, 1)!
const AT = '2025-01-02T00:00:00.000+00:00'

/**
 * Fills the database at `file` with councils numbered from `first` to `last`, each with a linked group, eight units and an approved plan. Past the
 * client, which would take minutes for a country.
 */
export function fillCouncils(file: string, first: number, last: number, tasksEach: number) {
  const db = new Database(file, { timeout: 5000 })
  db.transaction(() => {
    for (let number = first; number <= last; number += 1)
      for (const [table, rows] of council(number, tasksEach)) for (const row of rows) insert(db, table, row)
  })()
  db.close()
}

/** Gives councils one after the other a further group, so many in all. */
export function fillGroups(file: string, groups: number) {
  const db = new Database(file, { timeout: 5000 })
  const councils = db.prepare('SELECT "id" FROM "Council"').all() as { id: string }[]
  db.transaction(() => {
    for (let number = 0; number < groups; number += 1) {
      const councilId = councils[number % councils.length]!.id
      insert(db, 'Chat', { id: randomUUID(), ...groupRow(`further-${number}`, councilId) })
    }
  })()
  db.close()
}

type Row = Record<string, string | number>

const statements = new Map<string, Database.Statement>()

function insert(db: Database.Database, table: string, row: Row) {
  const columns = Object.keys(row)
  const known = statements.get(table)
  const statement =
    known?.database === db
      ? known
      : db.prepare(
          `INSERT INTO "${table}" (${columns.map((name) => `"${name}"`).join(', ')}) VALUES (${columns.map((name) => `@${name}`).join(', ')})`,
        )
  statements.set(table, statement)
  statement.run(row)
}

/** The address of a council's group. */
export const groupOf = (number: number) => `group-${number}`

function council(number: number, tasksEach: number): [string, Row[]][] {
  const id = randomUUID()
  const planId = randomUUID()
  const versionId = randomUUID()
  const tasks = Array.from({ length: tasksEach }, (_, position) => task(versionId, position, tasksEach))
  return [
    ['Council', [{ id, name: `Hội đồng ${number}`, locale: 'vi', timeZone: 'Asia/Ho_Chi_Minh', createdAt: AT }]],
    ['Chat', [{ id: randomUUID(), ...groupRow(groupOf(number), id) }]],
    ['Unit', Array.from({ length: 8 }, (_, unit) => unitRow(id, unit + 1))],
    ['Plan', [{ id: planId, councilId: id, createdAt: AT }]],
    ['PlanVersion', [version(number, planId, versionId)]],
    ['Task', tasks],
    ['Deadline', tasks.map(({ id: taskId }, position) => deadline(taskId, Math.floor((position * 365) / tasksEach)))],
  ]
}

function groupRow(externalId: string, councilId: string) {
  const place = { platform: 'telegram', externalId, kind: 'group', state: 'active' }
  return { ...place, councilId, createdAt: AT, linkedAt: AT }
}

function unitRow(councilId: string, unit: number) {
  return { id: randomUUID(), councilId, name: `Bộ phận số ${unit}`, key: `bo phan so ${unit}`, createdAt: AT }
}

function version(number: number, planId: string, id: string) {
  const facts = { number: `${number}/KH-UBND`, issuedOn: START, year: 2025, from: START, to: '2025-12-31' }
  const source = { sourceName: 'bench', sourceHash: id, warnings: '[]' }
  return { id, planId, version: 1, state: 'approved', ...facts, ...source, createdAt: AT, approvedAt: AT }
}

function task(versionId: string, position: number, tasksEach: number) {
  return {
    id: randomUUID(),
    versionId,
    position,
    appendix: 'Phụ lục 1',
    section: `Quý ${['I', 'II', 'III', 'IV'][Math.floor((position * 4) / tasksEach)]}`,
    no: String(position + 1),
    title: `Hoàn thiện hồ sơ đề nghị khen thưởng chuyên đề số ${position + 1} gửi cơ quan thường trực Hội đồng`,
    lead: `Bộ phận số ${(position % 8) + 1}`,
    support: 'Các bộ phận liên quan',
  }
}

function deadline(taskId: string, day: number) {
  const to = addDays(START, day)
  const wording = `Trước ngày ${formatDate(to)}`
  return { id: randomUUID(), taskId, position: 0, wording, kind: 'before', to, dueOn: addDays(to, -1) }
}
