import { z } from 'zod'
import type { Reply } from '#domain/messages.ts'
import { UserError } from '#domain/user-error.ts'
import { audit } from '#prisma/audit.ts'
import { livePlans } from '#prisma/plans.ts'
import { dropVersion } from '#prisma/store-plan.ts'
import { approvePlan } from './approve-plan.ts'
import type { Command, CouncilContext } from './command.ts'
import { planMessage } from './plan-message.ts'
import { reviewPage } from './review-page.ts'

/** The council's plans; a review of one; approving or dropping a draft. Documents are sent in private. */
export const plan: Command = {
  name: 'kehoach',
  aliases: ['plan'],
  act: 'change-plans',
  about: 'council',
  args: z.string(),
  run: async (context, text) => {
    const [act, versionId, , page] = text.split(' ')
    if (!act) return [await planList(context)]
    if (act === 'duyet' && versionId) return [await approve(context, versionId)]
    if (act === 'bo' && versionId) return [await drop(context, versionId)]
    if (act === 'xem' && versionId) return [await reviewPage(context, versionId, Number(page ?? 1))]
    throw new UserError('plan-usage')
  },
}

async function planList({ db, council }: CouncilContext): Promise<Reply> {
  const plans = await livePlans(db, council.id)
  if (plans.length === 0) return { head: [{ key: 'plans-none' }] }
  return {
    head: [
      { key: 'plans-title', values: { council: council.name } },
      ...plans.map((version) => ({
        key: 'plan-line',
        values: { plan: planMessage(version), state: { key: `plan-state-${version.state}` } },
      })),
    ],
    choices: plans.map((version) => [
      { label: { key: 'choice-review', values: { plan: planMessage(version) } }, line: `/kehoach xem ${version.id}` },
    ]),
  }
}

async function approve(context: CouncilContext, versionId: string): Promise<Reply> {
  const { db, council, person, now } = context
  const approved = await approvePlan(db, council.id, versionId, person.id, now)
  if (!approved) throw new UserError('plan-gone')
  return { head: [{ key: 'plan-approved', values: { plan: planMessage(approved) } }], replace: true }
}

async function drop({ db, council, person, now }: CouncilContext, versionId: string): Promise<Reply> {
  if (!(await dropVersion(db, council.id, versionId))) throw new UserError('plan-gone')
  await audit(db, { councilId: council.id, personId: person.id, action: 'plan-dropped', details: { versionId } }, now)
  return { head: [{ key: 'plan-dropped' }], replace: true }
}
