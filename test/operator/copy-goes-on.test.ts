import { describe, expect, it } from 'vitest'
import type { ChatId } from '#domain/ids.ts'
import { enqueue, type Database } from '#prisma/outbox.ts'
import { announce } from '#scheduler/announce.ts'
import { remind } from '#scheduler/remind.ts'
import { addGroups, draftOf, follow, textPart } from '../support/announcements.ts'
import { GROUP, STRANGER, TestApp } from '../support/app.ts'
import { contentsOf, copied, DIRECTIONS, emptyDatabase, opened } from '../support/copied.ts'
import { SMALL_PLAN } from '../support/plans.ts'
import { openRound } from '../support/rounds.ts'

const NEXT_MORNING = '2025-03-11T08:00:00+07:00'
const at = (time: string) => new Date(`2025-03-07T${time}:00+07:00`)

/** A bot on this database, which shows what another one showed before. */
async function started(url: string, now: Date, before?: TestApp): Promise<TestApp> {
  const app = new TestApp(now.toISOString(), { DATABASE_URL: url })
  if (before) app.platform.goOnFrom(before.platform)
  // It changes what it shows in place, and another one may go on from there, too.
  app.platform.seen.push(...structuredClone(app.platform.seen.splice(0)))
  return app.start()
}

/** The network of a council in use that was stopped at ten: a plan, a round, an announcement for the afternoon, reminders with buttons, and messages in every state. */
async function stoppedAtTen(url: string): Promise<TestApp> {
  const app = await started(url, new Date('2025-03-06T09:00:00+07:00'))
  const { id } = await app.linkedCouncil(SMALL_PLAN)
  const council = id
  await addGroups(app.db, council, 2, app.now)
  await openRound(app, council)
  const announcement = { parts: [textPart('Mời họp lúc 16 giờ')], sendAt: at('15:00') }
  const draft = await draftOf(app, council, announcement)
  await app.db.announcement.update({ where: { id: draft }, data: { state: 'scheduled' } })
  await app.runJob(remind)
  expect(await app.saidBy(remind, at('08:00').toISOString())).toHaveLength(3)
  await app.say(STRANGER, '/start')
  await app.stop()
  return app
}

/** What a process that was killed leaves in the outbox, besides what ended before. */
async function leaveMessages(db: Database) {
  const chat = await db.chat.findFirstOrThrow({ where: { externalId: GROUP } })
  const row = async (said: string, data: object, notBefore = at('09:59')) => {
    const message = { platform: 'telegram', chatId: chat.id as ChatId, kind: 'reminder', dedupeKey: said } as const
    const payload = { body: { text: said, spans: [] }, media: [], choices: [] }
    await enqueue(db, { ...message, payload, notBefore, now: at('09:59') })
    await db.outbox.update({ where: { dedupeKey: said }, data })
  }
  const ended = { finishedAt: at('09:59'), attempts: 1 }
  await row('was sent', { ...ended, state: 'sent', externalId: 'bot-x' })
  await row('was refused', { ...ended, state: 'refused', reason: '403' })
  await row('was in doubt', { ...ended, state: 'uncertain', reason: 'ECONNRESET' })
  await row('on its way', { state: 'sending', attempts: 1, claimedBy: 'lane', claimedUntil: at('09:59') })
  await row('waited', {})
  await row('meant for noon', {}, at('12:00'))
  await db.inbox.create({ data: await unanswered(db) })
}

/** A question that came in and was not answered any more. */
async function unanswered(db: Database) {
  const asked = await db.inbox.findFirstOrThrow({ where: { chatKey: { contains: STRANGER.id } } })
  const { platform, chatKey } = asked
  const externalId = 'asked before the end'
  const chat = { externalId: STRANGER.id, kind: 'private' }
  const sender = { externalId: STRANGER.id, name: STRANGER.name }
  const event = { kind: 'text', text: '/trogiup', messageId: 'm-last', addressed: 'private' }
  const payload = { platform, externalId, chat, sender, event }
  return {
    platform,
    chatKey,
    externalId,
    payload,
    receivedAt: at('09:59'),
    claimedBy: 'worker',
    claimedUntil: at('09:59'),
  }
}

/** Starts the bot on a database and lives on until the next morning; returns all that is said from then on, as chat and text. */
async function goOn(url: string, before: TestApp): Promise<string[]> {
  const app = await started(url, at('10:30'), before)
  const shown = app.platform.seen.length
  const [reminder] = app.platform.seen.filter(({ chat, choices }) => chat === GROUP && choices.length > 0)
  await app.settle()
  const [which] = await app.press(STRANGER, reminder!, 'Chi tiết')
  expect(which!.choices).toEqual(['PL1 mục 3', 'PL1 mục 2'])
  app.now = at('12:01')
  await app.settle()
  app.now = at('15:00')
  await follow(app)
  for (let bells = 0; bells < 2; bells += 1) await app.saidBy(remind, NEXT_MORNING)
  await app.runJob(announce)
  const said = app.platform.seen.slice(shown).map(({ chat, text }) => `${chat}: ${text}`)
  await app.stop()
  return said.sort()
}

describe.each(DIRECTIONS)('an installation in use, copied from %s to %s', (first, second) => {
  it(
    'goes on as it would have done where it was: nothing is lost, nothing is said twice',
    { timeout: 180_000 },
    async () => {
      const [from, to] = [await emptyDatabase(first), await emptyDatabase(second)]
      const before = await stoppedAtTen(from)
      const [source, target] = [await opened(from), await opened(to)]
      await leaveMessages(source)
      await copied(from, to, at('10:01'))

      const said = await goOn(to, before)
      const times = (text: string) => said.filter((one) => one.includes(text)).length
      expect(times('waited')).toBe(1)
      expect(times('meant for noon')).toBe(1)
      expect(['was sent', 'was refused', 'was in doubt', 'on its way'].map(times)).toEqual([0, 0, 0, 0])
      expect(times('Mời họp lúc 16 giờ')).toBe(3)
      expect(times('thứ Ba 11/3/2025')).toBe(3)
      const { state } = await target.outbox.findUniqueOrThrow({ where: { dedupeKey: 'on its way' } })
      expect(state).toBe('uncertain')
      expect(await target.inbox.count({ where: { doneAt: null } })).toBe(0)

      expect(await goOn(from, before)).toEqual(said)
      const rows = Object.entries(await contentsOf(from)).map(([table, { length }]) => [table, length])
      expect(Object.entries(await contentsOf(to)).map(([table, { length }]) => [table, length])).toEqual(rows)
    },
  )
})
