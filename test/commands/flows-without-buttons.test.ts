import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PlatformName } from '#domain/messages.ts'
import { announce } from '#scheduler/announce.ts'
import { remind } from '#scheduler/remind.ts'
import { roundCards } from '#scheduler/round-cards.ts'
import { createTestApp, GROUP, SECRETARY, STRANGER, type TestApp } from '../support/app.ts'
import type { Seen, Speaker } from '../support/fake-platform.ts'
import { SMALL_PLAN } from '../support/plans.ts'
import { ROUND_PLAN } from '../support/round-plan.ts'
import { makeHead } from '../support/rounds.ts'

const POLICE: Speaker = { id: 'police', name: 'Anh Công' }

let app: TestApp
afterEach(async () => {
  const { seen } = app.platform
  await app.stop()
  expect(seen.filter(({ message }) => message.edits ?? message.deletes ?? message.pin)).toEqual([])
  expect(seen.filter(({ choices, message }) => choices.length > 0 && message.hint === undefined)).toEqual([])
})

const inGroup = (seen: Seen[]) => seen.filter(({ chat }) => chat === GROUP)
const alone = (who: Speaker, seen: Seen[]) => seen.filter(({ chat }) => chat === who.id)

/** Answers what a message offers by its number, where it stands. */
async function choose(who: Speaker, under: Seen, label: string): Promise<Seen[]> {
  const at = under.choices.findIndex((choice) => choice.includes(label))
  if (at < 0) throw new Error(`no "${label}" among: ${under.choices.join(' | ')}`)
  const number = String(at + 1)
  return under.chat === GROUP ? app.sayInGroup(who, number) : app.say(who, number)
}

/** Runs a job and shows what it newly says. */
async function after(job: Parameters<TestApp['runJob']>[0]): Promise<Seen[]> {
  const before = app.platform.seen.length
  await app.runJob(job)
  return app.platform.seen.slice(before)
}

async function startOn(network: PlatformName, now: string, plan: string) {
  app = await createTestApp(now, {}, network)
  return app.linkedCouncil(plan)
}

