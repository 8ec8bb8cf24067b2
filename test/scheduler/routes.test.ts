import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { reportOf } from '#domain/announcements/report.ts'
import { Audience, type Part } from '#domain/announcements/announcement.ts'
import type { AnnouncementId, CouncilId } from '#domain/ids.ts'
import { planImport } from '#commands/operator/plan-import.ts'
import { readPlan } from '#documents/read-plan.ts'
import { recipientsOfAnnouncement, startSending } from '#prisma/announcement-delivery.ts'
import { changeAnnouncement, createAnnouncement } from '#prisma/announcements.ts'
import { markDown, endOutage, markOut } from '#prisma/outages.ts'
import { announce } from '#scheduler/announce.ts'
import { tellBudget } from '#scheduler/outage-notices.ts'
import { remind } from '#scheduler/remind.ts'
import { routes } from '#scheduler/routes.ts'
import { createSay } from '#commands/say.ts'
import { loadTranslators } from '#locales/translate.ts'
import type { Speaker } from '../support/fake-platform.ts'
import { numbersOf, openRound } from '../support/rounds.ts'
import { SMALL_PLAN } from '../support/plans.ts'
import { createTwoNetworks, type TwoNetworks } from '../support/two-networks.ts'

const OA = { platform: 'zalo-oa', bot: 1 } as const

const SECRETARY: Speaker = { id: 'sec', name: 'Chị Thư' }
const HEAD: Speaker = { id: 'head', name: 'Anh Công' }
const Z_HEAD: Speaker = { id: 'z-head', name: 'Anh Công' }

let net: TwoNetworks
let council: CouncilId
beforeEach(async () => {
  net = await createTwoNetworks('2025-03-06T09:00:00+07:00')
  const made = await net.createCouncil()
  council = made.id
  await net.say(net.telegram, SECRETARY, `/start ${made.code}`)
  const bytes = new TextEncoder().encode(SMALL_PLAN)
  const document = { name: 'ke-hoach.txt', bytes, draft: readPlan(bytes, 'ke-hoach.txt') }
  await planImport(net.db, { council, document, approve: true }, net.now)
  await joins(net.telegram, HEAD, 'trưởng Công an phường')
  await net.run(remind)
  net.wait(60)
  // Later than on Telegram: from now on the head is told on Zalo.
  await net.link(HEAD)
  forget()
})
afterEach(() => net.stop())

async function joins(on: TwoNetworks['telegram'], who: Speaker, role: string) {
  const said = await net.say(net.telegram, SECRETARY, `/moi ${role}`)
  const code = /[0-9A-Z]{26}/.exec(said.map(({ text }) => text).join('\n'))![0]
  await net.say(on, who, `/start ${code}`)
}

function forget() {
  net.telegram.seen.length = 0
  net.zalo.seen.length = 0
}

const onTelegram = () => net.telegram.textsIn('head')
const onZalo = () => net.zalo.textsIn('z-head')

async function morning(day = '2025-03-07') {
  net.now = new Date(`${day}T08:00:00+07:00`)
  await net.run(remind)
}

const PLAN_ENDED = { state: 'later', afterMs: 60_000, reason: 'plan', everything: true, down: true } as const

describe('a person with two routes', () => {
  it('is reminded once, where the bot last heard from the person', async () => {
    await morning()
    expect([onTelegram().length, onZalo().length]).toEqual([0, 1])
    await net.say(net.telegram, HEAD, '/start')
    forget()
    await morning('2025-03-11')
    expect([onTelegram().length, onZalo().length]).toEqual([1, 0])
  })

  it('is reminded on the preferred one, whatever was heard last', async () => {
    await net.say(net.zalo, Z_HEAD, '/taikhoan uu-tien telegram')
    forget()
    await morning()
    expect([onTelegram().length, onZalo().length]).toEqual([1, 0])
  })

  it('is told nothing twice by a job that finds nothing wrong', async () => {
    await morning()
    net.wait(1)
    expect(await net.run(routes)).toEqual({ moved: 0, told: 0, failed: 0 })
    expect(onTelegram()).toEqual([])
  })
})

