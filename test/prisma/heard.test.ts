import { describe, expect, it } from 'vitest'
import { heardTo, keepHeard, keepMarks, marksOf, newestHeard, seenChat, type Mark } from '#prisma/heard.ts'
import { testDatabase } from '../support/database.ts'

const OA = { platform: 'zalo-oa', bot: 1 } as const
const OTHER_OA = { ...OA, bot: 2 }
const GROUP = { ...OA, externalId: 'g1', kind: 'group' } as const
const NOW = new Date('2025-03-07T01:00:00Z')

describe('what was heard in a chat', () => {
  it('goes up to an instant, and never back', async () => {
    const db = await testDatabase()
    expect(await seenChat(db, GROUP)).toBeUndefined()
    expect(await newestHeard(db, OA)).toBeUndefined()
    for (const at of [1000, 3000, 2000]) await keepHeard(db, GROUP, at, NOW)
    await keepHeard(db, { ...GROUP, externalId: 'u1', kind: 'private' }, 2500, NOW)
    expect(await heardTo(db, OA)).toEqual(
      new Map([
        ['g1', 3000],
        ['u1', 2500],
      ]),
    )
    expect(await newestHeard(db, OA)).toBe(3000)
    expect(await heardTo(db, OTHER_OA)).toEqual(new Map())
    expect(await seenChat(db, GROUP)).toEqual({ kind: 'group', title: undefined })
    expect(await seenChat(db, { ...GROUP, ...OTHER_OA })).toBeUndefined()
  })

  it('is kept as marks, the last ones of each chat', async () => {
    const db = await testDatabase()
    expect(await marksOf(db, GROUP)).toEqual([])
    const marks = Array.from({ length: 40 }, (_, at): Mark => ({ id: `m${at}`, at, digest: 'x', by: 'webhook' }))
    await keepMarks(db, GROUP, marks)
    expect(await marksOf(db, GROUP)).toEqual(marks.slice(10))
    expect(await marksOf(db, { ...GROUP, externalId: 'g2' })).toEqual([])
    expect(await marksOf(db, { ...GROUP, ...OTHER_OA })).toEqual([])
  })
})
