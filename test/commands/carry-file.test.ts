import { beforeEach, describe, expect, it } from 'vitest'
import { carried } from '#commands/carry-file.ts'
import { chatFile } from '#commands/chat-file.ts'
import { createSay } from '#commands/say.ts'
import type { PlatformName, Reply } from '#domain/messages.ts'
import { loadTranslators } from '#locales/translate.ts'
import { seeChat } from '#prisma/chats.ts'
import type { Database } from '#prisma/database.ts'
import type { OutboxPayload } from '#prisma/outbox.ts'
import { findSharedFile, removeExpiredFiles } from '#prisma/shared-files.ts'
import { testDatabase } from '../support/database.ts'

const now = new Date('2026-11-21T09:00:00+07:00')
const bytes = new Uint8Array([1, 2, 3])
const vi = loadTranslators().vi
const fileAddress = (token: string, name: string) => `https://bot.example/files/${token}/${name}`

let db: Database
beforeEach(async () => {
  db = await testDatabase()
})

type Ending = Parameters<typeof chatFile>[1]
const given = (ending: Ending, content = bytes): Reply => ({
  head: [{ key: 'tally-workbook', values: { title: 'Đợt 1' } }],
  choices: [[{ label: { key: 'choice-drop' }, line: '/dot' }]],
  file: chatFile('tong-hop', ending, content),
})
const told = (reply: Reply) => reply.head.map((message) => vi(message).text)
const tokenIn = (line: string) => /files\/([\w-]{22})\//.exec(line)![1]!

describe('a file that the network takes', () => {
  it.each<[PlatformName, Ending]>([
    ['telegram', 'xlsx'],
    ['playground', 'ics'],
    ['zalo-oa', 'docx'],
    ['zalo-oa', 'png'],
  ])('goes as it is: %s, %s', async (platform, ending) => {
    const reply = given(ending)
    expect(await carried(db, reply, platform, { fileAddress, now })).toBe(reply)
    expect(await db.sharedFile.count()).toBe(0)
  })
})

describe('a file that the network does not take', () => {
  it.each<[PlatformName, Ending, Uint8Array<ArrayBuffer>]>([
    ['zalo-oa', 'xlsx', bytes],
    ['zalo-oa', 'ics', bytes],
    ['zalo-oa', 'png', new Uint8Array(1024 * 1024 + 1)],
    ['zalo-bot', 'docx', bytes],
    ['zalo-bot', 'png', bytes],
  ])('becomes a link: %s, %s', async (platform, ending, content) => {
    const reply = await carried(db, given(ending, content), platform, { fileAddress, now })
    expect(reply.file).toBeUndefined()
    expect(reply.choices).toHaveLength(1)
    const [, line] = told(reply)
    const token = tokenIn(line!)
    const link = `https://bot.example/files/${token}/tong-hop.${ending}`
    expect(line).toBe(`Tệp tong-hop.${ending}: ${link} (dùng được đến 28/11/2026)`)
    const file = (await findSharedFile(db, token, now))!
    expect(file).toMatchObject({ name: `tong-hop.${ending}`, mime: given(ending).file!.mime })
    expect(Buffer.from(file.bytes).equals(content)).toBe(true)
  })

  it('is kept once, under a hash that does not tell the token', async () => {
    const [, line] = told(await carried(db, given('xlsx'), 'zalo-oa', { fileAddress, now }))
    const rows = await db.sharedFile.findMany()
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain(tokenIn(line!))
    expect(await findSharedFile(db, rows[0]!.tokenHash, now)).toBeUndefined()
  })

  it.each([
    ['in Viet Nam', '2026-11-28T23:59:59+07:00', true],
    ['where the day ends last', '2026-11-28T23:59:59-12:00', true],
    ['nowhere on the day after', '2026-11-29T00:00:00-12:00', false],
  ])('can be fetched to the end of the day that is told: %s', async (_, instant, works) => {
    const [, line] = told(await carried(db, given('xlsx'), 'zalo-oa', { fileAddress, now }))
    const then = new Date(instant)
    expect((await findSharedFile(db, tokenIn(line!), then)) !== undefined).toBe(works)
    expect(await removeExpiredFiles(db, then)).toBe(works ? 0 : 1)
    expect(await db.sharedFile.count()).toBe(works ? 1 : 0)
  })

  it('is told how else to get it where nothing is public', async () => {
    const reply = await carried(db, given('xlsx'), 'zalo-bot', { fileAddress: undefined, now })
    expect(reply.file).toBeUndefined()
    const [line, ...others] = told(reply)
    expect(line).toMatch(/^Không gửi được tệp tong-hop\.xlsx ở đây\. .*PUBLIC_URL/)
    expect(others).toEqual([])
    expect(await db.sharedFile.count()).toBe(0)
  })
})

it('leaves a reply without a file alone', async () => {
  const reply: Reply = { head: [{ key: 'not-understood' }] }
  expect(await carried(db, reply, 'zalo-bot', { fileAddress, now })).toBe(reply)
})

it('is said with the link, in one message and without the file', async () => {
  const { id: chatId } = await seeChat(db, { platform: 'zalo-oa', externalId: 'g', kind: 'group' }, now)
  const to = { chatId, platform: 'zalo-oa', locale: 'vi', kind: 'reply', dedupeKey: 'a', now } as const
  await createSay(loadTranslators(), { fileAddress })(db, to, given('xlsx'))
  const [row, ...others] = await db.outbox.findMany()
  const { body, file } = row!.payload as unknown as OutboxPayload
  expect(body.text).toMatch(/https:\/\/bot\.example\/files\/[\w-]{22}\/tong-hop\.xlsx \(dùng được đến/)
  expect([file, ...others]).toEqual([undefined])
  expect(await db.sharedFile.count()).toBe(1)
})
