import { expect, it } from 'vitest'
import { Audience } from '#domain/announcements/announcement.ts'
import type { CouncilId } from '#domain/ids.ts'
import { startSending } from '#prisma/announcement-delivery.ts'
import { changeAnnouncement, createAnnouncement } from '#prisma/announcements.ts'
import { openDatabase } from '#prisma/database.ts'
import { addGroups, textPart } from '../support/announcements.ts'
import { databaseUrl, temporaryFile } from '../support/database.ts'
import { startReminding } from '../support/two-processes.ts'

const CHATS = 300
const NOW = new Date('2025-03-10T02:00:00Z')

it('puts an announcement into the outbox once where two processes follow it at the same time', async () => {
  const url = await databaseUrl(temporaryFile('test.db'))
  const db = await openDatabase(url)
  const council = await db.council.create({
    data: { name: 'Hội đồng', locale: 'vi', timeZone: 'Asia/Ho_Chi_Minh', createdAt: NOW },
  })
  const councilId = council.id as CouncilId
  await addGroups(db, councilId, CHATS, NOW)
  const id = await createAnnouncement(db, councilId, { createdBy: 'x' }, NOW)
  const parts = [textPart('Một'), textPart('Hai')]
  const change = { parts, audience: Audience.parse({ groups: 'all' }), sendAt: NOW, repeat: 'weekly' } as const
  await changeAnnouncement(db, councilId, id, ['draft'], { ...change, state: 'scheduled' })
  const processes = await Promise.all([startReminding(url, 'announce'), startReminding(url, 'announce')])
  const failures: (number | undefined)[][] = []
  for (let minute = 0; minute < 4; minute += 1) {
    const now = new Date(NOW.getTime() + minute * 60_000)
    const counts = await Promise.all(processes.map((process) => process.run(now)))
    failures.push(counts.map(({ failed }) => failed))
  }
  // Where one finds the database taken by the other for too long it goes on a minute later.
  expect(failures.at(-1)).toEqual([0, 0])
  expect(await db.outbox.count({ where: { kind: 'announcement' } })).toBe(2 * CHATS)
  expect(await db.announcementRecipient.count({ where: { enqueued: true } })).toBe(CHATS)
  expect(await db.announcement.count({ where: { state: 'scheduled' } })).toBe(1)
  expect(await startSending(db, councilId, id, NOW)).toBe(false)
  for (const process of processes) process.stop()
  await db.$disconnect()
})
