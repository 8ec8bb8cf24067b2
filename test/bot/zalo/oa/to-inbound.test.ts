import { describe, expect, it } from 'vitest'
import { Event } from '#bot/zalo/oa/event.ts'
import { toInbounds } from '#bot/zalo/oa/to-inbound.ts'

const NAME = 'Thi đua phường (Thử)'
const sent = (kind: string, message: object, more: object = {}) =>
  Event.parse({
    event_name: `user_send_${kind}`,
    app_id: '1',
    sender: { id: 'u1' },
    recipient: { id: kind.startsWith('group') ? 'g1' : 'oa' },
    message: { msg_id: 'm1', ...message },
    timestamp: '1741309200000',
    ...more,
  })
const meaning = (event: Event) => {
  const read = toInbounds(event, NAME)
  return typeof read === 'string' ? read : read.inbounds
}
const eventsOf = (event: Event) => {
  const read = meaning(event)
  return typeof read === 'string' ? read : read.map((one) => one.event)
}
const picture = { type: 'image', payload: { url: 'https://zalo.example/a', thumbnail: 'https://zalo.example/t' } }
const file = (name: string) => ({
  type: 'file',
  payload: { url: 'https://zalo.example/f', name, size: '42', type: 'pdf' },
})

describe('an event of the Official Account', () => {
  it('is what a person wrote', () => {
    expect(meaning(sent('text', { text: 'quý này có gì' }))).toEqual([
      {
        platform: 'zalo-oa',
        externalId: 'm1',
        chat: { externalId: 'u1', kind: 'private' },
        sender: { externalId: 'u1', name: '' },
        at: 1741309200000,
        event: { kind: 'text', messageId: 'm1', text: 'quý này có gì', addressed: 'private' },
      },
    ])
  })

  it('is of the group to which it went', () => {
    const [inbound] = meaning(sent('group_text', { text: '2' })) as object[]
    expect(inbound).toMatchObject({ chat: { externalId: 'g1', kind: 'group' }, sender: { externalId: 'u1' } })
  })

  it.each([
    ['2', '2', 'overheard'],
    ['bot này hay', 'bot này hay', 'overheard'],
    ['robot, mai họp', 'robot, mai họp', 'overheard'],
    ['hỏi @bot xem', 'hỏi @bot xem', 'overheard'],
    ['@Thi đua phường (Thử nghiệm) mai họp', '@Thi đua phường (Thử nghiệm) mai họp', 'overheard'],
    ['/viec quý này', '/viec quý này', 'command'],
    [`/viec@${NAME} quý này`, '/viec quý này', 'command'],
    [`/viec @${NAME} quý này`, '/viec quý này', 'command'],
    [`@${NAME} /viec quý này`, '/viec quý này', 'command'],
    [`@${NAME} quý này có gì`, 'quý này có gì', 'mention'],
    [`@${NAME.toUpperCase()}, quý này`, 'quý này', 'mention'],
    [`@${NAME.normalize('NFD')} quý này`, 'quý này', 'mention'],
    [`@${NAME}`, '', 'mention'],
    [`@${NAME} ơi, quý này có gì`, 'quý này có gì', 'mention'],
    [`${NAME} ơi quý này có gì`, 'quý này có gì', 'mention'],
    [`${NAME}, quý này có gì`, 'quý này có gì', 'mention'],
    [`${NAME} gửi rồi nhé`, `${NAME} gửi rồi nhé`, 'overheard'],
    ['@bot 2', '2', 'mention'],
    ['bot ơi, quý này có gì', 'quý này có gì', 'mention'],
    ['Bot, quý này có gì', 'quý này có gì', 'mention'],
    ['@bot ơi quý này', 'quý này', 'mention'],
  ])('reads %j in a group as %j, %s', (text, words, addressed) => {
    expect(eventsOf(sent('group_text', { text }))).toEqual([{ kind: 'text', messageId: 'm1', text: words, addressed }])
  })

  it('tells what is quoted, under either name', () => {
    for (const field of ['quote_msg_id', 'quote_message_id'])
      expect(eventsOf(sent('group_text', { text: '3', [field]: 'm0' }))).toMatchObject([{ repliesTo: 'm0' }])
    expect(eventsOf(sent('text', { text: '3', quote_msg_id: { id: 'm0' } }))).toEqual([
      { kind: 'text', messageId: 'm1', text: '3', addressed: 'private' },
    ])
  })

  it('is a picture, or a file with its name', () => {
    expect(eventsOf(sent('image', { attachments: [picture] }))).toEqual([
      {
        kind: 'file',
        messageId: 'm1',
        fileId: 'https://zalo.example/a#photo.jpg',
        name: 'photo.jpg',
        size: 0,
        picture: true,
      },
    ])
    expect(eventsOf(sent('file', { text: 'xem', attachments: [file('Kế hoạch.pdf')] }))).toEqual([
      {
        kind: 'file',
        messageId: 'm1',
        fileId: `https://zalo.example/f#${encodeURIComponent('Kế hoạch.pdf')}`,
        name: 'Kế hoạch.pdf',
        size: 42,
        caption: 'xem',
      },
    ])
  })

  it('is several pictures, each of which came once', () => {
    const read = meaning(sent('image', { text: 'ảnh', attachments: [picture, picture] }))
    expect(read).toMatchObject([
      { externalId: 'm1', event: { album: 'm1', caption: 'ảnh' } },
      { externalId: 'm1#2', event: { album: 'm1' } },
    ])
  })

  it('is only its words where a file is shown to a group, unless the bot is called', () => {
    expect(eventsOf(sent('group_file', { attachments: [file('a.pdf')] }))).toEqual([])
    expect(eventsOf(sent('group_image', { text: '3 cá nhân', attachments: [picture] }))).toMatchObject([
      { kind: 'text', text: '3 cá nhân', addressed: 'overheard' },
    ])
    expect(eventsOf(sent('group_file', { text: '@bot đọc giúp', attachments: [file('a.pdf')] }))).toMatchObject([
      { kind: 'file', caption: 'đọc giúp' },
    ])
  })

  it.each(['sticker', 'audio', 'video', 'location', 'business_card'])('cannot be read as a %s', (kind) => {
    expect(eventsOf(sent(kind, { text: '' }))).toEqual([{ kind: 'unsupported', messageId: 'm1' }])
    expect(eventsOf(sent(`group_${kind}`, { text: '' }))).toEqual([])
  })

  it('tells who follows and who does not, and which group has ended', () => {
    const follower = (name: string) => Event.parse({ event_name: name, follower: { id: 'u1' }, timestamp: '5' })
    const chat = { externalId: 'u1', kind: 'private' }
    expect(meaning(follower('follow'))).toMatchObject([{ externalId: 'follow:u1:5', chat, event: { kind: 'added' } }])
    expect(meaning(follower('unfollow'))).toMatchObject([{ chat, event: { kind: 'removed' } }])
    for (const where of [{ recipient: { id: 'g1' } }, { group_id: 'g1' }]) {
      const group = { externalId: 'g1', kind: 'group' }
      expect(meaning(Event.parse({ event_name: 'disperse_group', timestamp: '5', ...where }))).toMatchObject([
        { chat: group, event: { kind: 'removed' } },
      ])
    }
  })

  it.each([
    ['oa_send_text', 'nothing'],
    ['oa_send_group_text', 'nothing'],
    ['user_seen_message', 'nothing'],
    ['user_received_message', 'nothing'],
    ['permission_revoked', 'revoked'],
    ['user_join_group', 'unknown'],
    ['something_new', 'unknown'],
  ])('%s means %s', (event_name, what) => {
    expect(meaning(Event.parse({ event_name, message: { text: 'x', msg_id: 'm' } }))).toBe(what)
  })

  it('is not known without the fields that it should have', () => {
    expect(meaning(Event.parse({ event_name: 'user_send_text', sender: 'u1', message: { text: 'a' } }))).toBe('unknown')
    expect(meaning(Event.parse({ event_name: 'user_send_text', sender: { id: 'u1' }, message: [] }))).toBe('unknown')
    expect(meaning(Event.parse({ event_name: 'follow' }))).toBe('unknown')
  })
})
