import type { DueTask } from '#domain/due.ts'
import { contentWords, withoutFillers } from '#domain/question-words.ts'
import { asksOfTasks, questionLine, readQuestion, type DueQuestion } from '#domain/question.ts'
import { tasksAbout } from '#domain/tasks-about.ts'
import { bodyInCells, isNameOf, looksLikeUnit, matchUnits } from '#domain/units.ts'
import { tasksOf } from '#prisma/due-tasks.ts'
import { approvedPlans, type PlanVersion } from '#prisma/plans.ts'
import { listUnits } from '#prisma/units.ts'
import type { Context } from './command.ts'

/**
 * What a plain sentence asks of /viec: the text behind the command, or undefined where the sentence is not about what is due. Where little
 * is said it has to be a period, a unit or a plan and nothing else, so that talk with a date in it is left alone.
 */
export async function understandDue(text: string, context: Context): Promise<string | undefined> {
  const plans = context.council ? await approvedPlans(context.db, context.council.id) : []
  const question = readQuestion(text, { today: context.today, years: yearsOf(plans) })
  if (!question) return unitAlone(text, context)
  if ('unknownPeriod' in question) {
    const alone = contentWords(text.replace(question.unknownPeriod, '')).length === 0
    return alone || asksOfTasks(text) ? text : undefined
  }
  return question.asked ? whenAsked(text, question, plans, context) : whenNamed(text, question, plans, context)
}

/** "Còn công an phường?": the name of one unit and nothing else. */
async function unitAlone(text: string, { db, council }: Context): Promise<string | undefined> {
  const words = withoutFillers(text.replace(/[?.!,]+/g, ' '))
  if (!council || words.length < 3) return undefined
  const [unit, other] = matchUnits(words, await listUnits(db, council.id))
  return unit && !other && isNameOf(words, unit) ? questionLine({ scope: 'period', unitName: unit.name }) : undefined
}

/** "Tháng 7", "công an phường tuần sau", "kế hoạch 14/KH-UBND". */
async function whenNamed(
  text: string,
  question: DueQuestion,
  plans: PlanVersion[],
  { db, council }: Context,
): Promise<string | undefined> {
  const { period, planNumber, unitText, chatter } = question
  if (chatter || (!period && !planNumber)) return undefined
  if (!unitText) return text
  const units = council ? await listUnits(db, council.id) : []
  if (matchUnits(unitText, units).some((unit) => isNameOf(unitText, unit))) return text
  return bodyInCells(unitText, cellsOf(await tasksOf(db, plans))) ? text : undefined
}

/** What is left of a question may name a unit or a task. Otherwise it is passed over where the question is about tasks outright. */
async function whenAsked(
  text: string,
  question: DueQuestion,
  plans: PlanVersion[],
  { db, council }: Context,
): Promise<string | undefined> {
  const { unitText } = question
  if (!unitText) return text
  const outright = asksOfTasks(text)
  if (!council) return outright ? text : undefined
  if (looksLikeUnit(unitText) || matchUnits(unitText, await listUnits(db, council.id)).length > 0) return text
  const tasks = await tasksOf(db, plans)
  if (tasksMeant(question, tasks).length > 0 || bodyInCells(unitText, cellsOf(tasks))) return text
  return outright ? questionLine({ ...lineOf(question), mine: question.unit === 'mine' }) : undefined
}

/** Who leads and who supports, of each task. */
export const cellsOf = (tasks: DueTask[]) => tasks.flatMap(({ lead, support }) => [lead, support])

/** The tasks that a question when something is due means; or that a text which names no unit does. */
export function tasksMeant({ about, unitText }: DueQuestion, tasks: DueTask[]): DueTask[] {
  const words = about ?? (unitText && looksLikeUnit(unitText) ? [unitText] : [])
  const found = tasksAbout(words, tasks)
  // "Nộp hồ sơ" is "gửi hồ sơ" in many plans.
  return found.length > 0 ? found : tasksAbout(withoutFillers(words.join(' ')).split(' '), tasks)
}

/** What of a question goes into the command line of a choice. */
export function lineOf({ scope, period, planNumber }: DueQuestion) {
  return { scope, ...(period ? { period } : {}), ...(planNumber ? { planNumber } : {}) }
}

/** Years that the approved plans cover: what a quarter or month named without a year is taken to mean. */
export function yearsOf(plans: PlanVersion[]): number[] {
  return [
    ...new Set(
      plans.flatMap(({ year, from, to }) => [year, from && Number(from.slice(0, 4)), to && Number(to.slice(0, 4))]),
    ),
  ]
    .filter((year) => typeof year === 'number')
    .sort()
}
