import type { Choice, Message, Reply } from '#domain/messages.ts'
import type { PlanWarning } from '#domain/plan.ts'
import { openPoints, twinAppendices, type ReviewPoints, type Twins } from '#domain/plan-review.ts'
import { formatDate } from '#domain/dates.ts'
import { firstApproval } from '#prisma/approvals.ts'
import type { PlanVersion } from '#prisma/plans.ts'
import type { CouncilContext } from './command.ts'
import { differenceLine, differenceLines } from './plan-difference.ts'
import { planMessage } from './plan-message.ts'
import { reviewed } from './plan-which.ts'
import { workbookChoice } from './plan-workbook.ts'

/** What was read from a document: counts, what needs a look by kind, and what can be done with it. */
export async function reviewPage(context: CouncilContext, versionId: string): Promise<Reply> {
  const { version, tasks, deadlines, quotas, points } = await reviewed(context, versionId)
  const difference = await differenceLines(context, versionId)
  const first = await firstApproval(context.db, context.council.id, versionId)
  return {
    head: [
      titleMessage(version),
      ...difference,
      { key: 'plan-counts', values: { tasks: tasks.length, deadlines, quotas } },
      ...pointLines(points),
      ...(first ? [{ key: 'plan-first-approved', values: { name: first.name } }] : []),
    ],
    choices: [
      ...(difference.length > 0 ? [[{ label: { key: 'choice-difference' }, line: differenceLine(versionId) }]] : []),
      ...reviewChoices(version, points),
    ],
    replace: true,
    personal: true,
  }
}

function titleMessage(version: PlanVersion): Message {
  const values = { plan: planMessage(version), issuer: version.issuer ?? '' }
  return { key: version.issuer ? 'plan-read-issuer' : 'plan-read', values }
}

/** What needs a look, the suspect dates first, one line for each kind. */
export function pointLines({ pending, decided, twins, unread, others }: ReviewPoints): Message[] {
  const count = (key: string, list: readonly unknown[]): Message[] =>
    list.length > 0 ? [{ key, values: { count: list.length } }] : []
  const of = (code: PlanWarning['code']) => others.filter((warning) => warning.code === code)
  return [
    ...count('plan-suspects', pending),
    ...twinLines(twins),
    ...count('plan-unread-deadlines', unread),
    ...count('plan-unread-rows', of('unread-row')),
    ...count('plan-unread-quotas', of('unread-quota')),
    ...count('plan-missing-appendices', of('missing-appendix')),
    ...of('no-deadlines').map((): Message => ({ key: 'plan-no-deadlines' })),
    ...count('plan-decided', decided),
  ]
}

/** How many rows stand twice, and each pair that does not agree. */
function twinLines(twins: Twins[]): Message[] {
  if (twins.length === 0) return []
  const [first = '', second = ''] = twinAppendices(twins) ?? []
  const values = { count: twins.length, first, second }
  const apart = twins.filter(({ agree }) => !agree)
  return [{ key: first ? 'plan-twins-between' : 'plan-twins', values }, ...apart.map(disagreement)]
}

/** Two rows of one event with different days. */
export function disagreement({ task, other, dates }: Twins): Message {
  const [here, there] = dates ? [formatDate(dates.here), formatDate(dates.there)] : ['', '']
  return { key: 'plan-twins-disagree', values: { place: task.place, here, other: other.place, there } }
}

function reviewChoices({ id, state }: PlanVersion, points: ReviewPoints): Choice[][] {
  const choice = (key: string, verb: string): Choice => ({ label: { key }, line: `/kehoach ${verb} @${id}` })
  const more = points.unread.length + points.others.length > 0
  return [
    [
      ...(points.pending.length > 0 ? [choice('choice-suspects', 'xac nhan')] : []),
      ...(more ? [choice('choice-other-points', 'diem khac')] : []),
    ],
    [choice('choice-all-rows', 'toan bo'), choice('choice-correct-row', 'sua'), workbookChoice(id)],
    state === 'draft' ? [approveChoice(id, points), choice('choice-drop', 'bo')] : [],
  ].filter((row) => row.length > 0)
}

/** Approves; where something is open, it is named once more first. */
export const approveChoice = (id: string, points: ReviewPoints, sure = false): Choice => {
  const count = openPoints(points)
  const label = sure && count > 0 ? { key: 'choice-approve-open', values: { count } } : { key: 'choice-approve' }
  return { label, line: `/kehoach duyet @${id}${sure ? ` ${count}` : ''}` }
}
