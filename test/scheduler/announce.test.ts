import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SendOutcome } from '#bot/platform.ts'
import { createSay } from '#commands/say.ts'
import type { AnnouncementId, ChatId, CouncilId, PersonId } from '#domain/ids.ts'
import { loadTranslators } from '#locales/translate.ts'
import { correctText, withdraw } from '#prisma/announcement-changes.ts'
import { continueSending, recipientsOfAnnouncement, retryFailed, stopSending } from '#prisma/announcement-delivery.ts'
import { announcementsOf, changeAnnouncement, findAnnouncement } from '#prisma/announcements.ts'
import { leaveChat } from '#prisma/chats.ts'
import { confirmReceipt, remindUnconfirmed, unconfirmed } from '#prisma/receipts.ts'
import { announce } from '#scheduler/announce.ts'
import { enqueueChunk } from '#scheduler/announce-enqueue.ts'
import { addGroups, answering, begun, countsOf, draftOf, follow, shownIn, textPart } from '../support/announcements.ts'
import { createTestApp, GROUP, HEAD, SECRETARY, type TestApp } from '../support/app.ts'
import { random } from '../support/random.ts'
import { makeHead } from '../support/rounds.ts'

const CHATS = 60

let app: TestApp
let council: CouncilId
beforeEach(async () => {
  app = await createTestApp('2025-03-10T09:00:00+07:00')
  council = (await app.linkedCouncil()).id
  await addGroups(app.db, council, CHATS - 1, app.now)
})
afterEach(() => app.stop())

const told = (text = 'Mời họp Hội đồng') => app.platform.seen.filter((seen) => seen.text === text)
const chats = (texts: { chat: string }[]) => new Set(texts.map(({ chat }) => chat))
const progress = () => shownIn(app, SECRETARY.id).at(-1)!

const BLOCKED: SendOutcome = { state: 'refused', reason: '403 Forbidden: bot was blocked by the user', chatGone: true }
const KICKED: SendOutcome = {
  state: 'refused',
  reason: '403 Forbidden: bot was kicked from the supergroup chat',
  chatGone: true,
}
const LOST: SendOutcome = { state: 'uncertain', reason: 'ECONNRESET' }

describe('an announcement', () => {
  it('reaches every chat once, and the secretariat reads how it went in one message', async () => {
    const id = await begun(app, council)
    await follow(app)
    expect(told()).toHaveLength(CHATS)
    expect(chats(told()).size).toBe(CHATS)
    expect(shownIn(app, SECRETARY.id)).toHaveLength(1)
    expect(progress().text).toBe('Đã gửi 60/60.')
    expect(await findAnnouncement(app.db, council, id)).toMatchObject({
      state: 'sent',
      endedAt: expect.any(Date) as Date,
    })
  })

  it('reaches more than a thousand chats, and can be stopped and withdrawn', async () => {
    await addGroups(app.db, council, 1040, app.now, CHATS)
    const id = await begun(app, council, { receipt: true })
    await stopSending(app.db, council, id, app.now)
    expect(await countsOf(app, id)).toEqual({ stopped: 1100 })
    expect(await continueSending(app.db, council, id)).toBe(1100)
    await follow(app)
    expect(progress().text).toBe('Đã gửi 1100/1100.\nĐã xác nhận: 0/1100.')
    await correctText(app.db, council, id, [textPart('Dời sang thứ Sáu')], app.now)
    await follow(app)
    expect(told('Dời sang thứ Sáu')).toHaveLength(1100)
    await withdraw(app.db, council, id, app.now)
    await follow(app)
    expect(told('Dời sang thứ Sáu')).toHaveLength(0)
    expect(progress().text).toBe('Đã thu hồi thông báo ở 1100 nơi.')
  })

  it('shows on the way how it is getting on', async () => {
    answering(app.platform, ({ chat }) =>
      chat === 'nhom-9' ? { state: 'later', afterMs: 60_000, reason: '429' } : undefined,
    )
    await begun(app, council)
    for (let second = 0; second < 4; second += 1) {
      await app.runJob(announce)
      app.now = new Date(app.now.getTime() + 1000)
    }
    expect(progress().text).toBe('Đang gửi 59/60 · lỗi 0 · còn khoảng 1 giây\n▓▓▓▓▓▓▓▓▓░')
    expect(progress().choices).toEqual(['Dừng', 'Danh sách'])
  })

  it('of several parts arrives in their order, with the receipt under the last', async () => {
    await begun(app, council, { parts: [textPart('Một'), textPart('Hai')], receipt: true })
    await follow(app)
    const [one, two] = shownIn(app, 'nhom-1')
    expect([one!.text, two!.text]).toEqual(['Một', 'Hai'])
    expect([one!.choices, two!.choices]).toEqual([[], ['Đã nhận']])
  })

  it('asks for the receipt in a message of its own behind an album', async () => {
    const photo = { kind: 'photo' as const, platform: 'telegram', fileId: 'f', name: 'a.jpg' }
    await begun(app, council, { parts: [{ ...textPart('Ảnh'), media: [photo, photo] }], receipt: true })
    await follow(app)
    const [album, ask] = shownIn(app, 'nhom-1')
    expect(album!.message.media).toHaveLength(2)
    expect(ask).toMatchObject({ text: 'Đề nghị xác nhận đã nhận thông báo trên.', choices: ['Đã nhận'] })
  })

  it('with a file of another platform is refused there, and says so', async () => {
    const file = { kind: 'document' as const, platform: 'playground', fileId: 'f', name: 'a.pdf' }
    const id = await begun(app, council, { parts: [{ ...textPart('Tệp'), media: [file] }] })
    await follow(app)
    expect(await countsOf(app, id)).toEqual({ refused: CHATS })
    expect(progress().text).toContain('Nhóm 1 (tệp không gửi được qua kênh này)')
  })

  it('is put into the outbox once, however often and by however many the job is run', async () => {
    await begun(app, council)
    await Promise.all([app.runJob(announce), app.runJob(announce)])
    const log = { error: (_: object, message: string) => expect.fail(message) }
    const context = { db: app.db, now: app.now, log, say: () => Promise.resolve(false) }
    await Promise.all([announce.run(context), announce.run(context)])
    await follow(app)
    expect(told()).toHaveLength(CHATS)
    expect(await app.db.outbox.count({ where: { kind: 'announcement' } })).toBe(CHATS)
  })
})

