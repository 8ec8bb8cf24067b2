import { setTimeout as pause } from 'node:timers/promises'
import type { Message } from 'grammy/types'
import { expect, onTestFinished } from 'vitest'
import { createSay } from '#commands/say.ts'
import { addDays, localDate, type IsoDate } from '#domain/dates.ts'
import { loadTranslators } from '#locales/translate.ts'
import { openDatabase, type Database } from '#prisma/database.ts'
import { remind } from '#scheduler/remind.ts'
import { runJob } from '#scheduler/run-job.ts'
import { databaseUrl, temporaryFile } from './database.ts'
import { FakeTelegram, type Fault } from './fake-telegram.ts'
import { memoryLog } from './memory-log.ts'
import { killHard, startProcess } from './process.ts'
import { random } from './random.ts'
import { until } from './until.ts'

const COUNCILS = 3
const GROUPS_EACH = 100
const DAY_MS = 86_400_000

/**
 * A morning with 300 groups in three councils, each with its secretary, through which the process is killed so many times at moments that follow
 * from the seed. Then it may finish, and the next morning comes. Expects that every group heard of the task once, unless it is not known whether
 * it did, and that the secretary was told of each such group.
 */
export async function surviveKills(kills: number, seed: number) {
  const telegram = new FakeTelegram()
  const root = await telegram.listen()
  onTestFinished(() => telegram.close())
  const settings = {
    DATABASE_URL: await databaseUrl(temporaryFile('morning.db')),
    TELEGRAM_BOT_TOKEN: '123:TEST',
    TELEGRAM_API_ROOT: root,
    LOG_LEVEL: 'silent',
  }
  const db = await openDatabase(settings.DATABASE_URL)
  onTestFinished(() => db.$disconnect())
  const zone = middayZone(new Date())
  const today = localDate(new Date(), zone)
  for (let number = 1; number <= COUNCILS; number += 1) await addCouncil(db, number, zone, today)
  const next = random(seed)
  telegram.slowness = () => next() * 150
  // A network so busy that the morning outlasts every death.
  const busy: Fault = { kind: 'error', code: 429, description: 'Too Many Requests', parameters: { retry_after: 1 } }
  telegram.faultOf = (method) => (method === 'sendMessage' && next() < 0.8 ? busy : undefined)
  await killAgainAndAgain(kills, next, { telegram, settings, db, today })
  telegram.faultOf = undefined
  const last = startProcess(['serve'], settings)
  await until(async () => (await remindersIn(db, ['waiting', 'sending'])) === 0 && (await saidToday(db, today)), 60)
  await killHard(last)
  await expectNothingLost(db, telegram)
  await expectReported(db, new Date(Date.now() + DAY_MS))
}

interface Running {
  telegram: FakeTelegram
  settings: Record<string, string>
  db: Database
  today: IsoDate
}

/** Of four deaths one comes while the process starts, two while it prepares the morning, and one while it sends. */
async function killAgainAndAgain(kills: number, next: () => number, { telegram, settings, db, today }: Running) {
  for (let kill = 0; kill < kills; kill += 1) {
    const calls = telegram.calls.length
    const sends = telegram.called('sendMessage').length
    const process = startProcess(['serve'], settings)
    if (kill % 4 === 0) await pause(next() * 2000)
    const sending = async () =>
      telegram.called('sendMessage').length > sends ||
      ((await saidToday(db, today)) && (await remindersIn(db, ['waiting', 'sending'])) === 0)
    if (kill % 4 === 3) await until(sending)
    else if (kill % 4 > 0) await until(() => telegram.calls.length > calls)
    await pause(next() * 150)
    await killHard(process)
    // As after the seconds in which the leases of a process that died run out.
    await db.lease.deleteMany()
  }
}

async function expectNothingLost(db: Database, telegram: FakeTelegram) {
  const rows = await db.outbox.findMany({ where: { kind: 'reminder' }, include: { chat: true } })
  expect(rows).toHaveLength(COUNCILS * GROUPS_EACH)
  const said = [...telegram.messages.values()].filter(({ text }) => text?.includes('Hôm nay là ngày cuối'))
  const times = (chat: string) => said.filter((message: Message) => String(message.chat.id) === chat).length
  const wrong = rows.filter(({ state, chat }) =>
    state === 'uncertain' ? times(chat.externalId) > 1 : state !== 'sent' || times(chat.externalId) !== 1,
  )
  expect(wrong.map(({ state, chat }) => `${state} ${times(chat.externalId)}`)).toEqual([])
}

/** The next morning, which is made a working one, tells each secretary of the groups of which it is not known. */
async function expectReported(db: Database, now: Date) {
  const uncertain = await db.outbox.findMany({
    where: { state: 'uncertain', kind: 'reminder' },
    include: { chat: true },
  })
  const say = createSay(loadTranslators())
  await runJob({ db, clock: () => now, log: memoryLog(), say }, remind)
  const reports = await db.outbox.findMany({ where: { dedupeKey: { contains: ':secretariat' } } })
  const texts = reports.map(({ payload }) => (payload as { body: { text: string } }).body.text).join('\n')
  const told = [...texts.matchAll(/^(Nhóm \S+) .*không rõ đã đến hay chưa/gm)].map(([, title]) => title)
  // Else no death came while something was on its way, and nothing was shown.
  expect(uncertain.length).toBeGreaterThan(0)
  expect(told.sort()).toEqual(uncertain.map(({ chat }) => chat.title).sort())
}

async function remindersIn(db: Database, states: string[]) {
  return db.outbox.count({ where: { kind: 'reminder', state: { in: states } } })
}

async function saidToday(db: Database, today: IsoDate) {
  return (await db.council.count({ where: { remindedThrough: today } })) === COUNCILS
}

/** A zone in which it is about noon: the test must not meet midnight. */
function middayZone(now: Date): string {
  const ahead = 12 - now.getUTCHours()
  return `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`
}

async function addCouncil(db: Database, number: number, timeZone: string, today: IsoDate) {
  const at = new Date(Date.now() - 2 * DAY_MS)
  const days = [today, addDays(today, 1)].map((date) => ({ date, working: true }))
  const chats = Array.from({ length: GROUPS_EACH }, (_, index) => {
    const id = 1000 * number + index
    return { platform: 'telegram', externalId: String(-id), kind: 'group', title: `Nhóm ${id}`, createdAt: at }
  })
  const secretary = { platform: 'telegram', externalId: String(number) }
  await db.chat.create({ data: { ...secretary, kind: 'private', createdAt: at } })
  const person = await db.person.create({
    data: { name: `Thư ký ${number}`, createdAt: at, accounts: { create: secretary } },
  })
  const deadline = { position: 0, wording: 'Hôm nay', kind: 'by', to: today, dueOn: today }
  const task = { position: 0, no: '1', title: 'Nộp báo cáo', deadlines: { create: deadline } }
  const version = { version: 1, state: 'approved', sourceName: 'x', sourceHash: 'x', warnings: [], createdAt: at }
  await db.council.create({
    data: {
      name: `Hội đồng ${number}`,
      locale: 'vi',
      timeZone,
      createdAt: at,
      reminders: { at: '00:00', quietFrom: '00:00', quietTo: '00:00' },
      workingDays: { create: days },
      chats: { create: chats },
      memberships: { create: { personId: person.id, role: 'secretariat', createdAt: at } },
      plans: { create: { createdAt: at, versions: { create: { ...version, tasks: { create: task } } } } },
    },
  })
}
