import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Row } from '#bot/zalo/oa/history.ts'
import { rowsAfter } from '#bot/zalo/oa/rows-after.ts'

const row = (time: number, index: number): Row => ({
  src: 1,
  time,
  type: 'text',
  message: '',
  message_id: `m${index}`,
  from_id: 'u',
  from_display_name: '',
})
const ids = (rows: Row[] | undefined) => rows?.map(({ message_id: id }) => id)

/** A chat whose messages are told in pages, and how often it was asked. */
function chat(times: number[], order: 'asc' | 'desc', size: number) {
  const rows = times.toSorted((a, b) => a - b).map(row)
  const told = order === 'asc' ? rows : rows.toReversed()
  const asked: number[] = []
  const read = (offset: number) => {
    asked.push(offset)
    return Promise.resolve(told.slice(offset, offset + size))
  }
  return { rows, read, asked }
}

describe('the messages after an instant', () => {
  it('are all found, oldest first, whatever the order and size of the pages', async () => {
    const instant = fc.integer({ min: 0, max: 60 })
    const world = fc.record({
      times: fc.uniqueArray(instant, { maxLength: 50 }),
      order: fc.constantFrom('asc' as const, 'desc' as const),
      size: fc.integer({ min: 1, max: 12 }),
      after: instant,
    })
    await fc.assert(
      fc.asyncProperty(world, async ({ times, order, size, after }) => {
        const { rows, read } = chat(times, order, size)
        const found = await rowsAfter(read, after, 100)
        expect(ids(found?.rows)).toEqual(ids(rows.filter(({ time }) => time > after)))
        expect(found?.cut).toBe(false)
      }),
    )
  })

  it('stay in their order where several have the same time', async () => {
    const { rows, read } = chat([1, 2, 2, 2, 3], 'desc', 2)
    expect(ids((await rowsAfter(read, 1, 100))?.rows)).toEqual(ids(rows.slice(1)))
  })

  it('are found without reading a long chat from its beginning', async () => {
    const times = Array.from({ length: 5000 }, (_, index) => index)
    const { read, asked } = chat(times, 'asc', 10)
    expect((await rowsAfter(read, 4995, 200))?.rows).toHaveLength(4)
    expect(asked.length).toBeLessThan(30)
  })

  it('are the last of them where they are more than wanted', async () => {
    const times = Array.from({ length: 500 }, (_, index) => index)
    const found = await rowsAfter(chat(times, 'desc', 10).read, 100, 50)
    expect(found?.cut).toBe(true)
    expect(found?.rows.at(-1)?.time).toBe(499)
  })

  it('are not known where a page has no answer', async () => {
    expect(await rowsAfter(() => Promise.resolve(undefined), 0, 100)).toBeUndefined()
    const { read } = chat([1, 2, 3, 4, 5, 6], 'desc', 2)
    const failing = (offset: number) => (offset < 4 ? read(offset) : Promise.resolve(undefined))
    expect(await rowsAfter(failing, 0, 100)).toBeUndefined()
  })

  it('are none of a page that is told again and again', async () => {
    const { rows } = chat([1, 2], 'desc', 2)
    const found = await rowsAfter(() => Promise.resolve(rows.toReversed()), 0, 100)
    expect(ids(found?.rows)).toEqual(['m0', 'm1'])
  })
})
