import type { Block, Message, Reply } from '#domain/messages.ts'
import { openPoints } from '#domain/plan-review.ts'
import { shorten } from '#domain/shorten.ts'
import { UserError } from '#domain/user-error.ts'
import { firstApproval, keepFirstApproval, otherSecretaries, secretaries, twoApprovals } from '#prisma/approvals.ts'
import { audit } from '#prisma/audit.ts'
import { approvePlan } from './approve-plan.ts'
import type { CouncilContext } from './command.ts'
import { updatedReplies } from './plan-difference.ts'
import { planMessage } from './plan-message.ts'
import { draftsOnly, reviewed, whichVersion, type Reviewed } from './plan-which.ts'
import { approveChoice, reviewPage } from './review-page.ts'

/**
 * Approves a draft. What is open in it is named once more before; where the council wants two approvals, the first one puts it to the others of
 * the secretariat and the second, by another person, makes it live.
 */
export async function approve(context: CouncilContext, text: string): Promise<Reply[]> {
  const line = { verb: '/kehoach duyet', among: draftsOnly }
  const { version, rest } = await whichVersion(context, text, line)
  const plan = await reviewed(context, version.id)
  const open = openPoints(plan.points)
  if (open > 0 && rest !== String(open)) return [stillOpen(plan)]
  if (!(await twoApprovals(context.db, context.council.id))) return makeLive(context, plan)
  const first = await firstApproval(context.db, context.council.id, version.id)
  if ((await secretaries(context.db, context.council.id)) < 2) throw new UserError('plan-second-missing')
  if (!first) return askSecond(context, plan)
  if (first.personId === context.person.id) throw new UserError('plan-second-other')
  return makeLiveBySecond(context, plan, first.name)
}

/** Tells the person, and where it takes the place of an earlier version whoever is to know what changed. */
async function makeLive(context: CouncilContext, { version }: Reviewed): Promise<Reply[]> {
  const { db, council, person, now } = context
  const approved = await approvePlan(db, council.id, version.id, person.id, now)
  if (!approved) throw new UserError('plan-gone')
  const told: Reply = { head: [{ key: 'plan-approved', values: { plan: planMessage(approved) } }], replace: true }
  return [told, ...(await updatedReplies(context, approved.id))]
}

async function makeLiveBySecond(context: CouncilContext, plan: Reviewed, name: string): Promise<Reply[]> {
  const live = await makeLive(context, plan)
  const values = { plan: planMessage(plan.version), first: name, second: context.person.name }
  const told: Reply = { head: [{ key: 'plan-approved-by-two', values }] }
  return [...live, ...(await toOthers(context, told))]
}

async function askSecond(context: CouncilContext, plan: Reviewed): Promise<Reply[]> {
  const { db, council, person, now } = context
  const { id } = plan.version
  await keepFirstApproval(db, id, person.id, now)
  const details = { versionId: id }
  await audit(db, { councilId: council.id, personId: person.id, action: 'plan-first-approved', details }, now)
  const overview = await reviewPage(context, id)
  const show = { label: { key: 'choice-show-plan' }, line: `/kehoach xem @${id}` }
  const asked: Reply = {
    head: [{ key: 'plan-second-asked', values: { name: person.name } }, ...overview.head.slice(0, -1)],
    choices: [[approveChoice(id, plan.points, true), show]],
  }
  const others = await toOthers(context, asked)
  const key = others.length > 0 ? 'plan-waits-for-second' : 'plan-waits-unreached'
  return [{ head: [{ key, values: { plan: planMessage(plan.version) } }], replace: true }, ...others]
}

/** Tells the others of the secretariat in private. */
async function toOthers({ db, council, person }: CouncilContext, reply: Reply): Promise<Reply[]> {
  return (await otherSecretaries(db, council.id, person.id)).map((to) => ({ ...reply, to }))
}

const MOST_NAMED = 12
const LONGEST = 120

/** What is still open, named once more, with the choice to approve all the same. */
function stillOpen({ version, points }: Reviewed): Reply {
  const { pending, unread, others } = points
  const heading: Message = { key: 'plan-still-open-heading' }
  const named = [
    ...pending.map(({ task, deadline }): Block => ({
      heading,
      body: { key: 'plan-open-date', values: { place: task.place, wording: shorten(deadline.wording, LONGEST) } },
    })),
    ...unread.map(({ task, deadline }): Block => ({
      heading,
      body: { key: 'plan-open-deadline', values: { place: task.place, wording: shorten(deadline.wording, LONGEST) } },
    })),
    ...others
      .filter(({ code }) => code === 'unread-row' || code === 'unread-quota')
      .map(({ message, at }): Block => ({
        heading,
        body: {
          key: at ? 'plan-warning-at' : 'plan-warning',
          values: { text: shorten(message, LONGEST * 2), at: at ?? '' },
        },
      })),
  ]
  const more = named.length - MOST_NAMED
  const choice = (key: string, verb: string) => ({ label: { key }, line: `/kehoach ${verb} @${version.id}` })
  return {
    head: [{ key: 'plan-still-open', values: { plan: planMessage(version), count: named.length } }],
    blocks: named.slice(0, MOST_NAMED),
    foot: more > 0 ? [{ key: 'plan-open-more', values: { count: more } }] : [],
    choices: [
      [approveChoice(version.id, points, true)],
      [...(pending.length > 0 ? [choice('choice-suspects', 'xac nhan')] : []), choice('choice-overview', 'xem')],
    ],
    replace: true,
    personal: true,
  }
}
