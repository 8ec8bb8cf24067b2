import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { MovementId, RoundId, UnitId } from '#domain/ids.ts'
import type { Round } from '#domain/rounds/round.ts'
import { nominateLine } from '#domain/rounds/nominate-line.ts'
import { changeRound, loadRound } from '#prisma/rounds.ts'
import { allRows } from '../support/all-rows.ts'
import { createTestApp, GROUP, HEAD, SECRETARY, STRANGER, type TestApp } from '../support/app.ts'
import type { Speaker } from '../support/fake-platform.ts'
import { makeHead, openRound, SECURITY, YEARLY } from '../support/rounds.ts'

const HEALTH: Speaker = { id: 'health', name: 'Chị Y' }
const MEMBER: Speaker = { id: 'member', name: 'Anh Ủy viên' }
const OTHER_SECRETARY: Speaker = { id: 'other-sec', name: 'Bà Khác' }
const OTHER_HEAD: Speaker = { id: 'other-head', name: 'Ông Khác' }

let app: TestApp
/** With a request of the ward police that waits, and with numbers beyond the council's total. */
let open: Round
let closed: RoundId
let draft: RoundId

beforeEach(async () => {
  app = await createTestApp('2025-12-01T09:00:00+07:00')
  const { id } = await app.linkedCouncil()
  const roundIn = async (state: 'draft' | 'closed') => {
    const made = await openRound(app, id, { title: `Đợt ${state}` })
    await changeRound(app.db, id, made, ['open'], { state })
    return made
  }
  closed = await roundIn('closed')
  draft = await roundIn('draft')
  const roundId = await openRound(app, id, { movements: [YEARLY, SECURITY] })
  await makeHead(app, HEAD, 'Công an phường')
  await makeHead(app, HEALTH, 'Y tế phường')
  await app.sayInGroup(SECRETARY, '/moi thành viên', { replyTo: { externalId: MEMBER.id, name: MEMBER.name } })
  const [asked] = await app.say(HEAD, 'yêu nước 4tt 5cn vì có ba gương sáng')
  await app.press(HEAD, asked!, 'Đề nghị vượt')
  await app.say(HEAD, 'an ninh 5tt 5cn')
  open = await loadRound(app.db, roundId)
  expect(open.versions).toHaveLength(2)
  await anotherCouncil()
})
afterEach(() => app.stop())

async function anotherCouncil() {
  const { code } = await app.createCouncil('Hội đồng TĐKT phường Khác')
  await app.say(OTHER_SECRETARY, `/start ${code}`)
  await app.say(OTHER_SECRETARY, '/donvi thêm Công an phường Khác')
  const [invitation] = await app.say(OTHER_SECRETARY, '/moi trưởng Công an phường Khác')
  await app.say(OTHER_HEAD, /\/start \S+/.exec(invitation!.text)![0])
}

interface Ids {
  roundId: RoundId
  movementId: MovementId
  totalId: MovementId
  unitId: UnitId
}

/** Real ids of the round and of the unit that has handed in. */
function idsOf({ id, movements, units }: Round): Ids {
  const unitId = units.find(({ name }) => name === 'Công an phường')!.id
  return { roundId: id, movementId: movements[0]!.id, totalId: movements[1]!.id, unitId }
}

/** What hands in, typed or as it stands behind the bot's own choices. */
const nominating = ({ roundId, movementId, unitId }: Ids): string[] => [
  '/denghi Công an phường yêu nước 1tt 1cn',
  'Công an phường yêu nước 1tt 1cn',
  nominateLine({ roundId, unitId, movementId, counts: { collective: 1, individual: 1 }, sure: true, words: '' }),
  nominateLine({ roundId, unitId, movementId, counts: { collective: 9 }, sure: true, over: true, words: 'thế' }),
  nominateLine({ roundId, unitId, rest: true, sure: true, words: 'không có' }),
  nominateLine({ roundId, unitId, movementId, base: true, words: '40' }),
  nominateLine({ unitId, movementId, sure: true, words: '1tt 1cn' }),
]

