import type { RoundId } from '#domain/ids.ts'
import type { Reply } from '#domain/messages.ts'
import { UserError } from '#domain/user-error.ts'
import { groupsOf, type Recipient } from '#prisma/reminders.ts'
import { placeRoundCards } from '#prisma/round-cards.ts'
import { changeRound, findRound, roundsOf } from '#prisma/rounds.ts'
import type { CouncilContext } from './command.ts'
import { askDeadline, askDeadlineAgain, askOtherDeadline, type DeadlineLines } from './round-ask-deadline.ts'
import { previewReply } from './round-preview.ts'
import { recordRound } from './round-record.ts'
import { deadlineIn, spoken } from './round-time.ts'

/** What can be done with a draft: open it, give it another deadline, drop it. */
export async function changeDraft(context: CouncilContext, text: string): Promise<Reply[]> {
  const [, act, id, chatIds, words] = /^(mo|han|hoi|xem|huy) @(\S+) chats=(\S*)\s*([^]*)$/.exec(text) ?? []
  if (!act || !id) throw new UserError('rounds-usage')
  const given = (chatIds ?? '').split(',')
  const chats = (await groupsOf(context.db, context.council.id)).filter(({ chatId }) => given.includes(chatId))
  const draft = { id: id as RoundId, chats, lines: linesOf(id, chatIds ?? '') }
  if (!(await roundsOf(context.db, context.council.id, ['draft'])).some((row) => row.id === id))
    throw new UserError('rounds-changed')
  if (act === 'mo') return [await open(context, draft)]
  if (act === 'huy') return [await cancel(context, draft.id)]
  if (act === 'hoi') return [askOtherDeadline(draft.lines)]
  if (act === 'han') return [await askDeadline(context, draft.lines, { key: 'rounds-open-deadline' })]
  return [await setDeadline(context, draft, words ?? '')]
}

interface Draft {
  id: RoundId
  chats: Recipient[]
  lines: DeadlineLines
}

const linesOf = (id: string, chats: string): DeadlineLines => ({
  take: `/dot ban nhap xem @${id} chats=${chats}`,
  other: `/dot ban nhap hoi @${id} chats=${chats}`,
})

async function open(context: CouncilContext, draft: Draft): Promise<Reply> {
  const { db, council, now } = context
  const round = (await findRound(db, council.id, draft.id))!
  if (round.deadline <= now) return askDeadline(context, draft.lines, { key: 'rounds-deadline-passed' })
  if (!(await changeRound(db, council.id, draft.id, ['draft'], { state: 'open', openedAt: now })))
    throw new UserError('rounds-changed')
  await placeRoundCards(
    db,
    draft.id,
    draft.chats.map(({ chatId }) => chatId),
  )
  await recordRound(context, 'round-opened', round, { deadline: round.deadline.toISOString() })
  const values = { title: round.title, deadline: spoken(context, round.deadline), groups: draft.chats.length }
  return {
    head: [{ key: 'rounds-opened', values }],
    choices: [[{ label: { key: 'choice-round-show' }, line: `/dot xem @${draft.id}` }]],
    replace: true,
  }
}

async function cancel({ db, council }: CouncilContext, id: RoundId): Promise<Reply> {
  await changeRound(db, council.id, id, ['draft'], { state: 'dropped' })
  return { head: [{ key: 'rounds-cancelled' }], replace: true }
}

async function setDeadline(context: CouncilContext, draft: Draft, words: string): Promise<Reply> {
  const deadline = await deadlineIn(context, words)
  if (!deadline) return askDeadlineAgain(context, draft.lines, words)
  await changeRound(context.db, context.council.id, draft.id, ['draft'], { deadline })
  return previewReply(context, draft.id, draft.chats)
}
