import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { toInbound } from '#bot/telegram/to-inbound.ts'
import { Inbound } from '#domain/messages.ts'

const me = { id: 123, username: 'test_bot' }
const bot = { id: 123, is_bot: true, first_name: 'Bot', username: 'test_bot' }
const ann = { id: 5_000_000_001, is_bot: false, first_name: 'Ann', last_name: 'Lê', language_code: 'vi' }
const bob = { id: 5_000_000_002, is_bot: false, first_name: 'Bob' }
const otherBot = { id: 9, is_bot: true, first_name: 'Other', username: 'other_bot' }
const group = { id: -1_002_000_000_001, type: 'supergroup', title: 'Hội đồng' }
const inPrivate = { id: ann.id, type: 'private', first_name: 'Ann' }
const document = { file_id: 'F', file_unique_id: 'f', file_name: 'KH.docx', file_size: 3 }
const theirs = { message_id: 5, date: 1, chat: group, from: bob, text: 'tôi đây' }
const ours = { message_id: 6, date: 1, chat: group, from: bot, text: 'Thẻ' }

const inTopicOfBot = {
  is_topic_message: true,
  message_thread_id: 3,
  reply_to_message: { message_id: 3, date: 1, chat: group, from: bot },
}

/** An entity over a part of a text. */
function mark(type: string, text: string, part: string, more: object = {}) {
  return { type, offset: text.indexOf(part), length: part.length, ...more }
}

/** A message in the group with the entities that Telegram finds in it. */
function said(text: string, more: Record<string, unknown> = {}) {
  const found = [...text.matchAll(/(?<=^| )[@/][\w@]+/g)].map(({ 0: word, index }) => {
    return { type: word.startsWith('/') ? 'bot_command' : 'mention', offset: index, length: word.length }
  })
  return { message_id: 7, date: 1, chat: group, from: ann, text, entities: found, ...more }
}

function read(update: object): Inbound | undefined {
  return toInbound({ update_id: 42, ...update }, me)
}
const event = (message: object) => read({ message })?.event

