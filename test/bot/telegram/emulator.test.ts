import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createTelegram } from '#bot/telegram/index.ts'
import type { Platform } from '#bot/platform.ts'
import type { PromptId } from '#domain/ids.ts'
import type { Inbound, Outbound } from '#domain/messages.ts'
import { openDatabase, type Database } from '#prisma/database.ts'
import { databaseUrl } from '../../support/database.ts'
import { memoryLog } from '../../support/memory-log.ts'
import { png } from '../../support/png.ts'
import {
  hasTelegramEmulator as present,
  startTelegramEmulator,
  TOKEN,
  type Party,
  type TelegramEmulator,
} from '../../support/telegram-emulator.ts'
import { until } from '../../support/until.ts'

let network: TelegramEmulator
let platform: Platform
let db: Database
const folder = mkdtempSync(path.join(tmpdir(), 'tdkt-'))
let inbox: Inbound[]
let ann: Party
let group: Party

beforeAll(async () => {
  if (!present) return
  network = await startTelegramEmulator()
  ann = network.addUser({ first_name: 'Ann' })
  group = network.addGroup({ type: 'supergroup', title: 'Hội đồng', members: [ann], bot: true })
  db = await openDatabase(await databaseUrl(path.join(folder, 'test.db')))
  const clock = () => new Date()
  platform = createTelegram({ token: TOKEN, apiRoot: network.apiRoot, menus: [], db, clock, log: memoryLog() })
  await platform.start((inbound) => Promise.resolve(void inbox.push(inbound)))
})
beforeEach(() => {
  inbox = []
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  if (!present) return
  await platform.stop()
  await db.$disconnect()
  await network.stop()
})

const message = (more: Partial<Outbound> = {}): Outbound => ({
  chat: String(group.id),
  body: { text: 'Đề nghị khen thưởng', spans: [] },
  choices: [],
  ...more,
})
const heard = (match: object) =>
  until(() =>
    inbox.find(({ event }) => Object.entries(match).every(([key, value]) => Reflect.get(event, key) === value)),
  )

