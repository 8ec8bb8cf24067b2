import { randomUUID } from 'node:crypto'
import { Api } from 'grammy'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { readChoice } from '#bot/telegram/choice-data.ts'
import { toEntities } from '#bot/telegram/format.ts'
import { send } from '#bot/telegram/send.ts'
import type { PromptId } from '#domain/ids.ts'
import type { Outbound } from '#domain/messages.ts'
import { FakeTelegram, type Fault } from '../../support/fake-telegram.ts'

const PROMPT = randomUUID() as PromptId

let network: FakeTelegram
let api: Api
const message = (more: Partial<Outbound> = {}): Outbound => ({
  chat: '-100',
  body: { text: 'Việc đến hạn', spans: [] },
  choices: [],
  ...more,
})

beforeEach(async () => {
  network = new FakeTelegram()
  api = new Api('123:TEST', { apiRoot: await network.listen() })
  onTestFinished(() => network.close())
})

describe('sending to Telegram', () => {
  it('marks spans by entities, counted in UTF-16 units', async () => {
    const text = '❗😀 Trước ngày 15/3'
    await send(api, message({ body: { text, spans: [{ style: 'bold', offset: 4, length: 5 }] } }))
    const [{ entities, parse_mode }] = network.called('sendMessage') as [Record<string, unknown>]
    expect(entities).toEqual([{ type: 'bold', offset: 4, length: 5 }])
    expect(text.slice(4, 9)).toBe('Trước')
    expect(parse_mode).toBeUndefined()
  })

  it('leaves out spans that do not lie in the text', () => {
    const spans = [
      { style: 'bold' as const, offset: 0, length: 0 },
      { style: 'bold' as const, offset: 3, length: 9 },
    ]
    expect(toEntities({ text: 'ngắn', spans })).toEqual([])
  })

  it('names strikes and links as Telegram does, and lets a text lead only to a page, a person or an address', () => {
    const link = (url: string | undefined) => ({ style: 'link' as const, offset: 0, length: 2, ...(url && { url }) })
    const strike = { style: 'strike' as const, offset: 1, length: 2 }
    const urls = ['https://example.vn', 'http://example.vn', 'tg://user?id=1', 'mailto:a@example.vn']
    const odd = ['javascript:alert(1)', 'file:///etc/passwd', 'example.vn', undefined]
    expect(toEntities({ text: 'ngắn', spans: [...[...odd, ...urls].map(link), strike] })).toEqual([
      ...urls.map((url) => ({ type: 'text_link', offset: 0, length: 2, url })),
      { type: 'strikethrough', offset: 1, length: 2 },
    ])
  })

  it('answers in the topic, under the question, even if that is gone by then', async () => {
    await send(api, message({ topic: '3', answers: '7' }))
    expect(network.called('sendMessage')).toMatchObject([
      { message_thread_id: 3, reply_parameters: { message_id: 7, allow_sending_without_reply: true } },
    ])
  })

  it.each(['message thread not found', 'TOPIC_CLOSED'])('goes to the group’s main topic after: %s', async (words) => {
    network.failNext('sendMessage', { kind: 'error', code: 400, description: `Bad Request: ${words}` })
    expect(await send(api, message({ topic: '3', answers: '9' }))).toMatchObject({ state: 'sent' })
    const calls = network.called('sendMessage')
    expect(calls.map((call) => call['message_thread_id'])).toEqual([3, undefined])
    expect(calls.map((call) => 'reply_parameters' in call)).toEqual([true, false])
  })

  it('numbers buttons through all rows, within 64 bytes, and shortens long labels', async () => {
    const prompt = randomUUID() as PromptId
    await send(api, message({ prompt, choices: [['Một', 'Hai'], [], ['Phòng '.repeat(30)]] }))
    const [call] = network.called('sendMessage') as [
      { reply_markup: { inline_keyboard: { text: string; callback_data: string }[][] } },
    ]
    const rows = call.reply_markup.inline_keyboard
    expect(rows.map((row) => row.length)).toEqual([2, 1])
    expect(rows.flat().map(({ callback_data: data }) => readChoice(data))).toEqual(
      [0, 1, 2].map((index) => ({ prompt, index })),
    )
    for (const { text, callback_data: data } of rows.flat()) {
      expect([...text].length).toBeLessThanOrEqual(64)
      expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64)
    }
  })

  it('does not take a lost answer for a refusal', async () => {
    network.failNext('sendMessage', { kind: 'lost' })
    expect(await send(api, message())).toMatchObject({ state: 'uncertain' })
    expect(network.messages.size).toBe(1)
  })

  it('keeps odd characters out of file names', async () => {
    const file = { name: 'Lịch "quý";\n1.ics', mime: 'text/calendar', base64: 'eHl6' }
    expect(await send(api, message({ file }))).toMatchObject({ state: 'sent' })
    expect([...network.messages.values()][0]?.document?.file_name).toBe('Lịch _quý_1.ics')
  })
})

