import { beforeEach, describe, expect, it } from 'vitest'
import type { IsoDate } from '#domain/dates.ts'
import type { ChatId, CouncilId, PersonId, TaskId } from '#domain/ids.ts'
import type { Deadline, DraftPlan, DraftTask } from '#domain/plan.ts'
import { markDone, snooze, takeBack } from '#prisma/completions.ts'
import { createCouncil } from '#prisma/councils.ts'
import { currentDeadline } from '#prisma/current-deadline.ts'
import { copyVersion } from '#prisma/copy-version.ts'
import type { Database } from '#prisma/database.ts'
import { seePerson } from '#prisma/persons.ts'
import { tasksOf } from '#prisma/due-tasks.ts'
import { approvedPlans } from '#prisma/plans.ts'
import { snoozedOf } from '#prisma/reminders.ts'
import { keepTaskReminders } from '#prisma/settings.ts'
import { approveVersion, storePlan } from '#prisma/store-plan.ts'
import { testDatabase } from '../support/database.ts'

const NOW = new Date('2025-03-01T01:00:00Z')

const deadline = (wording: string, dueOn: IsoDate | null, more: Partial<Deadline> = {}): Deadline => ({
  wording,
  label: null,
  kind: dueOn ? 'by' : 'open',
  from: null,
  to: dueOn,
  rrule: null,
  dueOn,
  suspect: null,
  ...more,
})
const monthly = (wording: string, day: number) =>
  deadline(wording, null, { kind: 'monthly', rrule: `FREQ=MONTHLY;BYMONTHDAY=${day}` })
const task = (no: string, title: string, ...deadlines: Deadline[]): DraftTask => ({
  appendix: 'Phụ lục 1',
  section: null,
  no,
  title,
  direct: null,
  lead: 'Văn phòng UBND',
  support: null,
  deadlines,
})

let db: Database
let councilId: CouncilId
let person: PersonId
let versions = 0
beforeEach(async () => {
  db = await testDatabase()
  councilId = await createCouncil(db, { name: 'Hội đồng', locale: 'vi', timeZone: 'Asia/Ho_Chi_Minh' }, NOW)
  person = await seePerson(db, { platform: 'telegram', externalId: '1', name: 'An' }, NOW)
})

/** A plan with these rows, approved. */
async function approve(...tasks: DraftTask[]) {
  const facts = { number: '07/KH', issuedOn: null, year: 2025, issuer: null, title: null, from: null, to: null }
  const draft: DraftPlan = { schema: 'tdkt.plan/1', plan: facts, tasks, quotas: [], warnings: [] }
  const source = { name: 'p', bytes: new TextEncoder().encode(String(versions++)) }
  const { versionId } = await storePlan(db, { councilId, draft, sameEvents: [], source }, NOW)
  await approveVersion(db, councilId, versionId, NOW)
  return now()
}
const now = async () => tasksOf(db, await approvedPlans(db, councilId))
const mark = (taskId: TaskId, deadlineId?: string, occurrence?: IsoDate) =>
  markDone(db, { taskId, deadlineId, occurrence }, person, NOW)
/** What is open of each deadline, in the order of the plan. */
const standing = async () =>
  (await now()).flatMap(({ doneAt, deadlines }) =>
    deadlines.map(({ done, doneThrough }) => (doneAt ? 'task done' : done ? 'done' : (doneThrough ?? 'open'))),
  )

