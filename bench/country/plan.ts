import { addDays, dateParts, endOfMonth, formatDate, isoDate, type IsoDate } from '#domain/dates.ts'
import { readDeadlines } from '#domain/deadlines/read-deadlines.ts'
import type { Deadline } from '#domain/plan.ts'
import { COMMON } from './plans/common.ts'
import { COMMUNE } from './plans/commune.ts'
import { LONG } from './plans/long.ts'
import { WARD } from './plans/ward.ts'
import type { UnitKey } from './units.ts'

const QUARTERS = ['I', 'II', 'III', 'IV'] as const
/** How many days at most a council's days lie before or after those of the template. */
export const MOST_MOVED = 6

/** Plans that councils have, each the common rows and some of its own. */
const TEMPLATES = { ward: WARD, commune: COMMUNE, long: LONG }
export type TemplateName = keyof typeof TEMPLATES

export interface PlannedTask {
  section: string
  no: string
  title: string
  lead: UnitKey
  support: UnitKey | 'every'
  deadlines: Deadline[]
}

const known = new Map<string, PlannedTask[]>()

/** The tasks of a template in a year, its days moved by `moved` days, with the deadlines as the product reads their wordings. */
export function plannedTasks(name: TemplateName, year: number, moved: number): PlannedTask[] {
  const key = `${name} ${year} ${moved}`
  const tasks = known.get(key) ?? QUARTERS.flatMap((_, index) => quarterOf(name, year, (index + 1) as Quarter, moved))
  known.set(key, tasks)
  return tasks.map((task, index) => ({ ...task, no: String(index + 1) }))
}

type Quarter = 1 | 2 | 3 | 4

function quarterOf(name: TemplateName, year: number, quarter: Quarter, moved: number): PlannedTask[] {
  const rows = [COMMON, TEMPLATES[name]].flatMap((text) => rowsOf(text, quarter))
  return rows.map(([title, lead, support, wording]) => ({
    section: `Quý ${QUARTERS[quarter - 1]}`,
    no: '',
    title: written(title!, year, moved),
    lead: lead as UnitKey,
    support: support as UnitKey | 'every',
    deadlines: readDeadlines(written(wording!, year, moved), { year, quarter }).deadlines,
  }))
}

function rowsOf(text: string, quarter: Quarter): string[][] {
  const section = text.split('# ')[quarter]!
  return section.trim().split('\n').slice(1).map((line) => line.split(' | ')) // prettier-ignore
}

function written(text: string, year: number, moved: number): string {
  return text
    .replace(/\{(\d+)\/(\d+)\}\/\{Y\}/g, (_, day: string, month: string) =>
      formatDate(inQuarter(isoDate(year, Number(month), Number(day))!, moved)),
    )
    .replaceAll('{Y}', String(year))
}

/** A day moved by some days, without leaving its quarter. */
function inQuarter(date: IsoDate, moved: number): IsoDate {
  const { year, month } = dateParts(date)
  const first = isoDate(year, month - ((month - 1) % 3), 1)!
  const last = endOfMonth(year, month + 2 - ((month - 1) % 3))
  const to = addDays(date, moved)
  return to < first ? first : to > last ? last : to
}
