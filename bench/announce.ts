import { Audience } from '#domain/announcements/announcement.ts'
import type { CouncilId } from '#domain/ids.ts'
import { startSending } from '#prisma/announcement-delivery.ts'
import { changeAnnouncement, createAnnouncement } from '#prisma/announcements.ts'
import { startApp, type App } from '../app.ts'
import { readConfig } from '../config.ts'
import { createLogger } from '../logger.ts'
import { insertRows } from './country/fill.ts'
import { LimitedPlatform } from './limited-platform.ts'
import { NO_FLOOD_LIMITS } from '../test/support/no-flood-limits.ts'
import { summary, type Summary } from './summary.ts'

/** How long a message is on its way, in milliseconds. */
const TAKES_MS = 10
/** One question in so many milliseconds, each in a group of its own. */
const BETWEEN_MS = 430

export interface Announced {
  /** Seconds from the start to the last chat's message, and those that the network's limits allow at best for all that was said meanwhile. */
  seconds: number
  atBest: number
  messages: number
  /** Messages that the network had to refuse. */
  refused: number
  answers: Summary
}

/** One announcement of a council of this database to so many groups, while others ask questions: other councils, or its own groups where it is alone. */
export async function benchAnnounce(url: string, groups: number): Promise<Announced> {
  const platform = new LimitedPlatform(TAKES_MS)
  const app = await startApp({
    config: readConfig({ DATABASE_URL: url }),
    log: createLogger('silent'),
    flood: NO_FLOOD_LIMITS,
    platforms: () => Promise.resolve({ platforms: [platform], clock: () => new Date(), onClockMoved: () => undefined }),
  })
  const [council, others] = await councilAndOthers(app.db, groups)
  const warm = await platform.ask(others[0]!, '/viec quý này')
  const taken = platform.taken.length
  const begun = performance.now()
  await begin(app, council)
  const answers = await askUntilSent(app, { platform, groups, others })
  const seconds = (platform.taken.at(-1)! - begun) / 1000
  const messages = platform.taken.length - taken
  await app.stop()
  return {
    seconds,
    atBest: Math.floor((messages - 1) / platform.capabilities.limits.perSecond),
    messages,
    refused: platform.refused,
    answers: summary(answers.length > 0 ? answers : [warm]),
  }
}

/** A council with so many groups, and a group of each of the other councils. */
async function councilAndOthers(db: App['db'], groups: number): Promise<[CouncilId, string[]]> {
  const where = { platform: 'telegram', kind: 'group' }
  const chats = await db.chat.findMany({ where, orderBy: { id: 'asc' }, distinct: ['councilId'] })
  const councilId = chats[0]!.councilId!
  const own = await db.chat.count({ where: { councilId, kind: 'group' } })
  const further = Array.from({ length: groups - own }, (_, index) => ({
    ...where,
    id: `further-${index}`,
    externalId: `further-${index}`,
    councilId,
    createdAt: chats[0]!.createdAt,
  }))
  await insertRows(db, 'chat', further)
  const others = chats.length > 1 ? chats.slice(1) : further
  return [councilId as CouncilId, others.map(({ externalId }) => externalId)]
}

/** As a press of "Gửi ngay" does: what follows is rung for by the next answer. */
async function begin({ db }: App, councilId: CouncilId) {
  const id = await createAnnouncement(db, councilId, { createdBy: 'nobody' }, new Date())
  const parts = [{ body: { text: 'Mời họp Hội đồng lúc 8 giờ thứ Sáu.', spans: [] }, media: [] }]
  await changeAnnouncement(db, councilId, id, ['draft'], { parts, audience: Audience.parse({ groups: 'all' }) })
  await db.$transaction((tx) => startSending(tx, councilId, id, new Date()))
}

interface Meanwhile {
  platform: LimitedPlatform
  groups: number
  others: string[]
}

async function askUntilSent({ db }: App, { platform, groups, others }: Meanwhile): Promise<number[]> {
  const asked: Promise<number>[] = []
  while ((await db.outbox.count({ where: { kind: 'announcement', state: 'sent' } })) < groups) {
    asked.push(platform.ask(others[asked.length % others.length]!, '/viec quý này'))
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS))
  }
  return Promise.all(asked)
}
