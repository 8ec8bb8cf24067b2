import * as xlsx from '@e965/xlsx'
import ICAL from 'ical.js'
import mammoth from 'mammoth'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readPlan } from '#documents/read-plan.ts'
import { planImport } from '#commands/operator/plan-import.ts'
import { Audience } from '#domain/announcements/announcement.ts'
import { LONGEST_TEXT } from '#domain/announcements/compose.ts'
import type { ChatId, CouncilId, MovementId, RoundId, UnitId } from '#domain/ids.ts'
import type { Inbound } from '#domain/messages.ts'
import { TRAITS } from '#domain/platforms.ts'
import { firstOf } from '#domain/shorten.ts'
import { changeAnnouncement, createAnnouncement } from '#prisma/announcements.ts'
import { placeRoundCards } from '#prisma/round-cards.ts'
import { addVersion, changeRound, draftRound } from '#prisma/rounds.ts'
import { addUnit } from '#prisma/units.ts'
import { announce } from '#scheduler/announce.ts'
import { remind } from '#scheduler/remind.ts'
import { roundCards } from '#scheduler/round-cards.ts'
import { createTestApp, type TestApp } from '../support/app.ts'
import type { Seen, Speaker } from '../support/fake-platform.ts'
import { SMALL_PLAN } from '../support/plans.ts'
import { HOSTILE } from './hostile.ts'
import { privateChat, sayIn } from './two-councils.ts'

let app: TestApp
beforeAll(async () => {
  app = await createTestApp('2025-03-06T09:00:00+07:00', { PUBLIC_URL: 'https://bot.example/', PORT: '0' })
})
afterAll(() => app.stop())

/** A council in which everything that people name has the same words. */
interface Named {
  words: string
  councilId: CouncilId
  group: Inbound['chat']
  secretary: Speaker
  head: Speaker
  round: RoundId
  announcement: string
  seen: Seen[]
}

let count = 0
async function councilNamed(words: string): Promise<Named> {
  count += 1
  const { db } = app
  const { id, code } = await app.createCouncil(`Hội đồng ${words}`)
  const councilId = id
  const [secretary, head] = ['sec', 'head'].map((role): Speaker => ({ id: `${role}-${count}`, name: words })) as [
    Speaker,
    Speaker,
  ]
  const group: Inbound['chat'] = { externalId: `group-${count}`, kind: 'group', title: words }
  await sayIn(app, secretary, privateChat(secretary), `/start ${code}`)
  await sayIn(app, secretary, group, '/lienket')
  await importNamed(id, words)
  const unit = await addUnit(db, councilId, words, [words], app.now)
  const replyTo = { externalId: head.id, name: words }
  await sayIn(app, secretary, group, `/moi thành viên`, { replyTo })
  const person = await db.account.findFirstOrThrow({ where: { externalId: head.id } })
  const headOf = { councilId, personId: person.personId, role: 'head', unitId: unit.id, createdAt: app.now }
  await db.membership.create({ data: headOf })
  await sayIn(app, head, privateChat(head), '/start')
  const round = await roundNamed(councilId, unit.id, words)
  const chat = await db.chat.findFirstOrThrow({ where: { externalId: group.externalId } })
  await placeRoundCards(db, round, [chat.id as ChatId])
  await db.round.update({ where: { id: round }, data: { stale: true } })
  const announcement = await announcementNamed(councilId, person.personId, words)
  return { words, councilId, group, secretary, head, round, announcement, seen: [] }
}

/** The small plan with these words in every cell that people fill in. */
async function importNamed(council: string, words: string) {
  const bytes = new TextEncoder().encode(SMALL_PLAN)
  const draft = readPlan(bytes, 'ke-hoach.txt')
  for (const task of draft.tasks.slice(1, 3)) Object.assign(task, { title: words, lead: words, section: words })
  draft.tasks[1]!.deadlines[0]!.wording = `${words} trước ngày 15/3/2025`
  for (const quota of draft.quotas) Object.assign(quota, { movement: words, wording: words })
  Object.assign(draft.plan, { title: words, issuer: words })
  await planImport(app.db, { council, document: { name: words, bytes, draft }, approve: true }, app.now)
}

