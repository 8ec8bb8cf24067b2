import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createSay } from '#commands/say.ts'
import type { CouncilId, RoundId } from '#domain/ids.ts'
import type { Counts } from '#domain/rounds/round.ts'
import { loadTranslators } from '#locales/translate.ts'
import { roundSaidIn } from '#prisma/round-cards.ts'
import { dropNudges } from '#prisma/round-chase.ts'
import { changeRound } from '#prisma/rounds.ts'
import { roundCards } from '#scheduler/round-cards.ts'
import { roundChase } from '#scheduler/round-chase.ts'
import { createTestApp, GROUP, HEAD, SECRETARY, type TestApp } from '../support/app.ts'
import type { Speaker } from '../support/fake-platform.ts'
import { handIn, makeHead, openRound } from '../support/rounds.ts'

const DEPUTY: Speaker = { id: 'deputy', name: 'Chị Phó' }
const DOCTOR: Speaker = { id: 'doctor', name: 'Bác sĩ' }

let app: TestApp
let council: CouncilId
let round: RoundId
beforeEach(async () => {
  app = await createTestApp('2025-12-01T08:00:00+07:00')
  council = (await app.linkedCouncil()).id
  round = await openRound(app, council)
  for (const speaker of [HEAD, DEPUTY, DOCTOR]) await app.say(speaker, '/start')
  await makeHead(app, HEAD, 'Công an phường')
  await app.runJob(roundCards)
  app.platform.seen.length = 0
})
afterEach(() => app.stop())

/** What the bell makes the bot say when the clock shows this, as chat and text. */
const at = (local: string) => app.saidBy(roundChase, `${local}:00+07:00`)
const to = (chat: string, said: string[]) => said.filter((text) => text.startsWith(`${chat}\n`))

const says = (unit: string, counts: Counts) => handIn(app, round, unit, counts)