describe('a message that one route refuses', () => {
  it('is said on the other one, once, with its choices, and says why', async () => {
    net.zalo.refuses.set('z-head', 'window')
    await morning()
    expect(onZalo()).toEqual([])
    expect(await net.run(routes)).toMatchObject({ moved: 1 })
    expect(await net.run(routes)).toMatchObject({ moved: 0 })
    const [seen, ...more] = net.telegram.seen.filter(({ chat }) => chat === 'head')
    expect(more).toEqual([])
    expect(seen!.text.split('\n').slice(0, 2)).toEqual([
      '(Gửi qua Telegram vì không gửi được qua Zalo OA.)',
      'Nhắc việc, thứ Sáu 07/3/2025',
    ])
    expect(seen!.message.body.spans.some(({ style }) => style === 'bold')).toBe(true)
    const old = await net.db.outbox.findFirstOrThrow({ where: { reason: 'rerouted' } })
    expect(old).toMatchObject({ state: 'refused', platform: 'zalo-oa' })

    await net.press(net.telegram, HEAD, seen!, 'Đã xong: PL1 mục 2')
    expect(await net.db.completion.count()).toBe(1)
  })

  it('has numbered choices on a network without buttons, and a number answers them', async () => {
    await net.say(net.zalo, Z_HEAD, '/taikhoan uu-tien telegram')
    net.telegram.refuses.set('head', '403 Forbidden: bot was blocked by the user')
    forget()
    await morning()
    await net.run(routes)
    const [seen] = net.zalo.seen.filter(({ chat }) => chat === 'z-head')
    expect(seen!.text).toContain('(Gửi qua Zalo OA vì không gửi được qua Telegram.)')
    expect(seen!.message.hint).toBeDefined()
    await net.say(net.zalo, Z_HEAD, '1')
    expect(await net.db.completion.count()).toBe(1)
  })

  it('counts as told: the secretariat hears of nothing and nothing is made up for', async () => {
    net.zalo.refuses.set('z-head', 'window')
    await morning()
    await net.run(routes)
    forget()
    await morning('2025-03-11')
    await net.run(routes)
    expect(net.telegram.textsIn('sec').join('\n')).not.toContain('chưa đến nơi')
    expect(onTelegram().join('\n')).not.toContain('Nhắc bù')
  })

  it('that no route takes is tried once on each and reported with its reason', async () => {
    net.zalo.refuses.set('z-head', 'window')
    net.telegram.refuses.set('head', '403 Forbidden: bot was blocked by the user')
    await morning()
    for (let minute = 0; minute < 4; minute += 1) {
      net.wait(1)
      await net.run(routes)
    }
    const rows = await net.db.outbox.findMany({ where: { kind: 'reminder', dedupeKey: { contains: ':2025-03-07:' } } })
    expect(rows.map(({ reason }) => reason).sort()).toEqual(['403 Forbidden: bot was blocked by the user', 'rerouted'])
    net.telegram.refuses.clear()
    await morning('2025-03-11')
    expect(net.telegram.textsIn('sec').join('\n')).toContain(
      'Anh Công (bản tin ngày 07/3/2025): người nhận đã chặn bot',
    )
  })

  it('for another reason stays refused', async () => {
    net.zalo.refuses.set('z-head', '-201 user_id is invalid')
    await morning()
    expect(await net.run(routes)).toMatchObject({ moved: 0 })
    expect(onTelegram()).toEqual([])
  })

  it('does not become another person’s, and a group’s is nobody’s', async () => {
    net.telegram.refuses.set('group', '403 chat not found')
    await net.sayInGroup(net.telegram, SECRETARY, '/lienket', 'group')
    await morning()
    expect(await net.run(routes)).toMatchObject({ moved: 0 })
  })
})

