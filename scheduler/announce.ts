import { setImmediate as othersTurn } from 'node:timers/promises'
import { localTime } from '#domain/dates.ts'
import type { AnnouncementId } from '#domain/ids.ts'
import { isQuiet } from '#domain/reminder-settings.ts'
import { hasUntaken } from '#prisma/announcement-chunks.ts'
import { isDeleting } from '#prisma/announcement-deletion.ts'
import { startSending, takeBack, takeOutcomes } from '#prisma/announcement-delivery.ts'
import {
  activeAnnouncements,
  dueAnnouncements,
  endAnnouncement,
  hasWaiting,
  type Active,
  type DueAnnouncement,
} from '#prisma/announcement-work.ts'
import type { Db } from '#prisma/database.ts'
import { enqueueChunk } from './announce-enqueue.ts'
import { showProgress } from './announce-progress.ts'
import { takeDownChunk } from './announce-take-down.ts'
import type { Job, JobContext, Within } from './job.ts'

/**
 * Starts announcements whose time has come, puts what their recipients get into the outbox, takes over what became of it and shows the secretariat
 * how it is getting on. Whatever it does is a short transaction with the note that it was done: it goes on from there after any death, and answers
 * do not wait for it.
 */
export const announce: Job = {
  name: 'announce',
  cron: '* * * * *',
  async run(context) {
    const { db, now, log, signal } = context
    const counts = { started: 0, enqueued: 0, settled: 0, ended: 0, failed: 0 }
    const attempt = async (id: string, work: () => Promise<Partial<typeof counts>>) => {
      await othersTurn()
      if (signal?.aborted) return
      try {
        for (const [name, count] of Object.entries(await work())) counts[name as keyof typeof counts] += count
      } catch (error) {
        counts.failed += 1
        log.error({ err: error, announcement: id }, 'an announcement could not be dealt with')
      }
    }
    for (const due of await dueAnnouncements(db, now))
      if (mayStart(due, now)) await attempt(due.id, () => start(context, due))
    for (const active of await activeAnnouncements(db)) {
      await attempt(active.id, () => ENQUEUE[active.state](context, active))
      await attempt(active.id, () => db.$transaction((tx) => follow({ ...context, tx }, active)))
    }
    return counts
  },
}

/** Nobody is disturbed in the quiet hours, unless the secretariat chose a time in them. */
function mayStart({ sendAt, timeZone, settings }: DueAnnouncement, now: Date): boolean {
  const quiet = (instant: Date) => isQuiet(localTime(instant, timeZone), settings)
  return !quiet(now) || quiet(sendAt)
}

async function start({ db, now }: JobContext, { id, councilId }: DueAnnouncement) {
  const started = await db.$transaction((tx) => startSending(tx, councilId, id, now))
  return { started: started ? 1 : 0 }
}

/** What each state puts into the outbox, some recipients at a time. */
const ENQUEUE: Record<Active['state'], (context: JobContext, active: Active) => Promise<{ enqueued: number }>> = {
  async sending(context, active) {
    let enqueued = 0
    for (let after: number | undefined = -1; after !== undefined && !context.signal?.aborted;) {
      const behind: number = after
      const chunk = await inTurn(context, (within) => enqueueChunk(within, active, behind))
      enqueued += chunk.count
      after = chunk.last
    }
    return { enqueued }
  },
  stopped: () => Promise.resolve({ enqueued: 0 }),
  async withdrawn(context, active) {
    let enqueued = 0
    for (let count = 1; count > 0 && !context.signal?.aborted; enqueued += count)
      count = await inTurn(context, (within) => takeDownChunk(within, active))
    return { enqueued }
  },
}

/** The database answers without ever waiting: nobody else would be heard before the last recipient was told. */
async function inTurn<Done>(context: JobContext, work: (within: Within) => Promise<Done>): Promise<Done> {
  await othersTurn()
  const done = await context.db.$transaction((tx) => work({ ...context, tx }))
  context.wake?.()
  return done
}

/** Takes over what became of it, and ends it when nothing is under way any more. */
async function follow(context: Within, active: Active) {
  const { tx, now } = context
  const { id, state } = active
  if (state !== 'sending') await takeBack(tx, id, now)
  const settled = await takeOutcomes(tx, id)
  const done = !(await UNDER_WAY[state](tx, id)) && !(await hasWaiting(tx, id))
  const ended = done && (await endAnnouncement(tx, id, state, now))
  await showProgress(context, active, { ended })
  return { settled, ended: ended ? 1 : 0 }
}

/** Whether something is still under way, besides recipients who wait. */
const UNDER_WAY: Record<Active['state'], (db: Db, id: AnnouncementId) => Promise<boolean>> = {
  sending: hasUntaken,
  stopped: () => Promise.resolve(false),
  withdrawn: isDeleting,
}
