import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SendOutcome } from '#bot/platform.ts'
import { remind } from '#scheduler/remind.ts'
import { createTestApp, GROUP, HEAD, SECRETARY, type TestApp } from '../support/app.ts'
import { SMALL_PLAN } from '../support/plans.ts'

let app: TestApp
beforeEach(async () => {
  app = await createTestApp('2025-03-06T09:00:00+07:00')
  await app.linkedCouncil(SMALL_PLAN)
  await app.runJob(remind)
  app.platform.seen.length = 0
})
afterEach(() => app.stop())

const morning = (instant: string) => app.saidBy(remind, instant)

const to = (chat: string, said: string[]) => said.find((text) => text.startsWith(`${chat}\n`))

/** The platform answers so for an hour, while the sender tries again and again. */
async function anHourOf(outcome: SendOutcome) {
  app.platform.outcomes.push(...Array.from({ length: 60 }, () => outcome))
  const said = await morning('2025-03-07T08:00:00+07:00')
  for (let minute = 1; minute <= 60; minute += 1) {
    app.now = new Date(Date.parse('2025-03-07T08:00:00+07:00') + minute * 60_000)
    await app.settle()
  }
  app.platform.outcomes.length = 0
  return said
}

const TEMPORARY: [string, SendOutcome][] = [
  ['429', { state: 'later', afterMs: 30_000, reason: '429 Too Many Requests: retry after 30' }],
  ['5xx', { state: 'later', afterMs: 2000, reason: '502 Bad Gateway' }],
]

describe('a reminder that the network does not take at first', () => {
  it.each(TEMPORARY)('after %s arrives later, once, and is not reported', async (_, outcome) => {
    app.platform.outcomes.push(outcome, outcome)
    await morning('2025-03-07T08:00:00+07:00')
    for (const time of ['08:01', '08:02', '08:03', '08:04']) await morning(`2025-03-07T${time}:00+07:00`)
    expect(app.platform.seen.filter(({ chat }) => chat === GROUP)).toHaveLength(1)
    const monday = await morning('2025-03-10T08:00:00+07:00')
    expect(to(SECRETARY.id, monday) ?? '').not.toContain('Bản tin nhắc việc chưa đến nơi')
  })

  it('to a group that moved arrives at its new address', async () => {
    app.platform.outcomes.push({ state: 'refused', reason: 'migrated', movedTo: 'group-2' })
    const said = await morning('2025-03-07T08:00:00+07:00')
    expect(to('group-2', said)).toContain('PL1 mục 2')
    expect(said).toHaveLength(1)
  })
})

const FINAL: [string, SendOutcome, 'refused' | 'uncertain', string][] = [
  [
    'the person blocked the bot',
    { state: 'refused', reason: '403 Forbidden: bot was blocked by the user', chatGone: true },
    'refused',
    'người nhận đã chặn bot',
  ],
  [
    'the bot was kicked',
    { state: 'refused', reason: '403 Forbidden: bot was kicked from the group chat', chatGone: true },
    'refused',
    'bot đã bị đưa ra khỏi nhóm',
  ],
  [
    'it was accepted but the answer was lost',
    { state: 'uncertain', reason: 'ECONNRESET' },
    'uncertain',
    'không rõ đã đến hay chưa, ECONNRESET',
  ],
  ['the network refuses it', { state: 'refused', reason: '400 Bad Request: x' }, 'refused', '400 Bad Request: x'],
]

describe('a reminder of which', () => {
  it.each(FINAL)(
    '%s is not sent again that day, and the secretariat is told once',
    async (_, outcome, state, words) => {
      app.platform.outcomes.push(outcome)
      expect(await morning('2025-03-07T08:00:00+07:00')).toEqual([])
      expect(await morning('2025-03-07T09:00:00+07:00')).toEqual([])
      expect(await app.db.outbox.findFirst({ where: { state } })).toMatchObject({ kind: 'reminder', attempts: 1 })
      // The days off between must not swallow it.
      for (const day of ['08', '09']) await morning(`2025-03-${day}T08:00:00+07:00`)
      const monday = to(SECRETARY.id, await morning('2025-03-10T08:00:00+07:00'))
      expect(monday).toContain(`Nhóm Hội đồng (bản tin ngày 07/3/2025): ${words}`)
      const tuesday = to(SECRETARY.id, await morning('2025-03-11T08:00:00+07:00'))
      expect(tuesday ?? '').not.toContain('bản tin ngày 07/3/2025')
    },
  )

  it('the network will not hear is tried thirty times at most', async () => {
    await anHourOf({ state: 'later', afterMs: 1000, reason: '500 Internal Server Error' })
    const row = await app.db.outbox.findFirstOrThrow({ where: { chat: { externalId: GROUP }, kind: 'reminder' } })
    expect(row.attempts).toBeLessThanOrEqual(30)
  })

  it('a head was not reached is reported by name', async () => {
    const [code] = await app.say(SECRETARY, '/moi trưởng Công an phường')
    await app.say(HEAD, /\/start \S+/.exec(code!.text)![0])
    app.platform.outcomes.push({ state: 'sent', messageId: 'g' }, { state: 'refused', reason: '400 x' })
    await morning('2025-03-07T08:00:00+07:00')
    const report = to(SECRETARY.id, await morning('2025-03-10T08:00:00+07:00'))
    expect(report).toContain('Anh Công (bản tin ngày 07/3/2025): 400 x')
  })
})