describe('a message in a group', () => {
  it.each<[string, object, string, string]>([
    ['a command', said('/viec quý 3'), 'command', '/viec quý 3'],
    ['a command with our name', said('/viec@test_bot quý 3'), 'command', '/viec quý 3'],
    ['a command with our name in capitals', said('/viec@Test_Bot'), 'command', '/viec'],
    ['a mention before', said('@test_bot quý này có gì?'), 'mention', 'quý này có gì?'],
    ['a mention in other letters, in the middle', said('nhờ @TEST_bot, quý này?'), 'mention', 'nhờ, quý này?'],
    ['two mentions', said('@test_bot quý này @test_bot'), 'mention', 'quý này'],
    ['a mention before a command', said('@test_bot /viec'), 'mention', '/viec'],
    [
      'a mention of a bot without a name',
      said('Bot ơi quý này', { entities: [mark('text_mention', 'Bot ơi quý này', 'Bot', { user: bot })] }),
      'mention',
      'ơi quý này',
    ],
    ['a reply to the bot', said('3tt 5cn', { reply_to_message: ours }), 'reply', '3tt 5cn'],
    [
      'the caption of a picture with a mention',
      {
        ...said(''),
        text: undefined,
        caption: '@test_bot quý này',
        caption_entities: [mark('mention', '@test_bot', '@test_bot')],
        photo: [],
      },
      'mention',
      'quý này',
    ],
  ])('is for the bot by %s', (_, message, addressed, text) => {
    expect(event(message)).toMatchObject({ kind: 'text', messageId: '7', addressed, text })
  })

  it.each<[string, object]>([
    ['talk among people', said('hôm qua họp 15/3 vui quá mọi người ơi')],
    ['a command to another bot', said('/viec@other_bot')],
    ['a mention of somebody else', said('@other_bot quý này có gì?')],
    ['a name that only begins like ours', said('@test_bot2 quý này có gì?')],
    ['a reply to a person', said('đúng rồi', { reply_to_message: theirs })],
    ['another bot that mentions us', said('@test_bot xin chào', { from: otherBot })],
    ['a channel that mentions us', said('@test_bot', { sender_chat: { id: -100, type: 'channel', title: 'K' } })],
    ['a sticker in reply to the bot', { ...said('', { reply_to_message: ours }), text: undefined, sticker: {} }],
    [
      'talk in a topic, which points at the message that opened it',
      said('chuyện riêng', {
        is_topic_message: true,
        message_thread_id: 3,
        reply_to_message: { message_id: 3, date: 1, chat: group, from: bot, forum_topic_created: { name: 'T' } },
      }),
    ],
    ['talk in a topic that the bot opened, without the service message’s content', said('chuyện riêng', inTopicOfBot)],
  ])('is not for the bot: %s', (_, message) => {
    expect(read({ message })).toBeUndefined()
  })

  it('tells who spoke, where, and in which topic', () => {
    const message = said('/viec', { is_topic_message: true, message_thread_id: 3 })
    expect(read({ message })).toMatchObject({
      platform: 'telegram',
      externalId: '42',
      chat: { externalId: '-1002000000001', kind: 'group', title: 'Hội đồng', topic: '3' },
      sender: { externalId: '5000000001', name: 'Ann Lê', language: 'vi' },
    })
  })

  it('has no topic where a thread is only a chain of replies', () => {
    expect(read({ message: said('/viec', { message_thread_id: 3 }) })?.chat).not.toHaveProperty('topic')
  })

  it('tells to whom a command replies, unless that is a bot', () => {
    expect(event(said('/moi trưởng', { reply_to_message: theirs }))).toMatchObject({
      replyTo: { externalId: '5000000002', name: 'Bob' },
    })
    expect(event(said('/viec', { reply_to_message: ours }))).not.toHaveProperty('replyTo')
    expect(event(said('/viec', { reply_to_message: { ...theirs, from: otherBot } }))).not.toHaveProperty('replyTo')
  })

  it.each<[string, object, string | undefined]>([
    ['a reply', said('3tt 5cn', { reply_to_message: ours }), '6'],
    ['a reply with a command', said('/denghi 3tt', { reply_to_message: ours }), '6'],
    ['a reply in private', said('3tt 5cn', { chat: inPrivate, reply_to_message: { ...ours, chat: inPrivate } }), '6'],
    ['a reply to somebody else', said('@test_bot 3tt', { reply_to_message: theirs }), undefined],
    ['a command in a topic that the bot opened', said('/viec', inTopicOfBot), undefined],
    ['a quote of what the bot said in another chat', said('@test_bot 3tt', { external_reply: ours }), undefined],
    ['a message of its own', said('@test_bot 3tt'), undefined],
  ])('tells which message of the bot is replied to: %s', (_, message, repliesTo) => {
    const found = event(message)
    expect(found?.kind === 'text' && { repliesTo: found.repliesTo }).toEqual({ repliesTo })
  })

  it('of an anonymous administrator comes from nobody who could have a role', () => {
    const inbound = read({ message: said('/viec', { from: otherBot, sender_chat: group }) })
    expect(inbound?.event).toMatchObject({ text: '/viec' })
    expect(inbound?.sender?.externalId).toBe(`anonymous:${group.id}`)
  })

  it('tells that the group goes on elsewhere', () => {
    const message = {
      message_id: 1,
      date: 1,
      chat: { ...group, id: -5, type: 'group' },
      from: ann,
      migrate_to_chat_id: -1002,
    }
    expect(read({ message })).toMatchObject({ chat: { externalId: '-5' }, event: { kind: 'migrated', to: '-1002' } })
  })
})

describe('a message in private', () => {
  it('is always for the bot', () => {
    expect(read({ message: said('quý này?', { chat: inPrivate }) })).toMatchObject({
      chat: { externalId: '5000000001', kind: 'private' },
      event: { kind: 'text', addressed: 'private', text: 'quý này?' },
    })
  })
})

