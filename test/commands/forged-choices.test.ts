import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Inbound } from '#domain/messages.ts'
import { createTestApp, GROUP, HEAD, SECRETARY, STRANGER, type TestApp } from '../support/app.ts'
import type { Seen, Speaker } from '../support/fake-platform.ts'
import { SMALL_PLAN } from '../support/plans.ts'
import { makeHead } from '../support/rounds.ts'

let app: TestApp
beforeEach(async () => {
  app = await createTestApp('2025-02-20T08:00:00+07:00')
})
afterEach(() => app.stop())

type Choice = Extract<Inbound['event'], { kind: 'choice' }>

/** A press that no button was made for: of another chat, person or number than it was shown to. */
function forge(speaker: Speaker, chat: string, under: Seen, more: Partial<Choice> = {}) {
  const kind = chat === speaker.id ? ('private' as const) : ('group' as const)
  const event = { kind: 'choice' as const, messageId: under.id, prompt: under.message.prompt!, index: 0, ...more }
  return app.deliver(speaker, { externalId: chat, kind }, event)
}

const traces = async () => [
  await app.db.completion.count(),
  await app.db.audit.count(),
  await app.db.outbox.count(),
  await app.db.prompt.count({ where: { answeredAt: null } }),
]

/** What changes nothing and is answered with nothing. */
async function isPassedOver(press: () => Promise<Seen[]>) {
  const before = await traces()
  expect(await press()).toEqual([])
  expect(await traces()).toEqual(before)
}

describe('a forged press', () => {
  it('of a prompt in another chat is passed over', async () => {
    await app.linkedCouncil(SMALL_PLAN)
    await makeHead(app, HEAD, 'Công an phường')
    const [inPrivate] = await app.say(SECRETARY, '/viec')
    const [inGroup] = await app.sayInGroup(SECRETARY, '/viec')
    await app.say(HEAD, '/start')
    await isPassedOver(() => forge(HEAD, HEAD.id, inPrivate!))
    await isPassedOver(() => forge(SECRETARY, GROUP, inPrivate!))
    await isPassedOver(() => forge(SECRETARY, SECRETARY.id, inGroup!))
    await isPassedOver(() => forge(STRANGER, 'no-such-chat', inGroup!))
    expect(await app.press(SECRETARY, inPrivate!, 'Quý II')).toHaveLength(1)
  })

  it.each([
    { index: 99 },
    { index: 999_999_999 },
    { prompt: '00000000-0000-4000-8000-000000000000' },
    { prompt: '' },
    { prompt: "' OR 1=1 --" },
  ])('with %o is passed over', async (forged) => {
    await app.linkedCouncil(SMALL_PLAN)
    const [shown] = await app.sayInGroup(SECRETARY, '/viec')
    await isPassedOver(() => forge(SECRETARY, GROUP, shown!, forged))
  })

  it('that comes again acts once', async () => {
    await app.linkedCouncil(SMALL_PLAN)
    await app.sayInGroup(SECRETARY, '/xong PL1 mục 2')
    const done = app.platform.seen.at(-1)!
    expect(await app.press(SECRETARY, done, 'Hoàn tác')).toHaveLength(1)
    await app.sayInGroup(SECRETARY, '/xong PL1 mục 2')
    await isPassedOver(() => forge(SECRETARY, GROUP, done))
    expect(await app.db.completion.count()).toBe(1)
  })

  it('of what was said to another person in the group is passed over, and gives nobody a right', async () => {
    await app.linkedCouncil(SMALL_PLAN)
    await app.sayInGroup(SECRETARY, '/xong PL1 mục 2')
    const done = app.platform.seen.at(-1)!
    const [refused] = await forge(STRANGER, GROUP, done)
    expect(refused!.text).toContain('chưa được giao')
    expect(await app.db.completion.count()).toBe(1)
    await app.db.prompt.updateMany({ data: { personId: (await app.db.person.findFirstOrThrow()).id } })
    await isPassedOver(() => forge(STRANGER, GROUP, done))
  })
})

/** A secretary of two councils that have the same plan. */
async function twoCouncils() {
  const first = await app.linkedCouncil(SMALL_PLAN)
  const second = await app.createCouncil('Hội đồng TĐKT phường Khác')
  await app.importPlan(second.id, SMALL_PLAN)
  await app.say(SECRETARY, `/start ${second.code}`)
  const doneIn = async (councilId: string) =>
    app.db.completion.count({ where: { task: { version: { plan: { councilId } } } } })
  return { first, second, doneIn }
}

describe('what stands under a message of one council', () => {
  it('is about that council in private, whichever is at hand by then', async () => {
    const { first, second, doneIn } = await twoCouncils()
    for (const { id } of [second, first]) {
      await app.say(SECRETARY, `/hoidong ${id}`)
      await app.say(SECRETARY, '/xong PL1 mục 2')
    }
    const undoInFirst = app.platform.seen.at(-1)!
    await app.say(SECRETARY, `/hoidong ${second.id}`)
    await app.press(SECRETARY, undoInFirst, 'Hoàn tác')
    expect([await doneIn(first.id), await doneIn(second.id)]).toEqual([0, 1])
  })

  it('is the own affair of whoever presses it where it is about no council', async () => {
    const { first, second } = await twoCouncils()
    await app.say(SECRETARY, `/hoidong ${first.id}`)
    const [languages] = await app.say(SECRETARY, '/ngonngu')
    await app.say(SECRETARY, '/taikhoan')
    const accounts = app.platform.seen.at(-1)!
    await app.say(SECRETARY, `/hoidong ${second.id}`)
    const atHand = async () => (await app.db.chat.findFirstOrThrow({ where: { kind: 'private' } })).councilId
    await app.press(SECRETARY, languages!, 'Tiếng Việt')
    expect(await atHand()).toBe(second.id)
    await app.db.membership.deleteMany({ where: { councilId: first.id } })
    expect((await app.press(SECRETARY, accounts, 'mã'))[0]!.text).toMatch(/[0-9A-Z]{26}/)
    expect(await atHand()).toBe(second.id)
  })

  it('does nothing in another one once the person has left that council', async () => {
    const { first, second, doneIn } = await twoCouncils()
    for (const { id } of [second, first]) {
      await app.say(SECRETARY, `/hoidong ${id}`)
      await app.say(SECRETARY, '/xong PL1 mục 2')
    }
    const undoInFirst = app.platform.seen.at(-1)!
    await app.db.membership.deleteMany({ where: { councilId: first.id } })
    expect((await app.press(SECRETARY, undoInFirst, 'Hoàn tác'))[0]!.text).toContain('chưa được giao việc này')
    expect([await doneIn(first.id), await doneIn(second.id)]).toEqual([1, 1])
  })

  it('is closed in a group that goes to another council', async () => {
    const { first, second, doneIn } = await twoCouncils()
    await app.sayInGroup(SECRETARY, '/xong PL1 mục 2')
    const undoInFirst = app.platform.seen.at(-1)!
    await app.sayInGroup(SECRETARY, '/lienket bỏ')
    await app.sayInGroup(SECRETARY, '/lienket')
    const which = app.platform.seen.findLast(({ chat }) => chat === SECRETARY.id)!
    await app.press(SECRETARY, which, 'phường Khác')
    await app.sayInGroup(SECRETARY, '/xong PL1 mục 2')
    await isPassedOver(() => forge(SECRETARY, GROUP, undoInFirst))
    expect([await doneIn(first.id), await doneIn(second.id)]).toEqual([1, 1])
  })
})
