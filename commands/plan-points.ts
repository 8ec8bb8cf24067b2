import type { Block, Message, Reply } from '#domain/messages.ts'
import type { PlanWarning } from '#domain/plan.ts'
import { shorten } from '#domain/shorten.ts'
import type { CouncilContext } from './command.ts'
import { planMessage } from './plan-message.ts'
import { reviewed } from './plan-which.ts'

const LONGEST = 500

/** What the reader could not vouch for beside the dates: where it stands, the original words, what can be done. */
export async function otherPoints(context: CouncilContext, versionId: string, page: number): Promise<Reply> {
  const { version, points } = await reviewed(context, versionId)
  const blocks = [
    ...points.unread.map(({ task, deadline: { wording } }): Block => {
      const values = { place: task.place, wording: shorten(wording, LONGEST), title: shorten(task.title, LONGEST) }
      return { heading: headingOf('unread-deadline'), body: { key: 'plan-point-deadline', values } }
    }),
    ...ORDER.flatMap((code) => points.others.filter((one) => one.code === code)).map(warningBlock),
  ]
  return {
    head: [
      { key: 'plan-points-title', values: { plan: planMessage(version) } },
      ...(blocks.length === 0 ? [{ key: 'plan-points-none' }] : []),
    ],
    blocks,
    choices: [
      [
        { label: { key: 'choice-correct-row' }, line: `/kehoach sua @${version.id}` },
        { label: { key: 'choice-overview' }, line: `/kehoach xem @${version.id}` },
      ],
    ],
    page: { number: page, line: `/kehoach diem khac @${version.id}` },
    replace: true,
    personal: true,
  }
}

const ORDER = ['unread-row', 'unread-quota', 'missing-appendix', 'no-deadlines'] as const

type Headed = (typeof ORDER)[number] | 'unread-deadline'
/** What it is, with what can be done. */
const HEADINGS: Record<Headed, string> = {
  'unread-deadline': 'plan-points-deadlines',
  'unread-row': 'plan-points-rows',
  'unread-quota': 'plan-points-quotas',
  'missing-appendix': 'plan-points-appendices',
  'no-deadlines': 'plan-points-no-deadlines',
}
const headingOf = (code: Headed): Message => ({ key: HEADINGS[code] })

function warningBlock({ code, message, at }: PlanWarning): Block {
  const body = { key: at ? 'plan-warning-at' : 'plan-warning', values: { text: message, at: at ?? '' } }
  return { heading: headingOf(code as Headed), body }
}
