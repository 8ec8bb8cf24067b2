import { calendarFile } from '#documents/calendar.ts'
import { calendarEvents, type CalendarContent, type CalendarEvent, type CalendarPlan } from '#domain/calendar-events.ts'
import { dateParts, type IsoDate } from '#domain/dates.ts'
import type { DueTask } from '#domain/due.ts'
import { lineageOf } from '#domain/lineage.ts'
import { unitConcerned } from '#domain/units.ts'
import { calendarWords } from '#locales/calendar-message.ts'
import { joinTexts, type Translate } from '#locales/translate.ts'
import { revisionOf } from '#prisma/audit.ts'
import type { Council } from '#prisma/councils.ts'
import type { Db } from '#prisma/database.ts'
import { tasksOf } from '#prisma/due-tasks.ts'
import { approvedPlans, supersededPlans, type PlanVersion } from '#prisma/plans.ts'
import type { Unit } from '#prisma/units.ts'
import { versionsInForce } from '#prisma/versions-in-force.ts'

/** Whose calendar it is: the council's or one unit's, of all its approved plans or of the one with this id. */
export interface CalendarAsked {
  council: Council
  unit?: Unit | undefined
  planId?: string | undefined
}

/** The calendar file of the plans that a council answers from, with what it holds and what it leaves out. */
export async function makeCalendar(
  db: Db,
  asked: CalendarAsked,
  today: IsoDate,
  translate: Translate,
): Promise<CalendarContent & { file: string }> {
  const { council, unit } = asked
  const content = await contentOf(db, asked, today)
  const name = unit
    ? translate({ key: 'calendar-name-unit', values: { unit: unit.name, council: council.name } })
    : translate({ key: 'text', values: { text: council.name } })
  const entries = content.events.map((event) => ({ ...event, ...inWords(event, translate) }))
  const file = calendarFile(entries, { name: name.text, revision: await revisionOf(db, council.id) })
  return { ...content, file }
}

async function contentOf(db: Db, { council, unit, planId }: CalendarAsked, today: IsoDate): Promise<CalendarContent> {
  const isAsked = (plan: PlanVersion) => planId === undefined || plan.planId === planId
  const concerns = ({ lead, support }: DueTask) => !unit || unitConcerned(unit, lead, support) !== undefined
  const earlier = await supersededPlans(db, council.id)
  const plans: CalendarPlan[] = []
  for (const plan of (await approvedPlans(db, council.id)).filter(isAsked)) {
    const order = await versionsInForce(db, plan.planId)
    const versions = []
    for (const id of order) {
      const version = id === plan.id ? plan : earlier.find((one) => one.id === id)
      if (version) versions.push(await tasksOf(db, [version]))
    }
    // Units may change between versions: what a deadline is called is told by all rows.
    const names = lineageOf(versions)
    const [tasks, ...former] = versions.map((all) => all.filter(concerns)).toReversed()
    if (tasks) plans.push({ planId: plan.planId, names, year: yearOf(plan, today), tasks, former: former.toReversed() })
  }
  return calendarEvents(plans)
}

function yearOf({ year, issuedOn }: PlanVersion, today: IsoDate): number {
  return year ?? dateParts(issuedOn ?? today).year
}

function inWords(event: CalendarEvent, translate: Translate) {
  const { summary, description } = calendarWords(event)
  const category = translate({ key: 'calendar-category' }).text
  return {
    summary: translate(summary).text,
    description: joinTexts(description.map(translate), '\n').text,
    categories: event.task.lead ? [category, event.task.lead] : [category],
  }
}
