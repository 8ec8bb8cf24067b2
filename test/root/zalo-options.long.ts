import { afterEach, expect, it } from 'vitest'
import { remind } from '#scheduler/remind.ts'
import { roundCards } from '#scheduler/round-cards.ts'
import { SMALL_PLAN } from '../support/plans.ts'
import { numberOf, present, WardOnZalo, type Party, type Shown } from '../support/ward-on-zalo.ts'

/** What the public material leaves open about Official Accounts, one at a time the other way round. */
const DOUBTS: [string, unknown][] = [
  ['userIds', 'same'],
  ['textUnit', 'codepoints'],
  ['forgedStatus', '200'],
  ['bodyStyle', 'compact'],
  ['expiresInType', 'number'],
  ['oauthErrorStatus', 400],
  ['refreshRevokesAccess', true],
  ['tokenErrorStatus', 401],
  ['expiredCode', -216],
  ['expiredCode', 'both'],
  ['rateWindow', 'sliding'],
  ['followOpensWindow', true],
  ['unfollowedCode', null],
  ['groupPostOpensWindow', false],
  ['payAsYouGo', false],
  ['enforceReplyQuota', true],
  ['groupImageUrl', true],
  ['groupQuote', true],
  ['groupTextLimit', 1850],
  ['fileCaption', true],
  ['listTemplate', false],
  ['quietHours', true],
  ['templateMessages', true],
  ['megabyte', 1_000_000],
  ['pageMax', 50],
  ['listMax', 10],
  ['conversationOrder', 'asc'],
  ['historyIds', 'other'],
  ['echo', false],
  ['signaturePrefix', false],
  ['signatureTimestamp', 'header'],
  ['membershipShape', 'members'],
  ['groupQuoteField', 'quote_msg_id'],
]

let ward: WardOnZalo
afterEach(() => ward.close())

const textOf = (said: Shown[]) => said.map(({ text }) => text).join('\n')

/** A council with a linked group, its secretary and the head of a unit. */
async function council(options: object) {
  ward = await WardOnZalo.open({ instant: '2025-02-20T08:00:00+07:00', plan: SMALL_PLAN, options })
  const [secretary, head] = ['Chị Thư', 'Anh Công'].map((name) => ward.zalo.addUser({ name, follower: true }))
  const group = ward.zalo.addGroup({ surface: 'oa', name: 'Hội đồng', members: [secretary, head] })
  await ward.say(secretary!, 'oa', `/start ${ward.code}`)
  await ward.say(secretary!, group, '/lienket')
  const code = /\/start \S+/.exec(textOf(await ward.say(secretary!, 'oa', '/moi trưởng Công an phường')))![0]
  await ward.say(head!, 'oa', code)
  return { secretary: secretary!, head: head!, group }
}

const choose = (who: Party, where: Party | 'oa', said: Shown[], label: string) =>
  ward.say(who, where, numberOf(said.at(-1), label))

it.skipIf(!present).each(DOUBTS)(
  'an Official Account with %s %s asks, counts and reminds (../shared/zalo-emulator)',
  { timeout: 60_000 },
  async (option, value) => {
    const { secretary, head, group } = await council({ [option]: value })
    const due = await ward.say(head, group, 'quý này có gì đến hạn?')
    expect(textOf(await choose(head, group, due, 'Quý II/2025'))).toContain('Việc đến hạn trong Quý II/2025')
    ward.zalo.expireAccessTokens()
    const round = await ward.say(secretary, 'oa', '/dot mở yêu nước hạn 17:00 28/02/2025')
    await choose(secretary, 'oa', round, 'Mở đợt')
    await ward.runJob(roundCards)
    const over = await ward.say(head, group, '4tt 5cn')
    await choose(head, group, over, 'Đề nghị vượt')
    expect(textOf(await ward.say(head, group, 'thành tích xuất sắc'))).toContain('chờ thư ký quyết định')
    const tally = await ward.say(secretary, group, '/tonghop')
    expect((await choose(secretary, group, tally, 'Biểu đồ')).some(({ attachment }) => attachment)).toBe(true)
    ward.moveTo('2025-03-07T08:00:00+07:00')
    const since = ward.zalo.mark()
    await ward.runJob(remind)
    const reminder = ward.saidSince(since, secretary, group)
    expect(textOf(await choose(secretary, group, reminder, 'Đã xong'))).toContain('đã xong')
    expect(ward.zalo.violations({ severity: 'error' })).toEqual([])
  },
)
