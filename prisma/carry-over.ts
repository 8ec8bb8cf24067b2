import { localDate, type IsoDate } from '#domain/dates.ts'
import type { DueDeadline } from '#domain/due.ts'
import { fold } from '#domain/fold.ts'
import { matchDeadlines } from '#domain/match-deadlines.ts'
import { matchRows } from '#domain/match-rows.ts'
import type { PlanRow } from '#domain/plan-difference.ts'
import { stillDone } from '#domain/still-done.ts'
import type { Db } from './database.ts'
import { Prisma, type Completion } from './generated/client.ts'
import { rowsOf } from './plan-rows.ts'

/** A row of the earlier version, and the one that it is in the later. */
interface Kept {
  before: PlanRow
  after: PlanRow
  deadlines: { from: DueDeadline; to: DueDeadline }[]
}

/**
 * Lets what was said of a plan's rows go on in its new version: decided dates, marks, offsets of their own, and what is to be named again. Call it
 * in the transaction in which the version is approved. A task that is done stays done. A deadline that is done stays done unless it moved to
 * a day that is still ahead.
 */
export async function carryOver(db: Db, planId: string, fromVersionId: string, toVersionId: string, now: Date) {
  const { council } = await db.plan.findUniqueOrThrow({
    where: { id: planId },
    select: { council: { select: { timeZone: true } } },
  })
  await carryDecisions(db, fromVersionId, toVersionId)
  const kept = await keptRows(db, fromVersionId, toVersionId)
  await carryMarks(db, fromVersionId, kept, localDate(now, council.timeZone))
  await carryOffsets(db, fromVersionId, kept)
  await carrySnoozes(db, fromVersionId, kept)
}

/**
 * Takes over what the secretariat decided on a doubtful date, where the later version has the same words and the same proposal and nobody has
 * decided anew. Done as soon as a draft is stored, too, so that nobody is asked twice.
 */
export async function carryDecisions(db: Db, fromVersionId: string, toVersionId: string) {
  for (const { deadlines } of await keptRows(db, fromVersionId, toVersionId))
    for (const { from, to } of deadlines)
      if (from.decidedOn && to.suspect && !to.decidedOn && isSameDoubt(from, to))
        await db.deadline.update({ where: { id: to.id }, data: { decidedOn: from.decidedOn } })
}

function isSameDoubt(from: DueDeadline, to: DueDeadline): boolean {
  return fold(from.wording) === fold(to.wording) && from.suspect?.proposed === to.suspect?.proposed
}

async function keptRows(db: Db, fromVersionId: string, toVersionId: string): Promise<Kept[]> {
  const [old, now] = [await rowsOf(db, fromVersionId), await rowsOf(db, toVersionId)]
  return matchRows(old, now).map((match) => {
    const [before, after] = [old[match.before]!, now[match.after]!]
    const pairs = matchDeadlines(before.deadlines, after.deadlines)
    return {
      before,
      after,
      deadlines: pairs.map(([from, to]) => ({ from: before.deadlines[from]!, to: after.deadlines[to]! })),
    }
  })
}

async function carryMarks(db: Db, versionId: string, kept: Kept[], today: IsoDate) {
  const marks = await db.completion.findMany({ where: { task: { versionId } }, orderBy: { at: 'asc' } })
  const data = marks.flatMap((mark) => {
    const row = kept.find(({ before }) => before.id === mark.taskId)
    return row ? markIn(row, mark, today) : []
  })
  await db.completion.createMany({ data })
}

/** A mark as it stands under the later version's row; none where it does not hold any more. */
function markIn({ after, deadlines }: Kept, mark: Completion, today: IsoDate): Prisma.CompletionCreateManyInput[] {
  const { deadlineId, occurrence, personId, at } = mark
  const whole = { taskId: after.id, personId, at }
  if (deadlineId === null) return [whole]
  const pair = deadlines.find(({ from }) => from.id === deadlineId)
  if (!pair) return []
  const through = occurrence ?? stillDone(pair.from, pair.to, today)
  if (!through) return []
  return [{ ...whole, deadlineId: pair.to.id, occurrence: through === 'always' ? null : through }]
}

/** The offsets as they are now: a draft may be a copy from before they were set. */
async function carryOffsets(db: Db, versionId: string, kept: Kept[]) {
  const own = await db.task.findMany({ where: { versionId, reminders: { not: Prisma.DbNull } } })
  const after = kept.map((row) => row.after.id)
  await db.task.updateMany({ where: { id: { in: after } }, data: { reminders: Prisma.DbNull } })
  for (const { id, reminders } of own) {
    const row = kept.find(({ before }) => before.id === id)
    if (row && reminders) await db.task.update({ where: { id: row.after.id }, data: { reminders } })
  }
}

/** What somebody asked to be reminded of again is asked of the later version; what is gone is named no more. */
async function carrySnoozes(db: Db, versionId: string, kept: Kept[]) {
  for (const { from, to } of kept.flatMap(({ deadlines }) => deadlines))
    await db.snooze.updateMany({ where: { deadlineId: from.id }, data: { deadlineId: to.id } })
  await db.snooze.deleteMany({ where: { deadline: { task: { versionId } } } })
}
