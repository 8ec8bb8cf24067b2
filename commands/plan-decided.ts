import { formatDate } from '#domain/dates.ts'
import type { Written } from '#domain/events.ts'
import type { Choice, Message, Reply } from '#domain/messages.ts'
import { evidenceFor } from '#domain/plan-review.ts'
import { shorten } from '#domain/shorten.ts'
import { readingMessage } from '#locales/deadline-reading.ts'
import { LONGEST_LABEL } from './find-unit.ts'
import { planMessage } from './plan-message.ts'
import { evidenceMessage, suspectsOf } from './plan-suspects.ts'
import type { Reviewed } from './plan-which.ts'
import { approveChoice } from './review-page.ts'

/** All proposals at once, to be looked over before they are taken. */
export function proposalsPage({ version, tasks, points: { pending } }: Reviewed, page = 1): Reply {
  const against = (written: Written) => evidenceFor(written, tasks).filter(({ agrees }) => !agrees)
  const label = { key: 'choice-accept-all-sure', values: { count: pending.length } }
  return {
    head: [{ key: 'plan-accept-all', values: { count: pending.length } }],
    blocks: pending.flatMap((written) => [
      rowBlock(written),
      ...against(written).map((one) => ({ ...rowBlock(written), body: evidenceMessage(one) })),
    ]),
    choices: [
      [{ label, line: `/kehoach nhan chac chan @${version.id} ${pending.length}` }],
      [{ label: { key: 'choice-one-by-one' }, line: `/kehoach xac nhan @${version.id}` }],
    ],
    page: { number: page, line: `/kehoach nhan @${version.id}` },
    replace: true,
    personal: true,
  }
}

const rowBlock = ({ task, deadline }: Written) => ({
  heading: { key: 'plan-row', values: { place: task.place, title: shorten(task.title, LONGEST_LABEL * 2), lead: '' } },
  body: readingMessage(deadline, task.planFrom ?? null),
})

/** What was decided and what is left, after the last date. */
export function decidedPage(plan: Reviewed, notes: Message[] = [], page = 1): Reply {
  const { version, points } = plan
  const all = suspectsOf(plan)
  const { pending, decided } = points
  const counts = { done: decided.length, count: all.length, plan: planMessage(version) }
  const choice = (key: string, verb: string, count = 0): Choice => ({
    label: { key, values: { count } },
    line: `/kehoach ${verb} @${version.id}`,
  })
  return {
    head: [...notes, { key: all.length > 0 ? 'plan-dates-decided' : 'plan-dates-none', values: counts }],
    blocks: all.map(rowBlock),
    choices: [
      [
        ...(pending.length > 0 ? [choice('choice-suspects-left', 'xac nhan', pending.length)] : []),
        ...(decided.length > 0 ? [choice('choice-change-decision', 'da xac nhan')] : []),
      ],
      [...(version.state === 'draft' ? [approveChoice(version.id, points)] : []), choice('choice-overview', 'xem')],
    ].filter((row) => row.length > 0),
    page: { number: page, line: `/kehoach ket qua @${version.id}` },
    replace: true,
    personal: true,
  }
}

/** Which decision is to be made again. */
export function decisionsPage({ version, points }: Reviewed): Reply {
  return {
    head: [{ key: 'plan-which-decision', values: { plan: planMessage(version) } }],
    choices: points.decided.slice(0, MOST_DECISIONS).map(({ task, deadline }) => {
      const values = { place: task.place, date: deadline.decidedOn ? formatDate(deadline.decidedOn) : '' }
      return [{ label: { key: 'choice-decision', values }, line: `/kehoach moc ${deadline.id} - hoi` }]
    }),
    replace: true,
    personal: true,
  }
}

const MOST_DECISIONS = 20
