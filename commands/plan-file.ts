import { may } from '#domain/access.ts'
import type { Inbound, Reply } from '#domain/messages.ts'
import { botOf, type BotRef } from '#domain/platforms.ts'
import type { DraftPlan } from '#domain/plan.ts'
import { UserError } from '#domain/user-error.ts'
import { readInThread } from '#documents/reader-thread.ts'
import { UnreadableDocument } from '#documents/text-document.ts'
import { audit } from '#prisma/audit.ts'
import type { Db } from '#prisma/database.ts'
import { findPerson, membershipsOf } from '#prisma/persons.ts'
import { storePlan } from '#prisma/store-plan.ts'
import { sameEvents } from '#documents/same-events.ts'
import { councilChoices } from './choose-council.ts'
import type { Context } from './command.ts'
import { reviewPage } from './review-page.ts'

export interface PlanFile {
  name: string
  bytes: Uint8Array
  draft: DraftPlan
}

const MEGABYTE = 1_048_576
const LARGEST = 20 * MEGABYTE

interface Dependencies {
  db: Db
  fetchFile: (bot: BotRef, fileId: string) => Promise<Uint8Array>
}

/**
 * Fetches and reads the file of an update, before any transaction opens, and only for a person who is the secretariat of some council.
 * Undefined where the update has no file or the person no such role. Throws UserError where it is no plan that can be read.
 */
export async function fetchPlanFile({ db, fetchFile }: Dependencies, inbound: Inbound): Promise<PlanFile | undefined> {
  const { event, sender, platform, chat } = inbound
  if (event.kind !== 'file' || !sender || chat.kind === 'group') return undefined
  const personId = await findPerson(db, platform, sender.externalId)
  const memberships = personId ? await membershipsOf(db, personId) : []
  if (!may('change-plans', memberships, false)) return undefined
  assertSize(event.size)
  const bytes = await fetchFile(botOf(inbound), event.fileId)
  // Not every network tells the size beforehand.
  assertSize(bytes.length)
  return { name: event.name, bytes, draft: await readDraft(bytes, event.name) }
}

function assertSize(size: number) {
  if (size > LARGEST) throw new UserError('unreadable-too-large', { limit: LARGEST / MEGABYTE })
}

async function readDraft(bytes: Uint8Array, name: string): Promise<DraftPlan> {
  try {
    return await readInThread(bytes, name)
  } catch (error) {
    if (error instanceof UnreadableDocument) throw new UserError(`unreadable-${error.code}`, { limit: 2 })
    throw error
  }
}

/** Stores the plan that was read as a draft and shows what is to be reviewed. */
export async function takePlanFile(context: Context, file: PlanFile | undefined): Promise<Reply[]> {
  const { db, council, chat, roles, memberships, person, now } = context
  if (chat.kind === 'group') throw new UserError('file-in-group')
  if (!council && memberships.length > 0)
    throw new UserError('choose-council-first', {}, councilChoices(memberships, ''))
  if (!council || !file || !may('change-plans', roles, false)) throw new UserError('file-not-taken')
  const { draft, name, bytes } = file
  const given = { councilId: council.id, draft, sameEvents: sameEvents(draft.tasks), source: { name, bytes } }
  const { versionId, added } = await storePlan(db, given, now)
  const details = { versionId, file: name }
  if (added) await audit(db, { councilId: council.id, personId: person.id, action: 'plan-stored', details }, now)
  const review = await reviewPage({ ...context, council }, versionId)
  return [added ? review : { ...review, head: [{ key: 'plan-sent-already' }, ...review.head] }]
}
