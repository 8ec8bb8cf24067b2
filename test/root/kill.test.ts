import type { Message } from 'grammy/types'
import { expect, it, onTestFinished } from 'vitest'
import { councilCreate } from '#commands/operator/council-create.ts'
import { openDatabase } from '#prisma/database.ts'
import { databaseUrl, temporaryFile } from '../support/database.ts'
import { FakeTelegram } from '../support/fake-telegram.ts'
import { killHard, startProcess } from '../support/process.ts'
import { until } from '../support/until.ts'

const person = { id: 7, is_bot: false, first_name: 'An' }
const chat = { id: 7, type: 'private' as const, first_name: 'An' }

async function given() {
  const telegram = new FakeTelegram()
  const root = await telegram.listen()
  onTestFinished(() => telegram.close())
  const settings = {
    DATABASE_URL: await databaseUrl(temporaryFile('kill.db')),
    TELEGRAM_BOT_TOKEN: '123:TEST',
    TELEGRAM_API_ROOT: root,
    LOG_LEVEL: 'silent',
  }
  const sent = () => [...telegram.messages.values()].map(({ text }: Message) => text ?? '')
  return { telegram, settings, sent, serve: () => startProcess(['serve'], settings) }
}

it('loses no answer when it is killed while sending', async () => {
  const { telegram, sent, serve } = await given()
  telegram.failNext('sendMessage', { kind: 'hang' })
  telegram.say(chat, person, '/trogiup')
  const first = serve()
  await until(() => telegram.called('sendMessage').length > 0)
  await killHard(first)
  expect(sent()).toEqual([])
  serve()
  await until(() => sent().length > 0, 40)
  expect(sent()).toEqual([expect.stringContaining('Có thể hỏi và làm ở đây')])
})

it('loses no answer when it is killed before Telegram hears that the update arrived, and gives it once', async () => {
  const { telegram, settings, sent, serve } = await given()
  const db = await openDatabase(settings.DATABASE_URL)
  const { code } = await councilCreate(db, { name: 'Hội đồng', locale: 'vi', timeZone: 'Asia/Ho_Chi_Minh' }, new Date())
  const first = serve()
  await until(() => telegram.called('getUpdates').length > 0)
  telegram.say(chat, person, `/start ${code}`)
  const startUpdate = telegram.pending[0]!
  await until(async () => (await db.outbox.count({ where: { state: 'sent' } })) > 0)
  await killHard(first)
  // As Telegram does wherever it was not told that an update arrived.
  telegram.pending = [startUpdate]
  const second = serve()
  telegram.say(chat, person, '/trogiup')
  await until(() => sent().length > 1, 40)
  await killHard(second)
  expect(sent().filter((text) => text.includes('Đã ghi nhận An là thư ký'))).toHaveLength(1)
  expect(await db.membership.count()).toBe(1)
  await db.$disconnect()
})
