import { readPlan } from '#documents/read-plan.ts'
import { planImport } from '#commands/operator/plan-import.ts'
import type { ChatId, CouncilId, MovementId, RoundId, UnitId } from '#domain/ids.ts'
import { Audience } from '#domain/announcements/announcement.ts'
import { startSending } from '#prisma/announcement-delivery.ts'
import { changeAnnouncement, createAnnouncement } from '#prisma/announcements.ts'
import { placeRoundCards } from '#prisma/round-cards.ts'
import { addVersion, changeRound, draftRound } from '#prisma/rounds.ts'
import { keepTemplate, templatesOf } from '#prisma/templates.ts'
import { listUnits, setUnitPhone } from '#prisma/units.ts'
import { roundCards } from '#scheduler/round-cards.ts'
import type { Inbound } from '#domain/messages.ts'
import { follow } from '../support/announcements.ts'
import { createTestApp, type TestApp } from '../support/app.ts'
import type { Speaker } from '../support/fake-platform.ts'
import { SMALL_PLAN } from '../support/plans.ts'

/** What is different in each of two councils that have everything of the same shape: words, a number of three digits for counts, the first digit of plans. */
export interface Marks {
  word: string
  count: number
  plan: number
}

export const MARKS = { A: { word: 'Quala', count: 431, plan: 71 }, B: { word: 'Zubeb', count: 587, plan: 82 } } as const
export type Which = keyof typeof MARKS

/** A council with all that can be asked about it. */
export interface Seeded {
  which: Which
  id: CouncilId
  name: string
  group: Inbound['chat']
  groupId: ChatId
  /** The unit that has a head and a deputy, and another one. */
  unit: string
  unitId: UnitId
  otherUnitId: UnitId
  otherUnit: string
  movement: string
  planNumber: string
  version: string
  draft: string
  /** The unit's deadline and that of another one's task; one that is suspect. */
  deadline: string
  otherDeadline: string
  suspect: string
  taskId: string
  round: RoundId
  movementId: MovementId
  announcement: string
  announcementDraft: string
  announcementSpare: string
  template: string
  membership: string
  secretary: Speaker
  head: Speaker
  deputy: Speaker
  member: Speaker
  calendar: string
  /** A message of the bot in the group: the round's card. */
  card: string
}

export interface TwoCouncils {
  app: TestApp
  A: Seeded
  B: Seeded
}

export const UNLINKED: Inbound['chat'] = { externalId: 'group-unlinked', kind: 'group', title: 'Nhóm khác' }
export const privateChat = (speaker: Speaker): Inbound['chat'] => ({ externalId: speaker.id, kind: 'private' })

/** Two councils of the same shape on one installation whose web server is public. */
export async function twoCouncils(network?: Parameters<typeof createTestApp>[2]): Promise<TwoCouncils> {
  const settings = { PUBLIC_URL: 'https://bot.example/', PORT: '0' }
  const app = await createTestApp('2025-02-20T08:00:00+07:00', settings, network)
  const [A, B] = [await seed(app, 'A'), await seed(app, 'B')]
  app.platform.seen.length = 0
  return { app, A, B }
}

let counted = 0
/** Says something in a chat, as a command where it is one, three seconds after what was said before. */
export async function sayIn(
  app: TestApp,
  speaker: Speaker,
  chat: Inbound['chat'],
  text: string,
  more: Partial<Extract<Inbound['event'], { kind: 'text' }>> = {},
) {
  app.now = new Date(app.now.getTime() + 3000)
  const addressed = chat.kind === 'private' ? 'private' : text.startsWith('/') ? 'command' : 'mention'
  const event = { kind: 'text' as const, text, messageId: `said-${++counted}`, addressed, ...more } as const
  return app.deliver(speaker, chat, event)
}

