import { describe, expect, it } from 'vitest'
import { createNames } from '#bot/zalo/bot/names.ts'
import { createReader } from '#bot/zalo/bot/to-inbound.ts'
import { logShape } from '#bot/zalo/shape.ts'
import { testDatabase } from '../../../support/database.ts'
import { FakeZaloBot } from '../../../support/fake-zalo-bot.ts'
import { memoryLog } from '../../../support/memory-log.ts'

const network = new FakeZaloBot()
const lan = { id: 'u-lan' }
const group = { id: 'zgr-1', group: true }

async function reader(configured: string | undefined = 'Bot Thi đua') {
  const db = await testDatabase()
  const log = memoryLog()
  const names = (name?: string) =>
    createNames({ configured: name, ref: { platform: 'zalo-bot', bot: 1 } as const, botId: '7', db, log })
  const first = names(configured)
  return { read: createReader(first, logShape(log)), log, names }
}

describe('an update', () => {
  it('is a text of a person', async () => {
    const { read } = await reader()
    expect(await read(network.said(lan, 'quý này có gì?', { message_id: 'm1' }))).toEqual({
      platform: 'zalo-bot',
      externalId: 'message.text.received:m1',
      chat: { externalId: 'u-lan', kind: 'private' },
      sender: { externalId: 'u-lan', name: 'Lan' },
      event: { kind: 'text', messageId: 'm1', text: 'quý này có gì?', addressed: 'private' },
    })
  })

  it.each([
    ['@Bot Thi đua: 2', 'mention', '2'],
    ['@Bot Thi đua /viec', 'mention', '/viec'],
    ['/viec', 'command', '/viec'],
    ['2', 'reply', '2'],
  ])('of a group is addressed to the bot: %s', async (said, addressed, text) => {
    const { read } = await reader()
    const inbound = await read(network.said(group, said))
    expect(inbound).toMatchObject({ chat: { externalId: 'zgr-1', kind: 'group' }, event: { text, addressed } })
  })

  it.each(['reply_to_message', 'quote'])('tells what it answers in a field such as %s', async (field) => {
    const { read, log } = await reader()
    const answer = (value: unknown) => read(network.said(lan, '2', { [field]: value }))
    expect((await answer({ message_id: 'b7' }))?.event).toMatchObject({ repliesTo: 'b7' })
    expect((await answer('b7'))?.event).toMatchObject({ repliesTo: 'b7' })
    const from = { id: 'u-an', display_name: 'An' }
    expect((await answer({ message_id: 'm2', from }))?.event).toMatchObject({
      replyTo: { externalId: 'u-an', name: 'An' },
    })
    expect((await answer({ odd: true }))?.event).not.toHaveProperty('repliesTo')
    expect(log.lines).toHaveLength(1)
  })

  it.each(['photo_url', 'photo'])('is a picture, whose address stands in %s', async (field) => {
    const { read } = await reader()
    const picture = network.event('image', lan, { [field]: 'https://a.vn/1.jpg', caption: 'Quyết định' })
    expect((await read(picture))?.event).toMatchObject({
      kind: 'file',
      fileId: 'https://a.vn/1.jpg',
      name: 'photo.jpg',
      caption: 'Quyết định',
      picture: true,
    })
  })

  it('is the words of a picture in a group', async () => {
    const { read } = await reader()
    const picture = (more: object) => read(network.event('image', group, { photo_url: 'https://a.vn/1.jpg', ...more }))
    expect((await picture({ caption: '@Bot Thi đua 2' }))?.event).toMatchObject({
      kind: 'text',
      text: '2',
      addressed: 'mention',
    })
    expect(await picture({})).toBeUndefined()
  })

  it.each(['sticker', 'voice', 'unsupported'])('of a %s is unsupported, and in a group nothing', async (kind) => {
    const { read } = await reader()
    expect((await read(network.event(kind, lan, { message_id: 'm3' })))?.event).toEqual({
      kind: 'unsupported',
      messageId: 'm3',
    })
    expect(await read(network.event(kind, group))).toBeUndefined()
  })

  it('of a bot is passed over, and the kind of a chat is read in any case', async () => {
    const { read } = await reader()
    expect(
      await read(network.said(lan, 'xin chào', { from: { id: 'b', display_name: 'Bot', is_bot: true } })),
    ).toBeUndefined()
    expect(await read(network.said(lan, 'xin chào', { chat: { id: 'zgr-1', chat_type: 'group' } }))).toMatchObject({
      chat: { kind: 'group' },
    })
  })

  it.each([
    ['of an unknown kind', network.event('poll', group, { poll: { question: 'Mấy giờ họp?', votes: [1] } })],
    ['without a message', { event_name: 'group.joined', member: { name: 'Mấy giờ họp?' } }],
    ['of a strange chat', network.said(lan, 'Mấy giờ họp?', { chat: { id: '1', chat_type: 'CHANNEL' } })],
    ['that is none', ['Mấy giờ họp?']],
  ])('%s is noted once by its shape, without what it says', async (_, update) => {
    const { read, log } = await reader()
    expect(await read(update)).toBeUndefined()
    expect(await read(update)).toBeUndefined()
    expect(log.lines).toHaveLength(1)
    expect(JSON.stringify(log.lines)).toContain('string')
    expect(JSON.stringify(log.lines)).not.toMatch(/Mấy|Lan|u-lan/)
  })
})

describe('the name of the bot', () => {
  it('is learnt from a mention before a command, and known after a restart', async () => {
    const { log, names } = await reader()
    const before = names()
    const text = '@Bot Thi đua khen thưởng công an nộp 3'
    expect(await before.read(text)).toEqual({ text: 'đua khen thưởng công an nộp 3', named: true })
    await before.read('@Bot Thi đua khen thưởng hôm nay /viec')
    await before.read('@Bot Thi đua khen thưởng /viec')
    await before.read('@Bot Thi đua khen thưởng quý này /viec')
    const after = names()
    await after.load()
    expect(after.known()).toBe('Bot Thi đua khen thưởng')
    expect(await after.read(text)).toEqual({ text: 'công an nộp 3', named: true })
    expect(JSON.stringify(log.lines)).not.toContain('Thi đua')
  })

  it('of the settings or of the network needs no learning', async () => {
    const { names } = await reader()
    const configured = names('@Bot Thi đua')
    await configured.read('@Bot Khác Hẳn /viec')
    expect(configured.known()).toBe('Bot Thi đua')
    const told = names()
    told.told('Bot Thi đua')
    expect(await told.read('@Bot Thi đua 2')).toEqual({ text: '2', named: true })
  })
})