describe('those whom it does not reach', () => {
  let id: AnnouncementId
  let broken = true
  beforeEach(async () => {
    broken = true
    const outcomes: Record<string, SendOutcome> = { 'nhom-1': BLOCKED, 'nhom-2': KICKED, 'nhom-3': LOST }
    answering(app.platform, ({ chat }) => (broken ? outcomes[chat] : undefined))
    id = await begun(app, council)
    await follow(app)
  })

  it('are named with the reason, and the numbers add up', async () => {
    expect(await countsOf(app, id)).toEqual({ sent: CHATS - 3, refused: 2, uncertain: 1 })
    expect(progress().text).toBe(
      [
        'Đã gửi 57/60.',
        'Chưa đến: Nhóm 1 (người nhận đã chặn bot); Nhóm 2 (bot đã bị đưa ra khỏi nhóm (403 Forbidden: bot was kicked from the supergroup chat)); Nhóm 3 (không rõ đã đến hay chưa).',
      ].join('\n'),
    )
    expect(progress().choices).toEqual(['Gửi lại', 'Danh sách'])
  })

  it('are told anew on demand, and nobody else', async () => {
    broken = false
    await app.db.chat.updateMany({ data: { state: 'active' } })
    const before = told().length
    expect(await retryFailed(app.db, council, id)).toBe(2)
    await follow(app)
    expect(
      told()
        .slice(before)
        .map(({ chat }) => chat),
    ).toEqual(['nhom-1', 'nhom-2'])
    expect(await countsOf(app, id)).toEqual({ sent: CHATS - 1, uncertain: 1 })
    expect(await retryFailed(app.db, council, id)).toBe(0)
    expect(await retryFailed(app.db, council, id, { uncertain: true })).toBe(1)
    await follow(app)
    expect(told()).toHaveLength(CHATS)
    expect(progress().text).toBe('Đã gửi 60/60.')
  })

  it('of another council are not touched', async () => {
    const other = (await app.createCouncil('Hội đồng khác')).id
    expect(await retryFailed(app.db, other, id)).toBe(0)
    expect(await stopSending(app.db, other, id, app.now)).toBe(false)
    expect(await withdraw(app.db, other, id, app.now)).toBe(false)
    expect(await correctText(app.db, other, id, [textPart('x')], app.now)).toBe(false)
    expect(await findAnnouncement(app.db, other, id)).toBeUndefined()
    expect(await remindUnconfirmed(app.db, other, id)).toBe(0)
  })
})