describe.skipIf(!present)('Telegram as it is (../shared/telegram-emulator; skipped where it is absent)', () => {
  it.each<[string, boolean, string]>([
    ['in private', false, '3tt 5cn'],
    ['a reply to the card in a group, in privacy mode', true, '3tt 5cn'],
    ['a command in a group', false, '/denghi 3tt 5cn'],
    ['a mention in a group', false, '@test_bot 3tt 5cn'],
  ])('tells of a changed message: %s', async (where, isReply, text) => {
    const card = await platform.send(message())
    const repliesTo = isReply && card.state === 'sent' ? card.messageId : undefined
    const chat = where === 'in private' ? ann : group
    const said = network.say(ann, chat, text, repliesTo ? { replyTo: Number(repliesTo) } : {})
    const before = await heard({ messageId: String(said.message_id) })
    network.edit(ann, said, text.replace('5cn', '4cn'), { chat })
    const after = await heard({ messageId: String(said.message_id), edited: true })
    expect(before.event).toMatchObject({ text: expect.stringMatching(/3tt 5cn$/) as string })
    expect(after.event).toMatchObject({ text: expect.stringMatching(/3tt 4cn$/) as string })
    for (const { event } of [before, after]) expect(event.kind === 'text' && event.repliesTo).toBe(repliesTo)
    const [first, later] = [before, after].map(({ event }) => (event.kind === 'text' ? event.revision! : 0))
    expect(later).toBeGreaterThan(first!)
  })

  it.each<[string, { width: number; height: number }, 'photo' | 'document']>([
    ['shows a picture', { width: 1200, height: 800 }, 'photo'],
    ['sends one too long for a photo as a document', { width: 100, height: 2100 }, 'document'],
    ['sends one too large for a photo as a document', { width: 6000, height: 4100 }, 'document'],
  ])('%s', async (_, size, as) => {
    const since = network.mark()
    const file = { name: 'tong-hop.png', mime: 'image/png', base64: png(size).toString('base64') }
    const outcome = await platform.send(message({ file }))
    const [shown, ...more] = network.messages(group, { by: 'bot', since })
    expect(outcome).toEqual({ state: 'sent', messageId: String(shown?.message_id) })
    expect(shown).toMatchObject({ caption: 'Đề nghị khen thưởng' })
    expect(shown).toHaveProperty(as)
    expect(more).toEqual([])
    expect(
      await platform.send(message({ edits: String(shown?.message_id), body: { text: 'Đã đóng', spans: [] } })),
    ).toEqual(outcome)
    expect(network.messages(group, { by: 'bot', since })).toMatchObject([{ caption: 'Đã đóng' }])
  })

  it('takes a text longer than a caption under its picture', async () => {
    const since = network.mark()
    const file = { name: 'tong-hop.png', mime: 'image/png', base64: png({ width: 40, height: 20 }).toString('base64') }
    await platform.send(message({ file, body: { text: 'Đ'.repeat(1025), spans: [] } }))
    const shown = network.messages(group, { by: 'bot', since })
    expect(shown.map(({ photo, text }) => [photo !== undefined, text?.length])).toEqual([
      [true, undefined],
      [false, 1025],
    ])
  })

  it('gives on a text with its marks, as they were made', async () => {
    const html =
      'Mời <b>họp <i>ngày <u>15/3</u></i></b>, <s>không</s> mang <code>HD-7</code>, <a href="https://example.vn/a?b=1">giấy mời</a> 😀 <b>đúng giờ</b>'
    const since = network.mark()
    const said = network.say(ann, ann, html, { parseMode: 'HTML' })
    const { event } = await heard({ messageId: String(said.message_id), kind: 'text' })
    if (event.kind !== 'text') throw new Error('no text')
    await platform.send(message({ body: { text: event.text, spans: event.spans ?? [] } }))
    const [shown] = network.messages(group, { by: 'bot', since })
    expect(said.entities).toHaveLength(7)
    expect(shown).toMatchObject({ text: said.text, entities: said.entities })
  })

  it.each(['photo', 'document'] as const)(
    'gives on an album of %ss, changes its caption and takes it back whole',
    async (kind) => {
      const since = network.mark()
      const sent = [1, 2, 3].map((count) =>
        network.say(ann, ann, count === 1 ? 'Giấy <b>mời</b>' : '', {
          [kind]: true,
          mediaGroupId: `album-${kind}`,
          parseMode: 'HTML',
        }),
      )
      const files = []
      for (const { message_id: id } of sent) files.push((await heard({ messageId: String(id), kind: 'file' })).event)
      const spans = [{ style: 'bold' as const, offset: 5, length: 3 }]
      expect(files).toMatchObject([
        { album: `album-${kind}`, caption: 'Giấy mời', spans },
        { album: `album-${kind}` },
        { album: `album-${kind}` },
      ])
      expect(files.map((file) => 'picture' in file)).toEqual(files.map(() => kind === 'photo'))

      const media = files.flatMap((file) => (file.kind === 'file' ? [{ kind, fileId: file.fileId }] : []))
      const outcome = await platform.send(message({ media, body: { text: 'Giấy mời', spans } }))
      const shown = () => network.messages(group, { by: 'bot', since })
      expect(outcome).toEqual({
        state: 'sent',
        messageId: shown()
          .map((each) => each.message_id)
          .join(','),
      })
      expect(shown()).toMatchObject([{ caption: 'Giấy mời', caption_entities: [{ type: 'bold' }] }, {}, {}])
      expect(new Set(shown().map((each) => each.media_group_id)).size).toBe(1)
      expect(shown().every((each) => kind in each)).toBe(true)

      const id = outcome.state === 'sent' ? outcome.messageId : ''
      expect(await platform.send(message({ media, edits: id, body: { text: 'Hoãn họp', spans: [] } }))).toEqual(outcome)
      expect(shown().map(({ caption }) => caption)).toEqual(['Hoãn họp', undefined, undefined])
      expect(await platform.send(message({ deletes: id }))).toEqual(outcome)
      expect(network.messages(group, { by: 'bot', since, deleted: false })).toEqual([])
    },
  )

  it('gives on one picture with choices and a long text, and takes both back', async () => {
    const since = network.mark()
    const said = network.say(ann, ann, '', { photo: true })
    const { event } = await heard({ messageId: String(said.message_id), kind: 'file' })
    const media = event.kind === 'file' ? [{ kind: 'photo' as const, fileId: event.fileId }] : []
    const prompt = randomUUID() as PromptId
    const body = { text: 'Đ'.repeat(1500), spans: [] }
    const outcome = await platform.send(message({ media, body, choices: [['Đã nhận']], prompt }))
    const id = outcome.state === 'sent' ? outcome.messageId : ''
    const shown = () => network.messages(group, { by: 'bot', since, deleted: false })
    expect(shown()).toMatchObject([
      { photo: expect.any(Array) as object },
      { text: body.text, reply_markup: { inline_keyboard: [[{}]] } },
    ])
    expect(id).toBe([shown()[1]?.message_id, shown()[0]?.message_id].join(','))
    await platform.send(message({ media, edits: id, body: { text: 'Hoãn họp', spans: [] } }))
    expect(shown()).toMatchObject([{ photo: expect.any(Array) as object }, { text: 'Hoãn họp' }])
    expect(await platform.send(message({ deletes: id }))).toEqual(outcome)
    expect(await platform.send(message({ deletes: id }))).toEqual(outcome)
    expect(shown()).toEqual([])
  })

  it('takes nothing back after two days', async () => {
    const [outcome, other] = [await platform.send(message()), await platform.send(message())]
    network.advance(49 * 3_600_000)
    const ids = [outcome, other].map((each) => (each.state === 'sent' ? each.messageId : ''))
    for (const deletes of [ids[0]!, ids.join(',')])
      expect(await platform.send(message({ deletes }))).toMatchObject({
        state: 'refused',
        reason: expect.stringContaining("can't be deleted") as string,
      })
  })

  it('finds no fault with how it was asked, except for the pictures that are no photos', () => {
    const faults = network.violations({ severity: 'error' }).map(({ kind }) => kind)
    expect(faults).toEqual(['limit', 'limit'])
    expect(network.state().self_errors).toEqual([])
  })
})