describe.each<PlatformName>(['zalo-oa', 'zalo-bot'])('without buttons, on %s', (network) => {
  it('a group is told how to ask, and how to answer', async () => {
    await startOn(network, '2025-02-20T08:00:00+07:00', SMALL_PLAN)
    const chat = { externalId: 'group-2', kind: 'group' as const }
    const [greeting] = await app.deliver(STRANGER, chat, { kind: 'added' })
    const [help] = await app.sayInGroup(STRANGER, '/trogiup')
    const words = network === 'zalo-oa' ? 'chỉ cần hỏi' : 'nhắc tên bot, hoặc trả lời tin của bot'
    expect(greeting!.text).toContain(words)
    expect(help!.text).toContain(words)
  })

  it('a member asks and goes on', async () => {
    await startOn(network, '2025-02-20T08:00:00+07:00', SMALL_PLAN)
    const [quarter] = await app.sayInGroup(STRANGER, 'quý này có gì đến hạn?')
    const [next] = await choose(STRANGER, quarter!, 'Quý II/2025')
    expect(next!.text).toMatch(/^Việc đến hạn trong Quý II\/2025/)
    const [undated] = await choose(STRANGER, next!, 'Không ấn định ngày')
    expect(undated!.text).toContain('Rà soát hồ sơ khen thưởng đột xuất')
    const [back] = await choose(STRANGER, undated!, 'Quý II/2025')
    expect(back!.text).toBe(next!.text)
  })

  it('a reminder is marked done, taken back, put off and told in full', async () => {
    await startOn(network, '2025-03-06T09:00:00+07:00', SMALL_PLAN)
    await app.runJob(remind)
    app.now = new Date('2025-03-07T08:00:00+07:00')
    const [reminder] = inGroup(await after(remind))
    const [done] = await choose(SECRETARY, reminder!, 'PL1 mục 2')
    expect(done!.text).toContain('đã xong, ghi nhận lúc 08:00 ngày 07/3/2025 bởi Chị Thư')
    const [undone] = await choose(SECRETARY, done!, 'Hoàn tác')
    expect(undone!.text).toContain('PL1 mục 2')
    expect(await app.db.completion.count()).toBe(0)
    const [again] = await choose(STRANGER, reminder!, 'Nhắc lại ngày mai')
    expect(again!.text).toContain('10/3/2025')
    const [which] = await choose(STRANGER, reminder!, 'Chi tiết')
    const [details] = await choose(STRANGER, which!, 'PL1 mục 3')
    expect(details!.text).toMatch(/^Lập danh sách gương người tốt, việc tốt\n/)
  })

  describe('a round', () => {
    beforeEach(async () => {
      await startOn(network, '2025-12-01T09:00:00+07:00', ROUND_PLAN)
      await makeHead(app, POLICE, 'Công an phường')
      await app.say(POLICE, '/trogiup')
    })

    it('is opened, answered beyond the quota, decided and closed by numbers', async () => {
      const [preview] = await app.say(SECRETARY, '/dot mở yêu nước hạn 17:00 05/12')
      await choose(SECRETARY, preview!, 'Mở đợt')
      expect(await app.db.round.count({ where: { state: 'open' } })).toBe(1)
      const [card] = inGroup(await after(roundCards))
      expect(card!.text).toContain('hạn 17:00')

      const [over] = inGroup(await app.sayInGroup(POLICE, '3tt 6cn'))
      expect(over!.text).toContain('vượt')
      expect(inGroup(await app.sayInGroup(STRANGER, '1', { addressed: 'mention' }))[0]!.text).not.toContain('lý do')
      const [reason] = inGroup(await choose(POLICE, over!, 'Đề nghị vượt'))
      expect(reason!.text).toContain('lý do')
      const told = await app.sayInGroup(POLICE, 'có thêm một điển hình cứu người')
      expect(inGroup(told)[0]!.text).toContain('Đã ghi Công an phường')
      const [request] = alone(SECRETARY, told)
      const decided = await choose(SECRETARY, request!, 'Chấp nhận')
      expect(alone(SECRETARY, decided)[0]!.text).toContain('Công an phường')
      expect(alone(POLICE, decided)[0]!.text).toContain('6 cá nhân')

      const shown = await app.say(SECRETARY, '/dot')
      expect(alone(SECRETARY, shown)[0]!.choices.length).toBeGreaterThan(0)
    })
  })

  it('an announcement is written, sent and confirmed by numbers', async () => {
    await startOn(network, '2025-11-20T09:00:00+07:00', ROUND_PLAN)
    const composed = (await app.say(SECRETARY, '/thongbao Mời họp Hội đồng lúc 14:00')).at(-1)!
    let shown = (await choose(SECRETARY, composed, 'Xem trước')).at(-1)!
    shown = (await choose(SECRETARY, shown, 'Người nhận')).at(-1)!
    shown = (await choose(SECRETARY, shown, 'Tất cả nhóm')).at(-1)!
    shown = (await choose(SECRETARY, shown, 'Xong')).at(-1)!
    shown = (await choose(SECRETARY, shown, 'Xác nhận đã nhận')).at(-1)!
    await choose(SECRETARY, shown, 'Gửi ngay')
    const got = inGroup(await after(announce))
    expect(got[0]!.text).toContain('Mời họp Hội đồng lúc 14:00')
    const asked = got.find(({ choices }) => choices.some((choice) => choice.includes('Đã nhận')))!
    await choose(STRANGER, asked, 'Đã nhận')
    await choose(POLICE, asked, 'Đã nhận')
    await choose(POLICE, asked, 'Đã nhận')
    expect(await app.db.receipt.count()).toBe(2)
  })

  it('a plan is reviewed and approved by numbers', async () => {
    await startOn(network, '2025-02-20T08:00:00+07:00', '')
    app.platform.files.set('plan', new TextEncoder().encode(SMALL_PLAN))
    const file = { kind: 'file' as const, messageId: 'f', fileId: 'plan', name: 'ke-hoach.txt', size: 10 }
    const read = await app.deliver(SECRETARY, { externalId: SECRETARY.id, kind: 'private' }, file)
    const [suspect] = await choose(SECRETARY, read.at(-1)!, 'xác nhận')
    expect(suspect!.text).toContain('16/6/2024')
    await choose(SECRETARY, suspect!, 'Là 16/6/2025')
    const overview = (await app.say(SECRETARY, '/kehoach')).at(-1)!
    const shown = (await choose(SECRETARY, overview, overview.choices[0]!)).at(-1)!
    await choose(SECRETARY, shown, 'Duyệt')
    expect(await app.db.planVersion.count({ where: { state: 'approved' } })).toBe(1)
  })
})
