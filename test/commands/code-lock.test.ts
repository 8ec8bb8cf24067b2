import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTwoNetworks, type TwoNetworks } from '../support/two-networks.ts'
import type { Speaker } from '../support/fake-platform.ts'

const SECRETARY: Speaker = { id: 'sec', name: 'Chị Thư' }
const HEAD: Speaker = { id: 'head', name: 'Anh Công' }
const ON_ZALO: Speaker = { id: 'z-head', name: 'Công CA' }
const LOCKED = 'Mã không đúng đã được gửi nhiều lần nên bot tạm dừng nhận mã từ anh/chị.'

let net: TwoNetworks
beforeEach(async () => {
  net = await createTwoNetworks()
  const { code } = await net.createCouncil()
  await net.say(net.telegram, SECRETARY, `/start ${code}`)
  await net.say(net.telegram, SECRETARY, '/donvi thêm Công an phường')
})
afterEach(() => net.stop())

type Network = TwoNetworks['telegram']
const hears = async (on: Network, who: Speaker, text: string) =>
  (await net.say(on, who, text)).map((said) => said.text).join('\n')
const invite = async () => /[0-9A-Z]{26}/.exec(await hears(net.telegram, SECRETARY, '/moi trưởng Công an phường'))![0]
const wrongCode = (index: number) => String(index).padStart(26, '0')

/** Sends wrong codes, each another one. */
async function guess(on: Network, who: Speaker, times: number, command = '/start') {
  const said: string[] = []
  for (let index = 0; index < times; index += 1) said.push(await hears(on, who, `${command} ${wrongCode(index)}`))
  return said
}

describe('wrong codes', () => {
  it.each(['/start', '/taikhoan'])(
    'behind %s lock all codes at the sixth try, also right ones, for an hour',
    async (command) => {
      const code = await invite()
      const tries = await guess(net.telegram, HEAD, 6, command)
      for (const said of tries.slice(0, 5)) expect(said).toContain('Mã không đúng, đã dùng hoặc đã hết hạn.')
      expect(tries[5]).toBe(`${LOCKED} Đề nghị thử lại sau 60 phút.`)
      net.wait(20)
      expect(await hears(net.telegram, HEAD, `/start ${code}`)).toBe(`${LOCKED} Đề nghị thử lại sau 40 phút.`)
      expect(await hears(net.telegram, HEAD, `/taikhoan ${code}`)).toContain(LOCKED)
      expect(await net.db.membership.count()).toBe(1)
      net.wait(40)
      expect(await hears(net.telegram, HEAD, `/start ${code}`)).toContain(
        'Đã ghi nhận Anh Công là trưởng Công an phường',
      )
    },
  )

  it.each(['/start help', '/start xin chào các anh chị', '/taikhoan ưu tiên telegram', '/taikhoan telegram'])(
    'are not what ordinary words such as "%s" are',
    async (words) => {
      const code = await invite()
      for (let time = 0; time < 6; time += 1) expect(await hears(net.telegram, HEAD, words)).toContain('Mã không đúng')
      expect(await net.db.wrongCode.count()).toBe(0)
      expect(await hears(net.telegram, HEAD, `/start ${code.replace(/(.{4})/g, '$1 ')}`)).toContain('Đã ghi nhận')
    },
  )

  it.each(['ABC123', 'wrong-code', `${wrongCode(1)}0`])('are also guesses of another length: %s', async (code) => {
    for (let time = 0; time < 5; time += 1) await hears(net.telegram, HEAD, `/start ${code}`)
    expect(await hears(net.telegram, HEAD, `/start ${code}`)).toContain(LOCKED)
  })

  it('lock nobody else, and not what else a person asks', async () => {
    const code = await invite()
    await guess(net.telegram, HEAD, 6)
    expect(await hears(net.telegram, HEAD, '/trogiup')).toContain('Có thể hỏi và làm ở đây')
    expect(await hears(net.telegram, HEAD, '/start')).toContain('Kính chào')
    expect(await hears(net.zalo, ON_ZALO, `/start ${code}`)).toContain('Đã ghi nhận Công CA')
  })

  it('count together on all networks of a person', async () => {
    await net.say(net.telegram, HEAD, `/start ${await invite()}`)
    await net.link(HEAD)
    await guess(net.telegram, HEAD, 3)
    await guess(net.zalo, ON_ZALO, 2, '/taikhoan')
    for (const [on, who] of [
      [net.telegram, HEAD],
      [net.zalo, ON_ZALO],
    ] as const)
      expect((await guess(on, who, 1))[0]).toContain(LOCKED)
    expect(await net.db.wrongCode.count()).toBe(5)
  })

  it('that are sent in a group are none, and codes used well count for nothing', async () => {
    for (let time = 0; time < 6; time += 1) await net.sayInGroup(net.telegram, HEAD, `/start ${wrongCode(time)}`, 'g')
    for (let time = 0; time < 6; time += 1) await net.say(net.telegram, HEAD, `/start ${await invite()}`)
    expect(await net.db.wrongCode.count()).toBe(0)
  })
})
