import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { planImport } from '#commands/operator/plan-import.ts'
import { readPlan } from '#documents/read-plan.ts'
import { Audience } from '#domain/announcements/announcement.ts'
import type { CouncilId, PersonId } from '#domain/ids.ts'
import { recipientsOfAnnouncement, startSending } from '#prisma/announcement-delivery.ts'
import { changeAnnouncement, createAnnouncement } from '#prisma/announcements.ts'
import { rememberBot } from '#prisma/known-bots.ts'
import { markDown } from '#prisma/outages.ts'
import { routesOfPerson } from '#prisma/private-routes.ts'
import { announce } from '#scheduler/announce.ts'
import { remind } from '#scheduler/remind.ts'
import { routes } from '#scheduler/routes.ts'
import type { Speaker } from '../support/fake-platform.ts'
import { SMALL_PLAN } from '../support/plans.ts'
import { numbersOf, openRound } from '../support/rounds.ts'
import { FakeNetwork, TwoNetworks } from '../support/two-networks.ts'

const SECOND = { platform: 'telegram', bot: 2 } as const
/** The secretary and the head of the first council, those of the second one, and a head in both. */
const ONE: Speaker = { id: 'sec-1', name: 'Chị Một' }
const TWO: Speaker = { id: 'sec-2', name: 'Chị Hai' }
const HEAD: Speaker = { id: 'head', name: 'Anh Công' }

let net: TwoNetworks
let first: FakeNetwork
let second: FakeNetwork
let councils: CouncilId[]
beforeEach(async () => {
  first = new FakeNetwork('telegram')
  second = new FakeNetwork('telegram', 2)
  net = await new TwoNetworks('2025-03-06T09:00:00+07:00', [first, second]).start()
  await rememberBot(net.db, SECOND, { name: '@thu_hai_bot', link: 'https://t.me/thu_hai_bot' })
  councils = [await council('Hội đồng Một', first, ONE), await council('Hội đồng Hai', second, TWO)]
})
afterEach(() => net.stop())

async function council(name: string, on: FakeNetwork, secretary: Speaker): Promise<CouncilId> {
  const { id, code } = await net.createCouncil(name)
  await net.say(on, secretary, `/start ${code}`)
  const bytes = new TextEncoder().encode(SMALL_PLAN)
  const document = { name: 'ke-hoach.txt', bytes, draft: readPlan(bytes, 'ke-hoach.txt') }
  await planImport(net.db, { council: id, document, approve: true }, net.now)
  return id
}

/** An invite code of a council, as its secretary gets it. */
async function codeFrom(secretary: Speaker, role: string, on = secretary === ONE ? first : second) {
  const text = (await net.say(on, secretary, `/moi ${role}`)).map((seen) => seen.text).join('\n')
  return { code: /[0-9A-Z]{26}/.exec(text)![0], text }
}

async function headJoins(secretary: Speaker, on: FakeNetwork): Promise<string> {
  const { code } = await codeFrom(secretary, 'trưởng Công an phường')
  return (await net.say(on, HEAD, `/start ${code}`)).map(({ text }) => text).join('\n')
}

async function morning(day = '2025-03-07') {
  for (const network of [first, second]) network.seen.length = 0
  net.now = new Date(`${day}T08:00:00+07:00`)
  await net.run(remind)
}

const toldHead = () => [first, second].map((network) => network.textsIn('head').length)
const texts = (seen: { text: string }[]) => seen.map(({ text }) => text).join('\n')

