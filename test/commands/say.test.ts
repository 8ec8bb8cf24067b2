import { describe, expect, it } from 'vitest'
import { createSay } from '#commands/say.ts'
import type { PlatformName, Reply } from '#domain/messages.ts'
import { loadTranslators } from '#locales/translate.ts'
import { seeChat } from '#prisma/chats.ts'
import type { OutboxPayload } from '#prisma/outbox.ts'
import type { Addressee } from '#prisma/say.ts'
import { testDatabase } from '../support/database.ts'

const now = new Date('2025-02-20T01:00:00Z')

it.each([{}, { menu: true }, { standing: true }])('opens choices as they are to be taken: %o', async (how) => {
  const db = await testDatabase()
  const { id: chatId } = await seeChat(db, { platform: 'telegram', externalId: '-1', kind: 'group' }, now)
  const to = { chatId, platform: 'telegram', locale: 'vi', kind: 'announcement', dedupeKey: 'a', now } as const
  const choice = { label: { key: 'choice-drop' }, line: '/thongbao da-nhan 1' }
  const say = createSay(loadTranslators())
  expect(await say(db, to, { head: [{ key: 'not-understood' }], choices: [[choice]], ...how })).toBe(true)
  const [prompt] = await db.prompt.findMany()
  expect(prompt).toMatchObject({ choices: [choice.line], personId: null, menu: false, standing: false, ...how })
})

/** What is put into the outbox of a chat; undefined where nothing is. */
async function saidOn(
  platform: PlatformName,
  reply: Reply,
  more: Partial<Addressee> = {},
  kind: 'private' | 'group' = 'group',
) {
  const db = await testDatabase()
  const { id: chatId } = await seeChat(db, { platform, externalId: '1', kind }, now)
  const to: Addressee = { chatId, platform, locale: 'vi', kind: 'reply', dedupeKey: 'a', now, ...more }
  const said = await createSay(loadTranslators())(db, to, reply)
  const row = await db.outbox.findFirst({ orderBy: { id: 'desc' } })
  expect(said).toBe(row !== null)
  return { payload: row?.payload as OutboxPayload | undefined, prompts: await db.prompt.findMany() }
}

const words: Reply = { head: [{ key: 'not-understood' }] }
const arrows: Reply = {
  ...words,
  choices: [[{ label: { key: 'page-previous' }, line: '/viec' }], [{ label: { key: 'page-next' }, line: '/viec' }]],
}

describe('where there are no buttons', () => {
  it.each([
    ['zalo-oa', 'group', 'Trả lời bằng số:'],
    ['zalo-oa', 'private', 'Trả lời bằng số:'],
    ['zalo-bot', 'group', 'Trả lời tin này bằng số, hoặc nhắc tên bot kèm số:'],
    ['zalo-bot', 'private', 'Trả lời bằng số:'],
  ] as const)('choices come with a hint and without arrows: %s, %s', async (platform, kind, hint) => {
    const { payload } = await saidOn(platform, arrows, {}, kind)
    expect(payload).toMatchObject({ hint, choices: [['Trang trước'], ['Trang sau']] })
  })

  it('words alone have no hint', async () => {
    expect((await saidOn('zalo-oa', words)).payload).not.toHaveProperty('hint')
  })

  it('a question without choices is what a number answers', async () => {
    const { payload, prompts } = await saidOn('zalo-oa', { ...words, asks: '/denghi' })
    expect(payload).not.toHaveProperty('prompt')
    expect(prompts).toMatchObject([{ choices: [], answeredAt: now }])
  })

  it('an announcement may ask for one in its own words', async () => {
    expect((await saidOn('zalo-oa', words, { kind: 'announcement' })).prompts).toMatchObject([{ choices: [] }])
  })

  it('a reminder in private is, too, and in a group is not', async () => {
    expect((await saidOn('zalo-oa', words, { kind: 'reminder' }, 'private')).prompts).toHaveLength(1)
    expect((await saidOn('zalo-oa', words, { kind: 'reminder' })).prompts).toHaveLength(0)
  })
})

it('where there are buttons labels stay as they are, without a hint', async () => {
  const { payload } = await saidOn('telegram', arrows)
  expect(payload!.choices).toEqual([['‹ Trang trước'], ['Trang sau ›']])
  expect(payload).not.toHaveProperty('hint')
})

describe('where messages cannot be changed', () => {
  it('an answer in place of another is a new message, unpinned', async () => {
    const { payload } = await saidOn('zalo-oa', words, { edits: 'm1', pin: {} })
    expect(payload!.body.text).toContain('Chưa hiểu câu hỏi')
    for (const part of ['edits', 'editsRow', 'pin']) expect(payload).not.toHaveProperty(part)
    expect((await saidOn('telegram', words, { edits: 'm1', pin: {} })).payload).toMatchObject({ edits: 'm1', pin: {} })
  })

  it('upkeep that would change one is not said, new upkeep is', async () => {
    expect((await saidOn('zalo-bot', words, { kind: 'upkeep', edits: 'm1' })).payload).toBeUndefined()
    expect((await saidOn('zalo-bot', words, { kind: 'upkeep', editsRow: 'row' })).payload).toBeUndefined()
    expect((await saidOn('zalo-bot', words, { kind: 'upkeep' })).payload).toBeDefined()
  })
})
