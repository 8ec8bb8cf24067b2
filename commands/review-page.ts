import type { Reply } from '#domain/messages.ts'
import { UserError } from '#domain/user-error.ts'
import { reviewOf } from '#prisma/plans.ts'
import type { CouncilContext } from './command.ts'
import { planMessage } from './plan-message.ts'

/** What was read from a document: counts, what needs a look, and for a draft the choice to approve or drop it. */
export async function reviewPage({ db, council }: CouncilContext, versionId: string, page: number): Promise<Reply> {
  const review = await reviewOf(db, council.id, versionId)
  if (!review) throw new UserError('plan-gone')
  const { version, tasks, deadlines, quotas, suspects, warnings } = review
  const line = `/kehoach xem ${versionId}`
  const decide = [
    { label: { key: 'choice-approve' }, line: `/kehoach duyet ${versionId}` },
    { label: { key: 'choice-drop' }, line: `/kehoach bo ${versionId}` },
  ]
  return {
    head: [
      { key: 'plan-read', values: { plan: planMessage(version) } },
      { key: 'plan-counts', values: { tasks, deadlines, quotas } },
      ...(suspects > 0 ? [{ key: 'plan-suspects', values: { count: suspects } }] : []),
    ],
    blocks: warnings.map(({ message, at }) => ({
      heading: { key: 'plan-warning-heading', values: { count: warnings.length } },
      body: { key: at ? 'plan-warning-at' : 'plan-warning', values: { text: message, at: at ?? '' } },
    })),
    choices: version.state === 'draft' ? [decide] : [],
    page: { number: page, line },
    replace: true,
    personal: true,
  }
}