describe('a report to the secretariat', () => {
  const GONE: SendOutcome = { state: 'refused', reason: '400 Bad Request: x' }
  const DOUBT: SendOutcome = { state: 'uncertain', reason: 'ECONNRESET' }
  const SENT: SendOutcome = { state: 'sent', messageId: 'x' }
  const LOST = 'Nhóm Hội đồng (bản tin ngày 07/3/2025)'

  /** What the report of a day says, sent or not, where the network takes the group's morning and the report so. */
  async function report(day: string, group: SendOutcome, secretary: SendOutcome): Promise<string> {
    app.platform.outcomes.push(group, secretary)
    await morning(`2025-03-${day}T08:00:00+07:00`)
    app.platform.outcomes.length = 0
    const rows = await app.db.outbox.findMany({
      where: { dedupeKey: { contains: `:2025-03-${day}:` }, chat: { externalId: SECRETARY.id } },
    })
    return rows.map(({ payload }) => JSON.stringify(payload)).join('\n')
  }

  it.each([
    ['is not known to have arrived', DOUBT],
    ['was refused', GONE],
  ])('that %s is told again with all that it told, once', async (_, outcome) => {
    await report('07', GONE, SENT)
    expect(await report('10', SENT, outcome)).toContain(LOST)
    const again = await report('11', SENT, SENT)
    expect(again).toContain(LOST)
    expect(again).toContain('Chị Thư (bản tin ngày 10/3/2025)')
    for (const day of ['12', '13', '14']) expect(await report(day, SENT, SENT)).not.toContain('Nhóm Hội đồng')
  })

  it('is told again until one arrives', async () => {
    await report('07', GONE, SENT)
    for (const day of ['10', '11', '12']) expect(await report(day, SENT, DOUBT)).toContain(LOST)
    expect(await report('13', SENT, SENT)).toContain(LOST)
    expect(await report('14', SENT, SENT)).toBe('')
  })

  it('that is lost does not bring back what an earlier one surely told', async () => {
    await report('07', GONE, SENT)
    expect(await report('10', GONE, SENT)).toContain(LOST)
    expect(await report('11', SENT, DOUBT)).not.toContain(LOST)
    const again = await report('12', SENT, SENT)
    expect(again).toContain('Nhóm Hội đồng (bản tin ngày 10/3/2025)')
    expect(again).not.toContain(LOST)
  })

  it('that is told again does not call missed what the group heard since', async () => {
    await report('13', GONE, SENT)
    await report('14', SENT, DOUBT) // The group is told of PL1 mục 2, of which this is the last day.
    const again = await report('17', SENT, SENT)
    expect(again).toContain('bản tin ngày 13/3/2025')
    expect(again).not.toContain('Đã quá hạn mà chưa nhắc được')
  })
})

describe('after an outage of the network', () => {
  const DOWN: SendOutcome = { state: 'refused', reason: 'expired' }

  it('a reminder that expired is made up for the next morning, and reported', async () => {
    app.platform.outcomes.push(DOWN)
    await morning('2025-03-07T08:00:00+07:00')
    for (const day of ['08', '09']) await morning(`2025-03-${day}T08:00:00+07:00`)
    const said = await morning('2025-03-10T08:00:00+07:00')
    expect(to(GROUP, said)).toContain('Nhắc bù (bản tin ngày 07/3/2025 chưa gửi được): còn 4 ngày')
    expect(to(GROUP, said)).toContain('PL1 mục 2')
    expect(to(SECRETARY.id, said)).toContain('Nhóm Hội đồng (bản tin ngày 07/3/2025): quá 12 giờ chưa gửi được')
    expect(to(GROUP, await morning('2025-03-11T08:00:00+07:00'))).not.toContain('Nhắc bù')
  })

  it('several mornings are made up for together, and what went by is reported as missed', async () => {
    const lost = ['2025-03-07', '2025-03-10', '2025-03-11', '2025-03-13', '2025-03-14']
    for (const day of lost) {
      app.platform.outcomes.push(DOWN, DOWN)
      await morning(`${day}T08:00:00+07:00`)
      app.platform.outcomes.length = 0
    }
    const said = await morning('2025-03-17T08:00:00+07:00')
    expect(to(GROUP, said)).toContain('Nhắc bù (bản tin ngày 07/3/2025 chưa gửi được)')
    const report = to(SECRETARY.id, said)
    expect(report).toContain('Đã quá hạn mà chưa nhắc được')
    expect(report).toContain('PL1 mục 2')
  })

  it('a reminder that still waits gives way to the one of the new morning', async () => {
    app.platform.outcomes.push({ state: 'later', afterMs: 3 * 86_400_000, reason: '429' })
    await morning('2025-03-07T08:00:00+07:00')
    const said = await morning('2025-03-10T08:00:00+07:00')
    expect(said.filter((text) => text.startsWith(GROUP))).toHaveLength(1)
    expect(to(GROUP, said)).toContain('Nhắc bù')
    expect(await app.db.outbox.count({ where: { state: 'refused', reason: 'expired' } })).toBe(1)
  })
})
