import { setTimeout as pause } from 'node:timers/promises'
import { expect, onTestFinished } from 'vitest'
import { Audience } from '#domain/announcements/announcement.ts'
import { reportOf } from '#domain/announcements/report.ts'
import type { AnnouncementId, CouncilId } from '#domain/ids.ts'
import { recipientsOfAnnouncement, retryFailed, startSending } from '#prisma/announcement-delivery.ts'
import { changeAnnouncement, createAnnouncement, findAnnouncement } from '#prisma/announcements.ts'
import { openDatabase, type Database } from '#prisma/database.ts'
import { databaseUrl, temporaryFile } from './database.ts'
import { FakeTelegram, type Fault } from './fake-telegram.ts'
import { killHard, startProcess } from './process.ts'
import { random } from './random.ts'
import { until } from './until.ts'

const GROUPS = 60
const SECRETARY = 7
const TEXT = 'Mời họp Hội đồng lúc 8 giờ thứ Sáu.'
const BUSY: Fault = { kind: 'error', code: 429, description: 'Too Many Requests', parameters: { retry_after: 1 } }

interface Running {
  telegram: FakeTelegram
  settings: Record<string, string>
  db: Database
  councilId: CouncilId
  id: AnnouncementId
}

/**
 * An announcement to 60 groups, through which the process is killed so many times at moments that follow from the seed. Then it may finish. Expects
 * that every group was told once, unless it is not known whether it was, that the secretary reads how many those are, and that telling these anew
 * reaches exactly them.
 */
export async function surviveKills(kills: number, seed: number) {
  const running = await begin()
  const { telegram, db, id, settings } = running
  const next = random(seed)
  telegram.slowness = () => next() * 150
  telegram.faultOf = (method) => (method === 'sendMessage' && next() < 0.5 ? BUSY : undefined)
  for (let kill = 0; kill < kills; kill += 1) {
    const sends = telegram.called('sendMessage').length
    const child = startProcess(['serve'], settings)
    // One in four dies while it starts.
    if (kill % 4 === 0) await pause(next() * 2000)
    // What a dead process held is let go after a while, and the next bell may be a minute away.
    else await until(async () => telegram.called('sendMessage').length > sends || ended(running), 90)
    await pause(next() * 400)
    await killHard(child)
    // As after the seconds in which the leases of a process that died run out.
    await db.lease.deleteMany()
  }
  telegram.faultOf = undefined
  const last = startProcess(['serve'], settings)
  await until(() => ended(running), 90)
  await expectTold(running)
  const uncertain = (await recipientsOfAnnouncement(db, id)).filter(({ state }) => state === 'uncertain')
  expect(await retryFailed(db, running.councilId, id, { uncertain: true })).toBe(uncertain.length)
  await until(() => ended(running), 90)
  expect(reportOf(await recipientsOfAnnouncement(db, id)).counts).toMatchObject({ sent: GROUPS })
  for (const [chat, times] of said(telegram))
    if (!uncertain.some(({ name }) => name === `Nhóm ${-chat}`)) expect(times).toBe(1)
  await killHard(last)
}

/** How often each group was told. */
function said({ messages }: FakeTelegram): Map<number, number> {
  const times = new Map<number, number>()
  for (const { chat, text } of messages.values()) if (text === TEXT) times.set(chat.id, (times.get(chat.id) ?? 0) + 1)
  return times
}

async function ended({ db, councilId, id }: Running) {
  const announcement = await findAnnouncement(db, councilId, id)
  return announcement?.state === 'sent'
}

async function expectTold({ telegram, db, id }: Running) {
  const recipients = await recipientsOfAnnouncement(db, id)
  const times = said(telegram)
  const wrong = recipients.filter(({ name, state }) => {
    const told = times.get(-Number(name.replace('Nhóm ', ''))) ?? 0
    return state === 'uncertain' ? told > 1 : state !== 'sent' || told !== 1
  })
  expect(wrong).toEqual([])
  const { counts, total } = reportOf(recipients)
  expect(counts.sent + counts.uncertain).toBe(total)
  // Else no death came while something was on its way, and nothing was shown.
  expect(counts.uncertain).toBeGreaterThan(0)
  const report = `Đã gửi ${counts.sent}/${GROUPS}.`
  await until(() => [...telegram.messages.values()].some(({ text }) => text?.startsWith(report)))
}

async function begin(): Promise<Running> {
  const telegram = new FakeTelegram()
  const root = await telegram.listen()
  onTestFinished(() => telegram.close())
  const settings = {
    DATABASE_URL: await databaseUrl(temporaryFile('announcement.db')),
    TELEGRAM_BOT_TOKEN: '123:TEST',
    TELEGRAM_API_ROOT: root,
    LOG_LEVEL: 'silent',
  }
  const db = await openDatabase(settings.DATABASE_URL)
  onTestFinished(() => db.$disconnect())
  const { councilId, createdBy } = await addCouncil(db, new Date())
  const id = await createAnnouncement(db, councilId, { createdBy }, new Date())
  const parts = [{ body: { text: TEXT, spans: [] }, media: [] }]
  await changeAnnouncement(db, councilId, id, ['draft'], { parts, audience: Audience.parse({ groups: 'all' }) })
  await startSending(db, councilId, id, new Date())
  return { telegram, settings, db, councilId, id }
}

async function addCouncil(db: Database, at: Date) {
  const secretary = { platform: 'telegram', externalId: String(SECRETARY) }
  await db.chat.create({ data: { ...secretary, kind: 'private', createdAt: at } })
  const person = await db.person.create({
    data: { name: 'Chị Thư', createdAt: at, accounts: { create: secretary } },
  })
  const chats = Array.from({ length: GROUPS }, (_, index) => {
    const number = index + 1001
    return { platform: 'telegram', externalId: String(-number), kind: 'group', title: `Nhóm ${number}`, createdAt: at }
  })
  const council = await db.council.create({
    data: {
      name: 'Hội đồng',
      locale: 'vi',
      timeZone: 'Asia/Ho_Chi_Minh',
      createdAt: at,
      chats: { create: chats },
      memberships: { create: { personId: person.id, role: 'secretariat', createdAt: at } },
    },
  })
  return { councilId: council.id as CouncilId, createdBy: person.id }
}