describe('a network that takes nothing', () => {
  it('has what waits for it said on the other one, and the secretariats told once, then told that it works again', async () => {
    net.zalo.out = PLAN_ENDED
    const tries = net.zalo.tries
    await morning()
    await net.untilTried(net.zalo, tries + 1)
    expect(await net.run(routes)).toMatchObject({ moved: 1 })
    expect(onTelegram()[0]).toContain('(Gửi qua Telegram vì Zalo OA đang gián đoạn.)')
    const [told] = net.telegram.textsIn('sec').filter((text) => text.includes('Zalo OA'))
    expect(told).toBe(
      'Zalo OA đang không gửi được tin (gói dịch vụ hết hạn). Tin riêng được chuyển qua kênh khác, như Telegram; nhóm trên Zalo OA tạm thời không nhận được tin.\nNgười quản trị cần gia hạn gói dịch vụ của Zalo OA.',
    )
    net.wait(1)
    expect(await net.run(routes)).toEqual({ moved: 0, told: 0, failed: 0 })
    forget()

    net.zalo.out = undefined
    net.wait(30)
    await net.say(net.zalo, { id: 'z-new', name: 'Người lạ' }, '/start')
    await net.run(routes)
    expect(net.telegram.textsIn('sec')).toEqual([
      'Zalo OA đã hoạt động lại. Gián đoạn từ 08:00 07/3/2025 đến 08:31 07/3/2025 (gói dịch vụ hết hạn).',
    ])
    net.wait(1)
    expect(await net.run(routes)).toEqual({ moved: 0, told: 0, failed: 0 })
    expect(await net.db.outage.count()).toBe(0)
  })

  it('was connected to another Official Account: the secretariat hears so, and again when that is over', async () => {
    await markDown(net.db, OA, 'other-account', net.now)
    await net.run(routes)
    expect(net.telegram.textsIn('sec')[0]).toContain('đang không gửi được tin (kết nối nhầm tài khoản OA)')
    forget()
    net.wait(30)
    await endOutage(net.db, OA, net.now, net.now)
    await net.run(routes)
    expect(net.telegram.textsIn('sec')[0]).toMatch(/đã hoạt động lại\..*\(kết nối nhầm tài khoản OA\)/)
  })

  it('has said on the other one what was tried and waits for its next try', async () => {
    net.zalo.out = { state: 'later', afterMs: 600_000, reason: 'HTTP 502', unwell: true }
    const tries = net.zalo.tries
    await morning()
    await net.untilTried(net.zalo, tries + 1)
    expect(await net.run(routes)).toMatchObject({ moved: 0 })
    await markOut(net.db, { platform: 'zalo-oa', bot: 1, since: net.now, reason: 'HTTP 502', down: false })
    expect(await net.run(routes)).toMatchObject({ moved: 1 })
    expect(onTelegram()).toEqual([expect.stringContaining('(Gửi qua Telegram vì Zalo OA đang gián đoạn.)')])
  })

  it.each([
    ['token-lost', 'quyền truy cập đã mất', 'ZALO_BOT_TOKEN'],
    ['quota', 'hết số tin của tháng', 'nâng gói'],
  ])('the Bot Platform (%s): the secretariat hears why and what helps', async (reason, why, advice) => {
    await net.db.chat.create({
      data: { platform: 'zalo-bot', externalId: 'g', kind: 'group', councilId: council, createdAt: net.now },
    })
    await markDown(net.db, { platform: 'zalo-bot', bot: 1 }, reason, net.now)
    await net.run(routes)
    const [told] = net.telegram.textsIn('sec')
    expect(told).toContain(`Zalo Bot đang không gửi được tin (${why})`)
    expect(told).toContain(advice)
    expect(told).not.toContain('tdkt zalo authorize')
  })

  it('is not asked to tell anybody who has another route', async () => {
    await markDown(net.db, OA, 'plan', net.now)
    await morning()
    expect([onTelegram().length, onZalo().length]).toEqual([1, 0])
  })

  it('is told to whoever has no other route when it works again', async () => {
    const other: Speaker = { id: 'z-sec', name: 'Anh Hai' }
    await joins(net.zalo, other, 'thư ký')
    forget()
    await markDown(net.db, OA, 'permission-revoked', net.now)
    net.wait(1)
    await net.run(routes)
    expect(net.zalo.textsIn('z-sec')).toEqual([])
    expect(net.telegram.textsIn('sec')).toHaveLength(1)
    net.wait(10)
    await endOutage(net.db, OA, net.now, net.now)
    await net.run(routes)
    expect(net.zalo.textsIn('z-sec')).toEqual([expect.stringContaining('Zalo OA đã hoạt động lại')])
  })

  it('wakes nobody at night, and is worth no word when it is over by the morning', async () => {
    net.now = new Date('2025-03-06T23:00:00+07:00')
    await markDown(net.db, OA, 'plan', net.now)
    expect(await net.run(routes)).toMatchObject({ told: 0 })
    net.now = new Date('2025-03-07T02:00:00+07:00')
    await endOutage(net.db, OA, net.now, net.now)
    net.now = new Date('2025-03-07T07:30:00+07:00')
    await net.run(routes)
    expect(net.telegram.textsIn('sec')).toEqual([])
    expect(await net.db.outage.count()).toBe(0)
  })

  it('leaves a council alone that is not on it', async () => {
    const elsewhere = await net.createCouncil('Hội đồng khác')
    await net.say(net.telegram, { id: 'sec-2', name: 'Chị Hai' }, `/start ${elsewhere.code}`)
    forget()
    await markDown(net.db, OA, 'plan', net.now)
    await net.run(routes)
    expect(net.telegram.textsIn('sec-2')).toEqual([])
    expect(net.telegram.textsIn('sec')).toHaveLength(1)
  })

  it('has its groups told as before, beside those of the other network', async () => {
    await net.sayInGroup(net.telegram, SECRETARY, '/lienket', 'tg-group')
    await net.db.chat.create({
      data: {
        platform: 'zalo-oa',
        externalId: 'zalo-group',
        kind: 'group',
        title: 'Nhóm Zalo',
        councilId: council,
        linkedAt: net.now,
        createdAt: net.now,
      },
    })
    forget()
    await morning()
    expect(net.telegram.textsIn('tg-group')).toHaveLength(1)
    expect(net.zalo.textsIn('zalo-group')).toHaveLength(1)
  })
})

const PART: Part = { body: { text: 'Mời họp Hội đồng', spans: [] }, media: [] }

