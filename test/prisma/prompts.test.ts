import { describe, expect, it } from 'vitest'
import { seeChat } from '#prisma/chats.ts'
import { seePerson } from '#prisma/persons.ts'
import { enqueue } from '#prisma/outbox.ts'
import { openPrompt, promptByNumber, takeChoice, type Opened } from '#prisma/prompts.ts'
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
  const prompt = {
    chatId: group.id,
    personId: undefined,
    askedById: undefined,
    lines: LINES,
    menu: false,
    standing: false,
    ...kind,
  }
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

describe('a number', () => {
  /** A group with two persons in which prompts are said, one after the other. */
  async function givenGroup() {
    const db = await testDatabase()
    const { id: chatId } = await seeChat(db, { platform: 'zalo-oa', externalId: 'g', kind: 'group' }, now)
    const ann = await seePerson(db, { platform: 'zalo-oa', externalId: '1', name: 'Ann' }, now)
    const bob = await seePerson(db, { platform: 'zalo-oa', externalId: '2', name: 'Bob' }, now)
    let count = 0
    const say = async (given: Partial<Opened> & { state?: string } = {}) => {
      const { state = 'sent', ...more } = given
      const none = { personId: undefined, askedById: undefined, menu: false, standing: false }
      const promptId = await openPrompt(db, { chatId, lines: LINES, ...none, ...more }, now)
      const dedupeKey = `said-${++count}`
      const payload = { body: { text: 'x', spans: [] }, choices: [] }
      await enqueue(db, {
        platform: 'zalo-oa',
        chatId,
        kind: 'reply',
        dedupeKey,
        payload,
        promptId,
        notBefore: now,
        now,
      })
      await db.outbox.update({ where: { dedupeKey }, data: { state } })
      return promptId
    }
    const meant = async (personId: typeof ann, { number = 1, at = now } = {}) =>
      (await promptByNumber(db, { chatId, personId }, number, at))?.promptId
    const take = (personId: typeof ann, promptId: string, index = 0) =>
      takeChoice(db, { promptId, index, chatId, personId }, now)
    return { db, ann, bob, say, meant, take }
  }
  const inMinutes = (count: number) => new Date(now.getTime() + count * 60_000)

  it('is meant for what was said last, and no more for what was said before', async () => {
    const { ann, say, meant, take } = await givenGroup()
    await say()
    const last = await say()
    expect(await meant(ann)).toBe(last)
    await take(ann, last)
    expect(await meant(ann)).toBeUndefined()
  })

  it('is meant for the own question only, for half an hour', async () => {
    const { ann, bob, say, meant } = await givenGroup()
    const answer = await say({ askedById: ann })
    expect([await meant(ann), await meant(bob)]).toEqual([answer, undefined])
    expect(await meant(ann, { at: inMinutes(29) })).toBe(answer)
    expect(await meant(ann, { at: inMinutes(30) })).toBeUndefined()
  })

  it('of others goes on to what was said to everybody, for a day', async () => {
    const { ann, bob, say, meant } = await givenGroup()
    const toAll = await say()
    await say({ askedById: ann })
    await say({ personId: ann })
    expect(await meant(bob, { at: inMinutes(24 * 60 - 1) })).toBe(toAll)
    expect(await meant(bob, { at: inMinutes(24 * 60) })).toBeUndefined()
  })

  it('is not meant for what did not arrive', async () => {
    const { ann, say, meant } = await givenGroup()
    const arrived = await say({ state: 'uncertain' })
    for (const state of ['waiting', 'refused']) await say({ state })
    expect(await meant(ann)).toBe(arrived)
  })

  it('is not meant for choices before a question that has none', async () => {
    const { ann, bob, say, meant } = await givenGroup()
    const toAll = await say()
    await say({ lines: [], askedById: ann })
    expect([await meant(ann), await meant(bob)]).toEqual([undefined, toAll])
  })

  it('takes a menu on beside the one choice of its answer', async () => {
    const { ann, say, meant } = await givenGroup()
    const menu = await say({ menu: true })
    const answer = await say({ lines: ['/chuaxong 7'], askedById: ann })
    expect([await meant(ann), await meant(ann, { number: 2 })]).toEqual([answer, menu])
    const other = await say({ askedById: ann })
    expect(await meant(ann, { number: 3 })).toBe(other)
  })
})