const picture = { name: 'tong-hop.png', mime: 'image/png', base64: 'eHl6' }
/** The API's methods that were called, in order. */
const methods = () => network.calls.map(({ method }) => method)
const bad = (description: string, code = 400) => ({ kind: 'error' as const, code, description })

describe('a picture', () => {
  it.each([
    ['image/png', 'sendPhoto'],
    ['image/jpeg', 'sendPhoto'],
    ['image/svg+xml', 'sendDocument'],
    ['text/calendar', 'sendDocument'],
  ])('of type %s goes by %s', async (mime, method) => {
    await send(api, message({ file: { ...picture, mime }, answers: '7', choices: [['Tải Excel']], prompt: PROMPT }))
    expect(methods()).toEqual([method])
    expect(network.called(method)).toMatchObject([
      { caption: 'Việc đến hạn', reply_parameters: { message_id: 7 }, reply_markup: { inline_keyboard: [[{}]] } },
    ])
  })

  it.each([
    'Bad Request: PHOTO_INVALID_DIMENSIONS',
    'Bad Request: PHOTO_SAVE_FILE_INVALID',
    'Bad Request: IMAGE_PROCESS_FAILED',
    'Bad Request: file of size 11000000 bytes is too big for a photo; the maximum size is 10485760 bytes',
    'Bad Request: not enough rights to send photos to the chat',
  ])('goes as a document after: %s', async (description) => {
    network.failNext('sendPhoto', bad(description))
    expect(await send(api, message({ file: picture }))).toMatchObject({ state: 'sent' })
    expect(methods()).toEqual(['sendPhoto', 'sendDocument'])
    expect([...network.messages.values()]).toMatchObject([
      { caption: 'Việc đến hạn', document: { file_name: picture.name } },
    ])
  })

  it.each([
    ['later', bad('Too Many Requests: retry after 5', 429)],
    ['refused', bad('Forbidden: bot was blocked by the user', 403)],
    ['uncertain', { kind: 'lost' as const }],
  ])('is %s as any message would be, and not sent by another way', async (state, fault) => {
    network.failNext('sendPhoto', fault)
    expect(await send(api, message({ file: picture }))).toMatchObject({ state })
    expect(methods()).toEqual(['sendPhoto'])
  })
})

describe('a text longer than a caption', () => {
  const long = { text: 'a'.repeat(1025), spans: [] }
  const table = () => message({ file: picture, body: long, choices: [['Tải Excel']], prompt: PROMPT, answers: '7' })

  it('stands in a message of its own under its file, with the choices', async () => {
    const outcome = await send(api, table())
    expect(methods()).toEqual(['sendPhoto', 'sendMessage'])
    const [file, text] = [...network.messages.values()]
    expect(file).not.toHaveProperty('caption')
    expect(file).not.toHaveProperty('reply_markup')
    expect(text).toMatchObject({ text: long.text, reply_markup: { inline_keyboard: [[{ text: 'Tải Excel' }]] } })
    expect(outcome).toEqual({ state: 'sent', messageId: String(text?.message_id) })
  })

  it('is not sent where its file is not', async () => {
    network.failNext('sendPhoto', bad('Too Many Requests: retry after 5', 429))
    expect(await send(api, table())).toMatchObject({ state: 'later' })
    expect(methods()).toEqual(['sendPhoto'])
  })

  it('may have arrived where only its file did', async () => {
    network.failNext('sendMessage', bad('Too Many Requests: retry after 5', 429))
    expect(await send(api, table())).toMatchObject({
      state: 'uncertain',
      reason: expect.stringMatching(/^only the file/) as string,
    })
  })

  it('is one message where it just fits', async () => {
    await send(api, message({ file: picture, body: { text: 'a'.repeat(1024), spans: [] } }))
    expect(methods()).toEqual(['sendPhoto'])
  })
})

it('edits the caption of a message that is a file', async () => {
  const sent = await send(api, message({ file: picture, choices: [['Chấp nhận']], prompt: PROMPT }))
  const edits = sent.state === 'sent' ? sent.messageId : ''
  const body = { text: 'Đã chấp nhận', spans: [{ style: 'bold' as const, offset: 0, length: 2 }] }
  expect(await send(api, message({ edits, body }))).toEqual({ state: 'sent', messageId: edits })
  expect([...network.messages.values()]).toMatchObject([
    { caption: 'Đã chấp nhận', caption_entities: [{ type: 'bold' }], reply_markup: undefined },
  ])
})

const photo = (fileId: string) => ({ kind: 'photo' as const, fileId })
const paper = (fileId: string) => ({ kind: 'document' as const, fileId })
const shown = () => [...network.messages.values()]
const idsOf = (messages: { message_id: number }[]) => messages.map((each) => each.message_id).join(',')

