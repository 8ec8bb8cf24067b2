import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addDays, type IsoDate } from '#domain/dates.ts'
import { remind } from '#scheduler/remind.ts'
import { AMENDED_PLAN } from '../support/amended-plan.ts'
import { createTestApp, GROUP, SECRETARY, type TestApp } from '../support/app.ts'
import type { Seen } from '../support/fake-platform.ts'
import { readIcs } from '../support/ics.ts'
import { SMALL_PLAN } from '../support/plans.ts'

const PLEDGE = 'Ký giao ước thi đua'

let app: TestApp
let council: string
beforeEach(async () => {
  app = await createTestApp('2025-03-06T09:00:00+07:00')
  council = (await app.linkedCouncil(SMALL_PLAN)).id
  await app.runJob(remind)
})
afterEach(() => app.stop())

const amend = () => app.importPlan(council, AMENDED_PLAN, 'sua-doi.txt')

/** What the group hears on the mornings of these days. */
async function heard(from: IsoDate, to: IsoDate): Promise<Map<IsoDate, string>> {
  const mornings = new Map<IsoDate, string>()
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const said = await app.saidBy(remind, `${day}T08:00:00+07:00`)
    mornings.set(day, said.filter((one) => one.startsWith(GROUP)).join('\n'))
  }
  return mornings
}

/** The days on which words are heard, each as often as they are. */
async function daysOf(words: string, from: IsoDate, to: IsoDate): Promise<string[]> {
  return [...(await heard(from, to))].flatMap(([day, said]) =>
    said
      .split(words)
      .slice(1)
      .map(() => day),
  )
}

async function calendar() {
  const [answer] = await app.say(SECRETARY, '/lich')
  const { events } = readIcs(Buffer.from(answer!.message.file!.base64, 'base64').toString())
  return (words: string) => events.find(({ summary }) => summary.includes(words))!
}

/** The newest message in the group. */
const last = (): Seen => app.platform.seen.filter(({ chat }) => chat === GROUP).at(-1)!

describe('when a plan is amended', () => {
  it('a deadline that moved is reminded of by its new date, under its new number, and not by the old one', async () => {
    expect(await daysOf('Trước ngày 15/3/2025', '2025-03-07', '2025-03-07')).toEqual(['2025-03-07'])
    await amend()
    const after = await heard('2025-03-08', '2025-03-24')
    const named = [...after].filter(([, said]) => said.includes(PLEDGE))
    expect(named.map(([day]) => day)).toEqual(['2025-03-10', '2025-03-17', '2025-03-21', '2025-03-24'])
    for (const [, said] of named) expect(said).toMatch(new RegExp(`${PLEDGE}.*Trước ngày 25/3/2025.*PL1 mục 3`))
  })

  it('what did not move is reminded of on the same days, once each', async () => {
    await amend()
    // The 17th is the Monday on which the week is listed.
    const days = ['2025-03-12', '2025-03-14', '2025-03-17', '2025-03-18', '2025-03-19']
    expect(await daysOf('Trình Hội đồng trước 20/3/2025', '2025-03-07', '2025-03-19')).toEqual(days)
  })

  it('what is done stays done and is not chased', async () => {
    await app.say(SECRETARY, '/xong PL1 mục 1')
    await amend()
    expect(await daysOf('Tổng kết phong trào thi đua năm 2024', '2025-03-07', '2025-04-01')).toEqual([])
    const [again] = await app.say(SECRETARY, '/xong PL1 mục 2')
    expect(again!.text).toContain('PL1 mục 2')
    expect(await app.db.completion.count({ where: { task: { version: { state: 'approved' } } } })).toBe(1)
  })

  it('what was removed is not named again, what was added is', async () => {
    await amend()
    const all = [...(await heard('2025-03-07', '2025-07-01')).values()].join('\n')
    expect(all).not.toContain('Sơ kết 6 tháng')
    expect(all).toContain('Phát động đợt thi đua cao điểm')
  })

  it('a task keeps the offsets of its own, counted to its new date', async () => {
    await app.say(SECRETARY, '/caidat việc PL1 mục 2 trước 10')
    await amend()
    expect(await daysOf(PLEDGE, '2025-03-07', '2025-03-23')).toEqual(['2025-03-14'])
  })

  it('the buttons under an older reminder mean the same deadline still', async () => {
    await heard('2025-03-07', '2025-03-07')
    const older = last()
    await amend()
    await app.press(SECRETARY, older, 'Đã xong: PL1 mục 2')
    expect(last().text).toContain('PL1 mục 3')
    const [mark] = await app.db.completion.findMany({ include: { task: { include: { version: true } } } })
    expect(mark!.task).toMatchObject({ no: '3', version: { state: 'approved' } })
    expect(await daysOf(PLEDGE, '2025-03-08', '2025-03-31')).toEqual([])
  })

  it('"remind me tomorrow" under an older reminder holds', async () => {
    await heard('2025-03-07', '2025-03-07')
    const older = last()
    await amend()
    await app.press(SECRETARY, older, 'Nhắc lại')
    const later = AMENDED_PLAN.replace('Trước ngày 25/3/2025', 'Trước ngày 28/3/2025')
    await app.importPlan(council, later, 'sua-lan-2.txt')
    expect(await daysOf(PLEDGE, '2025-03-10', '2025-03-10')).toEqual(['2025-03-10'])
    expect(await app.db.snooze.count()).toBe(0)
  })

  it('a calendar changes the date under the same name, takes out what was removed, and takes in what was added', async () => {
    const before = await calendar()
    await amend()
    const after = await calendar()
    const [pledge, moved] = [before(PLEDGE), after(PLEDGE)]
    expect([pledge.start, moved.start]).toEqual(['2025-03-14', '2025-03-24'])
    expect(moved.uid).toBe(pledge.uid)
    expect(moved.sequence).toBeGreaterThan(pledge.sequence)
    expect(moved.status).toBe('CONFIRMED')
    expect(after('Sơ kết 6 tháng')).toMatchObject({ uid: before('Sơ kết 6 tháng').uid, status: 'CANCELLED' })
    expect(after('Tổng kết phong trào').uid).toBe(before('Tổng kết phong trào').uid)
    const known = [PLEDGE, 'Tổng kết phong trào', 'Hoàn thành dự thảo', 'Trình Hội đồng', 'Sơ kết', 'Báo cáo kết quả']
    expect(known.map((one) => after(one).uid)).toEqual(known.map((one) => before(one).uid))
    expect(known.map((one) => after(one).uid)).not.toContain(after('Phát động đợt thi đua').uid)
  })
})
