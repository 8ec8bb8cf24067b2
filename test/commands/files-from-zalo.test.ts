import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Inbound } from '#domain/messages.ts'
import { createTestApp, GROUP, SECRETARY, type TestApp } from '../support/app.ts'
import { SMALL_PLAN } from '../support/plans.ts'

let app: TestApp
beforeEach(async () => {
  app = await createTestApp('2025-02-20T08:00:00+07:00', {}, 'zalo-oa')
  await app.linkedCouncil()
})
afterEach(() => app.stop())

type File = Extract<Inbound['event'], { kind: 'file' }>
const ADDRESS = 'https://files.example/a1b2#ke-hoach'
const PRIVATE = { externalId: SECRETARY.id, kind: 'private' as const }
const IN_GROUP = { externalId: GROUP, kind: 'group' as const }

/** As this network tells it: where it is, perhaps without an ending and without a size. */
function send(bytes: Uint8Array, chat: Inbound['chat'] = PRIVATE, more: Partial<File> = {}) {
  app.platform.files.set(ADDRESS, bytes)
  const event = { kind: 'file' as const, messageId: 'm', fileId: ADDRESS, name: 'ke-hoach', size: 0, ...more }
  return app.deliver(SECRETARY, chat, event)
}
const plan = new TextEncoder().encode(SMALL_PLAN)

describe('a plan that comes from Zalo', () => {
  it('is read without an ending and without a size, and approved by numbers', async () => {
    const [review] = await send(plan)
    expect(review!.text).toContain('Đã đọc: Kế hoạch 07/KH-UBND ngày 10/01/2025')
    const approve = review!.choices.findIndex((label) => label.startsWith('Duyệt'))
    const [open] = await app.say(SECRETARY, `${approve + 1}`)
    const surely = open!.choices.findIndex((label) => label.startsWith('Duyệt'))
    const [approved] = await app.say(SECRETARY, `${surely + 1}`)
    expect(approved!.text).toContain('Đã duyệt Kế hoạch 07/KH-UBND')
  })

  it('is refused where it is larger than it was said to be', async () => {
    const [answer] = await send(new Uint8Array(20 * 1024 * 1024 + 1))
    expect(answer!.text).toBe('Tệp quá lớn. Tệp văn bản kế hoạch thường dưới 20 MB.')
    expect(await app.db.plan.count()).toBe(0)
  })

  it('is not the bot’s business in a group, and not even fetched', async () => {
    expect(await send(plan, IN_GROUP)).toEqual([])
    expect(await app.db.plan.count()).toBe(0)
    expect(app.logged).toEqual([])
  })
})

describe('a file that is to be announced', () => {
  it.each<[string, Partial<File>, 'photo' | 'document']>([
    ['a picture', { name: 'photo.jpg', picture: true }, 'photo'],
    ['a document with words', { name: 'giay-moi', caption: 'Kính mời' }, 'document'],
  ])('%s is kept as it came', async (_, more, kind) => {
    await app.say(SECRETARY, '/thongbao soạn')
    const [added] = await send(plan, PRIVATE, more)
    expect(added!.choices.join()).toContain('Xem trước')
    const [{ parts }] = (await app.db.announcement.findMany({ select: { parts: true } })) as [{ parts: object[] }]
    const media = { kind, platform: 'zalo-oa', fileId: ADDRESS, name: more.name }
    expect(parts).toMatchObject([{ body: { text: more.caption ?? '' }, media: [media] }])
    expect(await app.db.plan.count()).toBe(0)
  })
})
