import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CouncilId } from '#domain/ids.ts'
import { addUnit } from '#prisma/units.ts'
import { createTestApp, HEAD, SECRETARY, STRANGER, type TestApp } from '../support/app.ts'
import { SMALL_PLAN } from '../support/plans.ts'

let app: TestApp
let councilId: CouncilId
beforeEach(async () => {
  app = await createTestApp()
  councilId = (await app.linkedCouncil()).id
})
afterEach(() => app.stop())

const say = async (text: string) => (await app.say(SECRETARY, text))[0]!
const giveHead = (id: string, name: string) =>
  app.sayInGroup(SECRETARY, '/moi trưởng Công an phường', { replyTo: { externalId: id, name } })

describe('a unit whose name holds ":" or ";"', () => {
  const NAME = 'Khối: Mặt trận; Đoàn thể'

  it('is added, called otherwise and renamed by its name in quotes', async () => {
    expect((await say(`/donvi thêm "${NAME}"; Trạm Y tế`)).text).toBe(`Đã thêm: ${NAME}; Trạm Y tế.`)
    expect((await say(`/donvi tên khác “${NAME}”: KMT`)).text).toBe(`Đã ghi tên khác của ${NAME}: KMT.`)
    expect((await say(`/donvi đổi tên "${NAME}": Khối Mặt trận`)).text).toBe(`Đã đổi tên ${NAME} thành Khối Mặt trận.`)
  })

  it('needs no quotes where the council knows it by that name', async () => {
    await say(`/donvi thêm "${NAME}"`)
    expect((await say(`/donvi tên khác ${NAME}: KMT`)).text).toBe(`Đã ghi tên khác của ${NAME}: KMT.`)
  })
})

describe('a renamed unit', () => {
  const rename = (old: string, name: string) => say(`/donvi đổi tên "${old}": ${name}`)
  /** Each unit with what it is also called. */
  const named = async () => {
    const units = await app.db.unit.findMany({ include: { aliases: { orderBy: { name: 'asc' } } } })
    return Object.fromEntries(units.map(({ name, aliases }) => [name, aliases.map((alias) => alias.name)]))
  }

  it('is not made again by the next version of the plan, which names it as before', async () => {
    await app.importPlan(councilId, SMALL_PLAN)
    const before = Object.keys(await named())
    await giveHead('a', 'Ông An')
    await rename('Công an phường', 'Công an khu vực 5')
    await app.importPlan(councilId, SMALL_PLAN.replace('03\t05', '03\t06'))
    const after = await named()
    expect(Object.keys(after).toSorted()).toEqual(
      before.map((name) => (name === 'Công an phường' ? 'Công an khu vực 5' : name)).toSorted(),
    )
    expect((await say('/donvi công an phường')).text).toBe(
      'Công an khu vực 5\ntrưởng: Ông An\nTên khác: Công an phường',
    )
    expect((await say('chỉ tiêu của công an khu vực 5')).text).toContain('cá nhân 6')
  })

  it('keeps each name that it had, and no other name that is its own', async () => {
    await say('/donvi thêm Y tế phường')
    await rename('Y tế phường', 'Trạm Y tế')
    await rename('Trạm Y tế', 'Trạm Y tế số 5')
    expect(await named()).toEqual({ 'Trạm Y tế số 5': ['Trạm Y tế', 'Y tế phường'] })
    await rename('Trạm Y tế số 5', 'Y TẾ PHƯỜNG')
    expect(await named()).toEqual({ 'Y TẾ PHƯỜNG': ['Trạm Y tế', 'Trạm Y tế số 5'] })
    await rename('Y TẾ PHƯỜNG', 'Y tế phường')
    expect(await named()).toEqual({ 'Y tế phường': ['Trạm Y tế', 'Trạm Y tế số 5'] })
  })

  it('leaves its old name to a unit that is given it', async () => {
    await say('/donvi thêm Tổ một; Tổ hai')
    await rename('Tổ một', 'Tổ ba')
    await rename('Tổ hai', 'Tổ một')
    expect(await named()).toEqual({ 'Tổ ba': [], 'Tổ một': ['Tổ hai'] })
    expect((await say('/donvi thêm Tổ một; Tổ hai')).text).toBe('Đã có từ trước: Tổ một; Tổ một (Tổ hai).')
  })

  it('is not made again where another one is also called by its old name', async () => {
    await say('/donvi thêm Ban Một; Ban Hai')
    await say('/donvi tên khác Ban Hai: BM')
    await say('/donvi tên khác Ban Một: BM')
    expect(await addUnit(app.db, councilId, 'bm', [], app.now)).toMatchObject({ name: 'Ban Hai', added: false })
    expect(Object.keys(await named())).toHaveLength(2)
  })

  it('gives its old name to nobody of another council', async () => {
    await say('/donvi thêm Y tế phường')
    await rename('Y tế phường', 'Trạm Y tế')
    const { id } = await app.createCouncil('Hội đồng khác')
    expect(await addUnit(app.db, id, 'Y tế phường', [], app.now)).toMatchObject({ name: 'Y tế phường', added: true })
  })
})

