import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { announce } from '#scheduler/announce.ts'
import { remind } from '#scheduler/remind.ts'
import { roundCards } from '#scheduler/round-cards.ts'
import { SMALL_PLAN } from './support/plans.ts'
import { numberOf, present, WardOnZalo, type Party, type Shown, type Surface } from './support/ward-on-zalo.ts'

/** What the public material leaves open, the other way round. */
const OTHERWISE = {
  userIds: 'same',
  textUnit: 'codepoints',
  forgedStatus: '200',
  bodyStyle: 'compact',
  expiresInType: 'number',
  oauthErrorStatus: 400,
  refreshRevokesAccess: true,
  tokenErrorStatus: 401,
  expiredCode: 'both',
  rateWindow: 'sliding',
  followOpensWindow: true,
  groupQuote: true,
  conversationOrder: 'asc',
  historyIds: 'other',
  echo: false,
  signatureTimestamp: 'header',
  signaturePrefix: false,
  membershipShape: 'members',
  groupQuoteField: 'quote_msg_id',
  getMeName: true,
  botErrorStatus: 200,
  idleStatus: 200,
  photoField: 'photo',
  replyField: 'reply_to_message',
  mentionAnywhere: true,
  quotaCounts: 'both',
  chatActionResult: 'nested',
}

const WORLDS: [string, object][] = [
  ['as it was seen', {}],
  ['as it may be otherwise', OTHERWISE],
]
const SURFACES: Surface[] = ['oa', 'bot']

describe.skipIf(!present).each(WORLDS)(
  'Zalo %s (../shared/zalo-emulator; skipped where it is absent)',
  (_, options) => {
    describe.each(SURFACES)('a council on the surface %s, in a group without buttons', (surface) => {
      let ward: WardOnZalo
      let secretary: Party
      let police: Party
      let member: Party
      let group: Party

      beforeAll(async () => {
        ward = await WardOnZalo.open({ instant: '2025-02-20T08:00:00+07:00', plan: SMALL_PLAN, options })
        const person = (name: string) => ward.zalo.addUser({ name, follower: true })
        ;[secretary, police, member] = [person('Chị Thư'), person('Anh Công'), person('Bà Lan')]
        group = ward.zalo.addGroup({ surface, name: 'Hội đồng', members: [secretary, police, member] })
      })
      afterAll(() => ward.close())

      const alone = (who: Party, text: string, more?: object) => ward.say(who, surface, text, more)
      const together = (who: Party, text: string, more?: object) => ward.say(who, group, text, more)
      const textOf = (said: Shown[]) => said.map(({ text }) => text).join('\n')
      /** Answers the last message by the number of a choice. */
      const choose = (who: Party, where: Party | Surface, said: Shown[], label: string) =>
        ward.say(who, where, numberOf(said.at(-1), label))

      it('is linked, and its people join', async () => {
        expect(textOf(await alone(secretary, `/start ${ward.code}`))).toContain('Chị Thư là thư ký')
        expect(textOf(await together(secretary, '/lienket'))).toContain('Đã liên kết nhóm này')
        const code = /\/start (\S+)/.exec(textOf(await alone(secretary, '/moi trưởng Công an phường')))![1]!
        expect(textOf(await alone(police, `/start ${code}`))).toContain('trưởng Công an phường')
      })

      it('answers what is due, and its neighbours by number, but only to whom it answered', async () => {
        const due = await together(member, 'quý này có gì đến hạn?')
        expect(textOf(due)).toContain('Việc đến hạn trong Quý I/2025')
        const next = numberOf(due.at(-1), 'Quý II/2025')
        if (surface === 'oa') expect(await together(police, next)).toEqual([])
        expect(await ward.say(member, group, 'hôm qua họp 15/3 vui quá mọi người ơi', { mention: false })).toEqual([])
        expect(textOf(await together(member, `${next}.`))).toContain('Việc đến hạn trong Quý II/2025')
      })

      it('reminds by itself, and takes a number for done', async () => {
        ward.moveTo('2025-03-07T08:00:00+07:00')
        const since = ward.zalo.mark()
        await ward.runJob(remind)
        const reminder = ward.saidSince(since, secretary, group)
        expect(textOf(reminder)).toContain('Nhắc việc, thứ Sáu 07/3/2025')
        expect(textOf(await choose(secretary, group, reminder, 'Đã xong'))).toContain('đã xong')
      })

      it('collects counts, over the quota by a number', async () => {
        let said = await alone(secretary, '/dot')
        for (const label of ['Mở đợt mới', 'Tất cả', 'Tiếp tục']) said = await choose(secretary, surface, said, label)
        await choose(secretary, surface, said, 'Ngày khác')
        said = await alone(secretary, '31/3/2025')
        const since = ward.zalo.mark()
        await choose(secretary, surface, said, 'Mở đợt')
        await ward.runJob(roundCards)
        expect(textOf(ward.saidSince(since, secretary, group))).toContain('Đề nghị khen thưởng')
        const over = await together(police, '4 tập thể 5 cá nhân')
        expect(textOf(over)).toContain('vượt')
        const reason = await choose(police, group, over, 'Đề nghị vượt')
        expect(textOf(reason)).toContain('lý do')
        expect(textOf(await together(police, 'thêm một tổ dân phố'))).toContain('4 tập thể')
        expect(textOf(await together(member, '/tonghop'))).toContain('Công an phường')
      })

      it('announces, and hears who has got it', async () => {
        let said = await alone(secretary, '/thongbao Mời họp Hội đồng lúc 8:00 thứ Hai 10/3')
        said = await choose(secretary, surface, said, 'Xem trước')
        said = await choose(secretary, surface, said, 'Người nhận')
        said = await choose(secretary, surface, said, 'Tất cả nhóm')
        said = await choose(secretary, surface, said, 'Xong')
        const since = ward.zalo.mark()
        await choose(secretary, surface, said, 'Gửi ngay')
        for (let time = 0; time < 4; time += 1) await ward.runJob(announce)
        expect(textOf(ward.saidSince(since, secretary, group))).toContain('Mời họp Hội đồng')
        expect(textOf(ward.saidSince(since, secretary, surface))).toContain('Đã gửi 1/1')
      })

      it('reviews a plan by numbers', async () => {
        const plan = SMALL_PLAN.replaceAll('07/KH-UBND', '09/KH-UBND')
        let said =
          surface === 'oa'
            ? await alone(secretary, '', { file: { name: 'ke-hoach.txt', mime: 'text/plain', text: plan } })
            : await alone(secretary, '/kehoach')
        if (surface === 'oa') expect(textOf(said)).toContain('Đã đọc: Kế hoạch 09/KH-UBND')
        if (surface === 'oa') {
          said = await choose(secretary, surface, said, 'Xem điểm cần xác nhận')
          said = await choose(secretary, surface, said, 'Là 16/6/2025')
          expect(textOf(await choose(secretary, surface, said, 'Duyệt'))).toContain('Đã duyệt')
        }
      })

      it('has done nothing that Zalo would object to, and has written down no secret', () => {
        expect(ward.zalo.violations({ severity: 'error' })).toEqual([])
        const keys = ward.zalo.addresses()
        const secrets = ['app_secret', 'oa_secret', 'access_token', 'refresh_token', 'bot_token'].map(
          (name) => keys[name]!,
        )
        const said = ['Mời họp Hội đồng', 'thêm một tổ dân phố', 'quý này có gì']
        for (const secret of [...secrets, ...said]) expect(ward.logged.join('\n')).not.toContain(secret)
      })
    })
  },
)
