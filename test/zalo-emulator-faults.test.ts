import { afterEach, describe, expect, it } from 'vitest'
import { routes } from '#scheduler/routes.ts'
import { SMALL_PLAN } from './support/plans.ts'
import { numberOf, present, SITE, WardOnZalo, type Party, type Shown, type Surface } from './support/ward-on-zalo.ts'

const SURFACES: Surface[] = ['oa', 'bot']

let ward: WardOnZalo
let secretary: Party
let member: Party
let groups: Record<Surface, Party>

/** A council that has linked a group on each surface; its secretary uses both with one person's accounts. */
async function council(options: object = {}, settings: Record<string, string> = {}) {
  ward = await WardOnZalo.open({ instant: '2025-02-20T08:00:00+07:00', plan: SMALL_PLAN, options, settings })
  const person = (name: string) => ward.zalo.addUser({ name, follower: true })
  ;[secretary, member] = [person('Chị Thư'), person('Bà Lan')]
  const group = (surface: Surface) =>
    ward.zalo.addGroup({ surface, name: `Nhóm ${surface}`, members: [secretary, member] })
  groups = { oa: group('oa'), bot: group('bot') }
  await ward.say(secretary, 'oa', `/start ${ward.code}`)
  const account = await ward.say(secretary, 'oa', '/taikhoan')
  const code = textOf(await ward.say(secretary, 'oa', numberOf(account.at(-1), 'mã')))
  await ward.say(secretary, 'bot', /\/taikhoan \S+/.exec(code)![0])
  for (const surface of SURFACES) expect(textOf(await ward.say(secretary, groups[surface], '/lienket'))).toContain('Đã')
}
afterEach(async () => {
  expect(ward.zalo.violations({ severity: 'error' })).toEqual([])
  await ward.close()
})

const textOf = (said: Shown[]) => said.map(({ text }) => text).join('\n')
const ASKED = 'quý này có gì đến hạn?'
const ANSWER = 'Việc đến hạn trong Quý I/2025'
/** What the secretary is told on the Bot Platform. */
const toldOnBot = (since: number) => textOf(ward.zalo.messages(secretary, { by: 'bot', since, surface: 'bot' }))
const answersIn = (where: Party, since: number) =>
  ward.zalo.messages(where, { by: 'bot', since }).filter(({ text }) => text.includes(ANSWER))