describe('two councils on two bots of a platform', () => {
  it('each remind through their own, a person of both by each', async () => {
    await headJoins(ONE, first)
    await headJoins(TWO, second)
    await net.sayInGroup(first, ONE, '/lienket', 'g')
    await net.sayInGroup(second, TWO, '/lienket', 'g')
    await morning()
    expect(toldHead()).toEqual([1, 1])
    expect([first, second].map((network) => network.textsIn('g').length)).toEqual([1, 1])
    expect([first.textsIn('sec-2'), second.textsIn('sec-1')]).toEqual([[], []])
  })

  it('answer where they are asked', async () => {
    await headJoins(ONE, first)
    await net.say(second, HEAD, '/start')
    const [answer] = await net.say(second, HEAD, '/viec')
    expect(answer?.text).toContain('Quý I')
    expect(
      await net.db.outbox.count({ where: { ...SECOND, kind: 'reply', chat: { externalId: 'head', bot: 2 } } }),
    ).toBe(2)
  })

  it('take what has the same ids on both for different messages', async () => {
    await headJoins(ONE, first)
    await headJoins(TWO, second)
    const rounds = [await openRound(net, councils[0]!), await openRound(net, councils[1]!)]
    for (const [index, councilId] of councils.entries())
      await net.db.chat.updateMany({ where: { externalId: 'head', bot: index + 1 }, data: { councilId } })
    const says = (on: FakeNetwork, text: string, update: string, edited = false) =>
      on.deliver({
        chat: { externalId: 'head', kind: 'private' },
        sender: { externalId: HEAD.id, name: HEAD.name },
        externalId: update,
        event: {
          kind: 'text',
          messageId: '7',
          text,
          addressed: 'private',
          revision: edited ? 901 : 900,
          ...(edited && { edited }),
        },
      })
    await says(first, '/denghi 1 tập thể 1 cá nhân', '900')
    await says(second, '/denghi 2 tập thể 2 cá nhân', '900')
    await says(second, '/denghi 3 tập thể 2 cá nhân', '901', true)
    await net.settle()
    const numbers = await Promise.all(rounds.map(async (round) => (await numbersOf(net, round))['Công an phường']))
    expect(numbers).toEqual(['1/1/-', '3/2/-'])
    expect((await net.db.nomination.findMany({ orderBy: { id: 'asc' } })).map(({ platform }) => platform)).toEqual([
      'telegram',
      'telegram:2',
      'telegram:2',
    ])
  })

  it('give links of their own bot, whichever is asked', async () => {
    expect((await codeFrom(TWO, 'ủy viên')).text).toContain('https://chat.example/bot2?start=')
    expect((await codeFrom(TWO, 'ủy viên', first)).text).toContain('https://chat.example/bot2?start=')
    expect((await codeFrom(ONE, 'ủy viên')).text).toContain('https://chat.example/bot?start=')
  })
})

describe('a group', () => {
  it('is not linked through another bot than the council’s, until no group is linked through that', async () => {
    await net.sayInGroup(second, TWO, '/lienket', 'g')
    await net.say(first, TWO, '/start')
    const refused = await net.sayInGroup(first, TWO, '/lienket', 'h')
    expect(texts(refused)).toContain('Hội đồng Hai đang dùng Telegram @thu_hai_bot.')
    expect(await net.db.chat.count({ where: { externalId: 'h', councilId: null } })).toBe(1)
    await net.sayInGroup(second, TWO, '/lienket bỏ', 'g')
    expect(texts(await net.sayInGroup(first, TWO, '/lienket', 'h'))).toContain('Đã liên kết nhóm này')
    expect(await net.db.councilBot.findMany({ where: { councilId: councils[1]! } })).toMatchObject([{ bot: 1 }])
    const again = await net.sayInGroup(second, TWO, '/lienket', 'g')
    expect(texts(again)).toContain('đang dùng Telegram 1.')
  })

  it('of a council that has no bot by name yet keeps it to the bot of its groups', async () => {
    await net.sayInGroup(first, ONE, '/lienket', 'g')
    await net.db.councilBot.deleteMany()
    expect(texts(await net.sayInGroup(second, ONE, '/lienket', 'h'))).toContain('đang dùng Telegram 1.')
  })
})

describe('whoever joins through another bot', () => {
  it('is linked, hears which one it is, and is told there once it can be', async () => {
    const said = await headJoins(TWO, first)
    expect(said).toContain('Đã ghi nhận Anh Công là trưởng Công an phường')
    expect(said).toContain('được gửi từ Telegram @thu_hai_bot')
    expect(said).toContain('https://t.me/thu_hai_bot')
    await morning()
    expect(toldHead()).toEqual([1, 0])
    await net.say(second, HEAD, '/start')
    await net.say(first, HEAD, '/start')
    await morning('2025-03-11')
    expect(toldHead()).toEqual([0, 1])
  })

  it('joins as ever where it is the council’s', async () => {
    expect(await headJoins(TWO, second)).not.toContain('được gửi từ')
  })

  it('does not take the council with them where others were there before it had bots', async () => {
    await net.db.councilBot.deleteMany()
    expect(await headJoins(ONE, second)).toContain('được gửi từ Telegram 1')
    expect(await net.db.councilBot.findMany()).toMatchObject([{ councilId: councils[0], bot: 1 }])
  })
})

