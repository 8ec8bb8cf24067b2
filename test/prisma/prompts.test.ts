import { describe, expect, it } from 'vitest'
import { seeChat } from '#prisma/chats.ts'
import { seePerson } from '#prisma/persons.ts'
import { openPrompt, takeChoice } from '#prisma/prompts.ts'
import { testDatabase } from '../support/database.ts'

const now = new Date('2025-02-20T01:00:00Z')
const inDays = (count: number) => new Date(now.getTime() + count * 86_400_000)
const LINES = ['/xong 7', '/xong 8']

/** A prompt in a group with two persons, and how they take its choices: the line, or undefined. */
async function given(kind: { menu?: boolean; standing?: boolean }) {
  const db = await testDatabase()
  const [group, other] = [
    await seeChat(db, { platform: 'telegram', externalId: '-1', kind: 'group' }, now),
    await seeChat(db, { platform: 'telegram', externalId: '-2', kind: 'group' }, now),
  ]
  const ann = await seePerson(db, { platform: 'telegram', externalId: '1', name: 'Ann' }, now)
  const bob = await seePerson(db, { platform: 'telegram', externalId: '2', name: 'Bob' }, now)
  const prompt = { chatId: group.id, personId: undefined, lines: LINES, menu: false, standing: false, ...kind }
  const promptId = await openPrompt(db, prompt, now)
  const take = (personId: typeof ann, index: number, { chatId = group.id, at = now } = {}) =>
    takeChoice(db, { promptId, index, chatId, personId }, at)
  return { ann, bob, other, take }
}

describe('a choice', () => {
  it('is taken once, by whoever comes first', async () => {
    const { ann, bob, take } = await given({})
    expect([await take(bob, 1), await take(ann, 1), await take(ann, 0)]).toEqual(['/xong 8', undefined, undefined])
  })

  it('of a menu leaves the others to take', async () => {
    const { ann, bob, take } = await given({ menu: true })
    expect([await take(bob, 1), await take(ann, 1), await take(ann, 0)]).toEqual(['/xong 8', undefined, '/xong 7'])
  })

  it('of a standing prompt is taken by everybody, again and again', async () => {
    const { ann, bob, take } = await given({ standing: true })
    expect([await take(bob, 0), await take(ann, 0), await take(ann, 0), await take(bob, 1)]).toEqual([
      '/xong 7',
      '/xong 7',
      '/xong 7',
      '/xong 8',
    ])
  })

  it.each([{}, { menu: true }, { standing: true }])(
    'that is not there, in another chat or too late is not taken: %o',
    async (kind) => {
      const { ann, other, take } = await given(kind)
      expect(await take(ann, 2)).toBeUndefined()
      expect(await take(ann, 0, { chatId: other.id })).toBeUndefined()
      expect(await take(ann, 0, { at: inDays(31) })).toBeUndefined()
      expect(await take(ann, 0, { at: inDays(29) })).toBe('/xong 7')
    },
  )
})
