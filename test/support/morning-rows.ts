import { createSay } from '#commands/say.ts'
import { loadTranslators } from '#locales/translate.ts'
import type { Database } from '#prisma/database.ts'
import { remind } from '#scheduler/remind.ts'
import { runJob } from '#scheduler/run-job.ts'
import { tokenOf } from './grown-morning.ts'
import type { Row } from './judge-morning.ts'
import { memoryLog } from './memory-log.ts'

/** All that was to be said. */
export async function rowsOf(db: Database): Promise<Row[]> {
  const rows = await db.outbox.findMany({ include: { chat: true } })
  return rows.map(({ id, kind, state, externalId, payload, chat }) => ({
    ...{ id, kind, state },
    token: tokenOf(chat.bot),
    chat: chat.externalId,
    title: chat.title ?? '',
    messageId: externalId ?? undefined,
    answers: (payload as { answers?: string }).answers,
  }))
}

/** Has the next morning come, which is made a working one. Returns the groups of which the secretaries are told that it is not known whether they heard. */
export async function toldInDoubt(db: Database, now: Date): Promise<string[]> {
  const say = createSay(loadTranslators())
  await runJob({ db, clock: () => now, log: memoryLog(), say }, remind)
  const reports = await db.outbox.findMany({ where: { dedupeKey: { contains: ':secretariat' } } })
  const texts = reports.map(({ payload }) => (payload as { body: { text: string } }).body.text).join('\n')
  return [...texts.matchAll(/^(Nhóm \S+) .*không rõ đã đến hay chưa/gm)].map(([, title]) => title!)
}