describe('a round with units missing', () => {
  it('is chased in private, counted in the group, named to the secretariat', async () => {
    await says('Y tế phường', { collective: 1, individual: 1 })
    await says('Văn phòng UBND', { collective: 1 })
    const said = await at('2025-12-02T08:00')
    expect(to(HEAD.id, said)).toEqual([
      [
        HEAD.id,
        'Đề nghị khen thưởng: Phong trào thi đua yêu nước 2025',
        'Công an phường chưa gửi đề nghị khen thưởng (hạn 17:00 thứ Sáu 05/12/2025, còn 3 ngày). Chỉ tiêu: 3 tập thể, 5 cá nhân.',
        '',
        'Trả lời tin này, ví dụ: 3 tập thể 5 cá nhân. Không có thì trả lời: không có.',
      ].join('\n'),
    ])
    expect(to(GROUP, said)).toEqual([
      `${GROUP}\nĐề nghị khen thưởng: Phong trào thi đua yêu nước 2025\nĐã có 1/4 đơn vị gửi (hạn 17:00 thứ Sáu 05/12/2025, còn 3 ngày).`,
    ])
    expect(to(SECRETARY.id, said)).toEqual([
      [
        SECRETARY.id,
        'Đề nghị khen thưởng: Phong trào thi đua yêu nước 2025',
        'Đã có 1/4 đơn vị gửi (hạn 17:00 thứ Sáu 05/12/2025, còn 3 ngày).',
        '',
        'Chưa gửi:',
        'Công an phường',
        'Ban Dân số',
        '',
        'Còn thiếu một phần:',
        'Văn phòng UBND',
        '',
        'Chưa có người nhận tin nhắc:',
        'Văn phòng UBND',
        'Ban Dân số',
      ].join('\n'),
    ])
    expect(said).toHaveLength(3)
  })

  it('is chased at the council’s hour on three days, each once', async () => {
    const chased: string[] = []
    for (const day of ['01', '02', '03', '04', '05'])
      for (const time of ['07:55', '08:00', '08:05', '16:55'])
        if (to(HEAD.id, await at(`2025-12-${day}T${time}`)).length > 0) chased.push(`${day} ${time}`)
    expect(chased).toEqual(['02 08:00', '04 08:00', '05 08:00'])
  })

  it('over a weekend is chased on the Friday', async () => {
    await changeRound(app.db, council, round, ['open'], { deadline: new Date('2025-12-08T17:00:00+07:00') })
    const chased: string[] = []
    for (const day of ['02', '03', '04', '05', '06', '07', '08'])
      if ((await at(`2025-12-${day}T08:00`)).length > 0) chased.push(day)
    expect(chased).toEqual(['05', '08'])
  })

  it('over a holiday is chased before it', async () => {
    await changeRound(app.db, council, round, ['open'], { deadline: new Date('2026-01-05T17:00:00+07:00') })
    const chased: string[] = []
    for (const day of [
      '2025-12-30',
      '2025-12-31',
      '2026-01-01',
      '2026-01-02',
      '2026-01-03',
      '2026-01-04',
      '2026-01-05',
    ])
      if ((await at(`${day}T08:00`)).length > 0) chased.push(day)
    expect(chased).toEqual(['2025-12-31', '2026-01-05'])
  })

  it('is never chased in quiet hours', async () => {
    await app.db.council.updateMany({ data: { reminders: { at: '09:00', quietFrom: '10:00', quietTo: '06:00' } } })
    expect(await at('2025-12-02T08:30')).toEqual([])
    expect(await at('2025-12-02T10:00')).toEqual([])
    expect(await at('2025-12-03T05:30')).toEqual([])
    expect(to(HEAD.id, await at('2025-12-03T09:30'))).toHaveLength(1)
  })

  it('is chased once after days without the bot', async () => {
    await app.restart()
    expect(to(HEAD.id, await at('2025-12-04T11:00'))).toHaveLength(1)
    await app.restart()
    expect(await at('2025-12-04T11:05')).toEqual([])
  })

  it('is not chased once its deadline has passed, on the last day either', async () => {
    expect(to(HEAD.id, await at('2025-12-05T17:05'))).toEqual([])
  })

  it('is chased no more once all have answered', async () => {
    for (const unit of ['Công an phường', 'Y tế phường', 'Ban Dân số', 'Văn phòng UBND'])
      await says(unit, { collective: 0, individual: 0 })
    expect(await at('2025-12-02T08:00')).toEqual([])
  })

  it('is not chased twice on one day because it was given another deadline', async () => {
    expect(await at('2025-12-04T08:00')).toHaveLength(3)
    await changeRound(app.db, council, round, ['open'], { deadline: new Date('2025-12-05T18:00:00+07:00') })
    expect(await at('2025-12-04T09:00')).toEqual([])
    expect(await at('2025-12-05T08:00')).toHaveLength(3)
  })

  it('is left alone where it was closed', async () => {
    await changeRound(app.db, council, round, ['open'], { state: 'closed', closedAt: app.now })
    expect(await at('2025-12-02T08:00')).toEqual([])
    expect(await at('2025-12-05T17:05')).toEqual([])
  })
})