describe('on Zalo, whoever joins through another bot', () => {
  it('links the account there with a code, and is told there from then on', async () => {
    const [one, other] = [new FakeNetwork('zalo-oa'), new FakeNetwork('zalo-oa', 2)]
    const zalo = await new TwoNetworks('2025-03-06T09:00:00+07:00', [one, other]).start()
    onTestFinished(() => zalo.stop())
    await rememberBot(zalo.db, { platform: 'zalo-oa', bot: 2 }, { name: 'Phường Hai' })
    const { code } = await zalo.createCouncil()
    await zalo.say(other, TWO, `/start ${code}`)
    const invite = texts(await zalo.say(other, TWO, '/moi ủy viên'))
    const said = texts(await zalo.say(one, HEAD, `/start ${/[0-9A-Z]{26}/.exec(invite)![0]}`))
    expect(said).toContain('được gửi từ Zalo OA “Phường Hai”. Nếu muốn nhận ở đó, đề nghị gõ /taikhoan mã')
    expect(said).not.toContain('một tin bất kỳ')
    const given = texts(await zalo.say(one, HEAD, '/taikhoan mã'))
    zalo.wait(1)
    const linked = await zalo.say(other, { ...HEAD, id: 'head-2' }, `/taikhoan ${/[0-9A-Z]{26}/.exec(given)![0]}`)
    expect(texts(linked)).toContain('Đã liên kết')
    const person = await zalo.db.account.findMany({ where: { externalId: { in: ['head', 'head-2'] } } })
    expect(new Set(person.map(({ personId }) => personId)).size).toBe(1)
    const [route] = await routesOfPerson(zalo.db, person[0]!.personId as PersonId)
    expect(route).toMatchObject({ platform: 'zalo-oa', bot: 2 })
  })
})

describe('a bot that takes nothing', () => {
  it('is told of to the councils on it, by its name', async () => {
    await net.say(first, TWO, '/start')
    await markDown(net.db, SECOND, 'plan', net.now)
    first.seen.length = 0
    await net.run(routes)
    expect(first.textsIn('sec-1')).toEqual([])
    expect(first.textsIn('sec-2')).toEqual([expect.stringContaining('Telegram @thu_hai_bot đang không gửi được tin')])
  })

  it('has what waits for it said by the other one', async () => {
    await headJoins(TWO, second)
    await net.say(first, HEAD, '/start')
    second.out = { state: 'later', afterMs: 60_000, reason: 'plan', everything: true, down: true }
    const { tries } = second
    await morning()
    await net.untilTried(second, tries + 1)
    await markDown(net.db, SECOND, 'plan', net.now)
    await net.run(routes)
    expect(first.textsIn('head')).toEqual([
      expect.stringContaining('(Gửi qua Telegram 1 vì Telegram @thu_hai_bot đang gián đoạn.)'),
    ])
  })
})

describe('files of an announcement', () => {
  it('go by the bot that they were sent to, and by no other', async () => {
    const { code } = await codeFrom(TWO, 'trưởng Công an phường')
    await net.say(first, HEAD, `/start ${code}`)
    await net.sayInGroup(second, TWO, '/lienket', 'g')
    const { id: createdBy } = await net.db.person.findFirstOrThrow({ where: { name: TWO.name } })
    const [, councilId] = councils as [CouncilId, CouncilId]
    const id = await createAnnouncement(net.db, councilId, { createdBy }, net.now)
    const media = [{ kind: 'photo' as const, fileId: 'f', name: 'anh.png', platform: 'telegram:2' }]
    const parts = [{ body: { text: 'Mời họp', spans: [] }, media }]
    await changeAnnouncement(net.db, councilId, id, ['draft'], {
      parts,
      audience: Audience.parse({ groups: 'all', heads: 'all' }),
    })
    await net.db.$transaction((tx) => startSending(tx, councilId, id, net.now))
    await net.run(announce)
    await net.run(announce)
    const told = await recipientsOfAnnouncement(net.db, id)
    expect(
      told.filter(({ name }) => ['Nhóm g', 'Anh Công'].includes(name)).map(({ state, reason }) => [state, reason]),
    ).toEqual([
      ['sent', undefined],
      ['refused', 'media-elsewhere'],
    ])
  })
})
