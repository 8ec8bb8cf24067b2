import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { Answered } from '#commands/answer-row.ts'
import { botKey } from '#domain/platforms.ts'
import type { Database } from '#prisma/database.ts'
import { readWatch, type Watch } from '#prisma/watch.ts'

/** A reminder whose time is longer ago is late. */
const LATE_MS = 15 * 60_000
/** In seconds: an answer is a matter of some hundredths, one behind a morning's work or a big file of more. */
const BUCKETS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

export interface Metrics {
  /** An update came in and is safe. */
  heard(this: void, bot: string): void
  answered(this: void, answered: Answered): void
  /** All of them, as Prometheus reads them. Who asks while another one is answered gets the same answer. */
  read(this: void): Promise<{ type: string; text: string }>
}

interface Options {
  db: Database
  /** The council clock, by which jobs run and messages are due. */
  clock: () => Date
  /** Keys of the bots. */
  bots: string[]
  /** Names of the jobs. */
  jobs: string[]
  /** When the newest backup was made; undefined where there is none. */
  lastBackup: () => Promise<Date | undefined>
}

/** The numbers of one process, in a registry of its own. What the database knows is asked when somebody reads. */
export function createMetrics({ db, clock, bots, jobs, lastBackup }: Options): Metrics {
  const counted = countedHere(bots)
  let process: Registry | undefined
  const read = async () => {
    // Measuring the process costs a little: only where somebody looks.
    process ??= processMetrics()
    const now = clock()
    const watch = await readWatch(db, { jobs, lateBefore: new Date(now.getTime() - LATE_MS) })
    const stored = storedGauges(watch, { now, bots, lastBackup: await lastBackup() })
    return { type: stored.contentType, text: await Registry.merge([counted.registry, stored, process]).metrics() }
  }
  let reading: ReturnType<typeof read> | undefined
  return { ...counted, read: () => (reading ??= read().finally(() => (reading = undefined))) }
}

function countedHere(bots: string[]) {
  const registry = new Registry()
  const registers = [registry]
  const updates = new Counter({
    name: 'tdkt_updates_total',
    help: 'Updates that the networks brought, again or for the first time',
    labelNames: ['bot'],
    registers,
  })
  const answers = new Counter({
    name: 'tdkt_answers_total',
    help: 'Updates answered as meant, refused in words, or failed with a fault',
    labelNames: ['bot', 'outcome'],
    registers,
  })
  const seconds = new Histogram({
    name: 'tdkt_answer_seconds',
    help: 'From an update in the journal to its answer in the outbox',
    buckets: BUCKETS,
    registers,
  })
  for (const bot of bots) {
    updates.inc({ bot }, 0)
    for (const outcome of ['answered', 'refused', 'failed']) answers.inc({ bot, outcome }, 0)
  }
  return {
    registry,
    heard: (bot: string) => updates.inc({ bot }),
    answered: ({ bot, outcome, ms }: Answered) => {
      answers.inc({ bot, outcome })
      seconds.observe(ms / 1000)
    },
  }
}

function processMetrics(): Registry {
  const register = new Registry()
  collectDefaultMetrics({ register })
  return register
}

/** A new registry each time: what is not there any more is not told any more. */
function storedGauges(
  watch: Watch,
  { now, bots, lastBackup }: { now: Date; bots: string[]; lastBackup: Date | undefined },
): Registry {
  const registry = new Registry()
  const gauge: NewGauge = (name, help, labelNames = []) =>
    new Gauge({ name: `tdkt_${name}`, help, labelNames, registers: [registry] })
  const age = (at: Date) => (now.getTime() - at.getTime()) / 1000
  outboxGauges(gauge, age, watch, bots)
  tokenGauges(gauge, age, watch)
  jobGauges(gauge, age, watch)
  if (lastBackup) gauge('backup_age_seconds', 'Since the newest backup was made').set(age(lastBackup))
  return registry
}

type NewGauge = (name: string, help: string, labelNames?: string[]) => Gauge
/** Seconds since an instant. */
type Age = (at: Date) => number

function outboxGauges(gauge: NewGauge, age: Age, { outbox, lateReminders }: Watch, bots: string[]) {
  const messages = gauge('outbox_messages', 'Messages that are not sent, or perhaps', ['bot', 'state'])
  const oldest = gauge('outbox_oldest_seconds', 'How long the first message that is due waits', ['bot'])
  for (const bot of bots) {
    oldest.set({ bot }, 0)
    for (const state of ['waiting', 'sending', 'uncertain']) messages.set({ bot, state }, 0)
  }
  for (const row of outbox) {
    const bot = botKey(row)
    messages.set({ bot, state: row.state }, row.count)
    if (row.state === 'waiting') oldest.set({ bot }, Math.max(0, age(row.since)))
  }
  gauge('reminders_late', 'Reminders due more than 15 minutes ago and not sent').set(lateReminders)
}

function tokenGauges(gauge: NewGauge, age: Age, { tokens }: Watch) {
  const ages = gauge('token_age_seconds', 'Since the tokens were last refreshed', ['bot'])
  const expires = gauge('token_expires_seconds', 'Until the access token ends', ['bot'])
  for (const { refreshedAt, expiresAt, ...ref } of tokens) {
    const bot = botKey(ref)
    if (refreshedAt) ages.set({ bot }, age(refreshedAt))
    if (expiresAt) expires.set({ bot }, -age(expiresAt))
  }
}

function jobGauges(gauge: NewGauge, age: Age, { runs }: Watch) {
  const ran = gauge('job_last_run_seconds', 'Since the last run of a job that ended began', ['job'])
  const failed = gauge('job_failed', '1 where the last run of a job that ended failed', ['job'])
  for (const run of runs) {
    ran.set({ job: run.job }, age(run.startedAt))
    failed.set({ job: run.job }, run.failed ? 1 : 0)
  }
}
