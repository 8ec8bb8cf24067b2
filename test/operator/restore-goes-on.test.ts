import { expect, it } from 'vitest'
import type { Database } from '#prisma/database.ts'
import { announce } from '#scheduler/announce.ts'
import { remind } from '#scheduler/remind.ts'
import { begun, draftOf, follow } from '../support/announcements.ts'
import { GROUP, SECRETARY, STRANGER, TestApp } from '../support/app.ts'
import { ENGINE, run } from '../support/backups.ts'
import { emptyDatabase } from '../support/copied.ts'
import { temporaryFile } from '../support/database.ts'
import { SMALL_PLAN } from '../support/plans.ts'
import { handIn, numbersOf, openRound } from '../support/rounds.ts'

const NEXT_MORNING = '2025-03-11T08:00:00+07:00'
const at = (day: number, time: string) => new Date(`2025-03-0${day}T${time}:00+07:00`)

/** A bot on this database, on the network of one before. */
async function started(url: string, now: Date, before?: TestApp): Promise<TestApp> {
  const app = new TestApp(now.toISOString(), { DATABASE_URL: url })
  if (before) app.platform.goOnFrom(before.platform)
  return app.start()
}

/** As if the morning's message to the group were still on its way to it. */
const putBack = (db: Database) =>
  db.outbox.updateMany({
    where: { dedupeKey: { startsWith: 'morning:' }, chat: { externalId: GROUP } },
    data: { state: 'waiting', finishedAt: null, externalId: null },
  })

/** A council whose bot runs, and the file for its backup. */
async function inUse() {
  const url = await emptyDatabase(ENGINE)
  const before = await started(url, at(6, '09:00'))
  const { id: council } = await before.linkedCouncil(SMALL_PLAN)
  return { url, file: temporaryFile('backup.db'), before, council }
}

/** Where a backup is restored: a file is exchanged, PostgreSQL needs an empty database. */
const emptied = async (url: string) => (ENGINE === 'SQLite' ? url : emptyDatabase(ENGINE))

it(
  'a bot goes on from a backup that was made while it ran: nothing is said twice, old buttons work, counts are there, the secretariat hears of what is in doubt',
  { timeout: 120_000 },
  async () => {
    const { url, file, before, council } = await inUse()
    const round = await openRound(before, council)
    await before.runJob(remind)
    expect(await before.saidBy(remind, at(7, '08:00').toISOString())).toHaveLength(1)
    const reminder = before.platform.seen.find(({ chat, choices }) => chat === GROUP && choices.length > 0)!
    await handIn(before, round, 'Công an phường', { collective: 2, individual: 3 })
    const counts = await numbersOf(before, round)
    const outbox = await before.db.outbox.findMany()
    await putBack(before.db)
    expect(await run(url, ['backup', file], at(7, '10:00'))).toMatchObject({ code: 0, err: '' })
    for (const { id, ...data } of outbox)
      await before.db.outbox.update({ where: { id }, data: { state: data.state, finishedAt: data.finishedAt } })
    expect((await run(url, ['restore', file], at(7, '10:01'))).code).toBe(2)
    await before.db.nomination.deleteMany()
    await before.stop()

    const there = await emptied(url)
    const restored = await run(there, ['restore', file], at(7, '10:05'))
    expect(restored).toMatchObject({ code: 0, err: '' })
    const app = await started(there, at(7, '10:30'), before)
    const shown = app.platform.seen.length
    for (let bells = 0; bells < 2; bells += 1) await app.runJob(remind)
    await app.settle()
    expect(app.platform.seen.slice(shown).filter(({ chat }) => chat === GROUP)).toEqual([])
    expect(await numbersOf(app, round)).toEqual(counts)
    expect(counts).toMatchObject({ 'Công an phường': '2/3/-' })
    const [which] = await app.press(STRANGER, reminder, 'Chi tiết')
    expect(which!.choices.length).toBeGreaterThan(0)
    const said = [...(await app.saidBy(remind, NEXT_MORNING)), ...(await app.saidBy(remind, NEXT_MORNING))]
    expect(said.filter((text) => text.startsWith(`${GROUP}\n`))).toHaveLength(1)
    const reports = said.filter(
      (text) => text.startsWith(`${SECRETARY.id}\n`) && text.includes('không rõ đã đến hay chưa'),
    )
    expect(reports).toHaveLength(1)
    expect(reports[0]).toContain('đang chờ gửi khi sao lưu')
    await app.stop()
  },
)

it(
  'an announcement that was being sent is told to nobody twice: who waited is in doubt',
  { timeout: 120_000 },
  async () => {
    const { url, file, before, council } = await inUse()
    const id = await begun(before, council, { audience: { heads: [], groups: 'all' } })
    expect(await run(url, ['backup', file], at(6, '09:00'))).toMatchObject({ code: 0, err: '' })
    await follow(before)
    await before.stop()
    const there = await emptied(url)
    const restored = await run(there, ['restore', file], at(6, '10:00'))
    expect(restored.out).toContain('may have been sent since: 1.')
    const app = await started(there, at(6, '10:30'), before)
    await app.runJob(announce)
    await follow(app)
    expect(app.platform.seen.filter(({ chat }) => chat === GROUP)).toHaveLength(1)
    const recipients = await app.db.announcementRecipient.findMany({ where: { announcementId: id } })
    expect(recipients.map(({ state, reason }) => [state, reason])).toEqual([['uncertain', 'restored']])
    await app.stop()
  },
)

it(
  'an announcement whose time came since is not sent again: its maker is told and may send it, and the next run of a recurring one stays',
  { timeout: 120_000 },
  async () => {
    const { url, file, before, council } = await inUse()
    const scheduled = { audience: { heads: [], groups: 'all' as const }, state: 'scheduled' as const }
    const id = await draftOf(before, council, { ...scheduled, sendAt: at(6, '09:30'), repeat: 'weekly' })
    const ahead = await draftOf(before, council, { ...scheduled, sendAt: at(6, '11:00') })
    expect(await run(url, ['backup', file], at(6, '09:00'))).toMatchObject({ code: 0, err: '' })
    before.now = at(6, '09:30')
    await follow(before)
    expect(before.platform.seen.filter(({ chat }) => chat === GROUP)).toHaveLength(1)
    await before.stop()
    const there = await emptied(url)
    const restored = await run(there, ['restore', file, '--json'], at(6, '10:00'))
    expect(JSON.parse(restored.out)).toMatchObject({ uncertain: 1, announcements: 1 })
    const app = await started(there, at(6, '10:30'), before)
    const shown = app.platform.seen.length
    await follow(app)
    const [report, ...more] = app.platform.seen.slice(shown)
    expect([report!.chat, more]).toEqual([SECRETARY.id, []])
    expect(report!.text).toContain('không rõ đã đến hay chưa')
    const states = await app.db.announcement.findMany({ orderBy: { sendAt: 'asc' } })
    expect(states.map(({ state, sendAt }) => [state, sendAt])).toEqual([
      ['sent', at(6, '09:30')],
      ['scheduled', at(6, '11:00')],
      ['scheduled', new Date('2025-03-13T09:30:00+07:00')],
    ])
    expect(states.map((one) => one.id).slice(0, 2)).toEqual([id, ahead])
    app.now = at(6, '11:00')
    await follow(app)
    expect(app.platform.seen.slice(shown).filter(({ chat }) => chat === GROUP)).toHaveLength(1)
    await app.stop()
  },
)
