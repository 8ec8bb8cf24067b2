import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Audience } from '#domain/announcements/announcement.ts'
import type { CouncilId } from '#domain/ids.ts'
import { startSending } from '#prisma/announcement-delivery.ts'
import { changeAnnouncement, createAnnouncement } from '#prisma/announcements.ts'
import { startApp, type App } from '../app.ts'
import { readConfig } from '../config.ts'
import { createLogger } from '../logger.ts'
import { fillCouncils, fillGroups, groupOf } from './country.ts'
import { LimitedPlatform } from './limited-platform.ts'
import { summary, type Summary } from './summary.ts'

const TASKS_EACH = 60
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

/** One announcement of a council to so many groups, while other councils ask questions. */
export async function benchAnnounce(groups: number): Promise<Announced> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tdkt-bench-'))
  const platform = new LimitedPlatform(TAKES_MS)
  const app = await startApp({
    config: readConfig({ DATABASE_URL: `file:${folder}/bench.db` }),
    log: createLogger('silent'),
    platforms: () => Promise.resolve({ platforms: [platform], clock: () => new Date(), onClockMoved: () => undefined }),
  })
  fillCouncils(`${folder}/bench.db`, 1, 1, TASKS_EACH)
  fillGroups(`${folder}/bench.db`, groups - 1)
  fillCouncils(`${folder}/bench.db`, 2, 200, TASKS_EACH)
  const warm = await platform.ask(groupOf(2), '/viec quý này')
  const taken = platform.taken.length
  const begun = performance.now()
  await begin(app)
  const answers = await askUntilSent(app, platform, groups)
  const seconds = (platform.taken.at(-1)! - begun) / 1000
  const messages = platform.taken.length - taken
  await app.stop()
  rmSync(folder, { recursive: true, force: true })
  return {
    seconds,
    atBest: Math.floor((messages - 1) / platform.capabilities.limits.perSecond),
    messages,
    refused: platform.refused,
    answers: summary(answers.length > 0 ? answers : [warm]),
  }
}

/** As a press of "Gửi ngay" does: what follows is rung for by the next answer. */
async function begin({ db }: App) {
  const chat = await db.chat.findFirstOrThrow({ where: { externalId: groupOf(1) } })
  const councilId = chat.councilId as CouncilId
  const id = await createAnnouncement(db, councilId, { createdBy: 'nobody' }, new Date())
  const parts = [{ body: { text: 'Mời họp Hội đồng lúc 8 giờ thứ Sáu.', spans: [] }, media: [] }]
  await changeAnnouncement(db, councilId, id, ['draft'], { parts, audience: Audience.parse({ groups: 'all' }) })
  await db.$transaction((tx) => startSending(tx, councilId, id, new Date()))
}

async function askUntilSent({ db }: App, platform: LimitedPlatform, groups: number): Promise<number[]> {
  const asked: Promise<number>[] = []
  while ((await db.outbox.count({ where: { kind: 'announcement', state: 'sent' } })) < groups) {
    asked.push(platform.ask(groupOf(3 + (asked.length % 190)), '/viec quý này'))
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS))
  }
  return Promise.all(asked)
}