describe('marks go on in a new version', () => {
  it('of a task that is done, also where its date moved and its number changed', async () => {
    const [pledge] = await approve(task('1', 'Ký giao ước thi đua', deadline('Trước 15/3', '2025-03-14')))
    await mark(pledge!.id)
    const tasks = await approve(
      task('1', 'Ban hành kế hoạch', deadline('Trước 01/3', '2025-02-28')),
      task('2', 'Ký giao ước thi đua', deadline('Trước 20/4', '2025-04-19')),
    )
    expect(await standing()).toEqual(['open', 'task done'])
    const [row] = await db.completion.findMany({ where: { taskId: tasks[1]!.id } })
    expect(row).toMatchObject({ personId: person, at: NOW })
  })

  it.each<[string, Deadline, Deadline, string]>([
    [
      'with the same date in other words',
      deadline('Trước 15/3', '2025-03-14'),
      deadline('Đến 14/3', '2025-03-14'),
      'done',
    ],
    ['with the same words', deadline('Trước 15/3', '2025-03-14'), deadline('trước 15/3', '2025-03-14'), 'done'],
    [
      'not with another date that is still ahead',
      deadline('Trước 15/3', '2025-03-14'),
      deadline('Trước 20/3', '2025-03-19'),
      'open',
    ],
    ['not with today for its date', deadline('Trước 15/3', '2025-03-14'), deadline('Ngày 01/3', '2025-03-01'), 'open'],
    [
      'with another date that is past',
      deadline('Trước 01/2', '2025-01-31'),
      deadline('Trước 10/2', '2025-02-09'),
      'done',
    ],
    ['without a date any more', deadline('Trước 15/3', '2025-03-14'), deadline('Khi có phát sinh', null), 'done'],
    [
      'up to its date where it recurs now',
      deadline('Trước 25/2', '2025-02-24'),
      monthly('25 hàng tháng', 25),
      '2025-02-24',
    ],
    ['for good where it recurs as it did', monthly('25 hàng tháng', 25), monthly('25 hằng tháng', 25), 'done'],
    [
      'up to today where it recurs on other days',
      monthly('25 hàng tháng', 25),
      monthly('20 hàng tháng', 20),
      '2025-03-01',
    ],
  ])('of a deadline %s', async (_, before, after, expected) => {
    const [one] = await approve(task('1', 'Báo cáo kết quả', before))
    await mark(one!.id, one!.deadlines[0]!.id)
    await approve(task('1', 'Báo cáo kết quả', after))
    expect(await standing()).toEqual([expected])
  })

  it('of the one milestone that is done, by its name', async () => {
    const draft = deadline('dự thảo trước 05/3', '2025-03-04', { label: 'Hoàn thành dự thảo' })
    const hand = deadline('trình trước 20/3', '2025-03-19', { label: 'Trình Hội đồng' })
    const [list] = await approve(task('3', 'Lập danh sách', draft, hand))
    await mark(list!.id, list!.deadlines[0]!.id)
    await approve(task('3', 'Lập danh sách', hand, draft))
    expect(await standing()).toEqual(['open', 'done'])
  })

  it('of an occurrence', async () => {
    const [report] = await approve(task('6', 'Báo cáo', monthly('25 hàng tháng', 25)))
    await mark(report!.id, report!.deadlines[0]!.id, '2025-02-25')
    await approve(task('7', 'Báo cáo', monthly('ngày 20 hàng tháng', 20)))
    expect(await standing()).toEqual(['2025-02-25'])
  })

  it('but not to another task of nearly the same name', async () => {
    const [first] = await approve(task('1', 'Họp Hội đồng phiên thứ nhất', deadline('15/3', '2025-03-15')))
    await mark(first!.id)
    await approve(task('1', 'Họp Hội đồng phiên thứ hai', deadline('15/3', '2025-03-15')))
    expect(await standing()).toEqual(['open'])
  })

  it('and are taken back there; the version before keeps what it was', async () => {
    const [one] = await approve(task('1', 'Ký giao ước', deadline('15/3', '2025-03-15')))
    await mark(one!.id)
    const [next] = await approve(task('1', 'Ký giao ước', deadline('15/3', '2025-03-15')))
    expect(await takeBack(db, { taskId: next!.id, deadlineId: undefined, occurrence: undefined })).toBe(1)
    expect(await standing()).toEqual(['open'])
    expect(await db.completion.count({ where: { taskId: one!.id } })).toBe(1)
  })
})

