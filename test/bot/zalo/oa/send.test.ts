import { describe, expect, it } from 'vitest'
import { AN, BINH, GROUP, message, openOa } from './open-oa.ts'

const CS = '/v3.0/oa/message/cs'
const IN_GROUP = '/v3.0/oa/group/message'
const base64 = (text: string) => Buffer.from(text).toString('base64')
const PDF = { name: 'a.pdf', mime: 'application/pdf', base64: base64('%PDF-1.4') }
const PNG = { name: 'a.png', mime: 'image/png', base64: base64('PNG') }
const long = Array.from({ length: 300 }, (_, index) => `Mục ${index}: việc đến hạn`).join('\n')

describe('a message to Zalo', () => {
  it('goes to a person or to a group, which are known by what came from there, or by their addresses', async () => {
    const { network, platform, start } = await openOa()
    network.groups.set('77777777777777777777', { name: 'Chỉ có số', members: {} })
    await start()
    await network.say(AN, 'chào', { group: '77777777777777777777' })
    for (const chat of [AN, GROUP, '77777777777777777777']) await platform.send(message(chat, 'Việc'))
    const sends = network.calls.filter((path) => path.endsWith('message') || path.endsWith('cs'))
    expect(sends).toEqual([CS, IN_GROUP, IN_GROUP])
  })

  it('names in a group whom it answers, and quotes in private', async () => {
    const { network, platform } = await openOa()
    await platform.send(message(GROUP, 'Đã nhận', { mentions: BINH, answers: 'm1' }))
    await platform.send(message(AN, 'Đã nhận', { mentions: AN, answers: 'm1,m2' }))
    expect(network.sent).toMatchObject([{ text: `[@${BINH}] Đã nhận` }, { text: 'Đã nhận', quotes: 'm1' }])
    expect(network.sent[0]).not.toHaveProperty('quotes')
  })

  it('goes in pieces, and nobody knows where only some of them went', async () => {
    const { network, platform } = await openOa()
    const whole = await platform.send(message(GROUP, long))
    const ids = network.sent.map(({ id }) => id)
    expect(whole).toEqual({ state: 'sent', messageId: ids.join(',') })
    expect(network.sent.map(({ text }) => text).join('\n')).toBe(long)
    network.failNext(IN_GROUP, { code: -237 })
    expect(await platform.send(message(GROUP, long))).toEqual({ state: 'refused', reason: 'group-expired' })
    network.failNext(IN_GROUP, 'none', { code: -999 })
    expect(await platform.send(message(GROUP, long))).toMatchObject({ state: 'uncertain' })
  })

  it('waits as a whole where the minute has not enough room for all its pieces', async () => {
    const { network, platform } = await openOa()
    let went = 0
    for (let time = 0; time < 60; time += 1) {
      const { state } = await platform.send(message(GROUP, long))
      went += state === 'sent' ? 1 : 0
    }
    const pieces = network.sent.length / went
    expect(Number.isInteger(pieces)).toBe(true)
    expect(network.calls.length).toBeLessThan(100)
    expect(await platform.send(message(GROUP, long))).toMatchObject({ state: 'later', everything: true })
  })

  it('has its text under a picture in private, and ahead of it in a group', async () => {
    const { network, platform } = await openOa()
    await platform.send(message(AN, 'Kết quả', { file: PNG }))
    const { messageId } = (await platform.send(message(GROUP, 'Kết quả', { file: PNG }))) as { messageId: string }
    const attachment = [...network.uploads.keys()][0]
    expect(network.sent).toMatchObject([{ text: 'Kết quả', attachment }, { text: 'Kết quả' }, { attachment }])
    expect(messageId).toBe(`${network.sent[1]?.id},${network.sent[2]?.id}`)
  })

  it('uploads the same file once, and anew where Zalo has forgotten it', async () => {
    const { network, platform } = await openOa()
    for (const chat of [AN, BINH, GROUP]) await platform.send(message(chat, '', { file: PDF }))
    expect(network.uploads.size).toBe(1)
    network.uploads.clear()
    expect(await platform.send(message(AN, '', { file: PDF }))).toMatchObject({ state: 'sent' })
    expect(network.uploads.size).toBe(1)
    network.now += 6 * 86_400_000
    await platform.send(message(AN, '', { file: PDF }))
    expect(network.uploads.size).toBe(2)
  })

  it('uploads once for all who are sent the same file at the same time', async () => {
    const { network, platform } = await openOa()
    await Promise.all([AN, BINH, GROUP].map((chat) => platform.send(message(chat, '', { file: PDF }))))
    expect(network.uploads.size).toBe(1)
    expect(network.sent).toHaveLength(3)
  })

  it.each([
    ['of another kind', { ...PDF, name: 'lich.ics' }, 'file-type'],
    ['of more than 5 MB', { ...PDF, base64: base64('x'.repeat(5_300_000)) }, 'file-size'],
    ['of more than 1 MB, a picture', { ...PNG, base64: base64('x'.repeat(1_100_000)) }, 'file-size'],
  ])('is refused with a file %s', async (_, file, reason) => {
    const { network, platform } = await openOa()
    expect(await platform.send(message(AN, 'Xem', { file }))).toEqual({ state: 'refused', reason })
    expect(network.calls).toEqual([])
  })

  it('is sent later where its file cannot be uploaded now', async () => {
    const { network, platform } = await openOa()
    network.failNext('/v2.0/oa/upload/file', 'reset')
    expect(await platform.send(message(AN, 'Xem', { file: PDF }))).toMatchObject({ state: 'later' })
    expect(network.sent).toEqual([])
    expect(await platform.send(message(AN, 'Xem', { file: PDF }))).toMatchObject({ state: 'sent' })
  })

  it('may have gone where its answer was lost, or has no id', async () => {
    const { network, platform } = await openOa()
    network.failNext(CS, 'reset')
    expect(await platform.send(message(AN, 'Việc'))).toMatchObject({ state: 'uncertain' })
  })

  it('is refused where there is nothing in it', async () => {
    const { platform } = await openOa()
    expect(await platform.send(message(AN, ' '))).toEqual({ state: 'refused', reason: 'nothing to say' })
  })

  it('goes out once for each of many at the moment at which a token ends', async () => {
    const { network, platform } = await openOa()
    network.expireToken()
    expect(await platform.send(message(AN, 'Việc'))).toMatchObject({ state: 'sent' })
    expect([network.renewals, network.sent.length]).toEqual([1, 1])
  })
})