/** The small plan in the words of one council. */
export function planOf({ word, count, plan }: Marks, draft = false): string {
  const text = SMALL_PLAN.replaceAll('07/KH-UBND', `${plan}0${draft ? 9 : 7}/KH-UBND`)
    .replace('Công tác thi đua, khen thưởng năm 2025', `Công tác ${word}kh năm 2025`)
    .replaceAll('Công an phường', `Đội ${word}dv`)
    .replaceAll('Y tế phường', `Trạm ${word}yt`)
    .replace('Ký giao ước thi đua', `Ký ${word}nv`)
    .replace('Tổng kết phong trào', `Tổng kết ${word}tk`)
    .replace('Lập danh sách gương', `Lập ${word}ds`)
    .replace('Họp Hội đồng xét', `Họp ${word}hop xét`)
    .replace('Phong trào thi đua yêu nước:', `Phong trào ${word}pt:`)
    .replace('01	04', `${count}	${count}`)
  return draft ? text.replace('Trước ngày 15/01/2025', 'Trước ngày 18/01/2025') : text
}

async function seed(app: TestApp, which: Which): Promise<Seeded> {
  const marks: Marks = MARKS[which]
  const { word, plan } = marks
  const { db } = app
  const name = `Hội đồng TĐKT phường ${word}hd`
  const { id, code } = await app.createCouncil(name)
  const councilId = id
  const person = (role: string): Speaker => ({ id: `${role}-${which}`, name: `${word}${role}` })
  const [secretary, head, deputy, member] = ['thuky', 'truong', 'pho', 'tv'].map(person) as [
    Speaker,
    Speaker,
    Speaker,
    Speaker,
  ]
  const group: Inbound['chat'] = { externalId: `group-${which}`, kind: 'group', title: `Nhóm ${word}nhom` }
  await sayIn(app, secretary, privateChat(secretary), `/start ${code}`)
  await sayIn(app, secretary, group, '/lienket')
  await importPlan(app, id, planOf(marks), true)
  await importPlan(app, id, planOf(marks, true), false)
  const [unit, otherUnit] = [`Đội ${word}dv`, `Trạm ${word}yt`]
  for (const [line, to] of [
    [`/moi trưởng ${unit}`, head],
    [`/moi phó ${unit}`, deputy],
    ['/moi thành viên', member],
  ] as const) {
    const replyTo = { externalId: to.id, name: to.name }
    await sayIn(app, secretary, group, line, { replyTo })
    await sayIn(app, to, privateChat(to), '/start')
  }
  const units = new Map((await listUnits(db, councilId)).map((one) => [one.name, one.id]))
  const unitId = units.get(unit)!
  await setUnitPhone(db, unitId, `09${plan}0${plan}0${plan}`)
  const chat = await db.chat.findFirstOrThrow({ where: { externalId: group.externalId } })
  const groupId = chat.id as ChatId
  const opened = await seedRound(app, { councilId, groupId, marks, unitId, otherId: units.get(otherUnit)! })
  await keepTemplate(db, councilId, { name: `${word}mau`, parts: [part(`${word}mau`)] }, app.now)
  const announced = await seedAnnouncements(app, councilId, secretary, marks)
  await sayIn(app, secretary, privateChat(secretary), '/xong PL1 mục 3')
  const [given] = await sayIn(app, secretary, privateChat(secretary), '/lich địa chỉ')
  await sayIn(app, secretary, privateChat(secretary), '/moi thành viên')
  const versions = await db.planVersion.findMany({
    where: { plan: { councilId } },
    include: { tasks: { include: { deadlines: true } } },
  })
  const approved = versions.find(({ state }) => state === 'approved')!
  const deadlineOf = (words: string) => approved.tasks.find(({ title }) => title.includes(words))!.deadlines[0]!.id
  const membership = await db.membership.findFirstOrThrow({ where: { councilId, role: 'head' } })
  const card = await db.roundCard.findFirstOrThrow({ where: { roundId: opened.round } })
  const sent = await db.outbox.findFirstOrThrow({
    where: { dedupeKey: `round-card:${card.roundId}:${card.chatId}:${card.version}` },
  })
  return {
    which,
    id: councilId,
    name,
    group,
    groupId,
    unit,
    unitId,
    otherUnit,
    otherUnitId: units.get(otherUnit)!,
    movement: `Phong trào ${word}pt`,
    planNumber: `${plan}07/KH-UBND`,
    version: approved.id,
    draft: versions.find(({ state }) => state === 'draft')!.id,
    deadline: deadlineOf(`${word}nv`),
    otherDeadline: deadlineOf(`${word}tk`),
    suspect: deadlineOf(`${word}hop`),
    taskId: approved.tasks[0]!.id,
    ...opened,
    ...announced,
    template: (await templatesOf(db, councilId))[0]!.id,
    membership: membership.id,
    secretary,
    head,
    deputy,
    member,
    calendar: /calendar\/[\w-]+\.ics/.exec(given!.text)![0],
    card: sent.externalId!,
  }
}