describe('a part that did not arrive', () => {
  it('is sent anew without those that did', async () => {
    let broken = true
    answering(app.platform, ({ chat, body }) =>
      broken && chat === 'nhom-1' && body.text === 'Hai'
        ? { state: 'refused', reason: '400 Bad Request: x' }
        : undefined,
    )
    const id = await begun(app, council, { parts: [textPart('Một'), textPart('Hai'), textPart('Ba')] })
    await follow(app)
    expect(await countsOf(app, id)).toEqual({ sent: CHATS - 1, refused: 1 })
    broken = false
    await retryFailed(app.db, council, id)
    await follow(app)
    expect(shownIn(app, 'nhom-1').map(({ text }) => text)).toEqual(['Một', 'Ba', 'Hai'])
    expect(await countsOf(app, id)).toEqual({ sent: CHATS })
  })
})

describe('a network', () => {
  it('that is down for ten minutes loses nothing', async () => {
    const up = app.now.getTime() + 600_000
    answering(app.platform, () =>
      app.now.getTime() < up ? { state: 'later', afterMs: 5000, reason: '502 Bad Gateway' } : undefined,
    )
    const id = await begun(app, council)
    for (let minute = 0; minute < 13; minute += 1) {
      await app.runJob(announce)
      app.now = new Date(app.now.getTime() + 60_000)
      await app.settle()
    }
    await follow(app)
    expect(await countsOf(app, id)).toEqual({ sent: CHATS })
    expect(chats(told()).size).toBe(CHATS)
    expect(told()).toHaveLength(CHATS)
  })

  it('that moved a group has it told at its new address', async () => {
    answering(app.platform, ({ chat }) =>
      chat === 'nhom-1' ? { state: 'refused', reason: 'migrated', movedTo: '-100' } : undefined,
    )
    const id = await begun(app, council)
    await follow(app)
    expect(await countsOf(app, id)).toEqual({ sent: CHATS })
    expect(shownIn(app, '-100')).toHaveLength(1)
  })

  it('that tells of the move through a group that was met before has it told once', async () => {
    await app.db.chat.create({
      data: {
        platform: 'telegram',
        externalId: '-100',
        kind: 'group',
        title: 'Mới',
        createdAt: app.now,
        councilId: council,
      },
    })
    answering(app.platform, ({ chat }) =>
      chat === 'nhom-1' ? { state: 'refused', reason: 'migrated', movedTo: '-100' } : undefined,
    )
    const id = await begun(app, council)
    await follow(app)
    const { sent } = await countsOf(app, id)
    expect(sent).toBe((await recipientsOfAnnouncement(app.db, id)).length)
    expect(shownIn(app, '-100').length).toBeGreaterThan(0)
  })
})

describe('a death', () => {
  it('between two chunks loses and repeats nothing', async () => {
    answering(app.platform, () => ({ state: 'later', afterMs: 1000, reason: '429' }))
    const id = await begun(app, council)
    const say = createSay(loadTranslators())
    const log = { error: (_: object, message: string) => expect.fail(message) }
    const active = { id, councilId: council, state: 'sending' as const }
    await app.db.$transaction((tx) => enqueueChunk({ db: app.db, tx, now: app.now, say, log }, active, -1))
    expect(await app.db.outbox.count({ where: { kind: 'announcement' } })).toBe(50)
    await app.restart()
    app.now = new Date(app.now.getTime() + 5000)
    await follow(app)
    expect(told()).toHaveLength(CHATS)
    expect(chats(told()).size).toBe(CHATS)
  })
})

describe('stopping', () => {
  it('takes back what waits, and going on sends exactly that', async () => {
    answering(app.platform, ({ chat }) =>
      chat === 'nhom-9' && app.now < new Date('2025-03-10T09:10:00+07:00')
        ? { state: 'later', afterMs: 60_000, reason: '429' }
        : undefined,
    )
    const id = await begun(app, council)
    await app.runJob(announce)
    expect(await stopSending(app.db, council, id, app.now)).toBe(true)
    await follow(app)
    expect(await countsOf(app, id)).toEqual({ sent: CHATS - 1, stopped: 1 })
    expect(progress().text).toBe('Đã dừng, đã gửi 59/60, chưa gửi 1.')
    expect(progress().choices).toEqual(['Gửi tiếp', 'Danh sách'])
    app.now = new Date('2025-03-10T09:10:00+07:00')
    expect(await continueSending(app.db, council, id)).toBe(1)
    await follow(app)
    expect(told()).toHaveLength(CHATS)
    expect(await findAnnouncement(app.db, council, id)).toMatchObject({ state: 'sent' })
  })

  it('before anything went out sends nothing', async () => {
    const id = await begun(app, council)
    await stopSending(app.db, council, id, app.now)
    await follow(app)
    expect(told()).toEqual([])
    expect(await countsOf(app, id)).toEqual({ stopped: CHATS })
  })
})

