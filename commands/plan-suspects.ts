import { formatDate } from '#domain/dates.ts'
import type { Written } from '#domain/events.ts'
import type { Choice, Message, Reply } from '#domain/messages.ts'
import { evidenceFor, type Evidence } from '#domain/plan-review.ts'
import { shorten } from '#domain/shorten.ts'
import { reasonOfDoubt } from '#locales/deadline-reading.ts'
import { joined } from '#locales/round-message.ts'
import { LONGEST_LABEL } from './find-unit.ts'
import type { Reviewed } from './plan-which.ts'

const LONGEST_TITLE = 500

/** All suspect deadlines of a plan, decided or not, in the order of its rows. */
export function suspectsOf({ tasks, points: { pending, decided } }: Reviewed): Written[] {
  const ids = new Set([...pending, ...decided].map(({ deadline }) => deadline.id))
  return tasks.flatMap((task) => task.deadlines.filter(({ id }) => ids.has(id)).map((deadline) => ({ task, deadline })))
}

/** One suspect date with all that speaks for and against it, and one press for each decision. */
export function suspectPage(plan: Reviewed, written: Written, notes: Message[] = []): Reply {
  const { task, deadline } = written
  const all = suspectsOf(plan)
  const values = {
    number: all.findIndex((one) => one.deadline.id === deadline.id) + 1,
    count: all.length,
    wording: deadline.wording,
    date: deadline.suspect?.proposed ? formatDate(deadline.suspect.proposed) : '',
  }
  const { decidedOn } = deadline
  return {
    head: [
      ...notes,
      { key: values.date ? 'plan-suspect' : 'plan-suspect-unknown', values },
      { key: 'due-task', values: { title: shorten(task.title, LONGEST_TITLE), place: task.place } },
      { key: 'plan-suspect-basis', values: { basis: joined('parted', basisOf(plan, written)) } },
      ...(decidedOn ? [{ key: 'plan-suspect-decided', values: { date: formatDate(decidedOn) } }] : []),
    ],
    choices: [...decisions(written), ...acceptAll(plan)],
    replace: true,
    personal: true,
  }
}

/** Why the date is in doubt and what else the document says of it. */
function basisOf({ version: { issuedOn }, tasks }: Reviewed, written: Written): Message[] {
  const { task, deadline } = written
  return [
    ...(deadline.suspect ? [reasonOfDoubt(deadline.suspect.reason)] : []),
    ...(task.section ? [{ key: 'text', values: { text: shorten(task.section, LONGEST_LABEL) } }] : []),
    ...(issuedOn ? [{ key: 'plan-basis-issued', values: { date: formatDate(issuedOn) } }] : []),
    ...evidenceFor(written, tasks).map(evidenceMessage),
  ]
}

/** What another row of the same event says. */
export const evidenceMessage = ({ place, wording, agrees }: Evidence): Message => ({
  key: agrees ? 'plan-basis-agrees' : 'plan-basis-disagrees',
  values: { place, wording },
})

/** What can be decided; each line carries the decision that was there when it was shown. */
function decisions({ deadline: { id, to, suspect, decidedOn } }: Written): Choice[][] {
  const line = (act: string) => `/kehoach moc ${id} ${decidedOn ?? '-'} ${act}`
  const proposed = suspect?.proposed
  const accept = proposed && {
    label: { key: 'choice-is-date', values: { date: formatDate(proposed) } },
    line: line('la'),
  }
  return [
    [...(accept ? [accept] : []), ...(to ? [{ label: { key: 'choice-as-written' }, line: line('giu') }] : [])],
    [
      { label: { key: 'choice-other-day' }, line: line('khac') },
      { label: { key: 'choice-later' }, line: line('sau') },
    ],
  ].filter((row) => row.length > 0)
}

/** One press for all proposals, where each date has one. */
function acceptAll({ version, points: { pending } }: Reviewed): Choice[][] {
  if (pending.length < 2 || pending.some(({ deadline }) => !deadline.suspect?.proposed)) return []
  const label = { key: 'choice-accept-all', values: { count: pending.length } }
  return [[{ label, line: `/kehoach nhan @${version.id}` }]]
}
