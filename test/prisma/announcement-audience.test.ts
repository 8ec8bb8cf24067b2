import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Audience } from '#domain/announcements/announcement.ts'
import type { ChatId, CouncilId, UnitId } from '#domain/ids.ts'
import { resolveAudience } from '#prisma/announcement-audience.ts'
import { progressesOf, watchProgress } from '#prisma/announcement-progress.ts'
import { setHeadAway } from '#prisma/units.ts'
import { addGroups, draftOf } from '../support/announcements.ts'
import { createTestApp, HEAD, SECRETARY, type TestApp } from '../support/app.ts'
import { handIn, makeHead, openRound } from '../support/rounds.ts'

const DEPUTY = { id: 'deputy', name: 'Chị Phó' }

let app: TestApp
let council: CouncilId
beforeEach(async () => {
  app = await createTestApp('2025-03-10T09:00:00+07:00')
  council = (await app.linkedCouncil()).id
})
afterEach(() => app.stop())

const told = async (audience: Partial<Audience>, of = council) =>
  (await resolveAudience(app.db, of, Audience.parse(audience))).map(({ name, unit, chatId }) =>
    [name, ...(unit === undefined ? [] : [unit]), ...(chatId === undefined ? ['chưa nhắn được'] : [])].join(' · '),
  )

async function police() {
  await app.say(SECRETARY, '/donvi thêm Công an phường')
  await makeHead(app, HEAD, 'Công an phường')
  await makeHead(app, DEPUTY, 'Công an phường', 'phó')
  await app.say(HEAD, '/start')
  const unit = await app.db.unit.findFirstOrThrow({ where: { name: 'Công an phường' } })
  return unit.id as UnitId
}

describe('an audience', () => {
  it('has the groups in the order of their linking, all or some', async () => {
    await addGroups(app.db, council, 2, new Date('2025-03-11T09:00:00+07:00'))
    expect(await told({ groups: 'all' })).toEqual(['Nhóm Hội đồng', 'Nhóm 1', 'Nhóm 2'])
    const second = await app.db.chat.findFirstOrThrow({ where: { title: 'Nhóm 2' } })
    expect(await told({ groups: [second.id as ChatId] })).toEqual(['Nhóm 2'])
  })

  it('has heads, deputies while they are away, and units that nobody speaks for', async () => {
    const unit = await police()
    await app.say(SECRETARY, '/donvi thêm Y tế phường')
    expect(await told({ heads: 'all' })).toEqual([
      'Anh Công · Công an phường',
      'Y tế phường · Y tế phường · chưa nhắn được',
    ])
    await setHeadAway(app.db, unit, true)
    expect(await told({ heads: [unit] })).toEqual(['Chị Phó · Công an phường · chưa nhắn được'])
  })

  it('has everybody once, however they are meant', async () => {
    await police()
    expect((await told({ heads: 'all', members: true })).sort()).toEqual([
      'Anh Công · Công an phường',
      'Chị Phó · Công an phường · chưa nhắn được',
      'Chị Thư',
    ])
  })

  it('has the heads of the units that a round misses, until they have answered', async () => {
    await police()
    const round = await openRound(app, council, { deadline: new Date('2025-12-05T17:00:00+07:00') })
    const missing = () => told({ missingIn: round })
    expect(await missing()).toContain('Anh Công · Công an phường')
    await handIn(app, round, 'Công an phường', { collective: 1, individual: 1 })
    expect(await missing()).toHaveLength(3)
    expect(await missing()).not.toContain('Anh Công · Công an phường')
  })

  it('has nobody of another council, whatever ids it names', async () => {
    const unit = await police()
    const round = await openRound(app, council)
    const group = await app.db.chat.findFirstOrThrow({ where: { kind: 'group' } })
    const other = (await app.createCouncil('Hội đồng khác')).id
    const audience = { groups: [group.id as ChatId], heads: [unit], members: true, missingIn: round }
    expect(await told(audience, other)).toEqual([])
    expect(await told({ groups: 'all', heads: 'all', members: true }, other)).toEqual([])
  })
})

describe('the progress of an announcement', () => {
  it('is shown to the secretariat alone, whoever asked to see it', async () => {
    await police()
    const id = await draftOf(app, council)
    const chats = await app.db.chat.findMany({ where: { kind: 'private' } })
    for (const chat of chats) await watchProgress(app.db, id, chat.id as ChatId)
    const secretary = chats.find(({ externalId }) => externalId === SECRETARY.id)!
    expect((await progressesOf(app.db, council, id)).map(({ to }) => to.chatId)).toEqual([secretary.id])
    await app.db.membership.deleteMany({ where: { role: 'secretariat' } })
    expect(await progressesOf(app.db, council, id)).toEqual([])
  })
})