describe('a correction', () => {
  it('changes what stands in every chat in place, its receipt included', async () => {
    const id = await begun(app, council, { receipt: true })
    await follow(app)
    expect(await correctText(app.db, council, id, [textPart('Dời sang thứ Sáu')], app.now)).toBe(true)
    await follow(app)
    expect(told('Dời sang thứ Sáu')).toHaveLength(CHATS)
    expect(told('Dời sang thứ Sáu').every(({ edited, choices }) => edited === 1 && choices[0] === 'Đã nhận')).toBe(true)
    expect(await findAnnouncement(app.db, council, id)).toMatchObject({ state: 'sent' })
    await correctText(app.db, council, id, [textPart('Dời sang thứ Bảy')], app.now)
    await follow(app)
    expect(told('Dời sang thứ Bảy')).toHaveLength(CHATS)
  })

  it('reaches those who still wait in the new words, once', async () => {
    answering(app.platform, ({ chat }) =>
      chat === 'nhom-9' && app.now < new Date('2025-03-10T09:10:00+07:00')
        ? { state: 'later', afterMs: 60_000, reason: '429' }
        : undefined,
    )
    const id = await begun(app, council)
    await app.runJob(announce)
    await correctText(app.db, council, id, [textPart('Mới')], app.now)
    await app.runJob(announce)
    app.now = new Date('2025-03-10T09:11:00+07:00')
    await follow(app)
    expect(shownIn(app, 'nhom-9').map(({ text, edited }) => [text, edited])).toEqual([['Mới', 0]])
    expect(told('Mới')).toHaveLength(CHATS)
  })
})

describe('withdrawing', () => {
  it('deletes it everywhere; where that is refused it says so in place', async () => {
    const deleted: string[] = []
    answering(app.platform, ({ chat, deletes }) => {
      if (deletes === undefined) return undefined
      if (chat === 'nhom-1') return { state: 'refused', reason: "400 Bad Request: message can't be deleted" }
      deleted.push(chat)
      return { state: 'sent', messageId: deletes }
    })
    const id = await begun(app, council)
    await follow(app)
    expect(await withdraw(app.db, council, id, app.now)).toBe(true)
    app.now = new Date(app.now.getTime() + 5000)
    await app.runJob(announce)
    expect(progress()).toMatchObject({ text: 'Đang thu hồi…', choices: ['Danh sách'] })
    await follow(app)
    expect(new Set(deleted).size).toBe(CHATS - 1)
    expect(shownIn(app, 'nhom-1').map(({ text }) => text)).toEqual(['Thông báo này đã được thu hồi.'])
    expect(await findAnnouncement(app.db, council, id)).toMatchObject({
      state: 'withdrawn',
      endedAt: expect.any(Date) as Date,
    })
    expect(progress().text).toBe('Đã thu hồi thông báo ở 60 nơi.')
  })
})

describe('a receipt', () => {
  it('is noted once for each person; those who owe it are reminded alone', async () => {
    await app.say(SECRETARY, '/donvi thêm Công an phường')
    await makeHead(app, HEAD, 'Công an phường')
    await app.say(HEAD, '/start')
    app.platform.seen.length = 0
    const id = await begun(app, council, { audience: { groups: 'all', members: true }, receipt: true })
    await follow(app)
    const chat = await app.db.chat.findFirstOrThrow({ where: { externalId: HEAD.id } })
    const account = await app.db.account.findFirstOrThrow({ where: { externalId: HEAD.id } })
    const confirm = () => confirmReceipt(app.db, council, id, chat.id as ChatId, account.personId as PersonId, app.now)
    expect((await unconfirmed(app.db, id)).map(({ name }) => name).sort()).toEqual(['Anh Công', 'Chị Thư'])
    expect(await remindUnconfirmed(app.db, council, id)).toBe(2)
    await follow(app)
    expect(shownIn(app, HEAD.id).at(-1)).toMatchObject({
      text: 'Nhắc: đề nghị xác nhận đã nhận\nMời họp Hội đồng',
      choices: ['Đã nhận'],
    })
    expect(shownIn(app, GROUP)).toHaveLength(1)
    expect([await confirm(), await confirm()]).toEqual([true, false])
    expect((await unconfirmed(app.db, id)).map(({ name }) => name)).toEqual(['Chị Thư'])
  })
})

