/**
 * Makes a database of the version that it is run in, with rows in every table and work that waits, and prints it as SQL: copy this file to `test/upgrade/`
 * in a clone of that version, with its packages, and there
 *
 *     npx tsx test/upgrade/make-dump.ts file:/tmp/old.db > sqlite-0.1.0.sql
 *     npx tsx test/upgrade/make-dump.ts postgresql://…/old > /dev/null && pg_dump --inserts --no-owner …/old > postgres-0.1.0.sql
 */
import { rmSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { councilCreate } from '#commands/operator/council-create.ts'
import { planImport } from '#commands/operator/plan-import.ts'
import { createSay } from '#commands/say.ts'
import { readPlan } from '#documents/read-plan.ts'
import type { Inbound } from '#domain/messages.ts'
import { loadTranslators } from '#locales/translate.ts'
import { openDatabase, type Database } from '#prisma/database.ts'
import { journal } from '#prisma/inbox.ts'
import { remind } from '#scheduler/remind.ts'
import { runJob } from '#scheduler/run-job.ts'
import { startApp } from '../../app.ts'
import { readConfig } from '../../config.ts'
import { FakePlatform, type Seen } from '../support/fake-platform.ts'
import { SMALL_PLAN } from '../support/plans.ts'

const NOW = new Date('2025-02-20T08:30:00+07:00')
const LATER = new Date('2025-02-28T08:30:00+07:00')
const PEOPLE = { sec: 'Chị Thư', head: 'Anh Công' }
type Person = keyof typeof PEOPLE
const GROUP = { externalId: 'group-1', kind: 'group' as const, title: 'Nhóm Hội đồng' }

/** Speaks as people do, and waits for what is answered. */
async function talkOf(url: string) {
  const platform = new FakePlatform('telegram')
  const app = await startApp({
    config: readConfig({ DATABASE_URL: url, PORT: '0', PUBLIC_URL: 'https://bot.example' }),
    log: { info: () => undefined, debug: () => undefined, warn: console.error, error: console.error } as never,
    realNow: () => NOW,
    rings: false,
    platforms: () => Promise.resolve({ platforms: [platform], clock: () => NOW, onClockMoved: () => undefined }),
  })
  let count = 0
  const hear = async (who: Person, chat: Inbound['chat'], event: Inbound['event']): Promise<Seen[]> => {
    const before = platform.seen.length
    await platform.deliver({ chat, sender: { externalId: who, name: PEOPLE[who] }, event })
    await app.idle()
    app.wake()
    while (await app.db.outbox.count({ where: { state: { in: ['waiting', 'sending'] }, notBefore: { lte: NOW } } }))
      await new Promise((resolve) => setTimeout(resolve, 5))
    return platform.seen.slice(before)
  }
  const said = (text: string) => ({ kind: 'text' as const, text, messageId: `m${++count}` })
  return {
    app,
    say: (who: Person, text: string) =>
      hear(who, { externalId: who, kind: 'private' }, { ...said(text), addressed: 'private' }),
    sayInGroup: (who: Person, text: string) => hear(who, GROUP, { ...said(text), addressed: 'command' }),
  }
}

async function live(url: string) {
  const { app, say, sayInGroup } = await talkOf(url)
  const { db } = app
  const council = await councilCreate(
    db,
    { name: 'Hội đồng TĐKT phường Cũ', locale: 'vi', timeZone: 'Asia/Ho_Chi_Minh' },
    NOW,
  )
  await say('sec', `/start ${council.code}`)
  await sayInGroup('sec', '/lienket')
  const document = {
    name: 'ke-hoach.txt',
    bytes: Buffer.from(SMALL_PLAN),
    draft: readPlan(Buffer.from(SMALL_PLAN), 'ke-hoach.txt'),
  }
  await planImport(db, { council: council.id, document, approve: true }, NOW)
  const [invited] = await say('sec', '/moi trưởng Công an phường')
  await say('head', /\/start \w+/.exec(invited!.text)![0])
  await say('sec', '/lich')
  await runJob({ db, clock: () => NOW, log: { error: console.error }, say: createSay(loadTranslators()) }, remind)
  app.wake()
  await sayInGroup('head', '/viec')
  await say('sec', '/thongbao Họp Hội đồng lúc 14 giờ')
  await app.stop()
}

/** Rows of the tables that the talk leaves empty, and what waits for the next start. */
async function fill(db: Database) {
  const { id: councilId } = await db.council.findFirstOrThrow()
  const { id: chatId } = await db.chat.findFirstOrThrow({ where: { kind: 'group' } })
  const person = await db.person.findFirstOrThrow({ where: { name: PEOPLE.head } })
  const personId = person.id
  const unit = await db.unit.findFirstOrThrow({ where: { name: 'Công an phường' } })
  const task = await db.task.findFirstOrThrow({ where: { no: '1' }, include: { deadlines: true } })
  const deadlineId = task.deadlines[0]!.id
  const at = NOW
  const expiresAt = LATER
  await db.workingDay.create({ data: { councilId, date: '2025-03-01', working: true } })
  await db.accountCode.create({ data: { codeHash: 'account-code', personId, createdAt: at, expiresAt } })
  await db.unitAlias.create({ data: { unitId: unit.id, name: 'CAP', key: 'cap' } })
  await db.unit.update({ where: { id: unit.id }, data: { phone: '0900 000 000' } })
  await db.completion.create({ data: { taskId: task.id, deadlineId, personId, at } })
  await db.snooze.create({
    data: {
      chatId,
      deadlineId: (await db.deadline.findFirstOrThrow({ where: { task: { no: '6' } } })).id,
      on: '2025-02-21',
    },
  })
  await db.card.create({
    data: { chatId, quarter: '2025-01-01', version: 1, shows: 'digest', messageId: 'bot-1', pinned: true },
  })
  await db.calendarToken.create({
    data: { councilId, unitId: unit.id, tokenHash: 'calendar', createdBy: personId, createdAt: at },
  })
  await fillRound(db, { councilId, chatId, personId, unitId: unit.id })
  const { id: announcementId } = await db.announcement.findFirstOrThrow()
  const recipient = await db.announcementRecipient.create({
    data: { announcementId, position: 0, chatId, name: 'Nhóm', state: 'sent', enqueued: true, messageIds: ['bot-2'] },
  })
  await db.receipt.create({ data: { recipientId: recipient.id, personId, at } })
  await db.announcementProgress.create({ data: { announcementId, chatId, version: 1, shows: 'digest', at } })
  await db.template.create({ data: { councilId, name: 'Họp', key: 'hop', body: [{ text: 'Mời họp' }], createdAt: at } })
  await db.takenChoice.create({ data: { promptId: (await db.prompt.findFirstOrThrow()).id, index: 0 } })
  await fillNetworks(db)
  await fillWaiting(db, chatId)
}

async function fillRound(
  db: Database,
  { councilId, chatId, personId, unitId }: Record<'councilId' | 'chatId' | 'personId' | 'unitId', string>,
) {
  const round = await db.round.create({
    data: { councilId, title: 'Đợt 1', state: 'open', deadline: LATER, createdAt: NOW, openedAt: NOW },
  })
  const movement = await db.roundMovement.create({
    data: { roundId: round.id, position: 0, name: 'Phong trào thi đua yêu nước', basis: 'quota', wording: '' },
  })
  await db.roundQuota.create({
    data: { movementId: movement.id, unitId, position: 0, hasQuota: true, collectiveMax: 3, individualMax: 5 },
  })
  const counts = { collective: 2, individual: 4 }
  await db.nomination.create({
    data: {
      movementId: movement.id,
      unitId,
      version: 1,
      act: 'said',
      said: counts,
      counts,
      personId,
      personName: PEOPLE.head,
      at: NOW,
    },
  })
  await db.roundCard.create({ data: { roundId: round.id, chatId, version: 1, shows: 'digest', messageId: 'bot-3' } })
}

async function fillNetworks(db: Database) {
  const oa = { platform: 'zalo-oa', bot: 1 }
  await db.lease.create({ data: { name: 'serve:old', holder: 'old', until: NOW } })
  await db.playgroundClock.create({ data: { id: 1, offsetMs: -86_400_000n } })
  await db.playgroundMessage.create({ data: { chat: 'group-council', sender: 'lan', body: { text: 'Chào' }, at: NOW } })
  await db.credential.create({
    data: { ...oa, accessToken: 'access', refreshToken: 'refresh', expiresAt: LATER, refreshedAt: NOW },
  })
  await db.fact.create({ data: { ...oa, key: 'account', value: '1' } })
  await db.monthlyUse.create({ data: { ...oa, month: '2025-02', sent: 12, received: 7 } })
  await db.outage.create({ data: { ...oa, since: NOW, reason: 'plan', down: true, toldAt: NOW } })
  await db.apiRequest.create({ data: { ...oa, at: NOW, spare: false } })
  await db.sharedFile.create({
    data: {
      tokenHash: 'file',
      name: 'tong-hop.xlsx',
      mime: 'application/zip',
      bytes: Buffer.from([0, 1, 255]),
      createdAt: NOW,
      expiresAt: LATER,
    },
  })
}

/** An update that was not answered, a message that waits, and an answer whose sender died. */
async function fillWaiting(db: Database, chatId: string) {
  const chat = { externalId: 'sec', kind: 'private' as const }
  const event = { kind: 'text' as const, text: '/trogiup', messageId: 'late', addressed: 'private' as const }
  await journal(
    db,
    { platform: 'telegram', externalId: 'late', chat, sender: { externalId: 'sec', name: PEOPLE.sec }, event },
    NOW,
  )
  const { id: privately } = await db.chat.findFirstOrThrow({ where: { externalId: 'sec' } })
  const message = { platform: 'telegram', priority: 0, kind: 'reply', notBefore: NOW, createdAt: NOW }
  const saying = (text: string) => ({ body: { text, spans: [] }, choices: [] })
  await db.outbox.create({
    data: { ...message, chatId, dedupeKey: 'waits', payload: saying('Tin còn chờ'), state: 'waiting' },
  })
  const died = { claimedBy: 'died', claimedUntil: NOW, attempts: 1 }
  await db.outbox.create({
    data: {
      ...message,
      ...died,
      chatId: privately,
      dedupeKey: 'died',
      payload: saying('Tin đang gửi'),
      state: 'sending',
    },
  })
}

/** A SQLite file as statements that make it anew. */
function dump(file: string): string {
  const db = new Sqlite(file, { readonly: true })
  const objects = db.prepare<[], { type: string; name: string; sql: string }>(
    `SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY type DESC, name`,
  )
  const lines = objects.all().flatMap(({ type, name, sql }) => {
    const rows =
      type === 'table'
        ? db.prepare<[], Record<string, Parameters<typeof literal>[0]>>(`SELECT * FROM "${name}"`).all()
        : []
    return [
      `${sql};`,
      ...rows.map((row) => `INSERT INTO "${name}" VALUES (${Object.values(row).map(literal).join(', ')});`),
    ]
  })
  db.close()
  return lines.join('\n')
}

function literal(value: string | number | bigint | Buffer | null): string {
  if (value === null) return 'NULL'
  if (Buffer.isBuffer(value)) return `X'${value.toString('hex')}'`
  if (typeof value === 'string') return `'${value.replaceAll("'", "''")}'`
  return String(value)
}

const [url = ''] = process.argv.slice(2)
if (url.startsWith('file:')) rmSync(url.slice('file:'.length), { force: true })
await live(url)
const db = await openDatabase(url)
await fill(db)
await db.$disconnect()
if (url.startsWith('file:')) process.stdout.write(`${dump(url.slice('file:'.length))}\n`)