describe('media that Telegram has', () => {
  const spans = [{ style: 'bold' as const, offset: 0, length: 4 }]
  const body = { text: 'Việc đến hạn', spans }
  beforeEach(() => ['a', 'b', 'c'].forEach((id) => network.files.set(id, Buffer.from(id))))

  it.each([
    ['sendPhoto', photo('a')],
    ['sendDocument', paper('a')],
  ])('goes by its id, with caption and choices: %s', async (method, media) => {
    const outcome = await send(
      api,
      message({ body, media: [media], choices: [['Đã nhận']], prompt: PROMPT, topic: '3' }),
    )
    expect(network.called(method)).toMatchObject([
      {
        [media.kind]: 'a',
        caption: body.text,
        caption_entities: [{ type: 'bold' }],
        message_thread_id: 3,
        reply_markup: { inline_keyboard: [[{ text: 'Đã nhận' }]] },
      },
    ])
    expect(outcome).toEqual({ state: 'sent', messageId: idsOf(shown()) })
  })

  it('that is several is an album, with the caption under the first', async () => {
    const outcome = await send(api, message({ body, media: ['a', 'b', 'c'].map(paper), answers: '7' }))
    expect(methods()).toEqual(['sendMediaGroup'])
    expect(network.called('sendMediaGroup')).toMatchObject([{ reply_parameters: { message_id: 7 } }])
    expect(shown().map((each) => [each.document?.file_id, each.caption, each.caption_entities?.length])).toEqual([
      ['a', body.text, 1],
      ['b', undefined, undefined],
      ['c', undefined, undefined],
    ])
    expect(outcome).toEqual({ state: 'sent', messageId: idsOf(shown()) })
  })

  it.each<[string, Partial<Outbound>]>([
    ['choices under an album', { media: [photo('a'), photo('b')], choices: [['Đã nhận']], prompt: PROMPT }],
    ['photos and documents in one album', { media: [photo('a'), paper('b')] }],
    ['more than 10 files in an album', { media: Array.from({ length: 11 }, () => photo('a')) }],
  ])('is refused without asking: %s', async (reason, more) => {
    expect(await send(api, message(more))).toEqual({ state: 'refused', reason })
    expect(network.calls).toEqual([])
  })

  it('is refused where Telegram does not know it, and not sent by another way', async () => {
    expect(await send(api, message({ media: [photo('x')] }))).toMatchObject({ state: 'refused' })
    expect(methods()).toEqual(['sendPhoto'])
  })

  it.each([[[photo('a')]], [[photo('a'), photo('b')]]])(
    'with a text longer than a caption stands over a message of its own: %o',
    async (media) => {
      const long = { text: 'a'.repeat(1025), spans: [] }
      const outcome = await send(api, message({ media, body: long }))
      const [text, ...others] = shown().toReversed()
      expect(text).toMatchObject({ text: long.text })
      expect(outcome).toEqual({ state: 'sent', messageId: idsOf([text!, ...others.toReversed()]) })
      await send(api, message({ media, edits: outcome.state === 'sent' ? outcome.messageId : '', body }))
      expect(shown().at(-1)).toMatchObject({ text: body.text })
    },
  )

  it('has its caption edited, of an album that of the first, and a choice kept only where it is given again', async () => {
    for (const media of [[photo('a')], [photo('b'), photo('c')]]) {
      network.messages.clear()
      const sent = await send(api, message({ media }))
      const edits = sent.state === 'sent' ? sent.messageId : ''
      expect(await send(api, message({ media, edits, body: { text: 'Đã sửa', spans } }))).toEqual(sent)
      expect(shown().map(({ caption }) => caption)).toEqual(['Đã sửa', ...media.slice(1).map(() => undefined)])
      expect(await send(api, message({ media, edits, body: { text: 'Đã sửa', spans } }))).toEqual(sent)
    }
    expect(network.called('editMessageText')).toEqual([])
  })
})

describe('deleting', () => {
  it('takes away one message, or all of an album', async () => {
    for (const id of ['a', 'b']) network.files.set(id, Buffer.from(id))
    const text = await send(api, message())
    const album = await send(api, message({ media: [photo('a'), photo('b')] }))
    await send(api, message({ body: { text: 'ở lại', spans: [] } }))
    for (const sent of [text, album]) {
      const deletes = sent.state === 'sent' ? sent.messageId : ''
      expect(await send(api, message({ deletes }))).toEqual(sent)
    }
    expect(shown()).toMatchObject([{ text: 'ở lại' }])
  })

  it('of what is gone already is done', async () => {
    for (const deletes of ['99', '98,99'])
      expect(await send(api, message({ deletes }))).toEqual({ state: 'sent', messageId: deletes })
  })

  it.each<[string, Fault, object]>([
    ['too old', bad("Bad Request: message can't be deleted for everyone"), { state: 'refused' }],
    ['shut out', bad('Forbidden: bot was kicked from the group chat', 403), { state: 'refused', chatGone: true }],
    ['too many calls', bad('Too Many Requests: retry after 5', 429), { state: 'later' }],
    ['a lost answer', { kind: 'lost' }, { state: 'uncertain' }],
  ])('that fails ends as sending would: %s', async (_, fault, outcome) => {
    network.failNext('deleteMessage', fault)
    expect(await send(api, message({ deletes: '99' }))).toMatchObject(outcome)
  })
})
