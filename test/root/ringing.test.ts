import { expect, it, onTestFinished } from 'vitest'
import { councilCreate } from '#commands/operator/council-create.ts'
import { roundCards } from '#scheduler/round-cards.ts'
import { startApp } from '../../app.ts'
import { readConfig } from '../../config.ts'
import { GROUP, SECRETARY } from '../support/app.ts'
import { databaseUrl, temporaryFile } from '../support/database.ts'
import { FakePlatform } from '../support/fake-platform.ts'
import { openRound } from '../support/rounds.ts'
import { until } from '../support/until.ts'

const NOW = new Date('2025-12-01T08:00:00+07:00')

it('the card of a round is there as soon as an update was answered', async () => {
  const platform = new FakePlatform()
  const app = await startApp({
    config: readConfig({ DATABASE_URL: await databaseUrl(temporaryFile('test.db')), PORT: '0' }),
    log: { info: () => undefined, debug: () => undefined, warn: () => undefined, error: () => undefined } as never,
    realNow: () => NOW,
    platforms: () => Promise.resolve({ platforms: [platform], clock: () => NOW, onClockMoved: () => undefined }),
  })
  onTestFinished(() => app.stop())
  const say = (chat: { externalId: string; kind: 'private' | 'group' }, text: string) => {
    const sender = { externalId: SECRETARY.id, name: SECRETARY.name }
    return platform.deliver({ chat, sender, event: { kind: 'text', text, messageId: 'm', addressed: 'command' } })
  }
  const given = { name: 'Hội đồng TĐKT phường Thử', locale: 'vi' as const, timeZone: 'Asia/Ho_Chi_Minh' }
  const council = await councilCreate(app.db, given, NOW)
  await say({ externalId: SECRETARY.id, kind: 'private' }, `/start ${council.code}`)
  await say({ externalId: GROUP, kind: 'group' }, '/lienket')
  await app.idle()
  await until(() => app.db.jobRun.count({ where: { job: roundCards.name, finishedAt: { not: null } } }))
  await openRound({ db: app.db, now: NOW }, council.id)
  await say({ externalId: GROUP, kind: 'group' }, '/trogiup')
  const card = await until(() => platform.seen.find(({ text }) => text.includes('Đã gửi 0/4 đơn vị')), 5)
  expect(card.chat).toBe(GROUP)
})
