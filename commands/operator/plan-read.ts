import { formatDate } from '#domain/dates.ts'
import { placesOf } from '#domain/places.ts'
import type { Deadline, DraftPlan, DraftQuota, DraftTask, PlanFacts, PlanWarning, QuotaLimit } from '#domain/plan.ts'

const INDENT = '    '
const MAX_TITLE = 160

/** A draft plan as lines for a terminal: what needs a decision first, then facts, tasks with their deadlines as written and as read, quotas. */
export function formatPlanTable(draft: DraftPlan): string {
  const places = placesOf(draft.tasks).map(({ label }) => label)
  const deadlines = draft.tasks.reduce((sum, task) => sum + task.deadlines.length, 0)
  return [
    ...section(`Warnings: ${draft.warnings.length}`, draft.warnings.map(warningLine)),
    ...section('Plan', factLines(draft.plan)),
    ...section(
      `Tasks: ${draft.tasks.length}, deadlines: ${deadlines}`,
      draft.tasks.flatMap((task, index) => taskLines(task, places[index]!, draft.tasks[index - 1])),
    ),
    ...section(`Quotas: ${draft.quotas.length}`, quotaLines(draft.quotas)),
  ].join('\n')
}

const section = (title: string, lines: readonly string[]) => [title, ...lines.map((line) => `  ${line}`), '']

const warningLine = ({ code, at, message }: PlanWarning) => `${code}${at ? `, ${at}` : ''}: ${message}`

function factLines({ number, issuedOn, year, issuer, title, from, to }: PlanFacts): string[] {
  const rows: [string, string | number | null][] = [
    ['title', title],
    ['number', number],
    ['issued', issuedOn && formatDate(issuedOn)],
    ['issuer', issuer],
    ['year', year],
    ['covers', from && to && `${formatDate(from)} - ${formatDate(to)}`],
  ]
  return rows.map(([name, value]) => `${name.padEnd(8)}${value ?? '(not said)'}`)
}

function taskLines(task: DraftTask, place: string, before: DraftTask | undefined): string[] {
  const isNewPart = task.appendix !== before?.appendix || task.section !== before?.section
  const heading = [task.appendix, task.section].filter((part) => part !== null).join(' / ')
  const units = [
    ['directs', task.direct],
    ['leads', task.lead],
    ['supports', task.support],
  ].flatMap(([role, unit]) => (unit ? [`${role}: ${unit}`] : []))
  return [
    ...(isNewPart && heading ? [`[${heading}]`] : []),
    `${place}. ${shorten(task.title)}`,
    ...(units.length ? [INDENT + units.join(' | ')] : []),
    ...task.deadlines.map((deadline) => INDENT + deadlineLine(deadline)),
  ]
}

function deadlineLine({ wording, label, kind, from, to, rrule, dueOn, suspect }: Deadline): string {
  const dates = [from, to].flatMap((date) => (date ? [formatDate(date)] : [])).join(' .. ')
  const due = dueOn ? `, due ${formatDate(dueOn)}` : ''
  const reading = [kind, dates, rrule].filter(Boolean).join(' ') + due
  const doubt = suspect
    ? ` !! ${suspect.reason}, proposed ${suspect.proposed ? formatDate(suspect.proposed) : 'none'}`
    : ''
  return `"${wording}"${label && label !== wording ? ` (${label})` : ''} -> ${reading}${doubt}`
}

function quotaLines(quotas: readonly DraftQuota[]): string[] {
  return quotas.flatMap((quota, index) => {
    const { appendix, movement, unit, collective, individual, family, basis, wording } = quota
    const isNew = movement !== quotas[index - 1]?.movement
    const counts = `collective ${limitText(collective)}, individual ${limitText(individual)}, family ${limitText(family)}`
    const told = basis === 'quota' ? counts : `${basis}: "${shorten(wording)}"`
    return [
      ...(isNew ? [`[${[appendix, movement].filter(Boolean).join(' / ')}]`] : []),
      `${unit ?? '(whole council)'}: ${told}`,
    ]
  })
}

const limitText = (limit: QuotaLimit | null) =>
  limit === null ? '-' : limit.of === null ? `${limit.max}` : `${limit.max} of ${limit.of}`
const shorten = (text: string) => (text.length > MAX_TITLE ? `${text.slice(0, MAX_TITLE - 1)}…` : text)
