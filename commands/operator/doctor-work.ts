import { formatMoment } from '#domain/dates.ts'
import type { Credential } from '#prisma/credentials.ts'
import type { LastRun } from '#prisma/health.ts'
import { fault, note, well, type Finding } from '#domain/finding.ts'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
/** Some job begins every minute. */
const AT_WORK_MS = 10 * MINUTE_MS
/** A refresh token of Zalo works for three months. */
const REFRESH_TOKEN_DAYS = 90
const WARN_DAYS = 75
const authorize = (bot: number) => `npm run --silent tdkt -- zalo authorize${bot === 1 ? '' : ` --bot ${bot}`}`

interface Moment {
  now: Date
  timeZone: string
}

/** The clock, as far as it can be judged from here: no run of a job can lie ahead of it. */
export function clockFindings(runs: readonly LastRun[], { now, timeZone }: Moment): Finding[] {
  const shown = well(`it is ${formatMoment(now, timeZone)} in ${timeZone}`)
  const latest = latestOf(runs)
  if (!latest || latest.startedAt.getTime() <= now.getTime() + MINUTE_MS) return [shown]
  const when = formatMoment(latest.startedAt, timeZone)
  const advice = "set this machine's clock by the network's time: what is due is told by it"
  return [shown, fault(`a job ran at ${when}, which is still to come: the clock is wrong, or was`, advice)]
}

/** Whether the jobs run, and how the last runs ended. */
export function jobFindings(runs: readonly LastRun[], { now, timeZone }: Moment): Finding[] {
  const latest = latestOf(runs)
  if (!latest) return [note('no job has run yet', 'start the bot')]
  const when = formatMoment(latest.startedAt, timeZone)
  const rests = now.getTime() - latest.startedAt.getTime() > AT_WORK_MS
  return [
    rests ? note(`the last job ran at ${when}: the bot is not running`, 'start it') : well(`jobs run, last at ${when}`),
    ...runs.flatMap(({ job, startedAt, failure }) => {
      const at = formatMoment(startedAt, timeZone)
      return failure === undefined ? [] : [fault(`the job ${job} failed at ${at} (${failure})`, 'see the log of then')]
    }),
  ]
}

const latestOf = (runs: readonly LastRun[]): LastRun | undefined =>
  runs.toSorted((one, other) => other.startedAt.getTime() - one.startedAt.getTime())[0]

/** A network that takes nothing at the moment. */
export function outageFinding(
  { since, reason, down }: { since: Date; reason: string; down: boolean },
  { timeZone }: Moment,
): Finding {
  const what = `takes nothing since ${formatMoment(since, timeZone)} (${reason})`
  return down ? fault(what, 'somebody has to act: see the reason') : note(what, 'the bot goes on trying by itself')
}

/** The tokens of an Official Account, with its number. `seeded`: the settings hold a refresh token. */
export function tokenFindings(
  row: Credential | undefined,
  seeded: boolean,
  { now, timeZone, bot }: Moment & { bot: number },
): Finding[] {
  const advice = authorize(bot)
  if (row?.refreshToken === undefined)
    return [
      seeded
        ? note(`ZALO_OA_REFRESH_TOKEN${bot === 1 ? '' : `_${bot}`} is used at the next start`)
        : fault('not authorized yet', advice),
    ]
  const { refreshedAt, expiresAt, refreshingSince, lockedUntil, failure, failures } = row
  const failed = `the last refresh failed (${failure}), ${failures} in a row`
  if (failure !== undefined && /^-\d+$/.test(failure)) return [fault(failed, advice)]
  if (refreshingSince && !(lockedUntil && lockedUntil > now))
    return [fault(`the refresh of ${formatMoment(refreshingSince, timeZone)} never ended: the tokens are lost`, advice)]
  if (failure !== undefined) return [note(failed, 'it is tried again: look at the network')]
  if (!refreshedAt) return [note('the refresh token was not used yet', 'start the bot')]
  const until = expiresAt ? `, access until ${formatMoment(expiresAt, timeZone)}` : ''
  const what = `tokens refreshed ${formatMoment(refreshedAt, timeZone)}${until}`
  const days = (now.getTime() - refreshedAt.getTime()) / DAY_MS
  if (days > REFRESH_TOKEN_DAYS) return [fault(`${what}: they end after three months`, advice)]
  return [
    days > WARN_DAYS ? note(`${what}: they end after three months`, 'start the bot, which refreshes them') : well(what),
  ]
}
