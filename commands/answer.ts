import type { Inbound, Message, Reply } from '#domain/messages.ts'
import { botOf, TRAITS, type BotRef } from '#domain/platforms.ts'
import { UserError } from '#domain/user-error.ts'
import { findChat, leaveChat, moveChat } from '#prisma/chats.ts'
import type { Database, Db } from '#prisma/database.ts'
import { finishInbox, type InRow } from '#prisma/inbox.ts'
import type { Command, Context } from './command.ts'
import type { Outcome } from './answer-row.ts'
import { readContext, type Surroundings } from './context.ts'
import { faultId } from './fault-id.ts'
import type { FloodGate } from './flood-gate.ts'
import { greetGroup } from './greet-group.ts'
import { fetchPlanFile, takePlanFile, type PlanFile } from './plan-file.ts'
import { routeFile, routeWords } from './router.ts'
import { readsAsPlan } from './reads-as-plan.ts'
import type { Say } from '#prisma/say.ts'
import { enqueueReplies } from './enqueue-replies.ts'
import { refusesOverheard } from './overheard.ts'

export interface AnswerDependencies {
  db: Database
  commands: readonly Command[]
  surroundings: Surroundings
  say: Say
  fetchFile: (bot: BotRef, fileId: string) => Promise<Uint8Array>
  flood: FloodGate
  clock: () => Date
  log: Record<'warn' | 'error', (fields: object, message: string) => void>
}

/**
 * Answers one journaled update that this process holds: what it changes, what the bot says and the mark that it is finished are one transaction. A refusal
 * or a fault takes back whatever was begun and is told to the person, a fault by an id that the log holds too. What goes over the flood limits is finished
 * before anything is done for it. Returns how it ended; undefined where somebody else took the row over: then nothing happens. Rejects where not even the
 * fault could be told.
 */
export async function answer(
  dependencies: AnswerDependencies,
  row: InRow,
  inbound: Inbound,
): Promise<Outcome | undefined> {
  const { db, clock, flood, log } = dependencies
  const now = clock()
  const flooded = flood.refuses(row.id, inbound, now)
  if (flooded) return drop(dependencies, row, inbound, flooded.tell)
  try {
    const isPlan = await readsAsPlan(db, inbound, now)
    const file = isPlan ? await fetchPlanFile(dependencies, inbound) : undefined
    let replies: Reply[] = []
    const isOurs = await andFinish(dependencies, row, now, async (tx) => {
      const context = movesChat(inbound) ? undefined : await readContext(tx, inbound, now, dependencies.surroundings)
      replies = await act(dependencies, tx, { inbound, context, file })
      if (context) await enqueueReplies(dependencies.say, context, { inboxId: row.id, inbound, replies })
    })
    if (!isOurs) return undefined
    if (replies.some((reply) => !refusesOverheard(reply))) flood.wasAnswered(row.id, inbound, now)
    return 'answered'
  } catch (error) {
    const failure = error instanceof UserError ? undefined : faultId()
    if (failure) log.error({ err: error, failure, update: row.id }, 'an update could not be answered')
    const reply = refusal(error, failure)
    const isOurs = await refuse(dependencies, row, inbound, { reply, failure })
    if (!isOurs) return undefined
    if (!refusesOverheard(reply)) flood.wasAnswered(row.id, inbound, now)
    return failure ? 'failed' : 'refused'
  }
}

/** Finishes what is not answered as too much was asked: whoever is not told yet is told once. */
async function drop(
  dependencies: AnswerDependencies,
  row: InRow,
  inbound: Inbound,
  tell: Message | undefined,
): Promise<Outcome | undefined> {
  if (tell) dependencies.log.warn({ update: row.id, limit: tell.key }, 'too much is asked')
  const isOurs = tell
    ? await refuse(dependencies, row, inbound, { reply: { head: [tell] } })
    : await andFinish(dependencies, row, dependencies.clock(), () => Promise.resolve())
  return isOurs ? 'refused' : undefined
}

/** The row was finished, or somebody else holds it by now. */
class Overtaken extends Error {
  override name = 'Overtaken'
}

/** Works for a row and finishes it, in one transaction. Where the row is not in our hands any more, all is taken back, and the answer is false. */
async function andFinish(
  { db, log }: AnswerDependencies,
  row: InRow,
  now: Date,
  work: (tx: Db) => Promise<void>,
  failure?: string,
): Promise<boolean> {
  try {
    await db.$transaction(async (tx) => {
      await work(tx)
      if (!(await finishInbox(tx, row, now, failure))) throw new Overtaken()
    })
    return true
  } catch (error) {
    if (!(error instanceof Overtaken)) throw error
    log.warn({ update: row.id }, 'an update was taken over by another process')
    return false
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
  const { event } = inbound
  if (event.kind === 'removed' || event.kind === 'migrated') {
    const chat = await findChat(tx, botOf(inbound), inbound.chat.externalId)
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
  row: InRow,
  inbound: Inbound,
  { reply, failure }: { reply: Reply; failure?: string | undefined },
): Promise<boolean> {
  const now = dependencies.clock()
  const say = async (tx: Db) => {
    const context = await readContext(tx, inbound, now, dependencies.surroundings)
    if (context) await enqueueReplies(dependencies.say, context, { inboxId: row.id, inbound, replies: [reply] })
  }
  return andFinish(dependencies, row, now, say, failure)
}

function refusal(error: unknown, failure: string | undefined): Reply {
  if (error instanceof UserError) return { head: [error.said], choices: error.choices }
  return { head: [{ key: 'failure', values: { id: failure ?? '' } }] }
}