describe('the end of a role', () => {
  beforeEach(() => say('/donvi thêm Công an phường'))

  it('is chosen among those who hold it, and recorded', async () => {
    await giveHead('a', 'Ông An')
    await giveHead('b', 'Bà Bình')
    const asked = await say('/donvi thôi trưởng công an')
    expect(asked.choices.toSorted()).toEqual(['Bà Bình (Công an phường)', 'Không', 'Ông An (Công an phường)'])
    const [ended] = await app.press(SECRETARY, asked, 'Ông An')
    expect(ended!.text).toBe('Đã ghi nhận Ông An thôi làm trưởng Công an phường.')
    expect((await say('/donvi công an')).text).toContain('trưởng: Bà Bình')
    expect(await app.db.audit.count({ where: { action: 'role-ended' } })).toBe(1)
  })

  it('is not possible for the only secretary', async () => {
    const [refused] = await app.press(SECRETARY, await say('/donvi thôi thư ký'), 'Chị Thư')
    expect(refused!.text).toContain('Đây là thư ký duy nhất của Hội đồng.')
    expect(await app.db.membership.count({ where: { role: 'secretariat' } })).toBe(1)
  })

  it.each([
    ['/donvi thôi trưởng Công an phường', 'Chưa có ai là trưởng Công an phường.'],
    ['/donvi thôi trưởng', 'Ghi vai trò và đơn vị'],
    ['/donvi thôi abc', 'Ghi vai trò và đơn vị'],
    ['/donvi thôi chắc chắn abc', 'Vai trò này không còn'],
  ])('%s: %s', async (text, expected) => {
    expect((await say(text)).text).toContain(expected)
  })

  it('is for the secretariat only', async () => {
    await giveHead(HEAD.id, HEAD.name)
    const [refused] = await app.sayInGroup(STRANGER, '/donvi thôi trưởng Công an phường')
    expect(refused!.text).toContain('Anh/chị chưa được giao việc này.')
  })
})

describe('which unit is meant', () => {
  it('is asked with at most ten short choices', async () => {
    const names = Array.from({ length: 14 }, (_, index) => `Tổ dân phố số ${index + 1} ${'thuộc địa bàn '.repeat(5)}`)
    await say(`/donvi thêm ${names.join('; ')}`)
    const asked = await say('/donvi tổ dân phố')
    expect(asked.text).toContain('còn 4 đơn vị khác')
    expect(asked.choices).toHaveLength(10)
    expect(Math.max(...asked.choices.map((label) => label.length))).toBeLessThanOrEqual(60)
  })

  it.each(['ai phụ trách công an phường?', 'trưởng công an phường là ai vậy'])('"%s" is answered', async (text) => {
    await say('/donvi thêm Công an phường')
    await giveHead('a', 'Ông An')
    expect((await say(text)).text).toContain('trưởng: Ông An')
  })
})

describe('small talk', () => {
  it.each([
    ['cảm ơn em', 'Xin sẵn sàng hỗ trợ anh/chị.'],
    ['bot là ai', 'Có thể hỏi và làm ở đây'],
    ['giúp tôi với', 'Có thể hỏi và làm ở đây'],
    ['danh sách đơn vị', 'Chưa có đơn vị nào.'],
  ])('"%s" in private', async (text, expected) => {
    expect((await say(text)).text).toContain(expected)
  })
})