describe.skipIf(!present)('Zalo in trouble (../shared/zalo-emulator; skipped where it is absent)', () => {
  it.each(SURFACES)('%s: answers once what is delivered twice, late and in another order', async (surface) => {
    await council()
    ward.zalo.setUpdateFaults({ duplicate: 0.7, reorder: 0.5, holdMs: 30, seed: 7 })
    const since = ward.zalo.mark()
    for (let time = 0; time < 6; time += 1) {
      const asked = await ward.say(member, groups[surface], ASKED)
      expect(asked.length).toBeLessThanOrEqual(1)
    }
    await ward.quiet()
    expect(answersIn(groups[surface], since)).toHaveLength(6)
  })

  it('oa: does nothing that is wrongly signed', async () => {
    await council({ forgedStatus: '200' })
    const since = ward.zalo.mark()
    for (const how of ['bad', 'none', 'hmac', 'no-timestamp', 'other-secret', 'tampered', 'body-json'])
      ward.zalo.forge(member, groups.oa, ASKED, { how })
    await ward.quiet()
    expect(answersIn(groups.oa, since)).toEqual([])
  })

  it('bot: hears by a webhook with its secret alone', async () => {
    await council({ webhookVerification: true, botWebhookBody: 'bare', forgedStatus: '200' }, { PUBLIC_URL: SITE })
    const since = ward.zalo.mark()
    for (const how of ['wrong', 'none']) ward.zalo.forge(member, groups.bot, `@Bot Thử Nghiệm ${ASKED}`, { how })
    await ward.quiet()
    expect(answersIn(groups.bot, since)).toEqual([])
    expect(textOf(await ward.say(member, groups.bot, ASKED))).toContain(ANSWER)
  })

  it.each(['same', 'other'])(
    'oa: asks again for what was said while it was away (history ids: %s)',
    async (historyIds) => {
      await council({ historyIds, conversationOrder: historyIds === 'same' ? 'desc' : 'asc' })
      await ward.say(member, groups.oa, 'xin chào cả nhà')
      await ward.app.stop()
      const since = ward.zalo.mark()
      for (let time = 0; time < 12; time += 1) ward.zalo.say(member, groups.oa, `tin nhắn số ${time}`)
      ward.zalo.say(member, groups.oa, ASKED)
      ward.zalo.say(secretary, undefined, '/viec', { surface: 'oa' })
      await ward.zalo.waitIdle({ quietMs: 100, ms: 10_000 })
      await ward.startBot()
      await ward.until(() => answersIn(groups.oa, since).length > 0)
      await ward.quiet()
      expect(answersIn(groups.oa, since)).toHaveLength(1)
      expect(ward.zalo.messages(secretary, { by: 'bot', since, surface: 'oa' })).toHaveLength(1)
    },
  )

  it('oa: renews an expired token once, however many wait for it', async () => {
    await council({ expiredCode: 'both' })
    const { refreshes } = ward.zalo.tokens()
    ward.zalo.expireAccessTokens()
    const people = Array.from({ length: 20 }, (_, index) =>
      ward.zalo.addUser({ name: `Người ${index}`, follower: true }),
    )
    for (const person of people) ward.zalo.say(person, undefined, '/start', { surface: 'oa' })
    await ward.until(() => people.every((person) => ward.zalo.messages(person, { by: 'bot' }).length === 1))
    expect(ward.zalo.tokens().refreshes).toBe(refreshes + 1)
  })

  it.each([
    { kind: 'error', code: -32 },
    { kind: 'error', code: -200 },
    { kind: 'error', status: 502 },
    { kind: 'reset' },
    { kind: 'garbage' },
    { kind: 'lost-reply' },
  ])('oa: answers in the end through $kind $code $status', async (fault) => {
    await council()
    ward.zalo.setFault({ surface: 'oa', method: 'group/message', times: 1, ...fault })
    expect(textOf(await ward.say(member, groups.oa, ASKED))).toContain(ANSWER)
  })

  it('oa: when the plan ends the other route goes on and says so, and what waited arrives later', async () => {
    await council()
    ward.zalo.setPlan('basic')
    const since = ward.zalo.mark()
    await ward.hear(member, groups.oa, ASKED)
    await ward.hear(member, groups.bot, ASKED)
    await ward.until(() => answersIn(groups.bot, since).length === 1)
    await ward.runJob(routes, { settle: false })
    await ward.until(() => toldOnBot(since).includes('gói'))
    expect(toldOnBot(since)).toContain('Zalo OA')
    ward.zalo.setPlan('growth')
    await ward.settle()
    expect(answersIn(groups.oa, since)).toHaveLength(1)
  })

  it('oa: what a broken gateway keeps back is said once on the other route, which tells of the outage and of its end', async () => {
    await council()
    const since = ward.zalo.mark()
    const tries = () => ward.zalo.calls({ surface: 'oa', method: 'message/cs', since }).length
    const told = () => ward.zalo.messages(secretary, { by: 'bot', since }).map(({ text }) => text)
    const isOut = async (ended: boolean) =>
      (await ward.app.db.outage.count({ where: { endedAt: ended ? { not: null } : null } })) === 1
    ward.zalo.setFault({ surface: 'oa', kind: 'error', status: 502, times: 1e9 })
    await ward.hear(secretary, 'oa', '/viec')
    await ward.until(() => tries() >= 6)
    ward.moveTo(new Date(ward.now().getTime() + 6 * 60_000).toISOString())
    await ward.until(() => isOut(false))
    for (let minute = 0; minute < 3; minute += 1) await ward.runJob(routes, { settle: false })
    await ward.until(() => told().length === 2)
    expect(told().join('\n')).toContain('Zalo OA đang không gửi được tin (không kết nối được)')
    ward.zalo.clearFaults()
    ward.moveTo(new Date(ward.now().getTime() + 2 * 60_000).toISOString())
    await ward.until(() => isOut(true))
    for (let minute = 0; minute < 3; minute += 1) await ward.runJob(routes)
    expect(told()).toHaveLength(3)
    expect(told()[2]).toContain('Zalo OA đã hoạt động lại')
    expect(told().filter((text) => text.includes(ANSWER))).toEqual([
      expect.stringMatching(/^\(Gửi qua Zalo Bot vì Zalo OA đang gián đoạn\.\)/),
    ])
  })

  it('oa: when a group ends the others go on', async () => {
    await council()
    ward.zalo.expireGroup(groups.oa)
    expect(await ward.say(member, groups.oa, ASKED)).toEqual([])
    expect(textOf(await ward.say(secretary, 'oa', '/viec'))).toContain(ANSWER)
  })

  it('oa: a permission that is taken back is told by the other route', async () => {
    await council()
    const since = ward.zalo.mark()
    ward.zalo.revokePermission()
    await ward.quiet()
    await ward.runJob(routes, { settle: false })
    await ward.until(() => toldOnBot(since).includes('Zalo OA'))
  })
})
