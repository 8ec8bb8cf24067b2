import { randomUUID } from 'node:crypto'
import { Api } from 'grammy'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { readChoice } from '#bot/telegram/choice-data.ts'
import { toEntities } from '#bot/telegram/format.ts'
import { send } from '#bot/telegram/send.ts'
import type { PromptId } from '#domain/ids.ts'
import type { Outbound } from '#domain/messages.ts'
import { FakeTelegram } from '../../support/fake-telegram.ts'

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

  it('refuses a caption that is too long, and keeps odd characters out of file names', async () => {
    const file = { name: 'Lịch "quý";\n1.ics', mime: 'text/calendar', base64: 'eHl6' }
    expect(await send(api, message({ file, body: { text: 'a'.repeat(1025), spans: [] } }))).toMatchObject({
      state: 'refused',
    })
    expect(await send(api, message({ file }))).toMatchObject({ state: 'sent' })
    expect([...network.messages.values()][0]?.document?.file_name).toBe('Lịch _quý_1.ics')
  })
})
