import { setTimeout as pause } from 'node:timers/promises'
import { expect, onTestFinished } from 'vitest'
import { openDatabase, type Database } from '#prisma/database.ts'
import { databaseUrl, temporaryFile } from './database.ts'
import { Member } from './fleet.ts'
import { REMINDS, seedMorning, TASK, tokenOf, type GrownMorning } from './grown-morning.ts'
import { doubtedWithoutReason, notOnce, sentWithoutLease, type Morning } from './judge-morning.ts'
import { limitsExceeded } from './limits-exceeded.ts'
import { freePort } from './local-server.ts'
import { printMorning } from './print-morning.ts'
import { rowsOf, toldInDoubt } from './morning-rows.ts'
import startServer from './postgres-server.ts'
import { Questions } from './questions-asked.ts'
import { random } from './random.ts'
import { killAtRandom } from './random-kills.ts'
import { historyOf, keepHistory } from './row-history.ts'
import { silences } from './silences.ts'
import { StrictTelegram } from './strict-telegram.ts'
import { until } from './until.ts'
import { WebhookDelivery } from './webhook-delivery.ts'

const DAY_MS = 86_400_000
/** A process that dies gives all its work back within this time. */
const GIVEN_BACK_MS = 30_000
/** How long a request or an answer is on its way to or from the network. */
const SLOWNESS_MS = { least: 10, more: 140 }

type Installation = Awaited<ReturnType<typeof begin>>

/**
 * A morning of many councils on PostgreSQL, with two processes for the web and two for the work, of which one is killed or frozen so many times at
 * moments that follow from the seed, while people ask what is due. Then they may finish, and the next morning comes. Expects that every group heard of
 * the task once, unless it is not known whether it did and its secretary is told so; that every question was answered, again only where it was not known
 * whether the first answer arrived; that no limit of the network was exceeded; and that whoever is left takes over in time. Prints what happened.
 */
export async function surviveKills(kills: number, seed: number, size: GrownMorning) {
  const next = random(seed)
  const installation = await begin(size, next)
  const happened = await live(installation, { kills, next, size })
  const { db, questions, fleet } = installation
  const morning = await whatWasDone(installation)
  const silent = silences(morning)
  printMorning({ ...happened, questions, morning, silent, errors: fleet.flatMap(({ errors }) => errors) })
  expectNone(fleet.flatMap(({ failures }) => failures))
  // Else the last ones came when all was said.
  expect.soft(happened.progress).toBeLessThan(1)
  expectAllSaid(morning, size, questions)
  expectNone(limitsExceeded(morning.taken))
  expectNone(sentWithoutLease(morning))
  expectNone(silent.filter(({ unexcused }) => unexcused > GIVEN_BACK_MS))
  await expectReported(db, morning)
}

/** The database, the network and the processes, none of which is started yet. */
async function begin(size: GrownMorning, next: () => number) {
  onTestFinished(await startServer())
  const url = await databaseUrl(temporaryFile('grown.db'))
  const db = await openDatabase(url)
  onTestFinished(() => db.$disconnect())
  await keepHistory(url)
  const chats = await seedMorning(db, size)
  const telegram = new StrictTelegram(() => SLOWNESS_MS.least + next() * SLOWNESS_MS.more)
  for (const [bot, addresses] of chats) telegram.addBot(tokenOf(bot), addresses)
  const root = await telegram.listen()
  onTestFinished(() => telegram.close())
  const ports = [await freePort(), await freePort()]
  const settingsOf = (port: string) => (name: string) => ({
    DATABASE_URL: url,
    PGAPPNAME: name,
    TELEGRAM_API_ROOT: `${root}/${name}`,
    PUBLIC_URL: 'https://bot.example.vn',
    PORT: port,
    ...tokens(size.bots),
  })
  const fleet = [
    ...ports.map((port, index) => new Member('web', index + 1, settingsOf(String(port)))),
    ...[1, 2].map((number) => new Member('work', number, settingsOf('0'))),
  ]
  const delivery = new WebhookDelivery(
    telegram,
    ports.map((port) => `http://127.0.0.1:${port}`),
  )
  const groups = [...chats].flatMap(([bot, addresses]) =>
    addresses.filter((chat) => chat.startsWith('-')).map((chat) => ({ token: tokenOf(bot), chat })),
  )
  return {
    url,
    db,
    telegram,
    fleet,
    questions: new Questions(telegram, delivery, groups, next),
    bots: [...chats.keys()],
  }
}