describe('a nudge', () => {
  it('goes to the deputy while the head is away', async () => {
    await makeHead(app, DEPUTY, 'Công an phường', 'phó')
    await app.db.membership.updateMany({ where: { role: 'head' }, data: { away: true } })
    const said = await at('2025-12-02T08:00')
    expect(to(HEAD.id, said)).toEqual([])
    expect(to(DEPUTY.id, said)[0]).toContain('Công an phường chưa gửi')
  })

  it('is one message for whoever leads two units', async () => {
    await makeHead(app, HEAD, 'Ban Dân số')
    const [text, ...more] = to(HEAD.id, await at('2025-12-02T08:00'))
    expect(more).toEqual([])
    expect(text).toContain('⏳ Công an phường · Chỉ tiêu: 3 tập thể, 5 cá nhân.\n⏳ Ban Dân số · Chỉ tiêu: 3 cá nhân.')
    expect(app.platform.seen.find(({ chat }) => chat === HEAD.id)!.choices).toEqual([
      'Không có: Công an phường',
      'Không có: Ban Dân số',
    ])
  })

  it('is known as one of its round when it is answered', async () => {
    await at('2025-12-02T08:00')
    const nudge = app.platform.seen.find(({ chat }) => chat === HEAD.id)!
    const chat = await app.db.chat.findFirstOrThrow({ where: { externalId: HEAD.id } })
    expect(await roundSaidIn(app.db, chat.id as never, nudge.id)).toBe(round)
  })

  it('that waits is taken back when its unit has answered, others are not', async () => {
    await makeHead(app, DOCTOR, 'Y tế phường')
    app.platform.outcomes.push(
      ...Array.from({ length: 4 }, () => ({ state: 'later' as const, afterMs: 60_000, reason: '429' })),
    )
    expect(await at('2025-12-02T08:00')).toEqual([])
    app.platform.outcomes.length = 0
    await dropNudges(app.db, round, await says('Công an phường', { collective: 3, individual: 5 }), app.now)
    const said = await at('2025-12-02T08:02')
    expect(to(HEAD.id, said)).toEqual([])
    expect(to(DOCTOR.id, said)).toHaveLength(1)
    const dropped = await app.db.outbox.findMany({ where: { state: 'refused' }, select: { reason: true } })
    expect(dropped).toEqual([{ reason: 'expired' }])
  })

  it('about two units waits on until both have answered', async () => {
    await makeHead(app, HEAD, 'Ban Dân số')
    const waiting = () => app.db.outbox.count({ where: { state: 'waiting', dedupeKey: { contains: ':chase-' } } })
    app.platform.outcomes.push(
      ...Array.from({ length: 3 }, () => ({ state: 'later' as const, afterMs: 60_000, reason: '429' })),
    )
    await at('2025-12-02T08:00')
    await dropNudges(app.db, round, await says('Công an phường', { collective: 3, individual: 5 }), app.now)
    expect(await waiting()).toBe(1)
    await dropNudges(app.db, round, await says('Ban Dân số', { individual: 3 }), app.now)
    expect(await waiting()).toBe(0)
  })
})

describe('once the deadline has passed', () => {
  it('the secretariat is told once, with what to do', async () => {
    await says('Công an phường', { collective: 3, individual: 5 })
    expect(to(SECRETARY.id, await at('2025-12-05T17:00')).join('')).not.toContain('Đã hết hạn')
    const said = await at('2025-12-05T17:05')
    expect(said).toEqual([
      [
        SECRETARY.id,
        'Đề nghị khen thưởng: Phong trào thi đua yêu nước 2025',
        'Đã hết hạn lúc 17:00 thứ Sáu 05/12/2025. Đã có 1/4 đơn vị gửi.',
        '',
        'Chưa gửi:',
        'Văn phòng UBND',
        'Y tế phường',
        'Ban Dân số',
      ].join('\n'),
    ])
    expect(app.platform.seen.at(-1)!.choices).toEqual(['Gia hạn', 'Đóng đợt'])
    expect(await at('2025-12-05T17:10')).toEqual([])
    expect(await at('2025-12-08T08:00')).toEqual([])
  })

  it('the card says so, in quiet hours too, when the secretariat hears nothing', async () => {
    await changeRound(app.db, council, round, ['open'], { deadline: new Date('2025-12-05T23:59:00+07:00') })
    await app.runJob(roundCards)
    expect(await at('2025-12-06T00:00')).toEqual([])
    await app.runJob(roundCards)
    expect(app.platform.seen.find(({ chat }) => chat === GROUP)!.text).toContain('đã hết hạn lúc 23:59')
    expect(to(SECRETARY.id, await at('2025-12-06T07:00'))).toHaveLength(1)
  })

  it('a later one is told of anew', async () => {
    await at('2025-12-05T17:05')
    await changeRound(app.db, council, round, ['open'], { deadline: new Date('2025-12-05T18:00:00+07:00') })
    expect((await at('2025-12-05T17:10')).join('')).not.toContain('Đã hết hạn')
    const [over, ...more] = await at('2025-12-05T18:05')
    expect(more).toEqual([])
    expect(over).toContain('Đã hết hạn lúc 18:00')
  })
})

it('two runs at once say everything once', async () => {
  app.now = new Date('2025-12-02T08:00:00+07:00')
  const log = { error: (_: object, message: string) => expect.fail(message) }
  const context = { db: app.db, now: app.now, say: createSay(loadTranslators()), log }
  await Promise.all([roundChase.run(context), roundChase.run(context)])
  await app.settle()
  expect(app.platform.seen).toHaveLength(3)
})
