import { expect, it } from 'vitest'
import { createSay } from '#commands/say.ts'
import { loadTranslators } from '#locales/translate.ts'
import { seeChat } from '#prisma/chats.ts'
import { testDatabase } from '../support/database.ts'

const now = new Date('2025-02-20T01:00:00Z')

it.each([{}, { menu: true }, { standing: true }])('opens choices as they are to be taken: %o', async (how) => {
  const db = await testDatabase()
  const { id: chatId } = await seeChat(db, { platform: 'telegram', externalId: '-1', kind: 'group' }, now)
  const to = { chatId, platform: 'telegram', locale: 'vi', kind: 'announcement', dedupeKey: 'a', now } as const
  const choice = { label: { key: 'choice-drop' }, line: '/thongbao da-nhan 1' }
  const say = createSay(loadTranslators(), () => 4096)
  expect(await say(db, to, { head: [{ key: 'not-understood' }], choices: [[choice]], ...how })).toBe(true)
  const [prompt] = await db.prompt.findMany()
  expect(prompt).toMatchObject({ choices: [choice.line], personId: null, menu: false, standing: false, ...how })
})
