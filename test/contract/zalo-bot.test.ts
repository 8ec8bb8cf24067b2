import { createZaloBot } from '#bot/zalo/bot/index.ts'
import { testDatabase } from '../support/database.ts'
import { FakeZaloBot, TOKEN } from '../support/fake-zalo-bot.ts'
import { memoryLog } from '../support/memory-log.ts'
import { describePlatform } from './platform-contract.ts'

const CHAT = 'u-lan'

describePlatform('zalo-bot', async () => {
  const network = new FakeZaloBot()
  const apiRoot = await network.listen()
  const db = await testDatabase()
  return {
    platform: createZaloBot({ token: TOKEN, apiRoot, db, clock: () => new Date(), log: memoryLog() }),
    chat: CHAT,
    plain: true,
    splits: true,
    say: (text, repliesTo) =>
      network.push(
        network.said(
          { id: CHAT },
          text,
          repliesTo === undefined ? {} : { reply_to_message: { message_id: repliesTo } },
        ),
      ),
    shown(id) {
      const message = network.messages.get(id)
      return message && { text: message['text'] as string, choices: [] }
    },
    shutOut: () => network.failNext('sendMessage', { kind: 'error', code: 410, description: 'chat_id invalid' }),
    close: () => network.close(),
  }
})
