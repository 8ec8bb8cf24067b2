import { dateParts, formatDate, isoDate } from '#domain/dates.ts'
import type { DueEntry, DueTask } from '#domain/due.ts'
import type { Choice, Message, Reply } from '#domain/messages.ts'
import { neighbour, type Period } from '#domain/period.ts'
import { questionLine, type DueQuestion } from '#domain/question.ts'
import { shorten } from '#domain/shorten.ts'
import { unitConcerned, type NamedUnit } from '#domain/units.ts'
import type { PlanVersion } from '#prisma/plans.ts'
import type { CouncilContext } from './command.ts'
import { periodMessage, withinMessage } from '#locales/period-message.ts'
import { entryHeading, togetherRecurring, withDoubts } from './due-heading.ts'
import { planMessage } from './plan-message.ts'

/** A question with everything that it left open filled in. */
export interface Asked extends Omit<DueQuestion, 'unit' | 'period'> {
  period: Period
  unit: NamedUnit | undefined
  /** Words of tasks that were looked for. */
  topic?: string | undefined
  plans: PlanVersion[]
  page: number
}

/** A plan may have paragraphs for titles; behind the source the full text is found. */
const LONGEST_TITLE = 1000
const LONGEST_NAME = 100

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
    blocks: togetherRecurring(entries).map((group) => ({
      heading: entryHeading(group),
      body: withDoubts(taskMessage(group[0].task, group[0].sources, asked), group[0].doubts),
    })),
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
      body: taskMessage(task, [task.place], asked),
    })),
    ...navigation(asked, tasks.length),
  }
}

function heading({ today }: CouncilContext, { scope, period, unit, topic, plans }: Asked): Message[] {
  const whose = unit ? ['unit'] : topic ? ['topic'] : []
  const key = ['due-title', ...(scope === 'period' ? [] : [scope]), ...whose].join('-')
  const values = {
    today: formatDate(today),
    unit: shorten(unit?.name ?? '', LONGEST_NAME),
    topic: shorten(topic ?? '', LONGEST_NAME),
    period: withinMessage(period),
  }
  const covering = scope === 'period' ? plans.filter((plan) => covers(plan, period)) : plans
  const [first, ...others] = covering
  const more = others.length > 0 ? [{ key: 'due-plans-more', values: { count: others.length } }] : []
  return [{ key, values }, ...(first ? [planMessage(first)] : []), ...more]
}

function covers({ from, to }: PlanVersion, period: Period): boolean {
  return (!to || period.from <= to) && (!from || period.to >= from)
}

/** Where no plan covers the period, the time that they do cover is more use than "none". */
function nothingIn({ period, plans }: Asked): Message {
  const times = [...new Set(plans.flatMap(timeOf))].sort().join('; ')
  if (times === '' || plans.some((plan) => covers(plan, period)))
    return { key: 'due-none', values: { period: withinMessage(period) } }
  return { key: 'due-outside-plans', values: { times } }
}

/** "2025", or "01/7/2025 - 31/12/2025" of a plan for other than whole years. */
function timeOf({ year, from, to }: PlanVersion): string[] {
  if (!from || !to) return year === null ? [] : [String(year)]
  const [first, last] = [dateParts(from).year, dateParts(to).year]
  if (from !== isoDate(first, 1, 1) || to !== isoDate(last, 12, 31)) return [`${formatDate(from)} - ${formatDate(to)}`]
  return [first === last ? String(first) : `${first} - ${last}`]
}

function undatedHeading({ deadlines }: DueTask): Message {
  const [first] = deadlines
  return first ? { key: 'due-undated-wording', values: { wording: first.wording } } : { key: 'due-undated-none' }
}

/** What is to be done, by whom, and where it stands; with several plans also in which. */
function taskMessage(task: DueTask, sources: string[], { unit, plans }: Asked): Message {
  const { lead, support, planNumber } = task
  const place = plans.length > 1 && planNumber ? `${sources.join(', ')} (${planNumber})` : sources.join(', ')
  const values = { title: shorten(task.title, LONGEST_TITLE), lead: shorten(lead ?? '', LONGEST_NAME), place }
  if (!lead) return { key: 'due-task', values }
  const supports = unit && unitConcerned(unit, lead, support) === 'support'
  return { key: supports ? 'due-task-support' : 'due-task-lead', values }
}

function navigation(asked: Asked, undated: number): Pick<Reply, 'choices' | 'page' | 'replace'> {
  const { scope, period, unit, topic, plans, planNumber, page } = asked
  const name = unit?.name ?? topic
  const unitName = name ? { unitName: name } : {}
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
  const beside = topic
    ? []
    : scope === 'period'
      ? [to('choice-previous', neighbour(period, -1)), to('choice-next', neighbour(period, 1))]
      : [to('choice-back', period)]
  const whose = name
    ? choice('choice-everyone', topic ? { scope } : { scope, period })
    : choice('choice-mine', { scope, period, mine: true })
  const more =
    scope === 'undated' || undated === 0 ? [] : [choice('choice-undated', { scope: 'undated', period, ...unitName })]
  return {
    choices: [beside, [whose, ...more]].filter((row) => row.length > 0),
    page: { number: page, line: line({ scope, period, ...unitName }) },
    replace: true,
  }
}
