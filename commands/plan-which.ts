import type { DueTask } from '#domain/due.ts'
import { reviewPoints, type ReviewPoints } from '#domain/plan-review.ts'
import { UserError } from '#domain/user-error.ts'
import { tasksOf } from '#prisma/due-tasks.ts'
import { livePlans, reviewOf, type PlanVersion } from '#prisma/plans.ts'
import type { CouncilContext } from './command.ts'
import { planMessage } from './plan-message.ts'

/** A version with its rows and what should be looked at in it. */
export interface Reviewed {
  version: PlanVersion
  tasks: DueTask[]
  deadlines: number
  quotas: number
  points: ReviewPoints
}

/** A version of this council as it is now. Throws UserError where it is none. */
export async function reviewed({ db, council }: CouncilContext, versionId: string): Promise<Reviewed> {
  const review = await reviewOf(db, council.id, versionId)
  if (!review) throw new UserError('plan-gone')
  const { version, deadlines, quotas, warnings } = review
  const tasks = await tasksOf(db, [version])
  return { version, tasks, deadlines, quotas, points: reviewPoints(tasks, warnings) }
}

interface Line {
  /** The command line up to the version. */
  verb: string
  /** Which versions can be meant; the first list that is not empty counts. */
  among: (versions: PlanVersion[]) => PlanVersion[][]
}

/**
 * The version that a line is about and what stands behind it: named by its id ("@…"), or else the only one that can be meant. Throws UserError
 * where there is none or, with a choice for each, where there are several.
 */
export async function whichVersion(
  context: CouncilContext,
  text: string,
  { verb, among }: Line,
): Promise<{ version: PlanVersion; rest: string }> {
  const versions = await livePlans(context.db, context.council.id)
  const [, id, behind = ''] = /^@?([\da-f]{8}-[\da-f-]{27})(?:\s+([^]*))?$/i.exec(text) ?? []
  if (id) {
    const version = versions.find((one) => one.id === id)
    if (!version || !among([version]).flat().includes(version)) throw new UserError('plan-gone')
    return { version, rest: behind }
  }
  const found = among(versions).find((list) => list.length > 0) ?? []
  const [only, ...others] = found
  if (!only) throw new UserError(versions.length > 0 ? 'plan-none-such' : 'plans-none')
  if (others.length > 0) throw new UserError('plan-which', {}, choices(found, verb, text))
  return { version: only, rest: text }
}

type Among = Line['among']
const drafts = (versions: PlanVersion[]) => versions.filter(({ state }) => state === 'draft')
const live = (versions: PlanVersion[]) => versions.filter(({ state }) => state === 'approved')

/** What is under review, else what is in force. */
export const draftsFirst: Among = (versions) => [drafts(versions), live(versions)]
/** What is in force, else what is under review. */
export const liveFirst: Among = (versions) => [live(versions), drafts(versions)]
export const draftsOnly: Among = (versions) => [drafts(versions)]

const choices = (versions: PlanVersion[], verb: string, text: string) =>
  versions.map((version) => [
    {
      label: {
        key: 'choice-plan-state',
        values: { plan: planMessage(version), state: { key: `plan-state-${version.state}` } },
      },
      line: `${verb} @${version.id} ${text}`.trim(),
    },
  ])