async function roundNamed(councilId: CouncilId, unitId: UnitId, words: string) {
  const { db, now } = app
  const limits = { collective: { max: 1, of: null } }
  const movement = {
    name: words,
    basis: 'quota' as const,
    wording: words,
    total: undefined,
    asked: [{ unitId, limits }],
  }
  const given = { title: words, deadline: new Date('2025-12-05T17:00:00+07:00'), movements: [movement] }
  const round = await draftRound(db, councilId, given, now)
  await changeRound(db, councilId, round, ['draft'], { state: 'open', openedAt: now })
  const { id } = await db.roundMovement.findFirstOrThrow({ where: { roundId: round } })
  const said = { collective: 3 }
  const by = { reason: words, personId: undefined, personName: words, behalf: false, at: now, source: undefined }
  await addVersion(db, round, {
    movementId: id as MovementId,
    unitId,
    act: 'said',
    said,
    counts: said,
    request: true,
    ...by,
  })
  return round
}

async function announcementNamed(councilId: CouncilId, createdBy: string, words: string) {
  const { db, now } = app
  const id = await createAnnouncement(db, councilId, { createdBy: createdBy }, now)
  // Nobody can write a longer one.
  const parts = [{ body: { text: firstOf(words, LONGEST_TEXT), spans: [] }, media: [] }]
  const audience = Audience.parse({ groups: 'all', heads: 'all' })
  await changeAnnouncement(db, councilId, id, ['draft'], { parts, audience, receipt: true })
  return id
}

/** Everything that is shown of these words, by commands and by what the bot says itself. */
async function shownOf(named: Named): Promise<Seen[]> {
  const { secretary, group, head, round, announcement, words } = named
  app.platform.seen.length = 0
  const inPrivate = [
    ...[
      '/viec',
      '/viec cả năm',
      '/chitiet PL1 mục 2',
      '/donvi',
      '/chitieu',
      '/nhatky',
      '/dot',
      `/dot xem @${round}`,
      '/lich',
    ],
    ...[`/tonghop @${round}`, `/tonghop excel @${round}`, `/tonghop biên bản @${round}`, '/kehoach', '/kehoach xem'],
    ...['/kehoach toàn bộ', '/kehoach excel', '/thongbao', `/thongbao xem-truoc @${announcement}`, '/caidat xem trước'],
    ...[`/thongbao gui-du @${announcement}`, `/dot đóng @${round}`, '/trogiup', '/hoidong', '/start'],
    ...[words, `/viec ${words}`, `/donvi ${words}`, `/nhatky ${words}`, `/moi trưởng ${words}`, `/ngonngu ${words}`],
    ...[`/donvi tên khác "${words}": ${words}`, `/caidat ${words}`, `/dot ${words}`, `/kehoach sửa ${words}`],
  ]
  for (const line of inPrivate) await sayIn(app, secretary, privateChat(secretary), line)
  for (const line of ['/viec', '/donvi', '/dot', words, `/denghi ${words}`]) await sayIn(app, head, group, line)
  await app.runJob(announce)
  await app.runJob(roundCards)
  await sayIn(app, secretary, privateChat(secretary), `/thongbao excel @${announcement}`)
  await sayIn(app, secretary, privateChat(secretary), `/thongbao danh-sach @${announcement}`)
  return [...app.platform.seen]
}

/** A message as a network takes it: within its limits, well formed, its marks inside the text. */
function assertSendable({ text, choices, message }: Seen) {
  expect(text.length, text.slice(0, 80)).toBeLessThanOrEqual(TRAITS.telegram.textLimit)
  for (const one of [text, ...choices]) expect(one).not.toMatch(/\p{Surrogate}/u)
  expect(text).not.toContain('lỗi ngoài ý muốn')
  expect(text).not.toContain('\uE000')
  for (const { offset, length, style, url } of message.body.spans) {
    expect(offset).toBeGreaterThanOrEqual(0)
    expect(length).toBeGreaterThan(0)
    expect(offset + length).toBeLessThanOrEqual(text.length)
    expect([style, url]).not.toContain('link')
  }
  for (const choice of choices) expect(choice.length, choice).toBeLessThanOrEqual(120)
  const { file } = message
  if (!file) return
  expect(file.name).toMatch(/^[\w-]{1,100}\.(?:xlsx|docx|ics|png)$/)
}

const bytesOf = ({ message }: Seen) => Buffer.from(message.file!.base64, 'base64')
const withFile = (all: Seen[], ending: string) => all.filter(({ message }) => message.file?.name.endsWith(ending))

