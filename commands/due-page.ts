import { formatDate, type IsoDate } from '#domain/dates.ts'
import { effectiveDeadline, type DueEntry, type DueTask } from '#domain/due.ts'
import type { Block, Choice, Message, Reply } from '#domain/messages.ts'
import { neighbour, type Period } from '#domain/period.ts'
import { questionLine, type DueQuestion } from '#domain/question.ts'
import { unitConcerned } from '#domain/units.ts'
import type { PlanVersion } from '#prisma/plans.ts'
import type { UnitWithPeople } from '#prisma/units.ts'
import type { CouncilContext } from './command.ts'
import { periodMessage } from './period-message.ts'
import { planMessage } from './plan-message.ts'

/** A question with everything that it left open filled in. */
export interface Asked extends Omit<DueQuestion, 'unit' | 'period'> {
  period: Period
  unit: UnitWithPeople | undefined
  plans: PlanVersion[]
  page: number
}

/** The list of deadlines in a period, or of those overdue. */
export function duePage(
  context: CouncilContext,
  asked: Asked,
  { entries, undated }: { entries: DueEntry[]; undated: number },
): Reply {
  const { scope } = asked
  const done = entries.filter(({ status }) => status === 'done').length
  const empty = scope === 'overdue' ? { key: 'due-none-overdue' } : nothingIn(asked)
  const counts: Message[] = [
    ...(scope === 'period' && entries.length > 0
      ? [{ key: 'due-done-count', values: { done, total: entries.length } }]
      : []),
    ...(scope === 'period' && undated > 0 ? [{ key: 'due-undated-count', values: { count: undated } }] : []),
  ]
  return {
    head: [...heading(context, asked), ...(entries.length === 0 ? [empty] : [])],
    blocks: entries.map((entry) => entryBlock(entry, asked)),
    foot: counts,
    ...navigation(asked, undated),
  }
}

/** The list of tasks without a date. */
export function undatedPage(context: CouncilContext, asked: Asked, tasks: DueTask[]): Reply {
  return {
    head: [...heading(context, asked), ...(tasks.length === 0 ? [{ key: 'due-none-undated' }] : [])],
    blocks: tasks.map((task) => ({
      heading: undatedHeading(task),
      body: taskMessage(task, [task.place], asked.unit),
    })),
    ...navigation(asked, tasks.length),
  }
}

function heading({ today }: CouncilContext, { scope, period, unit, plans }: Asked): Message[] {
  const key = ['due-title', ...(scope === 'period' ? [] : [scope]), ...(unit ? ['unit'] : [])].join('-')
  const values = { today: formatDate(today), unit: unit?.name ?? '', period: periodMessage(period) }
  const covering = scope === 'period' ? plans.filter((plan) => covers(plan, period)) : plans
  const [first, ...others] = covering.length > 0 ? covering : plans
  const more = others.length > 0 ? [{ key: 'due-plans-more', values: { count: others.length } }] : []
  return [{ key, values }, ...(first ? [planMessage(first)] : []), ...more]
}

function covers({ from, to }: PlanVersion, period: Period): boolean {
  return (!to || period.from <= to) && (!from || period.to >= from)
}

/** Where no plan covers the period, the years that they do cover are more use than "none". */
function nothingIn({ period, plans }: Asked): Message {
  if (plans.some((plan) => covers(plan, period))) return { key: 'due-none', values: { period: periodMessage(period) } }
  const years = [...new Set(plans.map(({ year }) => year).filter((year) => year !== null))].sort().join(', ')
  return { key: 'due-outside-plans', values: { period: periodMessage(period), years } }
}

function entryBlock(entry: DueEntry, { unit }: Asked): Block {
  return { heading: entryHeading(entry), body: taskMessage(entry.task, entry.sources, unit) }
}

function entryHeading({ deadline, dueOn, status, daysLeft }: DueEntry): Message {
  const wording = deadlineWording(deadline, dueOn)
  if (status === 'suspect') {
    const { proposed } = deadline.suspect ?? {}
    if (!proposed) return { key: 'due-suspect-unknown', values: { wording } }
    return { key: 'due-suspect', values: { wording, date: formatDate(proposed) } }
  }
  if (status === 'overdue') return { key: 'due-overdue', values: { wording, days: -daysLeft } }
  if (status === 'done') return { key: 'due-done', values: { wording } }
  const ongoing = status === 'ongoing' ? 'due-ongoing' : 'due-open'
  if (daysLeft === 0) return { key: status === 'ongoing' ? 'due-ongoing-today' : 'due-today', values: { wording } }
  return { key: ongoing, values: { wording, days: daysLeft } }
}

/** The official wording; behind it the occurrence of a recurring one, and the date that the secretariat decided on. */
function deadlineWording(deadline: DueEntry['deadline'], dueOn: IsoDate): string | Message {
  const { wording, rrule, decidedOn } = deadline
  if (rrule) return { key: 'due-occurrence', values: { wording, date: formatDate(dueOn) } }
  const decided = decidedOn && decidedOn !== deadline.to ? effectiveDeadline(deadline).to : undefined
  return decided ? { key: 'due-decided', values: { wording, date: formatDate(decided) } } : wording
}

function undatedHeading({ deadlines }: DueTask): Message {
  const [first] = deadlines
  return first ? { key: 'due-undated-wording', values: { wording: first.wording } } : { key: 'due-undated-none' }
}

function taskMessage(task: DueTask, sources: string[], unit: UnitWithPeople | undefined): Message {
  const { title, lead, support } = task
  const values = { title, lead: lead ?? '', place: sources.join(', ') }
  if (!lead) return { key: 'due-task', values }
  const supports = unit && unitConcerned(unit, lead, support) === 'support'
  return { key: supports ? 'due-task-support' : 'due-task-lead', values }
}

function navigation(asked: Asked, undated: number): Pick<Reply, 'choices' | 'page' | 'replace'> {
  const { scope, period, unit, plans, planNumber, page } = asked
  const unitName = unit ? { unitName: unit.name } : {}
  const number = planNumber && plans[0]?.number ? { planNumber: plans[0].number } : {}
  const line = (question: Parameters<typeof questionLine>[0]) =>
    `/viec ${questionLine({ ...number, ...question })}`.trim()
  const to = (key: string, target: Period): Choice => ({
    label: { key, values: { period: periodMessage(target) } },
    line: line({ scope: 'period', period: target, ...unitName }),
  })
  const choice = (key: string, question: Parameters<typeof questionLine>[0]): Choice => ({
    label: { key },
    line: line(question),
  })
  const beside =
    scope === 'period'
      ? [to('choice-previous', neighbour(period, -1)), to('choice-next', neighbour(period, 1))]
      : [to('choice-back', period)]
  const whose = unit
    ? choice('choice-everyone', { scope, period })
    : choice('choice-mine', { scope, period, mine: true })
  const more =
    scope === 'undated' || undated === 0 ? [] : [choice('choice-undated', { scope: 'undated', period, ...unitName })]
  return {
    choices: [beside, [whose, ...more]],
    page: { number: page, line: line({ scope, period, ...unitName }) },
    replace: true,
  }
}
