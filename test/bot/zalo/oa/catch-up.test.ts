import { describe, expect, it } from 'vitest'
import { until } from '../../../support/until.ts'
import { AN, BINH, GROUP, message, openOa, type Opened } from './open-oa.ts'

const SECOND = 1000
const texts = ({ inbox }: Opened) => inbox.map(({ event }) => (event.kind === 'text' ? event.text : event.kind))

/** The bot heard something in both chats, and is away now. */
async function away(history: Partial<Opened['network']['history']> = {}) {
  const opened = await openOa()
  Object.assign(opened.network.history, history)
  await opened.start()
  await opened.network.say(AN, 'trước', { group: GROUP })
  await opened.network.say(AN, 'riêng trước')
  await opened.platform.stop()
  opened.network.now += 60 * SECOND
  return opened
}
async function missed({ network }: Opened, texts: string[], group?: string) {
  for (const [index, text] of texts.entries()) {
    network.now += 3 * SECOND
    await network.say(index % 2 ? AN : BINH, text, { missed: true, ...(group && { group }) })
  }
}
const some = (count: number) => Array.from({ length: count }, (_, index) => `lỡ ${index + 1}`)

describe('what was said while the bot was away', () => {
  const worlds = (['desc', 'asc'] as const).flatMap((order) =>
    [false, true].flatMap((otherIds) => [3, 10].map((page) => ({ order, otherIds, page }))),
  )
  it.each(worlds)('is heard afterwards, once and in its order (%j)', async (history) => {
    const opened = await away(history)
    await missed(opened, some(24), GROUP)
    opened.network.now += 3 * SECOND
    await opened.network.say(AN, 'riêng', { missed: true })
    await opened.restart()
    await until(() => opened.inbox.length === 27)
    expect(texts(opened).filter((text) => text.startsWith('lỡ'))).toEqual(some(24))
    expect(opened.inbox.at(-1)).toMatchObject({ sender: { name: 'Chị An' }, event: { text: 'riêng' } })
    await opened.network.say(BINH, 'sau', { group: GROUP })
    await opened.restart()
    await opened.network.say(BINH, 'nữa')
    expect(texts(opened).slice(27)).toEqual(['sau', 'nữa'])
  })

  it('is heard before what comes meanwhile', async () => {
    const opened = await away()
    await missed(opened, some(5), GROUP)
    await opened.restart()
    await opened.network.say(BINH, 'mới', { group: GROUP })
    expect(texts(opened).slice(2)).toEqual([...some(5), 'mới'])
  })

  it('is not answered twice where its event comes late, under another id', async () => {
    const opened = await away({ otherIds: true })
    await opened.network.say(BINH, 'đã lỡ', { missed: true, group: GROUP })
    await opened.restart()
    await until(() => opened.inbox.length === 3)
    const late = (id: string, text: string) =>
      opened.network.deliver(opened.network.event(BINH, text, { id, group: GROUP }))
    await late('late-1', 'đã lỡ')
    expect(texts(opened).slice(2)).toEqual(['đã lỡ'])
    await late('late-2', 'đã lỡ')
    await late('late-3', 'khác')
    expect(texts(opened).slice(2)).toEqual(['đã lỡ', 'đã lỡ', 'khác'])
  })

  it('leaves out what the bot said itself', async () => {
    const opened = await away()
    await opened.platform.send(message(GROUP, 'Nhắc việc'))
    await missed(opened, some(1), GROUP)
    await opened.restart()
    await until(() => opened.inbox.length === 3)
    await opened.network.say(BINH, 'sau', { group: GROUP })
    expect(texts(opened).slice(2)).toEqual(['lỡ 1', 'sau'])
  })

  it('is passed over in a chat that was never heard before', async () => {
    const opened = await openOa()
    await missed(opened, some(3), GROUP)
    await missed(opened, some(3))
    await opened.start()
    await opened.network.say(AN, 'mới', { group: GROUP })
    expect(texts(opened)).toEqual(['mới'])
  })

  it('is heard later where Zalo cannot be asked at the start, whatever came since', async () => {
    const opened = await away()
    await missed(opened, some(2), GROUP)
    opened.network.failNext('/v3.0/oa/group/listrecentchat', { code: -200 })
    await opened.restart()
    await opened.network.say(BINH, 'mới', { group: GROUP })
    expect(texts(opened).slice(2)).toEqual(['mới'])
    await opened.restart()
    await until(() => opened.inbox.length === 5)
    expect(texts(opened).slice(3)).toEqual(some(2))
  })

  it('is nothing in a group that is not ours any more', async () => {
    const opened = await away()
    await missed(opened, some(2), GROUP)
    await opened.network.say(AN, 'riêng', { missed: true })
    opened.network.failNext('/v3.0/oa/group/conversation', { code: -403 })
    await opened.restart()
    await until(() => texts(opened).at(-1) === 'riêng')
    expect(texts(opened).slice(2)).toEqual(['riêng'])
    expect(opened.log.lines.filter(({ level }) => level === 'warn')).toEqual([])
  })

  it('is only the last of it where it is very much, and the log says so', async () => {
    const opened = await away()
    opened.network.history.page = 50
    await missed(opened, some(230), GROUP)
    await opened.restart()
    await until(() => texts(opened).at(-1) === 'lỡ 230')
    expect(opened.inbox.length).toBeGreaterThanOrEqual(202)
    expect(opened.inbox.length).toBeLessThan(232)
    expect(opened.log.lines.filter(({ level }) => level === 'warn')).toHaveLength(1)
  })
})
