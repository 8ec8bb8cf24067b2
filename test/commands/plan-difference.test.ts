import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CouncilContext } from '#commands/command.ts'
import { differencePage, differenceReply, updatedReplies } from '#commands/plan-difference.ts'
import { renderReply } from '#commands/render.ts'
import { planImport } from '#commands/operator/plan-import.ts'
import { readPlan } from '#documents/read-plan.ts'
import type { CouncilId } from '#domain/ids.ts'
import type { Locale, Reply } from '#domain/messages.ts'
import { loadTranslators } from '#locales/translate.ts'
import { findCouncil } from '#prisma/councils.ts'
import { AMENDED_PLAN } from '../support/amended-plan.ts'
import { createTestApp, GROUP, SECRETARY, type TestApp } from '../support/app.ts'
import { SMALL_PLAN } from '../support/plans.ts'

let app: TestApp
let council: CouncilId
beforeEach(async () => {
  app = await createTestApp('2025-03-06T09:00:00+07:00')
  council = (await app.linkedCouncil(SMALL_PLAN)).id
})
afterEach(() => app.stop())

/** Stores another version of the plan and returns its id. */
async function store(text: string, approve: boolean): Promise<string> {
  const bytes = new TextEncoder().encode(text)
  const document = { name: 'sua.txt', bytes, draft: readPlan(bytes, 'sua.txt') }
  await planImport(app.db, { council, document, approve }, app.now)
  const [newest] = await app.db.planVersion.findMany({ orderBy: { version: 'desc' }, take: 1 })
  return newest!.id
}

async function context(chat = ''): Promise<CouncilContext> {
  const found = (await findCouncil(app.db, council))!
  return { db: app.db, council: found, today: '2025-03-06', chat: { id: chat } } as unknown as CouncilContext
}

const shown = (reply: Reply, locale: Locale = 'vi', limit = 4000) =>
  renderReply(reply, loadTranslators()[locale], limit)[0]!

