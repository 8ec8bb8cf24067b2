import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTestApp, GROUP, SECRETARY, STRANGER, type TestApp } from '../support/app.ts'
import { SMALL_PLAN } from '../support/plans.ts'

let app: TestApp
beforeEach(async () => {
  app = await createTestApp()
})
afterEach(() => app.stop())

const group = { externalId: GROUP, kind: 'group' as const }
const question = { kind: 'text' as const, text: '/viec', messageId: 'm1', addressed: 'command' as const }

describe('what is delivered twice', () => {
  it('is answered once', async () => {
    await app.linkedCouncil(SMALL_PLAN)
    const first = await app.deliver(STRANGER, group, question, 'same')
    const second = await app.deliver(STRANGER, group, question, 'same')
    expect([first.length, second.length]).toEqual([1, 0])
  })

  it('and pressed twice, changes and says one thing', async () => {
    await app.linkedCouncil(SMALL_PLAN)
    const [asked] = await app.say(SECRETARY, '/donvi bỏ Công an phường')
    const pressed = await app.press(SECRETARY, asked!, 'Bỏ đơn vị')
    const event = { kind: 'choice' as const, messageId: asked!.id, prompt: asked!.message.prompt!, index: 0 }
    const again = await app.deliver(SECRETARY, { externalId: SECRETARY.id, kind: 'private' }, event)
    expect(pressed.map(({ text }) => text)).toEqual(['Đã bỏ đơn vị Công an phường.'])
    expect(again).toEqual([])
    expect(await app.db.audit.count({ where: { action: 'unit-removed' } })).toBe(1)
  })

  it('by two people at once, is still one action', async () => {
    await app.linkedCouncil(SMALL_PLAN)
    const [list] = await app.sayInGroup(STRANGER, '/viec')
    const event = { kind: 'choice' as const, messageId: list!.id, prompt: list!.message.prompt!, index: 1 }
    const press = (id: string) => ({ chat: group, sender: { externalId: id, name: id }, event })
    await Promise.all([app.platform.deliver(press('a')), app.platform.deliver(press('b'))])
    await app.settle()
    expect(list!.edited).toBe(1)
  })
})

describe('a button', () => {
  it('works only in its own chat', async () => {
    await app.linkedCouncil(SMALL_PLAN)
    const [asked] = await app.say(SECRETARY, '/donvi bỏ Công an phường')
    const event = { kind: 'choice' as const, messageId: 'm', prompt: asked!.message.prompt!, index: 0 }
    expect(await app.deliver(STRANGER, { externalId: STRANGER.id, kind: 'private' }, event)).toEqual([])
    expect(await app.db.unit.count({ where: { name: 'Công an phường' } })).toBe(1)
  })

  it('of a question to one person works for that person only', async () => {
    await app.linkedCouncil(SMALL_PLAN)
    const [asked] = await app.sayInGroup(SECRETARY, '/donvi bỏ Công an phường')
    expect(await app.press(STRANGER, asked!, 'Bỏ đơn vị')).toEqual([])
    const [removed] = await app.press(SECRETARY, asked!, 'Bỏ đơn vị')
    expect(removed!.text).toContain('Đã bỏ đơn vị')
  })

  it('with a made-up payload does nothing', async () => {
    await app.linkedCouncil(SMALL_PLAN)
    const event = { kind: 'choice' as const, messageId: 'm', prompt: 'no-such-prompt', index: 7 }
    expect(await app.deliver(STRANGER, group, event)).toEqual([])
  })
})

describe('a fault', () => {
  it('changes nothing, is told by an id that the log has too, and the next question works', async () => {
    await app.linkedCouncil(SMALL_PLAN)
    await app.db.$executeRawUnsafe('ALTER TABLE "Quota" RENAME TO "Gone"')
    await app.db.$executeRawUnsafe('ALTER TABLE "UnitAlias" RENAME TO "GoneToo"')
    const [answer] = await app.sayInGroup(STRANGER, '/donvi')
    await app.db.$executeRawUnsafe('ALTER TABLE "GoneToo" RENAME TO "UnitAlias"')
    const [next] = await app.sayInGroup(STRANGER, '/donvi')
    const id = /Mã: ([0-9A-Z]{5})\./.exec(answer!.text)![1]
    expect(answer!.text).toContain('Có lỗi ngoài ý muốn, chưa có gì bị thay đổi.')
    expect(app.logged.some(({ fields }) => 'failure' in fields && fields.failure === id)).toBe(true)
    expect(next!.text).toContain('Đơn vị của')
  })

  it('keeps texts of messages out of the log', async () => {
    await app.linkedCouncil(SMALL_PLAN)
    await app.db.$executeRawUnsafe('ALTER TABLE "UnitAlias" RENAME TO "GoneToo"')
    await app.sayInGroup(STRANGER, '/donvi 0912345678 bí mật')
    expect(JSON.stringify(app.logged)).not.toMatch(/0912345678|bí mật/)
  })
})

describe('after a restart', () => {
  it('what was journaled and not answered is answered, once', async () => {
    await app.linkedCouncil(SMALL_PLAN)
    const sender = { externalId: STRANGER.id, name: STRANGER.name }
    const inbound = { platform: 'telegram', externalId: 'before-crash', chat: group, sender, event: question }
    await app.db.inbox.create({
      data: { platform: 'telegram', externalId: 'before-crash', chatKey: 'k', payload: inbound, receivedAt: app.now },
    })
    await app.restart()
    await app.settle()
    expect(app.platform.seen.map(({ text }) => text.split('\n')[0])).toEqual([
      'Việc đến hạn trong Quý I/2025 · hôm nay 20/02/2025',
    ])
    expect(await app.deliver(STRANGER, group, question, 'before-crash')).toEqual([])
  })

  it('keeps nothing of what people wrote', async () => {
    await app.linkedCouncil(SMALL_PLAN)
    await app.sayInGroup(STRANGER, '/viec quý 2')
    const kept = await app.db.inbox.findMany()
    expect(kept.length).toBeGreaterThan(0)
    expect(kept.map(({ payload }) => payload)).toEqual(kept.map(() => ({})))
  })
})
