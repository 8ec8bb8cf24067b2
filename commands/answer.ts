import { randomInt } from 'node:crypto'
import type { Inbound, Reply } from '#domain/messages.ts'
import { TRAITS } from '#domain/platforms.ts'
import { UserError } from '#domain/user-error.ts'
import { findChat, leaveChat, moveChat } from '#prisma/chats.ts'
import type { Database, Db } from '#prisma/database.ts'
import { finishInbox } from '#prisma/inbox.ts'
import type { Command, Context } from './command.ts'
import { readContext, type Surroundings } from './context.ts'
import { greetGroup } from './greet-group.ts'
import { fetchPlanFile, takePlanFile, type PlanFile } from './plan-file.ts'
import { routeFile, routeWords } from './router.ts'
import { readsAsPlan } from './reads-as-plan.ts'
import type { Say } from '#prisma/say.ts'
import { enqueueReplies } from './enqueue-replies.ts'

export interface AnswerDependencies {
  db: Database
  commands: readonly Command[]
  surroundings: Surroundings
  say: Say
  fetchFile: (platform: Inbound['platform'], fileId: string) => Promise<Uint8Array>
  clock: () => Date
  log: { error: (fields: object, message: string) => void }
}

/**
 * Answers one journaled update: what it changes, what the bot says and the mark that it is finished are one transaction. A refusal or a fault
 * takes back whatever was begun and is told to the person, a fault by an id that the log holds too.
 */
export async function answer(dependencies: AnswerDependencies, inboxId: number, inbound: Inbound): Promise<void> {
  const { db, clock, log } = dependencies
  const now = clock()
  try {
    const isPlan = await readsAsPlan(db, inbound, now)
    const file = isPlan ? await fetchPlanFile(dependencies, inbound) : undefined
    await db.$transaction(async (tx) => {
      const context = movesChat(inbound) ? undefined : await readContext(tx, inbound, now, dependencies.surroundings)
      const replies = await act(dependencies, tx, { inbound, context, file })
      if (context) await enqueueReplies(dependencies.say, context, { inboxId, inbound, replies })
      await finishInbox(tx, inboxId, now)
    })
  } catch (error) {
    const failure = error instanceof UserError ? undefined : faultId()
    if (failure) log.error({ err: error, failure, inboxId }, 'an update could not be answered')
    await refuse(dependencies, inboxId, inbound, refusal(error, failure), failure)
  }
}

/** Nobody is answered then; and a group that the sender moved already must not come back under its old address. */
function movesChat({ event }: Inbound): boolean {
  return event.kind === 'removed' || event.kind === 'migrated'
}

interface Happening {
  inbound: Inbound
  context: Context | undefined
  file: PlanFile | undefined
}

async function act(dependencies: AnswerDependencies, tx: Db, happening: Happening): Promise<Reply[]> {
  const { inbound, context, file } = happening
  const { platform, event } = inbound
  if (event.kind === 'removed' || event.kind === 'migrated') {
    const chat = await findChat(tx, platform, inbound.chat.externalId)
    if (chat) await (event.kind === 'removed' ? leaveChat(tx, chat.id) : moveChat(tx, chat.id, event.to))
    return []
  }
  if (!context) return []
  if (event.kind === 'added') return greetGroup(context)
  if (event.kind === 'unsupported') return unsupported(context)
  if (event.kind === 'file')
    return (await routeFile(dependencies.commands, context, event)) ?? takePlanFile(context, file)
  return routeWords(dependencies.commands, context, event)
}

/** What a network keeps to itself is told in private; in a group it was hardly meant for the bot. */
function unsupported({ chat }: Context): Reply[] {
  const key = TRAITS[chat.platform].files ? 'unsupported-kind' : 'unsupported-here'
  return chat.kind === 'private' ? [{ head: [{ key }] }] : []
}

async function refuse(
  dependencies: AnswerDependencies,
  inboxId: number,
  inbound: Inbound,
  reply: Reply,
  failure: string | undefined,
) {
  const now = dependencies.clock()
  await dependencies.db.$transaction(async (tx) => {
    const context = await readContext(tx, inbound, now, dependencies.surroundings)
    if (context) await enqueueReplies(dependencies.say, context, { inboxId, inbound, replies: [reply] })
    await finishInbox(tx, inboxId, now, failure)
  })
}

function refusal(error: unknown, failure: string | undefined): Reply {
  if (error instanceof UserError) return { head: [error.said], choices: error.choices }
  return { head: [{ key: 'failure', values: { id: failure ?? '' } }] }
}

const FAULT_ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Five letters and digits that a person can read out. */
function faultId(): string {
  return Array.from({ length: 5 }, () => FAULT_ALPHABET[randomInt(FAULT_ALPHABET.length)]).join('')
}