describe('what is marked in a text', () => {
  /** The marked parts of what is heard, by style. */
  const marked = (message: object) => {
    const heard = event(message)
    if (heard?.kind !== 'text') throw new Error('no text')
    return heard.spans?.map(({ style, offset, length, url }) => [
      style,
      heard.text.slice(offset, offset + length),
      ...(url ? [url] : []),
    ])
  }
  const inPrivateSaid = (text: string, ...entities: object[]) => said(text, { chat: inPrivate, entities })

  it.each([
    ['bold', 'bold'],
    ['italic', 'italic'],
    ['underline', 'underline'],
    ['strikethrough', 'strike'],
    ['code', 'code'],
    ['pre', 'code'],
  ])('%s is kept as %s', (type, style) => {
    const text = '😀 Mời họp ngày 15/3'
    expect(marked(inPrivateSaid(text, mark(type, text, 'ngày 15/3')))).toEqual([[style, 'ngày 15/3']])
  })

  it('is kept where marks lie in each other', () => {
    const text = 'Mời họp ngày 15/3'
    const entities = [
      mark('bold', text, 'họp ngày'),
      mark('italic', text, 'ngày 15/3'),
      mark('underline', text, 'ngày'),
    ]
    expect(marked(inPrivateSaid(text, ...entities))).toEqual([
      ['bold', 'họp ngày'],
      ['italic', 'ngày 15/3'],
      ['underline', 'ngày'],
    ])
  })

  it.each([
    ['https://example.vn/giay-moi?a=1', true],
    ['mailto:thuky@example.vn', true],
    ['tg://user?id=1', true],
    ['javascript:alert(1)', false],
    ['data:text/html,x', false],
    ['example.vn', false],
  ])('leads to %s: %s', (url, kept) => {
    const message = inPrivateSaid('Xem giấy mời', mark('text_link', 'Xem giấy mời', 'giấy mời', { url }))
    expect(marked(message)).toEqual(kept ? [['link', 'giấy mời', url]] : undefined)
  })

  it.each<[string, string, string]>([
    ['before', '@test_bot  họp ngày 15/3', 'họp ngày 15/3'],
    ['behind', 'họp ngày 15/3 @test_bot', 'họp ngày 15/3'],
    ['in the middle of the mark', '@test_bot họp @test_bot ngày 15/3', 'họp ngày 15/3'],
    ['of a command', '/thongbao@test_bot  họp ngày 15/3', '/thongbao  họp ngày 15/3'],
  ])('stays where it was when our name is cut out %s', (_, text, rest) => {
    const from = text.indexOf('họp')
    const bold = { type: 'bold', offset: from, length: text.indexOf('15/3') + 4 - from }
    const message = said(text)
    const heard = { ...message, entities: [...message.entities, bold] }
    expect(event(heard)).toMatchObject({ text: rest })
    expect(marked(heard)).toEqual([['bold', 'họp ngày 15/3']])
  })

  it('is not kept of what is cut, of blanks around the text, and of other styles', () => {
    const text = '@test_bot  Mời họp '
    const entities = [
      mark('mention', text, '@test_bot'),
      mark('bold', text, '@test_bot'),
      mark('italic', text, 'họp '),
      mark('spoiler', text, 'Mời'),
    ]
    expect(marked(said(text, { entities }))).toEqual([['italic', 'họp']])
    expect(event(said('@test_bot họp'))).not.toHaveProperty('spans')
  })
})

