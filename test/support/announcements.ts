import type { SendOutcome } from '#bot/platform.ts'
import { Audience, type Part } from '#domain/announcements/announcement.ts'
import { reportOf } from '#domain/announcements/report.ts'
import type { AnnouncementId, CouncilId } from '#domain/ids.ts'
import type { Outbound } from '#domain/messages.ts'
import { recipientsOfAnnouncement, startSending } from '#prisma/announcement-delivery.ts'
import { changeAnnouncement, createAnnouncement, type AnnouncementChange } from '#prisma/announcements.ts'
import type { Database } from '#prisma/database.ts'
import { announce } from '#scheduler/announce.ts'
import { SECRETARY, type TestApp } from './app.ts'
import type { FakePlatform, Seen } from './fake-platform.ts'

export const textPart = (text: string): Part => ({ body: { text, spans: [] }, media: [] })

/** Links so many groups to a council, `nhom-1` and so on, or from another number on. */
export async function addGroups(db: Database, councilId: CouncilId, count: number, at: Date, from = 1) {
  const data = Array.from({ length: count }, (_, index) => ({
    platform: 'telegram',
    externalId: `nhom-${from + index}`,
    kind: 'group',
    title: `Nhóm ${from + index}`,
    councilId,
    createdAt: at,
    linkedAt: new Date(at.getTime() + index),
  }))
  await db.chat.createMany({ data })
}

type Given = Omit<AnnouncementChange, 'audience' | 'state'> & { audience?: Partial<Audience> }

/** An announcement of the secretary to all groups, unless told otherwise; not sent yet. */
export async function draftOf(app: TestApp, councilId: CouncilId, given: Given = {}): Promise<AnnouncementId> {
  const { audience = { groups: 'all' }, parts = [textPart('Mời họp Hội đồng')], ...more } = given
  const account = await app.db.account.findFirstOrThrow({ where: { externalId: SECRETARY.id } })
  const id = await createAnnouncement(app.db, councilId, { createdBy: account.personId }, app.now)
  await changeAnnouncement(app.db, councilId, id, ['draft'], { parts, audience: Audience.parse(audience), ...more })
  return id
}

/** The same, its sending begun. */
export async function begun(app: TestApp, councilId: CouncilId, given: Given = {}): Promise<AnnouncementId> {
  const id = await draftOf(app, councilId, given)
  await app.db.$transaction((tx) => startSending(tx, councilId, id, app.now))
  return id
}

/** Rings the bell until nothing is to be done any more, a second later each time. */
export async function follow(app: TestApp) {
  for (let seconds = 0; seconds < 30; seconds += 1) {
    const counts = await app.runJob(announce)
    if (counts?.['failed']) throw new Error(String((app.logged.at(-1)?.fields as { err?: unknown }).err))
    if (Object.values(counts ?? {}).every((count) => count === 0)) return
    app.now = new Date(app.now.getTime() + 1000)
  }
}

/** How many recipients there are in each state that somebody is in. */
export async function countsOf(app: TestApp, id: AnnouncementId): Promise<Record<string, number>> {
  const { counts } = reportOf(await recipientsOfAnnouncement(app.db, id))
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0))
}

/** What a chat shows. */
export const shownIn = (app: TestApp, chat: string): Seen[] => app.platform.seen.filter((seen) => seen.chat === chat)

/** The network answers some messages so, and takes all others. */
export function answering(platform: FakePlatform, outcomeOf: (message: Outbound) => SendOutcome | undefined) {
  const send = platform.send.bind(platform)
  platform.send = (message) => {
    const outcome = outcomeOf(message)
    return outcome ? Promise.resolve(outcome) : send(message)
  }
}
