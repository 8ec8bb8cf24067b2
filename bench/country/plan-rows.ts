import { addDays, dateParts, isoDate, type IsoDate } from '#domain/dates.ts'
import { occurrences } from '#domain/occurrences.ts'
import type { Deadline } from '#domain/plan.ts'
import { deadlineRow } from '#prisma/store-plan.ts'
import { MOST_MOVED, plannedTasks, type PlannedTask, type TemplateName } from './plan.ts'
import type { Drawn } from './rows.ts'
import { unitNamed } from './units.ts'

/** Movements for which a plan allows each unit so many nominations, in its second appendix. */
export const MOVEMENTS = ['Thi đua yêu nước', 'Cải cách hành chính và chuyển đổi số', 'Dân vận khéo']
/** Of what is past so much is marked as done. */
const DONE = 0.97
const LONG_PLANS = 0.3

/** The council's approved plan with what is done of it. */
export function drawPlan(council: Drawn) {
  const { dice, rows, councilId, date, place } = council
  const { year } = dateParts(date)
  const template: TemplateName = dice.chance(LONG_PLANS) ? 'long' : place === 'phường' ? 'ward' : 'commune'
  const tasks = plannedTasks(template, year, dice.int(-MOST_MOVED, MOST_MOVED))
  const issuedOn = isoDate(year, 1, dice.int(8, 28))!
  const [planId, versionId] = [dice.id(), dice.id()]
  const createdAt = new Date(`${issuedOn}T03:00:00Z`)
  rows.plan.push({ id: planId, councilId, createdAt })
  rows.planVersion.push({
    id: versionId,
    planId,
    version: 1,
    state: 'approved',
    number: `${dice.int(5, 90)}/KH-UBND`,
    issuedOn,
    year,
    issuer: `Ủy ban nhân dân ${place} ${council.name}`,
    title: `Kế hoạch công tác thi đua, khen thưởng năm ${year}`,
    from: isoDate(year, 1, 1)!,
    to: isoDate(year, 12, 31)!,
    sourceName: 'ke-hoach.docx',
    sourceHash: versionId,
    warnings: [],
    createdAt,
    approvedAt: createdAt,
  })
  for (const [position, task] of tasks.entries()) drawTask(council, versionId, position, task)
  drawQuotas(council, versionId)
}

function drawTask(council: Drawn, versionId: string, position: number, task: PlannedTask) {
  const { dice, rows, place } = council
  const { deadlines, lead, support, ...rest } = task
  const keys = council.units.map(({ key }) => key)
  const named = support === 'every' ? 'Các bộ phận liên quan' : unitNamed(support, keys, place)
  const taskId = dice.id()
  const names = { lead: unitNamed(lead, keys, place), support: named }
  rows.task.push({ id: taskId, versionId, position, appendix: 'Phụ lục 1', ...rest, ...names })
  const headId = council.units.find(({ name }) => name === names.lead)!.headId
  for (const [index, deadline] of deadlines.entries()) {
    const id = dice.id()
    rows.deadline.push({ id, taskId, ...deadlineRow(deadline, index) })
    const last = lastBefore(council.date, deadline)
    if (!last || !dice.chance(DONE)) continue
    const occurrence = deadline.rrule ? last : null
    const at = new Date(`${addDays(last, -dice.int(0, 5))}T08:00:00Z`)
    rows.completion.push({ id: dice.id(), taskId, deadlineId: id, occurrence, personId: headId, at })
  }
}

/** The last day of a deadline that has passed, where one has. */
function lastBefore(date: IsoDate, { dueOn, rrule }: Deadline): IsoDate | undefined {
  if (dueOn) return dueOn < date ? dueOn : undefined
  const { year } = dateParts(date)
  return rrule ? occurrences(rrule, isoDate(year, 1, 1)!, addDays(date, -1)).at(-1) : undefined
}

function drawQuotas({ dice, rows, units }: Drawn, versionId: string) {
  for (const [index, movement] of MOVEMENTS.entries())
    for (const [row, { name }] of units.entries()) {
      const [collectiveMax, individualMax] = [dice.int(1, 3), dice.int(2, 8)]
      rows.quota.push({
        id: dice.id(),
        versionId,
        position: index * units.length + row,
        appendix: 'Phụ lục 2',
        movement,
        unit: name,
        collectiveMax,
        individualMax,
        basis: 'quota',
        wording: `0${collectiveMax} 0${individualMax}`,
      })
    }
}