/** What only the secretariat does. */
const running = ({ roundId, movementId, totalId, unitId }: Ids): string[] => [
  ...['nhan', 'giam', 'giam 3tt 5cn', 'khac', 'khong'].map((act) => `/dot quyet ${movementId} ${unitId} 1 ${act}`),
  `/dot tong ${totalId} nhan 1`,
  ...['dong', 'dong chac chan', 'bo', 'bo chac chan', 'nhac', 'nhac chac chan'].map((act) => `/dot ${act} @${roundId}`),
  `/dot gia han @${roundId} 12/12`,
  `/dot mo lai @${closed} 12/12`,
  ...['mo', 'huy', 'hoi', 'han', 'xem'].map((act) => `/dot ban nhap ${act} @${draft} chats= 12/12`),
  `/dot chi tieu @${movementId} Công an phường 9tt 9cn`,
  `/tonghop bien ban @${roundId}`,
]

/** Says it in private or in the group, and nothing of the council may have changed, nobody else may have heard of it. */
async function refused(speaker: Speaker, line: string, where: 'private' | 'group') {
  const before = await allRows(app)
  const said = await (where === 'private' ? app.say(speaker, line) : app.sayInGroup(speaker, line))
  expect(await allRows(app), line).toEqual(before)
  const chat = where === 'private' ? speaker.id : GROUP
  expect(
    said.map((one) => one.chat),
    line,
  ).toEqual([chat])
  expect(said[0]!.text, line).not.toContain('Có lỗi ngoài ý muốn')
  expect(said[0]!.text, line).toMatch(
    /chưa được giao|chưa tham gia hội đồng|[Kk]hông có đợt|vừa thay đổi|Chưa có đợt|đã đóng/,
  )
  expect(said[0]!.text, line).not.toMatch(/4 tập thể|5 cá nhân|ba gương sáng/)
  expect(said[0]!.choices, line).toEqual([])
}

describe.each(['private', 'group'] as const)('in %s', (where) => {
  it.each([
    ['a stranger', STRANGER],
    ['a member', MEMBER],
    ['the head of another unit', HEALTH],
    ['the secretary of another council', OTHER_SECRETARY],
    ['a head of another council', OTHER_HEAD],
  ])('%s hands in nothing for a unit', async (_, speaker) => {
    for (const line of nominating(idsOf(open))) await refused(speaker, line, where)
    expect(app.logged).toEqual([])
  })

  it.each([
    ['a stranger', STRANGER],
    ['a member', MEMBER],
    ['the head whose request waits', HEAD],
    ['the secretary of another council', OTHER_SECRETARY],
    ['a head of another council', OTHER_HEAD],
  ])('%s decides, opens, extends, closes and chases nothing', async (_, speaker) => {
    for (const line of running(idsOf(open))) await refused(speaker, line, where)
    expect(app.logged).toEqual([])
  })
})

it('nobody takes the choices that the secretariat was given, not even by their real number', async () => {
  const request = app.platform.seen.find(({ chat, text }) => chat === SECRETARY.id && text.includes('đề nghị vượt'))!
  const choice = { kind: 'choice' as const, messageId: request.id, prompt: request.message.prompt!, index: 0 }
  const before = await allRows(app)
  for (const speaker of [STRANGER, MEMBER, HEAD, HEALTH, OTHER_SECRETARY, OTHER_HEAD])
    for (const chat of [
      { externalId: speaker.id, kind: 'private' as const },
      { externalId: GROUP, kind: 'group' as const },
    ])
      expect(await app.deliver(speaker, chat, choice)).toEqual([])
  expect(await allRows(app)).toEqual(before)
  await app.press(SECRETARY, request, 'Chấp nhận')
  expect(await allRows(app)).not.toEqual(before)
})

it('the secretariat does, by the same lines', async () => {
  for (const line of [`quyet ${idsOf(open).movementId} ${idsOf(open).unitId} 1 nhan`, `dong chac chan @${open.id}`]) {
    const before = await allRows(app)
    await app.say(SECRETARY, `/dot ${line}`)
    expect(await allRows(app), line).not.toEqual(before)
  }
})