describe('a changed message', () => {
  const changed = (message: object) => read({ edited_message: { ...message, edit_date: 2 } })

  it.each<[string, object, string, string]>([
    ['in private', said('3tt 4cn', { chat: inPrivate }), 'private', '3tt 4cn'],
    ['a reply to the bot', said('3tt 4cn', { reply_to_message: ours }), 'reply', '3tt 4cn'],
    ['a command', said('/denghi 3tt 4cn'), 'command', '/denghi 3tt 4cn'],
    ['one that speaks to the bot only now', said('@test_bot 3tt 4cn'), 'mention', '3tt 4cn'],
  ])('is heard as one said now would be: %s', (_, message, addressed, text) => {
    expect(changed(message)?.event).toMatchObject({ kind: 'text', messageId: '7', addressed, text, edited: true })
    expect(event(message)).not.toHaveProperty('edited')
  })

  it('still tells what it replies to and who spoke, also an anonymous administrator', () => {
    const inbound = changed(said('3tt 4cn', { reply_to_message: ours }))
    expect(inbound).toMatchObject({ sender: { externalId: '5000000001' }, event: { repliesTo: '6' } })
    const anonymous = changed(said('/viec', { from: otherBot, sender_chat: group }))
    expect(anonymous?.sender?.externalId).toBe(`anonymous:${group.id}`)
  })

  it.each<[string, object]>([
    ['talk among people', said('hôm qua họp 15/3 vui quá')],
    ['another bot’s', said('@test_bot xin chào', { from: otherBot })],
    ['a caption', { ...said(''), chat: inPrivate, text: undefined, caption: 'kế hoạch mới', document }],
    ['a picture', { ...said(''), chat: inPrivate, text: undefined, photo: [{ file_id: 'small' }] }],
  ])('is passed over: %s', (_, message) => {
    expect(changed(message)).toBeUndefined()
  })

  it('has a higher revision than what was said before, and is an update of its own', () => {
    const message = said('3tt', { chat: inPrivate })
    const before = toInbound({ update_id: 41, message } as never, me)
    const after = changed(message)
    expect([before, after].map((one) => one?.event)).toMatchObject([{ revision: 41 }, { revision: 42 }])
    expect(before?.externalId).not.toBe(after?.externalId)
  })
})

describe('a file', () => {
  const file = { kind: 'file', messageId: '7', fileId: 'F', name: 'KH.docx', size: 3 }
  const sent = (more: object) => ({ message_id: 7, date: 1, chat: inPrivate, from: ann, document, ...more })
  const caption = '@test_bot kế hoạch mới'
  const photo = [{ file_id: 'small' }, { file_id: 'large', file_size: 9 }]
  const picture = { ...file, fileId: 'large', name: 'photo.jpg', size: 9, picture: true }
  it.each<[string, object, object | undefined]>([
    ['in private', sent({}), file],
    ['with a caption', sent({ caption: '/kehoach' }), { ...file, caption: '/kehoach' }],
    ['in a group, for nobody', sent({ chat: group }), undefined],
    [
      'in a group, for the bot',
      sent({ chat: group, caption, caption_entities: [mark('mention', caption, '@test_bot')] }),
      { ...file, caption: 'kế hoạch mới' },
    ],
    ['in a group, in reply to the bot', sent({ chat: group, reply_to_message: ours }), file],
    ['a moving picture is none', sent({ animation: {} }), undefined],
    ['a picture in private', sent({ document: undefined, photo }), picture],
    [
      'a picture with words in private',
      sent({ document: undefined, photo, caption: 'Mời họp', caption_entities: [mark('bold', 'Mời họp', 'họp')] }),
      { ...picture, caption: 'Mời họp', spans: [{ style: 'bold', offset: 4, length: 3 }] },
    ],
    ['one of several', sent({ media_group_id: '13' }), { ...file, album: '13' }],
    [
      'one of several pictures',
      sent({ document: undefined, photo, media_group_id: '13' }),
      { ...picture, album: '13' },
    ],
    ['a picture in a group, for nobody', sent({ chat: group, document: undefined, photo }), undefined],
    ...['video', 'voice', 'audio', 'sticker', 'video_note'].map((kind): [string, object, undefined] => [
      `a ${kind} is none`,
      sent({ document: undefined, [kind]: { file_id: 'V' } }),
      undefined,
    ]),
  ])('%s', (_, message, expected) => {
    expect(event(message)).toEqual(expected)
  })
})

describe('a pressed button', () => {
  const prompt = randomUUID()
  const press = (data: unknown, message: object | undefined = ours) =>
    read({ callback_query: { id: '1', from: ann, message, data } })

  it('tells the prompt and the choice', () => {
    expect(press(`${prompt}:12`)).toMatchObject({
      chat: { externalId: '-1002000000001' },
      sender: { externalId: '5000000001' },
      event: { kind: 'choice', messageId: '6', prompt, index: 12 },
    })
  })

  it('under a message too old to be shown', () => {
    const old = { message_id: 6, chat: group, date: 0 }
    expect(press(`${prompt}:0`, old)?.event).toMatchObject({ kind: 'choice', messageId: '6' })
  })

  it.each([
    undefined,
    '',
    'viec quy 3',
    `${prompt}`,
    `${prompt}:`,
    `${prompt}:-1`,
    `${prompt}:1e3`,
    `${prompt}:0 OR 1`,
    'x'.repeat(64),
  ])('with data of somebody else means nothing: %s', (data) => {
    expect(press(data)).toBeUndefined()
  })
})

