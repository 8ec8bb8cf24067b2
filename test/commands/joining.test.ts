import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTestApp, GROUP, HEAD, SECRETARY, STRANGER, type TestApp } from '../support/app.ts'

let app: TestApp
beforeEach(async () => {
  app = await createTestApp()
})
afterEach(() => app.stop())

describe('a code', () => {
  it('makes its owner the secretariat, once', async () => {
    const { code } = await app.createCouncil()
    const [first] = await app.say(SECRETARY, `/start ${code}`)
    const [second] = await app.say(STRANGER, `/start ${code}`)
    expect(first!.text).toContain('Đã ghi nhận Chị Thư là thư ký của Hội đồng TĐKT phường Thử.')
    expect(first!.text).toContain('thêm bot vào nhóm của Hội đồng rồi gõ /lienket')
    expect(first!.text).toContain('gửi tệp kế hoạch')
    expect(second!.text).toBe('Mã không đúng, đã dùng hoặc đã hết hạn. Đề nghị thư ký Hội đồng cấp mã mới.')
  })

  it('is not taken in a group', async () => {
    const { code } = await app.createCouncil()
    const [refused] = await app.sayInGroup(SECRETARY, `/start ${code}`)
    const [taken] = await app.say(SECRETARY, `/start ${code}`)
    expect(refused!.text).toContain('Đề nghị gửi mã trong tin nhắn riêng')
    expect(taken!.text).toContain('thư ký')
  })

  it('is made by the secretariat in private, with a link, and never in a group', async () => {
    await app.linkedCouncil()
    await app.say(SECRETARY, '/donvi thêm Công an phường')
    const [made] = await app.say(SECRETARY, '/moi trưởng công an phường')
    const [inGroup] = await app.sayInGroup(SECRETARY, '/moi trưởng Công an phường')
    expect(made!.text).toContain('Mã cho trưởng Công an phường, dùng một lần, trong 7 ngày (đến 27/02/2025):')
    expect(made!.text).toMatch(/https:\/\/chat\.example\/bot\?start=[0-9A-Z]{26}/)
    expect(inGroup!.text).toContain('Đề nghị gõ lệnh này trong tin nhắn riêng với bot để lấy mã.')
  })

  it('for a unit that is not there yet asks first, then adds it', async () => {
    await app.linkedCouncil()
    const [asked] = await app.say(SECRETARY, '/moi phó Trạm Y tế')
    expect(asked!.text).toBe('Chưa có đơn vị “Trạm Y tế”. Thêm đơn vị này?')
    const [made] = await app.press(SECRETARY, asked!, 'Thêm “Trạm Y tế”')
    expect(made!.text).toContain('Mã cho phó Trạm Y tế')
  })
})

describe('a role on the spot', () => {
  it('is given by the secretariat as a reply in the group', async () => {
    await app.linkedCouncil()
    await app.say(SECRETARY, '/donvi thêm Công an phường')
    const replyTo = { externalId: HEAD.id, name: HEAD.name }
    const [given] = await app.sayInGroup(SECRETARY, '/moi trưởng Công an phường', { replyTo })
    const [greeted] = await app.say(HEAD, '/start')
    expect(given!.text).toBe('Đã ghi nhận Anh Công là trưởng Công an phường của Hội đồng TĐKT phường Thử.')
    expect(greeted!.text).toContain('Anh/chị là trưởng Công an phường')
  })

  it('is not given by anybody else', async () => {
    await app.linkedCouncil()
    const [refused] = await app.sayInGroup(STRANGER, '/moi thư ký', { replyTo: { externalId: 'x', name: 'X' } })
    expect(refused!.text).toContain('Anh/chị chưa được giao việc này.')
    expect(await app.db.membership.count()).toBe(1)
  })
})