const part = (text: string) => ({ body: { text, spans: [] }, media: [] })

async function importPlan({ db, now }: TestApp, council: string, text: string, approve: boolean) {
  const bytes = new TextEncoder().encode(text)
  const document = { name: 'ke-hoach.txt', bytes, draft: readPlan(bytes, 'ke-hoach.txt') }
  await planImport(db, { council, document, approve }, now)
}

interface OfRound {
  councilId: CouncilId
  groupId: ChatId
  marks: Marks
  unitId: UnitId
  otherId: UnitId
}

/** An open round in which a unit waits for a decision on what exceeds its quota. */
async function seedRound(app: TestApp, { councilId, groupId, marks: { word, count }, unitId, otherId }: OfRound) {
  const { db, now } = app
  const limits = { collective: { max: count, of: null }, individual: { max: count, of: null } }
  const movements = [
    {
      name: `Phong trào ${word}pt`,
      basis: 'quota' as const,
      wording: '',
      total: undefined,
      asked: [unitId, otherId].map((one) => ({ unitId: one, limits })),
    },
  ]
  const given = { title: `Đợt ${word}dot`, deadline: new Date('2025-12-05T17:00:00+07:00'), movements }
  const round = await draftRound(db, councilId, given, now)
  await changeRound(db, councilId, round, ['draft'], { state: 'open', openedAt: now })
  await placeRoundCards(db, round, [groupId])
  const movement = await db.roundMovement.findFirstOrThrow({ where: { roundId: round } })
  const movementId = movement.id as MovementId
  await addVersion(db, round, {
    movementId,
    unitId: otherId,
    act: 'said',
    said: { collective: count + 1, individual: 2 },
    counts: { collective: count + 1, individual: 2 },
    request: true,
    reason: `${word}lydo`,
    personId: undefined,
    personName: `${word}nguoi`,
    behalf: false,
    at: now,
    source: undefined,
  })
  await changeRound(db, councilId, round, ['open'], { state: 'open' })
  await db.round.update({ where: { id: round }, data: { stale: true } })
  await app.runJob(roundCards)
  return { round, movementId }
}

/** One that went to the group and asks for a receipt, and one that is being written. */
async function seedAnnouncements(app: TestApp, councilId: CouncilId, secretary: Speaker, { word }: Marks) {
  const { db } = app
  const account = await db.account.findFirstOrThrow({ where: { externalId: secretary.id } })
  const write = async (text: string) => {
    const id = await createAnnouncement(db, councilId, { createdBy: account.personId }, app.now)
    const audience = Audience.parse({ groups: 'all', heads: 'all' })
    await changeAnnouncement(db, councilId, id, ['draft'], { parts: [part(text)], audience, receipt: true })
    return id
  }
  const announcement = await write(`${word}tb`)
  await db.$transaction((tx) => startSending(tx, councilId, announcement, app.now))
  await follow(app)
  return { announcement, announcementDraft: await write(`${word}nhap`), announcementSpare: await write(`${word}nhap`) }
}