/** Cells are text, whatever stands in them; the only formulas are those of the sheet itself. */
function assertWorkbook(bytes: Buffer, words: string) {
  const book = xlsx.read(bytes, { cellFormula: true })
  const cells = book.SheetNames.flatMap((name) => Object.entries(book.Sheets[name]!)).filter(
    ([ref]) => !ref.startsWith('!'),
  )
  const formulas = cells.flatMap(([, cell]) => (cell as xlsx.CellObject).f ?? [])
  for (const one of formulas) expect(one).toMatch(/^(?:SUM|IF|COUNT|[A-Z]{1,2}\d+|[-+(),":=<>\s]|\d|MAX)+$/)
  const texts = cells.map(([, cell]) => String((cell as xlsx.CellObject).v ?? ''))
  expect(
    texts.some((one) => flat(one).includes(flat(words).slice(0, 60))),
    words.slice(0, 40),
  ).toBe(true)
  for (const one of texts) expect(one.length).toBeLessThanOrEqual(32_767)
  for (const name of book.SheetNames) expect(name.length).toBeLessThanOrEqual(31)
}

/** As a network shows it, the beginning of what is longer than a message. What is no character SQLite or, with nul, PostgreSQL does not keep. */
const asSaid = (words: string) => words.replace(NO_CHARACTER, '\uFFFD').slice(0, 3000)
const NO_CHARACTER = process.env['TEST_POSTGRES'] === undefined ? /\p{Surrogate}/gu : /\0|\p{Surrogate}/gu

/** As a reader compares it: without control characters, halves of characters, what stands in their place, and white space. */
const flat = (words: string) => words.replace(/[\p{Cc}\p{Cs}\uFFFD\s]+/gu, '').toLowerCase()

async function assertWord(bytes: Buffer, words: string) {
  const { value } = await mammoth.extractRawText({ buffer: bytes })
  expect(flat(value)).toContain(flat(words).slice(0, 60))
}

function assertCalendar(bytes: Buffer, words: string) {
  const text = bytes.toString()
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[])
  expect(calendar.getAllSubcomponents().map(({ name }) => name)).toEqual(Array.from({ length: 6 }, () => 'vevent'))
  const events = calendar.getAllSubcomponents('vevent')
  for (const event of events)
    for (const alarm of event.getAllSubcomponents())
      expect(alarm.getFirstPropertyValue('trigger')!.toString()).not.toBe('-PT1M')
  const summaries = events.map((event) => flat(event.getFirstPropertyValue('summary') as string))
  expect(summaries.some((summary) => summary.includes(flat(words).slice(0, 40)))).toBe(true)
}

describe.each(Object.entries(HOSTILE))('a name that is %s', (_, words) => {
  let named: Named
  let shown: Seen[]
  beforeAll(async () => {
    app.logged.length = 0
    named = await councilNamed(words)
    shown = await shownOf(named)
  })

  it('is shown as it is, in messages that can be sent', () => {
    expect(app.logged).toEqual([])
    expect(shown.length).toBeGreaterThan(35)
    for (const seen of shown) assertSendable(seen)
    const start = flat(words).slice(0, 40)
    for (const what of [/^Việc đến hạn/, /^Đơn vị của/, /^Nhật ký/, /^Tổng hợp/, /^Thông báo của/])
      expect(flat(shown.find(({ text }) => what.test(text))?.text ?? String(what))).toContain(start)
  })

  it('is announced exactly as it was written', () => {
    const sent = shown.filter(
      ({ chat, message }) => chat === named.group.externalId && message.body.text.includes(asSaid(words)),
    )
    expect(sent.length).toBeGreaterThan(0)
  })

  it('is text in the files', async () => {
    const books = withFile(shown, '.xlsx')
    expect(books.length).toBe(3)
    for (const book of books) assertWorkbook(bytesOf(book), words)
    const [minutes, ...others] = withFile(shown, '.docx')
    expect(others).toEqual([])
    await assertWord(bytesOf(minutes!), words)
    assertCalendar(bytesOf(withFile(shown, '.ics')[0]!), words)
  })

  it('stays when the bot reminds', async () => {
    app.platform.seen.length = 0
    const now = app.now
    app.now = new Date('2025-03-07T08:00:00+07:00')
    await app.runJob(remind)
    app.now = now
    for (const seen of app.platform.seen) assertSendable(seen)
  })
})