describe('linking a group', () => {
  it('is done by the secretariat only', async () => {
    const { code } = await app.createCouncil()
    await app.say(SECRETARY, `/start ${code}`)
    const [refused] = await app.sayInGroup(STRANGER, '/lienket')
    const [linked] = await app.sayInGroup(SECRETARY, '/link')
    expect(refused!.text).toContain('Anh/chị chưa được giao việc này.')
    expect(linked!.text).toContain('Đã liên kết nhóm này với Hội đồng TĐKT phường Thử.')
  })

  it('of two councils asks which one, in private', async () => {
    const one = await app.createCouncil('Hội đồng Một')
    const two = await app.createCouncil('Hội đồng Hai')
    await app.say(SECRETARY, `/start ${one.code}`)
    await app.say(SECRETARY, `/start ${two.code}`)
    const said = await app.sayInGroup(SECRETARY, '/lienket')
    const asked = said.find(({ chat }) => chat === SECRETARY.id)!
    const inGroup = said.find(({ chat }) => chat === GROUP)!
    expect(asked.choices).toEqual(['Hội đồng Hai', 'Hội đồng Một'])
    expect(inGroup.text).not.toContain('Hội đồng Một')
    await app.press(SECRETARY, asked, 'Hội đồng Hai')
    const [again] = await app.sayInGroup(SECRETARY, '/lienket')
    expect(again!.text).toContain('Hội đồng Hai')
  })

  it('does not take over the group of another council', async () => {
    await app.linkedCouncil()
    const other = await app.createCouncil('Hội đồng Khác')
    const rival = { id: 'rival', name: 'Thư ký khác' }
    await app.say(rival, `/start ${other.code}`)
    const [refused] = await app.sayInGroup(rival, '/lienket')
    expect(refused!.text).toContain('Nhóm này đang liên kết với một hội đồng.')
    expect(refused!.text).not.toContain('phường Thử')
  })

  it('is undone by its secretariat, and the group then hears nothing', async () => {
    await app.linkedCouncil()
    await app.sayInGroup(SECRETARY, '/lienket bỏ')
    const [answer] = await app.sayInGroup(STRANGER, '/donvi')
    expect(answer!.text).toContain('Nhóm này chưa liên kết')
  })

  it('survives the group becoming a supergroup, and a removal of the bot', async () => {
    await app.linkedCouncil()
    const group = { externalId: GROUP, kind: 'group' as const }
    await app.platform.deliver({ chat: group, event: { kind: 'migrated', to: 'super-1' } })
    const [moved] = await app.sayInGroup(STRANGER, '/donvi', {}, 'super-1')
    await app.deliver(SECRETARY, { externalId: 'super-1', kind: 'group' }, { kind: 'removed' })
    const left = await app.db.chat.findFirstOrThrow({ where: { externalId: 'super-1' } })
    expect(moved!.text).toContain('Chưa có đơn vị nào.')
    expect(left).toMatchObject({ state: 'left' })
    expect(left.councilId).toBeTruthy()
  })
})

describe('a person in two councils', () => {
  it('is asked which one in private, answered from it, and can change', async () => {
    const one = await app.createCouncil('Hội đồng Một')
    const two = await app.createCouncil('Hội đồng Hai')
    await app.say(SECRETARY, `/start ${one.code}`)
    await app.say(SECRETARY, `/start ${two.code}`)
    const [asked] = await app.say(SECRETARY, '/donvi thêm Công an xã')
    await app.press(SECRETARY, asked!, 'Hội đồng Hai')
    const unit = await app.db.unit.findFirstOrThrow()
    expect(unit.councilId).toBe(two.id)
    const [list] = await app.say(SECRETARY, '/hoidong')
    await app.press(SECRETARY, list!, 'Hội đồng Một')
    const [units] = await app.say(SECRETARY, '/donvi')
    expect(units!.text).toContain('Chưa có đơn vị nào.')
  })
})

describe('words that are not for the bot', () => {
  it.each(['cảm ơn nhé', 'ok', 'hay quá'])('a reply "%s" to its message in the group gets no answer', async (text) => {
    await app.linkedCouncil()
    expect(await app.sayInGroup(STRANGER, text, { addressed: 'reply' })).toEqual([])
  })

  it("another bot's command in the group gets no answer, a wrong one in private a sentence", async () => {
    await app.linkedCouncil()
    expect(await app.sayInGroup(STRANGER, '/weather')).toEqual([])
    const [answer] = await app.say(STRANGER, '/weather')
    expect(answer!.text).toBe('Không có lệnh /weather. Các lệnh có thể dùng: /trogiup')
  })
})
