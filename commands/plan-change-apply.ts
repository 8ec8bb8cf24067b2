import type { DueDeadline } from '#domain/due.ts'
import type { TaskId } from '#domain/ids.ts'
import type { Message, Reply } from '#domain/messages.ts'
import { shorten } from '#domain/shorten.ts'
import { UserError } from '#domain/user-error.ts'
import { unreadDeadline } from '#documents/warnings.ts'
import { takeBackApproval } from '#prisma/approvals.ts'
import { audit } from '#prisma/audit.ts'
import { copyVersion } from '#prisma/copy-version.ts'
import {
  addTask,
  addWarnings,
  changeTaskWords,
  removeTask,
  replaceDeadlines,
  type KeptDeadline,
} from '#prisma/correct-plan.ts'
import type { CouncilContext } from './command.ts'
import { readChange, workOut, type Change, type Worked } from './plan-change.ts'
import { draftOf } from './plan-correct.ts'
import { changeLines, previewChange, whatOf } from './plan-change-preview.ts'
import { draftsFirst, reviewed, whichVersion, type Reviewed } from './plan-which.ts'
import { approveChoice } from './review-page.ts'

/** Shows a correction whose row, deadline or appendix was chosen. */
export async function previewChosen(context: CouncilContext, text: string): Promise<Reply[]> {
  const { plan, change } = await chosen(context, text)
  return [previewChange(context, plan, change)]
}

/** Makes a correction: in the draft, or, of an approved plan, in a draft that is a copy of it. */
export async function makeChange(context: CouncilContext, text: string): Promise<Reply[]> {
  const { plan, change } = await chosen(context, text)
  const worked = workOut(context, plan, change)
  const { versionId, taskId } = await writable(context, plan, change.taskId)
  await write(context, { versionId, taskId, change, worked })
  const unread = worked.unread.map((wording) => unreadDeadline(wording, worked.before?.place ?? ''))
  await addWarnings(context.db, versionId, unread)
  const tookBack = await takeBackApproval(context.db, versionId)
  await record(context, versionId, change, worked)
  const copied = versionId !== plan.version.id
  const now = await reviewed(context, versionId)
  return [
    {
      head: [
        { key: 'plan-corrected' },
        ...changeLines(change, worked),
        ...(copied ? [{ key: 'plan-corrected-copy' }] : []),
        ...(tookBack ? [{ key: 'plan-approval-taken-back' }] : []),
      ],
      choices: [
        [
          { label: { key: 'choice-correct-other-row' }, line: `/kehoach sua @${versionId}` },
          { label: { key: 'choice-overview' }, line: `/kehoach xem @${versionId}` },
        ],
        [approveChoice(versionId, now.points)],
      ],
      replace: true,
      personal: true,
    },
  ]
}

async function chosen(context: CouncilContext, text: string): Promise<{ plan: Reviewed; change: Change }> {
  const { version, rest } = await whichVersion(context, text, { verb: '/kehoach sua', among: draftsFirst })
  return { plan: await reviewed(context, version.id), change: readChange(rest) }
}

async function writable(context: CouncilContext, { version }: Reviewed, taskId: TaskId | undefined) {
  const { db, now } = context
  if (version.state === 'draft') return { versionId: version.id, taskId }
  // Somebody began to correct it meanwhile: two drafts would each lack the other's corrections.
  if (await draftOf(context, version)) throw new UserError('plan-row-gone')
  const copy = await copyVersion(db, version.id, now)
  return { versionId: copy.versionId, taskId: taskId && copy.tasks.get(taskId) }
}

interface Written {
  versionId: string
  /** The row in the draft that is written. */
  taskId: TaskId | undefined
  change: Change
  worked: Worked
}

async function write({ db }: CouncilContext, { versionId, taskId, change, worked: { after } }: Written) {
  if (change.kind === 'add') {
    const { appendix, section, no, title, lead, support, deadlines } = after!
    const row = { appendix, section, no, title, direct: null, lead, support, deadlines: deadlines.map(kept) }
    return addTask(db, versionId, taskId, row)
  }
  if (change.kind === 'remove') return removeTask(db, taskId!)
  if (change.kind === 'words') {
    const { title, lead, support } = after!
    return changeTaskWords(db, taskId!, { title, lead, support })
  }
  return replaceDeadlines(db, taskId!, after!.deadlines.map(kept))
}

function kept({ wording, label, kind, from, to, rrule, dueOn, suspect, decidedOn }: DueDeadline): KeptDeadline {
  return { wording, label, kind, from, to, rrule, dueOn, suspect, decidedOn }
}

async function record(context: CouncilContext, versionId: string, change: Change, { before, after }: Worked) {
  const { db, council, person, now, translate } = context
  const words = (message: Message) => shorten(translate(message).text.replace(/\s*\n\s*/g, '; '), 200)
  const state = (row: typeof before, other: typeof before) => {
    if (!row) return change.kind === 'remove' ? words({ key: 'audit-row-removed' }) : ''
    return other ? words(whatOf(change, row)) : shorten(row.title, 200)
  }
  const details = {
    versionId,
    place: before?.place ?? '',
    before: state(before, after),
    after: state(after, before),
  }
  await audit(db, { councilId: council.id, personId: person.id, action: 'plan-corrected', details }, now)
}
