import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { remind } from '#scheduler/remind.ts'
import { createTestApp, GROUP, SECRETARY, type TestApp } from '../support/app.ts'
import { SMALL_PLAN } from '../support/plans.ts'

// The real bell would ring in between.

let app: TestApp
beforeEach(async () => {
  app = await createTestApp('2025-03-06T09:00:00+07:00')
  await app.linkedCouncil(SMALL_PLAN)
  await app.runJob(remind)
})
afterEach(() => app.stop())

/** What the bell makes the bot say when the clock shows this, as chat and text. */
async function at(local: string): Promise<string[]> {
  app.now = new Date(`${local}:00+07:00`)
  const before = app.platform.seen.length
  await app.runJob(remind)
  return app.platform.seen.slice(before).map(({ chat, text }) => `${chat}\n${text}`)
}

describe('a clock that jumps', () => {
  it('back an hour says nothing twice', async () => {
    expect(await at('2025-03-07T08:10')).toHaveLength(1)
    expect(await at('2025-03-07T07:10')).toEqual([])
    expect(await at('2025-03-07T08:00')).toEqual([])
    expect(await at('2025-03-07T08:10')).toEqual([])
  })

  it('forward an hour over the time of the morning says it, once', async () => {
    expect(await at('2025-03-07T07:30')).toEqual([])
    expect(await at('2025-03-07T08:30')).toHaveLength(1)
    expect(await at('2025-03-07T07:31')).toEqual([])
    expect(await at('2025-03-07T08:00')).toEqual([])
  })

  it('back a day says nothing twice, and the next morning as if nothing had been', async () => {
    expect(await at('2025-03-10T08:00')).toHaveLength(1)
    expect(await at('2025-03-09T08:00')).toEqual([])
    expect(await at('2025-03-10T08:00')).toEqual([])
    const [tuesday] = await at('2025-03-11T08:00')
    expect(tuesday).toContain('Còn 3 ngày\n⏳ Ký giao ước')
    expect(tuesday).not.toContain('Nhắc bù')
  })

  it('forward a day makes up for the morning that it skipped, and nothing twice when it comes back', async () => {
    await at('2025-03-10T08:00')
    const [skipped] = await at('2025-03-12T08:00')
    expect(skipped).toContain('Nhắc bù (bản tin ngày 11/3/2025 chưa gửi được): còn 2 ngày\n⏳ Ký giao ước')
    expect(await at('2025-03-11T08:00')).toEqual([])
    expect(await at('2025-03-12T08:00')).toEqual([])
    const [thursday] = await at('2025-03-13T08:00')
    expect(thursday).toContain('Còn 1 ngày\n⏳ Ký giao ước')
  })

  it('forward over a deadline tells the group what is overdue and reports to the secretariat what went by untold', async () => {
    await at('2025-03-07T08:00')
    const said = await at('2025-03-17T08:00')
    expect(said.find((text) => text.startsWith(GROUP))).toContain('Quá hạn 3 ngày\n❗ Ký giao ước')
    expect(said.find((text) => text.startsWith(SECRETARY.id))).toContain('PL1 mục 2')
    expect(await at('2025-03-16T08:00')).toEqual([])
    expect(await at('2025-03-17T08:00')).toEqual([])
  })
})
