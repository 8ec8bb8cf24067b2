import { z } from 'zod'
import { dateParts, isoDate } from '#domain/dates.ts'
import { dueIn, overdue, undated, type DueEntry, type DueTask } from '#domain/due.ts'
import type { Reply } from '#domain/messages.ts'
import { periodOf, type Period } from '#domain/period.ts'
import { questionLine, readQuestion, type DueQuestion } from '#domain/question.ts'
import { tasksAbout } from '#domain/tasks-about.ts'
import { bodyInCells, matchUnits, unitConcerned, type NamedUnit } from '#domain/units.ts'
import { UserError } from '#domain/user-error.ts'
import { tasksOf } from '#prisma/due-tasks.ts'
import { approvedPlans, type PlanVersion } from '#prisma/plans.ts'
import { listUnits, type UnitWithPeople } from '#prisma/units.ts'
import type { Command, CouncilContext } from './command.ts'
import { duePage, undatedPage, type Asked } from './due-page.ts'
import { cellsOf, lineOf, tasksMeant, understandDue, yearsOf } from './due-question.ts'
import { findUnit } from './find-unit.ts'

/** What is due: in a period (this quarter unless another is named), overdue or undated; of everybody or of one unit; in all plans or in one. */
export const due: Command = {
  name: 'viec',
  aliases: ['due'],
  act: 'ask',
  about: 'council',
  args: z.string(),
  understands: understandDue,
  run: async (context, text) => [await answerDue(context, text)],
}

async function answerDue(context: CouncilContext, text: string): Promise<Reply> {
  const { db, council, today } = context
  const approved = await approvedPlans(db, council.id)
  const question = readQuestion(text, { today, years: yearsOf(approved) }) ?? { ...EVERYTHING, unitText: text }
  if ('unknownPeriod' in question) throw new UserError('due-unknown-period', { text: question.unknownPeriod })
  const plans = plansAsked(approved, question)
  const all = await tasksOf(db, plans)
  const namesUnit = question.unit === 'mine' || question.unitText !== undefined
  const units = namesUnit ? await listUnits(db, council.id) : []
  const body = bodyAsked(question, all, units)
  const topic = body ? undefined : topicAsked(question, all, units)
  const unit = body ?? (topic ? undefined : unitAsked(context, question, units))
  const tasks = topic?.tasks ?? (unit ? tasksOfUnit(all, unit) : all)
  const named = question.period ?? (topic ? periodOfPlans(plans, today) : periodOf('quarter', today))
  // "Sơ kết 6 tháng đầu năm khi nào": the time may be of the task, not of its deadline.
  const isOfTask = topic && question.about && dueIn(tasks, named, today).length === 0
  const period = isOfTask ? periodOfPlans(plans, today) : named
  const asked = { ...question, period, unit, topic: topic?.words, plans, page: question.page ?? 1 }
  return answerAbout(context, asked, tasks)
}

const EVERYTHING: DueQuestion = { scope: 'period', unit: undefined, asked: true }

function answerAbout(context: CouncilContext, asked: Asked, tasks: DueTask[]): Reply {
  const { today } = context
  const without = undated(tasks)
  if (asked.scope === 'undated') return undatedPage(context, asked, without)
  const entries: DueEntry[] = asked.scope === 'overdue' ? overdue(tasks, today) : dueIn(tasks, asked.period, today)
  if (asked.topic && entries.length === 0 && without.length > 0)
    return undatedPage(context, { ...asked, scope: 'undated' }, without)
  return duePage(context, asked, { entries, undated: without.length })
}

function plansAsked(plans: PlanVersion[], { planNumber }: DueQuestion): PlanVersion[] {
  if (plans.length === 0) throw new UserError('due-no-plan')
  if (!planNumber) return plans
  const asked = planNumber.toLowerCase()
  const named = plans.filter(({ number }) =>
    [number, number?.split(/[/-]/)[0]].some((one) => one?.toLowerCase() === asked),
  )
  if (named.length === 0) throw new UserError('due-no-such-plan', { number: planNumber })
  return named
}

/** What the plans cover together: where something is looked for whose period is not named. */
function periodOfPlans(plans: PlanVersion[], today: Period['from']): Period {
  const year = (date: Period['from']) => isoDate(dateParts(date).year, 12, 31)!
  const from = plans.map((plan) => plan.from ?? today).sort()[0]!
  const to = plans
    .map((plan) => plan.to ?? year(today))
    .sort()
    .at(-1)!
  return from <= to ? { kind: 'range', from, to } : periodOf('year', today)
}

/** A body that is no unit of the council but stands in the plan: its tasks are found all the same. */
function bodyAsked({ unit, unitText, about }: DueQuestion, tasks: DueTask[], units: UnitWithPeople[]) {
  if (unit === 'mine' || !unitText || about || matchUnits(unitText, units).length > 0) return undefined
  const name = bodyInCells(unitText, cellsOf(tasks))
  return name ? { id: '', name, aliases: [], bodies: [] } : undefined
}

/** Words that name no unit but stand in tasks: "bao giờ tổng kết". */
function topicAsked(question: DueQuestion, tasks: DueTask[], units: UnitWithPeople[]) {
  const { unitText, about } = question
  if (question.unit === 'mine' || (unitText && matchUnits(unitText, units).length > 0)) return undefined
  const meant = tasksMeant(question, tasks)
  const found = meant.length > 0 || !unitText ? meant : tasksAbout([unitText], tasks)
  return found.length > 0
    ? { words: (meant.length > 0 && about?.join(' ')) || (unitText ?? ''), tasks: found }
    : undefined
}

function unitAsked(
  context: CouncilContext,
  question: DueQuestion,
  units: UnitWithPeople[],
): UnitWithPeople | undefined {
  if (question.unit === 'mine') {
    const unitId = context.roles.find((role) => role.unitId)?.unitId
    const mine = units.find(({ id }) => id === unitId)
    if (mine) return mine
    const everyone = { label: { key: 'choice-everyone' }, line: `/viec ${questionLine(lineOf(question))}` }
    throw new UserError('due-no-unit', {}, [[everyone]])
  }
  if (!question.unitText) return undefined
  return findUnit(question.unitText, units, (name) => `/viec ${questionLine({ ...lineOf(question), unitName: name })}`)
}

function tasksOfUnit(tasks: DueTask[], unit: NamedUnit): DueTask[] {
  if (!tasks.some(({ lead, support }) => lead ?? support)) throw new UserError('due-no-leads', { unit: unit.name })
  return tasks.filter(({ lead, support }) => unitConcerned(unit, lead, support))
}
