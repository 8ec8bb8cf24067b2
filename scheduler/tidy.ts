import { removeFinishedInbox } from '#prisma/inbox.ts'
import { removeOldRuns } from '#prisma/job-runs.ts'
import { removeFinishedOutbox } from '#prisma/outbox.ts'
import { removeExpiredPrompts } from '#prisma/prompts.ts'
import { removeExpiredQuestions } from '#prisma/questions.ts'
import { removeStrangers } from '#prisma/remove-strangers.ts'
import {
  removeExpiredAccountCodes,
  removeOldInvites,
  removeOldPhones,
  removeOldRequests,
  removeOldSnoozes,
  removeOldTranscript,
  removeRevokedCalendars,
} from '#prisma/retention.ts'
import { removeExpiredFiles } from '#prisma/shared-files.ts'
import { removeOldWrongCodes } from '#prisma/wrong-codes.ts'
import type { Job } from './job.ts'

/** A network redelivers an update for a day at most; what was said is kept for a while to answer "was it sent?". */
const KEEP_DAYS = 60
/** Some jobs run every minute: what is older tells nobody anything. */
const KEEP_RUNS_DAYS = 7
const DAY_MS = 86_400_000

/** Removes what nobody needs any more, so that the database does not grow with time alone. */
export const tidy: Job = {
  name: 'tidy',
  cron: '30 19 * * *',
  async run({ db, now }) {
    const before = new Date(now.getTime() - KEEP_DAYS * DAY_MS)
    return {
      inbox: await removeFinishedInbox(db, before),
      outbox: await removeFinishedOutbox(db, before),
      prompts: await removeExpiredPrompts(db, now),
      questions: await removeExpiredQuestions(db, now),
      files: await removeExpiredFiles(db, now),
      runs: await removeOldRuns(db, new Date(now.getTime() - KEEP_RUNS_DAYS * DAY_MS)),
      invites: await removeOldInvites(db, before),
      accountCodes: await removeExpiredAccountCodes(db, now),
      calendars: await removeRevokedCalendars(db, before),
      snoozes: await removeOldSnoozes(db, before),
      phones: await removeOldPhones(db, before),
      transcript: await removeOldTranscript(db, before),
      requests: await removeOldRequests(db, new Date(now.getTime() - DAY_MS)),
      strangers: await db.$transaction((tx) => removeStrangers(tx, before)),
      wrongCodes: await removeOldWrongCodes(db, now),
    }
  },
}