describe('the secretariat', () => {
  it('reads of heads who cannot be told, with their phones', async () => {
    await app.say(SECRETARY, '/donvi thêm Tổ quản lý chợ')
    await app.db.unit.updateMany({ data: { phone: '0901234567' } })
    const id = await begun(app, council, { audience: { heads: 'all' } })
    await follow(app)
    expect(await recipientsOfAnnouncement(app.db, id)).toMatchObject([
      { name: 'Tổ quản lý chợ', state: 'unreached', phone: '0901234567' },
    ])
    expect(progress().text).toBe('Đã gửi 0/1.\nChưa đến: Tổ quản lý chợ (chưa có trưởng hoặc phó).')
  })

  it('does not tell a group twice that was left since; it is refused', async () => {
    const left = await app.db.chat.findFirstOrThrow({ where: { externalId: 'nhom-1' } })
    await leaveChat(app.db, left.id as ChatId)
    const id = await begun(app, council)
    await follow(app)
    expect(await countsOf(app, id)).toEqual({ sent: CHATS - 1, refused: 1 })
  })
})

describe('a time', () => {
  const scheduled = async (sendAt: string, repeat?: 'weekly' | 'monthly') => {
    const id = await draftOf(app, council, { sendAt: new Date(sendAt), ...(repeat ? { repeat } : {}) })
    await changeAnnouncement(app.db, council, id, ['draft'], { state: 'scheduled' })
    return id
  }
  const at = async (instant: string) => {
    app.now = new Date(instant)
    await follow(app)
  }

  it('is kept, not before and once', async () => {
    await scheduled('2025-03-11T10:00:00+07:00')
    await at('2025-03-11T09:59:00+07:00')
    expect(told()).toEqual([])
    await at('2025-03-11T10:00:00+07:00')
    await at('2025-03-12T10:00:00+07:00')
    expect(told()).toHaveLength(CHATS)
  })

  it('in the quiet hours is kept where it was chosen, not where it was missed', async () => {
    await scheduled('2025-03-11T19:00:00+07:00')
    await at('2025-03-11T21:00:00+07:00')
    expect(told()).toEqual([])
    await at('2025-03-12T07:00:00+07:00')
    expect(told()).toHaveLength(CHATS)
    await scheduled('2025-03-12T21:00:00+07:00')
    await at('2025-03-12T21:00:00+07:00')
    expect(told()).toHaveLength(2 * CHATS)
  })

  it('comes again each week, on the next working day where that is a day off', async () => {
    await scheduled('2025-04-23T10:00:00+07:00', 'weekly')
    await at('2025-04-23T10:00:00+07:00')
    const next = async () => (await announcementsOf(app.db, council, ['scheduled'])).map(({ sendAt }) => sendAt)
    // Wednesday 30/4 to Friday 02/5 are days off.
    expect(await next()).toEqual([new Date('2025-05-05T10:00:00+07:00')])
    await at('2025-05-05T10:00:00+07:00')
    expect(await next()).toEqual([new Date('2025-05-07T10:00:00+07:00')])
  })
})

/** How the network answers each try of a chat: the same for the same seed. */
const OUTCOMES: (SendOutcome | undefined)[] = [
  undefined,
  undefined,
  BLOCKED,
  LOST,
  { state: 'refused', reason: '400 Bad Request: x' },
]

describe('whatever the network answers', () => {
  it.each([1, 2, 3, 4])(
    'the numbers add up, and trying anew reaches exactly those who were refused (%i)',
    async (seed) => {
      const next = random(seed)
      let telling = true
      answering(app.platform, ({ chat }) =>
        telling && chat.startsWith('nhom') ? OUTCOMES[Math.floor(next() * OUTCOMES.length)] : undefined,
      )
      const id = await begun(app, council, { parts: [textPart('Một'), textPart('Hai')] })
      await follow(app)
      const recipients = await recipientsOfAnnouncement(app.db, id)
      const counts = await countsOf(app, id)
      expect(Object.values(counts).reduce((one, other) => one + other)).toBe(CHATS)
      expect(counts['waiting']).toBeUndefined()
      const chatOf = (name: string) => (name.startsWith('Nhóm H') ? GROUP : name.replace('Nhóm ', 'nhom-'))
      const shown = (chat: string) => shownIn(app, chat).map(({ text }) => text)
      for (const { name, state } of recipients)
        if (state === 'sent') expect(shown(chatOf(name)).sort()).toEqual(['Hai', 'Một'])
      telling = false
      await app.db.chat.updateMany({ data: { state: 'active' } })
      expect(await retryFailed(app.db, council, id)).toBe(counts['refused'] ?? 0)
      const before = new Map(recipients.map(({ name }) => [name, shown(chatOf(name)).length]))
      await follow(app)
      for (const { name, state } of recipients) {
        const now = shown(chatOf(name))
        expect(now.length > before.get(name)!).toBe(state === 'refused')
        expect(new Set(now).size).toBe(now.length)
      }
    },
  )
})