describe('what was set goes on in a new version', () => {
  it('offsets of a task of its own', async () => {
    const [one] = await approve(task('1', 'Ký giao ước', deadline('15/3', '2025-03-15')))
    await keepTaskReminders(db, one!.id, { before: [10, 5], after: [2] })
    const tasks = await approve(task('1', 'Lập kế hoạch'), task('2', 'Ký giao ước', deadline('20/3', '2025-03-20')))
    expect(tasks.map(({ reminders }) => reminders)).toEqual([undefined, { before: [10, 5], after: [2] }])
  })

  it('"remind me tomorrow", of what is still there', async () => {
    const tasks = await approve(
      task('1', 'Ký giao ước', deadline('15/3', '2025-03-15')),
      task('2', 'Lập danh sách', deadline('16/3', '2025-03-16')),
    )
    const chat = await db.chat.create({
      data: { platform: 'telegram', externalId: 'g', kind: 'group', councilId, createdAt: NOW },
    })
    const ids = tasks.flatMap(({ deadlines }) => deadlines.map(({ id }) => id))
    await snooze(db, chat.id as ChatId, ids, '2025-03-03')
    const [next] = await approve(task('1', 'Ký giao ước', deadline('20/3', '2025-03-20')))
    const again = await snoozedOf(db, councilId)
    expect([...again.get(chat.id as ChatId)!]).toEqual([[next!.deadlines[0]!.id, '2025-03-03']])
    expect(await db.snooze.count()).toBe(1)
  })

  it('offsets as they are now, whatever a draft has of them', async () => {
    const [one] = await approve(task('1', 'Ký giao ước', deadline('15/3', '2025-03-15')))
    await keepTaskReminders(db, one!.id, { before: [10] })
    const { versionId } = await copyVersion(db, (await approvedPlans(db, councilId))[0]!.id, NOW)
    await keepTaskReminders(db, one!.id, undefined)
    await approveVersion(db, councilId, versionId, NOW)
    expect((await now()).map(({ reminders }) => reminders)).toEqual([undefined])
  })

  it.each<[string, Partial<Deadline>, IsoDate | null]>([
    ['with the same words and proposal', {}, '2025-06-17'],
    ['not with other words', { wording: 'Trước ngày 18/6/2024' }, null],
    ['not with another proposal', { suspect: { reason: 'outside-period', proposed: '2026-06-16' } }, null],
  ])('a decision on a doubtful date, %s', async (_, change, expected) => {
    const suspect = { reason: 'outside-period', proposed: '2025-06-16' } as const
    const doubtful = deadline('Trước ngày 16/6/2024', '2024-06-15', { suspect })
    const [one] = await approve(task('4', 'Họp Hội đồng', doubtful))
    await db.deadline.update({ where: { id: one!.deadlines[0]!.id }, data: { decidedOn: '2025-06-17' } })
    const [next] = await approve(task('5', 'Họp Hội đồng', { ...doubtful, ...change }))
    expect(next!.deadlines[0]!.decidedOn).toBe(expected)
  })
})

describe('a deadline of an earlier version', () => {
  it('is the one that it became, over several versions, and no one once it is gone', async () => {
    const title = 'Ký giao ước thi đua giữa các tổ dân phố'
    const [one] = await approve(task('1', title, deadline('15/3', '2025-03-15')))
    await approve(task('1', 'Lập danh sách'), task('2', title, deadline('20/3', '2025-03-20')))
    const third = await approve(task('1', `${title} năm 2025`, deadline('25/3', '2025-03-25')))
    const meant = () => currentDeadline(db, councilId, one!.deadlines[0]!.id)
    expect(await meant()).toEqual({ taskId: third[0]!.id, deadlineId: third[0]!.deadlines[0]!.id })
    await approve(task('1', 'Họp Hội đồng', deadline('25/4', '2025-04-25')))
    expect(await meant()).toBeUndefined()
  })

  it('is nobody else’s', async () => {
    const other = await createCouncil(db, { name: 'Khác', locale: 'vi', timeZone: 'Asia/Ho_Chi_Minh' }, NOW)
    const [one] = await approve(task('1', 'Ký giao ước', deadline('15/3', '2025-03-15')))
    expect(await currentDeadline(db, other, one!.deadlines[0]!.id)).toBeUndefined()
  })
})
