import { isUnchanged } from '#domain/plan-difference.ts'
import type { Message, Reply } from '#domain/messages.ts'
import { UserError } from '#domain/user-error.ts'
import { differenceBlocks, differenceSummary } from '#locales/difference-message.ts'
import type { Db } from '#prisma/database.ts'
import type { Council } from '#prisma/councils.ts'
import { groupsOf, peopleOf } from '#prisma/reminders.ts'
import { versionDifference, type VersionDifference } from '#prisma/version-difference.ts'
import type { CouncilContext } from './command.ts'
import { planMessage } from './plan-message.ts'

/**
 * What a version of a plan changes, by row, in pages: a draft of the plan that is answered from, another version of the one before it. Undefined
 * where it is the plan's first.
 */
export async function differenceReply(
  { db, council, today }: CouncilContext,
  versionId: string,
  page: number,
): Promise<Reply | undefined> {
  const found = await versionDifference(db, council.id, versionId)
  if (!found) return undefined
  const { version, difference, rounds } = found
  const review = { label: { key: 'choice-difference-review' }, line: `/kehoach xem @${versionId}` }
  return {
    head: differenceHead(found),
    blocks: differenceBlocks(difference, today),
    foot: rounds.length > 0 ? [{ key: 'difference-rounds', values: { rounds: rounds.join('”, “') } }] : [],
    choices: version.state === 'draft' ? [[review]] : [],
    page: { number: page, line: differenceLine(versionId) },
    replace: true,
    personal: true,
  }
}

/** The same as an answer. Throws UserError where there is nothing to compare it with. */
export async function differencePage(context: CouncilContext, versionId: string, page: number): Promise<Reply> {
  const reply = await differenceReply(context, versionId, page)
  if (!reply) throw new UserError('difference-first')
  return reply
}

/** What a review says of a draft that changes a plan: how much it changes. Empty where it is the plan's first version. */
export async function differenceLines({ db, council }: CouncilContext, versionId: string): Promise<Message[]> {
  const found = await versionDifference(db, council.id, versionId)
  return found ? [summaryLine(found)] : []
}

/** The command line that shows what a version changes. */
export const differenceLine = (versionId: string): string => `/kehoach khac @${versionId}`

/**
 * Tells the secretariat, but for the chat in which it was approved, and the linked groups what a version changed once it is approved. Nothing for a
 * plan's first version, or where nothing changed.
 */
export async function updatedReplies(
  { db, council, chat }: { db: Db; council: Council; chat: Pick<CouncilContext['chat'], 'id'> },
  versionId: string,
): Promise<Reply[]> {
  const found = await versionDifference(db, council.id, versionId)
  if (!found || isUnchanged(found.difference)) return []
  const values = { plan: planMessage(found.version), what: differenceSummary(found.difference)! }
  const head: Message[] = [{ key: 'plan-updated', values }]
  const show = { label: { key: 'choice-difference' }, line: differenceLine(versionId) }
  const secretariat = (await peopleOf(db, council.id)).filter(({ as }) => as.kind === 'secretariat')
  const groups = await groupsOf(db, council.id)
  return [
    ...secretariat.map((to): Reply => ({ head, choices: [[show]], to })),
    ...groups.map((to): Reply => ({ head, to })),
  ].filter(({ to }) => to?.chatId !== chat.id)
}

function differenceHead(found: VersionDifference): Message[] {
  return [{ key: 'difference-title', values: { plan: planMessage(found.version) } }, summaryLine(found)]
}

function summaryLine({ difference }: VersionDifference): Message {
  const what = differenceSummary(difference)
  return what ? { key: 'difference-summary', values: { what } } : { key: 'difference-nothing' }
}
