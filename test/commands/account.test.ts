import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { COMMANDS } from '#commands/index.ts'
import { fold } from '#domain/fold.ts'
import { createTwoNetworks, type TwoNetworks } from '../support/two-networks.ts'
import type { Speaker } from '../support/fake-platform.ts'

const SECRETARY: Speaker = { id: 'sec', name: 'Chị Thư' }
const HEAD: Speaker = { id: 'head', name: 'Anh Công' }
const ON_ZALO: Speaker = { id: 'z-head', name: 'Công CA' }

let net: TwoNetworks
let council: { id: string; code: string }
beforeEach(async () => {
  net = await createTwoNetworks()
  council = await net.createCouncil()
  await net.say(net.telegram, SECRETARY, `/start ${council.code}`)
  await net.say(net.telegram, SECRETARY, '/donvi thêm Công an phường')
})
afterEach(() => net.stop())

const textOf = (said: { text: string }[]) => said.map(({ text }) => text).join('\n')

async function codeOfRole(role: string): Promise<string> {
  const said = await net.say(net.telegram, SECRETARY, `/moi ${role}`)
  return /[0-9A-Z]{26}/.exec(textOf(said))![0]
}

async function headJoins() {
  const code = await codeOfRole('trưởng Công an phường')
  await net.say(net.telegram, HEAD, `/start ${code}`)
}

describe('/taikhoan', () => {
  it('shows the accounts and gives a code that another account uses once', async () => {
    await headJoins()
    const [shown] = await net.say(net.telegram, HEAD, '/taikhoan')
    expect(shown!.text).toBe('Tài khoản của anh/chị: Telegram.')
    expect(shown!.choices).toEqual(['Lấy mã liên kết'])
    const [given] = await net.press(net.telegram, HEAD, shown!, 'Lấy mã')
    const code = /[0-9A-Z]{26}/.exec(given!.text)![0]
    expect(given!.text).toContain('trong 60 phút')

    const [linked] = await net.say(net.zalo, ON_ZALO, `/taikhoan ${code.toLowerCase()}`)
    expect(linked!.text).toContain('Đã liên kết. Tài khoản của anh/chị: Telegram, Zalo OA.')
    expect(net.telegram.textsIn('head').at(-1)).toContain('Tài khoản Zalo OA “Công CA” vừa được liên kết')
    expect(textOf(await net.say(net.zalo, ON_ZALO, '/start'))).toContain('trưởng Công an phường')
    const again = await net.say(net.zalo, { id: 'z-other', name: 'Người lạ' }, `/taikhoan ${code}`)
    expect(textOf(again)).toContain('Mã không đúng, đã dùng hoặc đã hết hạn')
  })

  it('is taken behind /start, too, and is in the audit log under roles', async () => {
    await headJoins()
    const code = await net.codeFor(HEAD)
    expect(textOf(await net.say(net.zalo, ON_ZALO, `/start ${code}`))).toContain('Đã liên kết')
    expect(textOf(await net.say(net.telegram, SECRETARY, '/nhatky vai trò'))).toContain('liên kết tài khoản Zalo OA')
  })

  it('does not tell an unknown, a used and an expired code apart', async () => {
    await headJoins()
    const used = await net.codeFor(HEAD)
    await net.say(net.zalo, ON_ZALO, `/taikhoan ${used}`)
    const late = await net.codeFor(HEAD)
    net.wait(61)
    const someone: Speaker = { id: 'z-x', name: 'X' }
    const refusals = []
    for (const code of ['0'.repeat(26), used, late])
      refusals.push(textOf(await net.say(net.zalo, someone, `/taikhoan ${code}`)))
    expect(new Set(refusals).size).toBe(1)
    expect(refusals[0]).toContain('Mã không đúng, đã dùng hoặc đã hết hạn')
  })

  it('gives no code to a stranger, and is for private chats alone', async () => {
    const stranger: Speaker = { id: 'z-x', name: 'X' }
    expect(textOf(await net.say(net.zalo, stranger, '/taikhoan ma'))).toContain('chưa tham gia Hội đồng nào')
    await headJoins()
    expect(textOf(await net.sayInGroup(net.telegram, HEAD, '/taikhoan', 'g'))).toContain('trong tin nhắn riêng')
    const code = await net.codeFor(HEAD)
    expect(textOf(await net.sayInGroup(net.zalo, ON_ZALO, `/taikhoan ${code}`, 'zg'))).toContain('không được nhận')
    expect(textOf(await net.say(net.zalo, ON_ZALO, `/taikhoan ${code}`))).toContain('Đã liên kết')
  })

  it('lets the person choose the route, by a number on Zalo', async () => {
    await headJoins()
    await net.link(HEAD)
    const [shown] = await net.say(net.zalo, ON_ZALO, '/account')
    expect(shown!.choices).toEqual([
      'Lấy mã liên kết',
      'Nhận qua Telegram',
      'Nhận qua Zalo OA',
      'Nhận qua kênh dùng gần nhất',
    ])
    expect(textOf(await net.say(net.zalo, ON_ZALO, '2'))).toContain('Tin riêng được gửi qua Telegram')
    expect((await net.db.person.findFirstOrThrow({ where: { name: 'Anh Công' } })).preferred).toBe('telegram')
    await net.say(net.zalo, ON_ZALO, '/taikhoan uu-tien tu-dong')
    expect((await net.db.person.findFirstOrThrow({ where: { name: 'Anh Công' } })).preferred).toBeNull()
  })

  it('has names that no other command has', () => {
    const names = COMMANDS.flatMap(({ name, aliases }) => [name, ...aliases])
    expect(names.filter((name) => fold(name) === 'taikhoan' || name === 'account')).toEqual(['taikhoan', 'account'])
  })
})