describe('the bot’s place in a chat', () => {
  const change = (old: object, now: object, chat: object = group) =>
    read({ my_chat_member: { chat, from: ann, date: 1, old_chat_member: old, new_chat_member: now } })?.event.kind
  const [member, admin, left, kicked] = ['member', 'administrator', 'left', 'kicked'].map((status) => ({ status }))
  it.each<[string, object | undefined, object | undefined, string | undefined]>([
    ['brought in, of which a message tells', left, member, undefined],
    ['brought in with rights', kicked, admin, undefined],
    ['taken out', member, left, 'removed'],
    ['thrown out', admin, kicked, 'removed'],
    ['given rights', member, admin, undefined],
    ['muted', member, { status: 'restricted', is_member: true }, undefined],
    ['muted and gone', member, { status: 'restricted', is_member: false }, 'removed'],
  ])('%s', (_, old, now, kind) => {
    expect(change(old ?? {}, now ?? {})).toBe(kind)
  })

  it('also in private, when a person blocks it and lets it in again', () => {
    expect(change(member ?? {}, kicked ?? {}, inPrivate)).toBe('removed')
    expect(change(kicked ?? {}, member ?? {}, inPrivate)).toBe('added')
  })

  it.each<[string, object, string | undefined]>([
    ['a message that it joined', { new_chat_members: [bob, bot] }, 'added'],
    ['a group made with it', { group_chat_created: true }, 'added'],
    ['somebody else joined', { new_chat_members: [bob, otherBot] }, undefined],
  ])('%s', (_, more, kind) => {
    expect(event({ message_id: 7, date: 1, chat: group, from: ann, ...more })?.kind).toBe(kind)
  })

  it('moves with a group that became a supergroup, whichever of the two messages of it comes', () => {
    const [old, moved] = ['-4000000001', String(group.id)]
    const message = { message_id: 7, date: 1, from: ann }
    const before = { id: Number(old), type: 'group', title: 'Hội đồng' }
    for (const told of [
      { chat: before, migrate_to_chat_id: group.id },
      { chat: group, migrate_from_chat_id: Number(old) },
    ])
      expect(read({ message: { ...message, ...told } })).toMatchObject({
        chat: { externalId: old },
        event: { kind: 'migrated', to: moved },
      })
  })

  it('not in channels', () => {
    expect(change(left ?? {}, admin ?? {}, { id: -1, type: 'channel', title: 'K' })).toBeUndefined()
  })
})

describe('everything else', () => {
  it.each<[string, object]>([
    ['a post in a channel', { channel_post: said('/viec', { chat: { id: -1, type: 'channel', title: 'K' } }) }],
    ['a kind of update that is not known yet', { something_new: {} }],
  ])('is passed over: %s', (_, update) => {
    expect(read(update)).toBeUndefined()
  })

  it('fits the form in which it is journaled', () => {
    const messages = [
      said('/moi', { reply_to_message: theirs }),
      { message_id: 7, date: 1, chat: inPrivate, from: ann, document },
    ]
    for (const message of messages) expect(Inbound.safeParse(read({ message })).error).toBeUndefined()
    const changed = read({
      edited_message: said('3tt', { reply_to_message: ours, entities: [mark('bold', '3tt', '3')] }),
    })
    expect(Inbound.parse(changed)).toEqual(changed)
  })

  it('that was journaled before texts had a revision is still read', () => {
    const { event, ...rest } = read({ message: said('/viec') })!
    const journaled = { ...rest, event: { ...event, revision: undefined } }
    expect(Inbound.parse(JSON.parse(JSON.stringify(journaled)))).toMatchObject({ event: { text: '/viec' } })
  })
})