describe('what a draft changes', () => {
  it('is shown row by row, with the places', async () => {
    const id = await store(AMENDED_PLAN, false)
    const reply = (await differenceReply(await context(), id, 1))!
    expect(shown(reply).body.text).toBe(
      [
        'Bản mới của Kế hoạch 07/KH-UBND ngày 10/01/2025',
        'So với bản trước: 1 việc mới, 1 việc bỏ, 1 việc đổi hạn, 1 việc đổi đơn vị, 1 chỉ tiêu thay đổi.',
        '',
        'Việc mới (1)',
        'PL1 mục 1: Phát động đợt thi đua cao điểm chào mừng ngày 30/4 (Trước ngày 20/4/2025)',
        '',
        'Việc bỏ (1)',
        'PL1 mục 5: Sơ kết 6 tháng đầu năm (Tháng 6/2025)',
        '',
        'Đổi hạn (1)',
        'PL1 mục 3 (trước là PL1 mục 2): Ký giao ước thi đua giữa các tổ dân phố',
        'Trước ngày 15/3/2025 → Trước ngày 25/3/2025',
        '',
        'Đổi đơn vị (1)',
        'PL1 mục 4 (trước là PL1 mục 3): Lập danh sách gương người tốt, việc tốt',
        'thực hiện: Y tế phường → Hội LHPN',
        '',
        'Chỉ tiêu thay đổi (1)',
        'Phong trào thi đua yêu nước, Công an phường: tập thể 3 → tập thể 4',
      ].join('\n'),
    )
    expect(shown(reply).choices.flat()).toEqual([{ label: 'Xem bản nháp', line: `/kehoach xem @${id}` }])
    expect(shown(reply, 'en').body.text).toContain('Against the version before: 1 new task, 1 task removed')
  })

  it('spreads over pages', async () => {
    const id = await store(AMENDED_PLAN, false)
    const first = shown((await differenceReply(await context(), id, 1))!, 'vi', 500)
    expect(first.choices.flat()).toContainEqual({ label: 'Trang sau ›', line: `/kehoach khac @${id} trang 2` })
    const second = shown((await differenceReply(await context(), id, 2))!, 'vi', 500)
    expect(second.body.text).toContain('Trang 2/')
  })

  it('says what a mark becomes: a task stays done, a deadline that moved ahead is open again', async () => {
    await app.say(SECRETARY, '/xong PL1 mục 2')
    const id = await store(AMENDED_PLAN, false)
    const text = async () => shown((await differenceReply(await context(), id, 1))!).body.text
    expect(await text()).toContain('Trước ngày 25/3/2025 · việc đã xong, giữ nguyên')
    const [mark] = await app.db.completion.findMany({ include: { task: { include: { deadlines: true } } } })
    await app.db.completion.update({ where: { id: mark!.id }, data: { deadlineId: mark!.task.deadlines[0]!.id } })
    expect(await text()).toContain('Trước ngày 25/3/2025 · mốc cũ đã đánh dấu xong, nay mở lại')
  })

  it('names the open rounds that keep the old quotas', async () => {
    const { id: round } = await app.db.round.create({
      data: { councilId: council, title: 'Đợt 1', state: 'open', deadline: app.now, createdAt: app.now },
    })
    const movement = { roundId: round, position: 0, basis: 'quota', wording: '' }
    await app.db.roundMovement.create({ data: { ...movement, name: 'Phong trào thi đua yêu nước' } })
    const id = await store(AMENDED_PLAN, false)
    const { text } = shown((await differenceReply(await context(), id, 1))!).body
    expect(text).toContain('Đợt đang mở “Đợt 1” giữ chỉ tiêu cũ; sửa bằng /dot chỉ tiêu.')
  })

  it('is nothing for the first version of a plan, and said so where somebody asks', async () => {
    const [first] = await app.db.planVersion.findMany()
    expect(await differenceReply(await context(), first!.id, 1)).toBeUndefined()
    await expect(differencePage(await context(), first!.id, 1)).rejects.toThrow('difference-first')
  })

  it('is nobody else’s', async () => {
    const id = await store(AMENDED_PLAN, false)
    const other = await app.createCouncil('Khác')
    const there = { ...(await context()), council: (await findCouncil(app.db, other.id))! }
    expect(await differenceReply(there, id, 1)).toBeUndefined()
  })
})

describe('when a new version is approved', () => {
  it('the groups are told in one line, the secretariat with the choice to see it', async () => {
    const id = await store(AMENDED_PLAN, true)
    const told = await updatedReplies(await context(), id)
    const texts = told.map((reply) => [reply.to!.chatId, shown(reply).body.text, shown(reply).choices.flat().length])
    const chats = await app.db.chat.findMany()
    const chat = (externalId: string) => chats.find((one) => one.externalId === externalId)!.id
    const text =
      'Kế hoạch 07/KH-UBND ngày 10/01/2025 đã được cập nhật: 1 việc mới, 1 việc bỏ, 1 việc đổi hạn, 1 việc đổi đơn vị, 1 chỉ tiêu thay đổi.'
    expect(texts).toEqual([
      [chat(SECRETARY.id), text, 1],
      [chat(GROUP), text, 0],
    ])
  })

  it('whoever approved it there is not told again', async () => {
    const id = await store(AMENDED_PLAN, true)
    const own = await app.db.chat.findFirst({ where: { externalId: SECRETARY.id } })
    const told = await updatedReplies(await context(own!.id), id)
    expect(told.map(({ choices }) => choices)).toEqual([undefined])
  })

  it('nobody is told of a first version, or of one that changes nothing', async () => {
    const [first] = await app.db.planVersion.findMany()
    expect(await updatedReplies(await context(), first!.id)).toEqual([])
    expect(await updatedReplies(await context(), await store(`${SMALL_PLAN}\n`, true))).toEqual([])
  })
})