describe('two persons who turn out to be one', () => {
  it('have no role twice', async () => {
    await headJoins()
    await net.say(net.telegram, HEAD, `/start ${await codeOfRole('thư ký')}`)
    await net.say(net.zalo, ON_ZALO, `/start ${await codeOfRole('trưởng Công an phường')}`)
    await net.link(HEAD)
    const greeting = textOf(await net.say(net.telegram, HEAD, '/start'))
    expect(greeting.match(/trưởng Công an phường/g)).toHaveLength(1)
    expect(greeting).toContain('thư ký')
    expect(await net.db.person.count()).toBe(2)
  })

  it('stay two where whoever gave the code would gain a role by it', async () => {
    await headJoins()
    await net.say(net.zalo, ON_ZALO, `/start ${await codeOfRole('thư ký')}`)
    const persons = await net.db.person.count()
    expect(textOf(await net.link(HEAD))).toContain('Tài khoản này đang có vai trò mà tài khoản lấy mã không có')
    expect(textOf(await net.say(net.telegram, HEAD, '/start'))).not.toContain('thư ký')
    expect(await net.db.person.count()).toBe(persons)
  })

  it('cannot approve a plan twice', async () => {
    await headJoins()
    await net.say(net.telegram, HEAD, `/start ${await codeOfRole('thư ký')}`)
    await net.say(net.zalo, ON_ZALO, `/start ${await codeOfRole('thư ký')}`)
    const onZalo = await net.db.account.findFirstOrThrow({ where: { externalId: ON_ZALO.id } })
    const plan = await net.db.plan.create({ data: { councilId: council.id, createdAt: net.now } })
    await net.db.planVersion.create({
      data: {
        planId: plan.id,
        version: 1,
        state: 'draft',
        sourceName: 'kh.txt',
        sourceHash: 'x',
        warnings: [],
        createdAt: net.now,
        firstApprovedBy: onZalo.personId,
        firstApprovedAt: net.now,
      },
    })
    await net.db.council.update({ where: { id: council.id }, data: { twoApprovals: true } })
    await net.link(HEAD)
    const { id } = await net.db.planVersion.findFirstOrThrow()
    const said = textOf(await net.say(net.telegram, HEAD, `/kehoach duyet @${id}`))
    expect(said).toContain('Cần một thư ký khác duyệt')
    expect(await net.db.planVersion.findFirstOrThrow()).toMatchObject({ state: 'draft' })
  })
})

describe('a person whose network tells the name late', () => {
  it('takes the first name that is seen, and is called so where it is left out again', async () => {
    const code = await codeOfRole('trưởng Công an phường')
    await net.say(net.zalo, { id: 'z-1', name: '' }, `/start ${code}`)
    await net.say(net.zalo, { id: 'z-1', name: 'Anh Dũng' }, '/start')
    await net.say(net.zalo, { id: 'z-1', name: 'Dũng đổi tên' }, '/start')
    expect(textOf(await net.say(net.zalo, { id: 'z-1', name: '' }, '/start'))).toContain('Kính chào Anh Dũng')
  })
})
