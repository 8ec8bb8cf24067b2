import { describe, expect, it } from 'vitest'
import type { PlaygroundChat, PlaygroundPerson } from '#bot/playground/people.ts'
import { pressToInbound, saidToInbound } from '#bot/playground/to-inbound.ts'
import { Inbound } from '#domain/messages.ts'

const lan: PlaygroundPerson = { externalId: 'lan', name: 'Phạm Thị Lan', role: 'secretariat', groups: true }
const hai: PlaygroundPerson = { externalId: 'hai', name: 'Trần Quang Hải', role: 'head', groups: true }
const group: PlaygroundChat = { kind: 'group', externalId: 'group', title: 'Hội đồng' }
const privately: PlaygroundChat = { kind: 'private', externalId: 'lan' }
const speaker = { person: lan, language: 'vi' }

describe('what is written in the group', () => {
  it.each([
    ['a remark', 'hôm qua họp 15/3 vui quá', undefined, undefined],
    ['a reply to somebody', 'đúng vậy', hai, undefined],
    ['a mention', '@tdkt_bot quý này có gì?', undefined, ['mention', 'quý này có gì?']],
    ['a mention at the end', 'quý này có gì? @tdkt_bot', undefined, ['mention', 'quý này có gì?']],
    ['a mention in capitals', '@TDKT_BOT việc', undefined, ['mention', 'việc']],
    ['a mention before a comma', '@tdkt_bot, việc', undefined, ['mention', ', việc']],
    ['a longer name', '@tdkt_bot2 việc', undefined, undefined],
    ['an e-mail address', 'viết tới a@tdkt_bot', undefined, undefined],
    ['a command', '/viec quý 3', undefined, ['command', '/viec quý 3']],
    ['a command for us', '/viec@tdkt_bot quý 3', undefined, ['command', '/viec quý 3']],
    ['a command for us in capitals', '/viec@TDKT_Bot', undefined, ['command', '/viec']],
    ['a command for another bot', '/viec@other_bot quý 3', undefined, undefined],
    ["another bot's command as a reply to us", '/viec@other_bot', 'bot', undefined],
    ["another bot's command with a mention", '/viec@other_bot @tdkt_bot', undefined, ['mention', '/viec@other_bot']],
    ['a date', '15/3 họp nhé', undefined, undefined],
    ['a path', '/home/lan', undefined, undefined],
    ['a reply to the bot', '3tt 5cn', 'bot', ['reply', '3tt 5cn']],
    ['several lines', '@tdkt_bot  dòng 1\ndòng 2', undefined, ['mention', 'dòng 1\ndòng 2']],
  ] as const)('%s', (_, text, answered, expected) => {
    const inbound = saidToInbound({ id: 7, chat: group, speaker, text, answered })
    const event = inbound?.event.kind === 'text' ? [inbound.event.addressed, inbound.event.text] : undefined
    expect(event).toEqual(expected)
  })

  it('names the person whose message is answered', () => {
    const inbound = saidToInbound({ id: 7, chat: group, speaker, text: '/moi trưởng Công an phường', answered: hai })
    expect(inbound?.event).toMatchObject({ replyTo: { externalId: 'hai', name: 'Trần Quang Hải' } })
  })

  it('takes a file only where its caption is addressed', () => {
    const file = { id: 3, name: 'KH.docx', mime: '', size: 12 }
    expect(saidToInbound({ id: 7, chat: group, speaker, text: '', file })).toBeUndefined()
    expect(saidToInbound({ id: 7, chat: group, speaker, text: '@tdkt_bot kế hoạch mới', file })?.event).toEqual({
      kind: 'file',
      messageId: '7',
      fileId: '3',
      name: 'KH.docx',
      size: 12,
      caption: 'kế hoạch mới',
    })
  })
})

describe('a picture', () => {
  const file = { id: 3, name: 'anh.png', mime: 'image/png', size: 12 }

  it('is a file in private, also with words', () => {
    const heard = (text: string) => saidToInbound({ id: 7, chat: privately, speaker, text, file })?.event
    const event = { kind: 'file', messageId: '7', fileId: '3', name: 'anh.png', size: 12, picture: true }
    expect([heard(''), heard('Mời họp')]).toEqual([event, { ...event, caption: 'Mời họp' }])
  })

  it('is its words in a group, where they are for the bot', () => {
    const inbound = saidToInbound({ id: 7, chat: group, speaker, text: '@tdkt_bot quý này?', file })
    expect(inbound?.event).toMatchObject({ kind: 'text', addressed: 'mention', text: 'quý này?' })
  })
})

describe('what is written in private', () => {
  it.each(['quý này có gì?', '/viec', '@tdkt_bot quý này có gì?'])('is for the bot: %s', (text) => {
    const inbound = saidToInbound({ id: 7, chat: privately, speaker, text })
    expect(inbound?.event).toMatchObject({ addressed: 'private' })
    expect(Inbound.parse(inbound)).toEqual(inbound)
  })
})

it('a press is a choice of its own, however often the button is pressed', () => {
  const pressed = { message: 7, prompt: 'prompt', index: 1 }
  const [once, again] = ['a', 'b'].map((press) => pressToInbound({ ...pressed, press }, group, speaker))
  expect(once?.event).toEqual({ kind: 'choice', messageId: '7', prompt: 'prompt', index: 1 })
  expect(Inbound.parse(once)).toEqual(once)
  expect(once?.externalId).not.toBe(again?.externalId)
})