const tokens = (bots: number) =>
  Object.fromEntries(
    Array.from({ length: bots }, (_, index) => [
      `TELEGRAM_BOT_TOKEN${index > 0 ? `_${index + 1}` : ''}`,
      tokenOf(index + 1),
    ]),
  )

/** The morning, until all is said and no process lives. */
async function live(
  { db, telegram, fleet, questions, bots }: Installation,
  { kills, next, size }: { kills: number; next: () => number; size: GrownMorning },
) {
  const begun = Date.now()
  for (const member of fleet) member.start()
  const failures = () => fleet.flatMap((member) => member.failures)
  await until(() => failures().length > 0 || bots.every((bot) => telegram.webhookOf(tokenOf(bot))), 180)
  expect(failures()).toEqual([])
  questions.begin()
  const reminders = size.councils * size.groupsEach
  const said = () => telegram.taken.filter(({ answers }) => answers === undefined).length
  const counts = await killAtRandom({ kills, next, fleet, progress: () => said() / reminders })
  await questions.end()
  await until(async () => pause(500).then(() => isOver(db)), 300)
  await Promise.all(fleet.map((member) => member.kill()))
  return { ...counts, seconds: Math.round((Date.now() - begun) / 1000) }
}

async function isOver(db: Database): Promise<boolean> {
  const open = [
    db.council.count({ where: { remindedThrough: null } }),
    db.outbox.count({ where: { state: { in: ['waiting', 'sending'] } } }),
    db.inbox.count({ where: { doneAt: null } }),
  ]
  return (await Promise.all(open)).every((count) => count === 0)
}

async function whatWasDone({ url, db, telegram, fleet }: Installation): Promise<Morning> {
  return {
    ...(await historyOf(url)),
    rows: await rowsOf(db),
    taken: telegram.taken,
    refused: telegram.refused,
    lives: fleet.flatMap(({ lives }) => lives),
    ends: fleet.flatMap(({ ends }) => ends),
  }
}

function expectAllSaid(morning: Morning, size: GrownMorning, questions: Questions) {
  const reminded = morning.rows.filter(({ kind }) => kind === 'reminder')
  expect.soft(reminded).toHaveLength(size.councils * size.groupsEach)
  expect.soft(questions.times().filter((time) => time === Infinity)).toEqual([])
  expect.soft(morning.rows).toHaveLength(reminded.length + questions.asked.length)
  expectNone(notOnce(morning))
  expectNone(doubtedWithoutReason(morning))
  expectNone(morning.refused)
  const foreign = morning.taken.filter(({ text, answers }) => !text.includes(answers === undefined ? REMINDS : TASK))
  expectNone(foreign)
}

/** Of many faults of a kind the first ones show what it is. The others are looked for, too. */
function expectNone(faults: unknown[]) {
  expect.soft(faults.slice(0, 20), `${faults.length} faults`).toEqual([])
}

/** The next morning tells each secretary of the groups of which it is not known. */
async function expectReported(db: Database, { rows }: Morning) {
  const inDoubt = rows.filter(({ kind, state }) => kind === 'reminder' && state === 'uncertain')
  // Else no death came while something was on its way, and nothing was shown.
  expect.soft(inDoubt.length).toBeGreaterThan(0)
  const told = await toldInDoubt(db, new Date(Date.now() + DAY_MS))
  expect.soft(told.toSorted()).toEqual(inDoubt.map(({ title }) => title).toSorted())
}