async function announced(parts: Part[] = [PART]): Promise<AnnouncementId> {
  const { personId } = await net.db.account.findFirstOrThrow({ where: { externalId: 'sec' } })
  const id = await createAnnouncement(net.db, council, { createdBy: personId }, net.now)
  const audience = Audience.parse({ heads: 'all' })
  await changeAnnouncement(net.db, council, id, ['draft'], { parts, audience, receipt: true })
  await net.db.$transaction((tx) => startSending(tx, council, id, net.now))
  await follow()
  return id
}

async function follow() {
  for (let second = 0; second < 4; second += 1) {
    await net.run(announce)
    net.now = new Date(net.now.getTime() + 4000)
  }
}

const heads = async (id: AnnouncementId) =>
  (await recipientsOfAnnouncement(net.db, id)).filter(({ name }) => name === 'Anh Công')

describe('an announcement', () => {
  it('counts a person once, and its report names the route that worked', async () => {
    net.zalo.refuses.set('z-head', 'window')
    const id = await announced()
    expect(await heads(id)).toMatchObject([{ state: 'refused', reason: 'window', platform: 'zalo-oa' }])
    await net.run(routes)
    await follow()
    expect(await heads(id)).toMatchObject([{ state: 'sent', platform: 'telegram' }])
    expect(onTelegram().filter((text) => text.includes('Mời họp Hội đồng'))).toEqual([
      '(Gửi qua Telegram vì không gửi được qua Zalo OA.)\nMời họp Hội đồng',
    ])
    const { counts } = reportOf(await recipientsOfAnnouncement(net.db, id))
    expect(counts).toMatchObject({ sent: 1, refused: 0 })
    expect(await net.db.announcement.findFirstOrThrow()).toMatchObject({ state: 'sent' })
  })

  it('is confirmed on the route on which it was told, once', async () => {
    net.zalo.refuses.set('z-head', 'window')
    const id = await announced()
    await net.run(routes)
    await follow()
    const seen = net.telegram.seen.find(({ chat, choices }) => chat === 'head' && choices.length > 0)!
    for (let taps = 0; taps < 2; taps += 1) await net.press(net.telegram, HEAD, seen, seen.choices[0]!)
    expect(await heads(id)).toMatchObject([{ confirmedBy: ['Anh Công'] }])
    expect(await net.db.receipt.count()).toBe(1)
  })

  it('that no route takes is tried once on each', async () => {
    net.zalo.refuses.set('z-head', 'window')
    net.telegram.refuses.set('head', '403 Forbidden: bot was blocked by the user')
    const id = await announced()
    for (let minute = 0; minute < 3; minute += 1) {
      await net.run(routes)
      await follow()
    }
    const [head] = await heads(id)
    expect(head).toMatchObject({ state: 'refused', reason: '403 Forbidden: bot was blocked by the user', tries: 1 })
  })

  it('with files of the other network stays where it is', async () => {
    net.zalo.refuses.set('z-head', 'window')
    const id = await announced([
      { ...PART, media: [{ kind: 'photo', fileId: 'f', name: 'anh.png', platform: 'zalo-oa' }] },
    ])
    await net.run(routes)
    await follow()
    expect((await heads(id)).map(({ state }) => state)).toEqual(['refused'])
    expect(onTelegram()).toEqual([])
  })
})

describe('the messages of a month', () => {
  it('are counted to the secretariats when they are nearly used up, and once when they are', async () => {
    const say = createSay(loadTranslators())
    const tell = (used: number) =>
      tellBudget({ db: net.db, now: net.now, say }, OA, { used, of: 3000, month: '2025-03' })
    expect(await tell(2400)).toBe(1)
    expect(await tell(2410)).toBe(0)
    expect(await tell(3000)).toBe(1)
    await net.settle()
    expect(net.telegram.textsIn('sec').map((text) => text.split('.').slice(0, 3).join('.'))).toEqual([
      expect.stringContaining('Zalo OA đã dùng 2.400/3.000 tin của tháng'),
      expect.stringContaining('Zalo OA đã dùng hết 3.000/3.000 tin của tháng'),
    ])
  })
})

describe('the same numbers handed in on two routes', () => {
  it('are one state of the unit, whichever route said it', async () => {
    const round = await openRound(net, council)
    await net.say(net.telegram, HEAD, '/denghi 2 tập thể 1 cá nhân')
    await net.say(net.zalo, Z_HEAD, '/denghi 2 tập thể 1 cá nhân')
    expect((await numbersOf(net, round))['Công an phường']).toBe('2/1/-')
    await net.say(net.zalo, Z_HEAD, '/denghi 1 tập thể 1 cá nhân')
    expect((await numbersOf(net, round))['Công an phường']).toBe('1/1/-')
    const versions = await net.db.nomination.findMany({ select: { personId: true } })
    expect(new Set(versions.map(({ personId }) => personId)).size).toBe(1)
  })
})
