import { z } from 'zod'
import { dueIn, overdue, undated, type DueTask } from '#domain/due.ts'
import { periodOf } from '#domain/period.ts'
import { questionLine, readQuestion, type DueQuestion } from '#domain/question.ts'
import type { Reply } from '#domain/messages.ts'
import { looksLikeUnit, matchUnits, unitConcerned } from '#domain/units.ts'
import { UserError } from '#domain/user-error.ts'
import { approvedPlans, tasksOf, type PlanVersion } from '#prisma/plans.ts'
import { listUnits, type UnitWithPeople } from '#prisma/units.ts'
import type { Command, Context, CouncilContext } from './command.ts'
import { duePage, undatedPage } from './due-page.ts'
import { findUnit } from './find-unit.ts'

/** What is due: in a period (this quarter unless another is named), overdue or undated; of everybody or of one unit; in all plans or in one. */
export const due: Command = {
  name: 'viec',
  aliases: ['due'],
  act: 'ask',
  about: 'council',
  args: z.string(),
  understands: async (text, context) => {
    const question = readQuestion(text, await periodContext(context))
    if (!question || 'unknownPeriod' in question) return question && text
    const named = await unitNamed(context, question)
    if (!question.asked && (!question.period || (question.unitText && !named))) return undefined
    if (question.unitText && !named && !looksLikeUnit(question.unitText))
      return questionLine({ ...lineOf(question), mine: question.unit === 'mine' })
    return text
  },
  run: async (context, text) => [await answerDue(context, text)],
}

async function answerDue(context: CouncilContext, text: string): Promise<Reply> {
  const { db, council, today } = context
  const approved = await approvedPlans(db, council.id)
  const question = readQuestion(text, { today, years: yearsOf(approved) }) ?? { ...EVERYTHING, unitText: text }
  if ('unknownPeriod' in question) throw new UserError('due-unknown-period', { text: question.unknownPeriod })
  const plans = plansAsked(approved, question)
  const unit = await unitAsked(context, question)
  const all = await tasksOf(db, plans)
  const tasks = unit ? tasksOfUnit(all, unit) : all
  const period = question.period ?? periodOf('quarter', today)
  const entries = question.scope === 'overdue' ? overdue(tasks, today) : dueIn(tasks, period, today)
  const asked = { ...question, period, unit, plans, page: question.page ?? 1 }
  if (question.scope === 'undated') return undatedPage(context, asked, undated(tasks))
  return duePage(context, asked, { entries, undated: undated(tasks).length })
}

const EVERYTHING: DueQuestion = { scope: 'period', unit: undefined, asked: true }

/** In a plain sentence what is left may be anything; it counts as a unit's name where the council has such a unit. */
async function unitNamed({ db, council }: Context, { unitText }: DueQuestion): Promise<boolean> {
  if (!unitText || !council) return false
  return matchUnits(unitText, await listUnits(db, council.id)).length > 0
}

/** Years that the approved plans cover: what a quarter or month named without a year is taken to mean. */
async function periodContext({ db, council, today }: Context) {
  return { today, years: council ? yearsOf(await approvedPlans(db, council.id)) : [] }
}

function yearsOf(plans: PlanVersion[]): number[] {
  return [
    ...new Set(
      plans.flatMap(({ year, from, to }) => [year, from && Number(from.slice(0, 4)), to && Number(to.slice(0, 4))]),
    ),
  ]
    .filter((year) => typeof year === 'number')
    .sort()
}

function plansAsked(plans: PlanVersion[], { planNumber }: DueQuestion): PlanVersion[] {
  if (plans.length === 0) throw new UserError('due-no-plan')
  if (!planNumber) return plans
  const named = plans.filter(({ number }) => number?.toLowerCase() === planNumber.toLowerCase())
  if (named.length === 0) throw new UserError('due-no-such-plan', { number: planNumber })
  return named
}

async function unitAsked(context: CouncilContext, question: DueQuestion): Promise<UnitWithPeople | undefined> {
  if (question.unit !== 'mine' && !question.unitText) return undefined
  const units = await listUnits(context.db, context.council.id)
  if (question.unit === 'mine') {
    const unitId = context.roles.find((role) => role.unitId)?.unitId
    const mine = units.find(({ id }) => id === unitId)
    if (!mine) throw new UserError('due-no-unit')
    return mine
  }
  const text = question.unitText ?? ''
  return findUnit(text, units, (name) => `/viec ${questionLine({ ...lineOf(question), unitName: name })}`)
}

/** What of a question goes into the command line of a choice. */
function lineOf({ scope, period, planNumber }: DueQuestion) {
  return { scope, ...(period ? { period } : {}), ...(planNumber ? { planNumber } : {}) }
}

function tasksOfUnit(tasks: DueTask[], unit: UnitWithPeople): DueTask[] {
  if (!tasks.some(({ lead, support }) => lead ?? support)) throw new UserError('due-no-leads', { unit: unit.name })
  return tasks.filter(({ lead, support }) => unitConcerned(unit, lead, support))
}
