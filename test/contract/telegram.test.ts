import type { Chat, Message, User } from 'grammy/types'
import { createTelegram } from '#bot/telegram/index.ts'
import { testDatabase } from '../support/database.ts'
import { FakeTelegram } from '../support/fake-telegram.ts'
import { memoryLog } from '../support/memory-log.ts'
import { describePlatform, type Shown } from './platform-contract.ts'

const person: User = { id: 5_000_000_001, is_bot: false, first_name: 'Thư ký' }
const chat: Chat = { id: person.id, type: 'private', first_name: 'Thư ký' }

describePlatform('telegram', async () => {
  const network = new FakeTelegram()
  const apiRoot = await network.listen()
  const db = await testDatabase()
  const find = (id: string) => network.messages.get(`${chat.id}:${id}`)
  let filesSent = 0
  const rows = (message: Message | undefined) => message?.reply_markup?.inline_keyboard ?? []
  return {
    platform: createTelegram({ token: '123:TEST', apiRoot, menus: [], db, clock: () => new Date(), log: memoryLog() }),
    chat: String(chat.id),
    say: (text, repliesTo) =>
      network.say(chat, person, text, repliesTo === undefined ? {} : { reply_to_message: find(repliesTo) }),
    change: (id, text) => network.change(chat, person, Number(id), text),
    take(id, index) {
      const message = find(id)
      const button = rows(message).flat()[index]
      if (message && button && 'callback_data' in button) network.press(message, person, button.callback_data)
    },
    sendFile(name, bytes) {
      const id = `sent/file ${++filesSent}`
      network.files.set(id, Buffer.from(bytes))
      const document = { file_id: id, file_unique_id: '1', file_name: name, file_size: bytes.length }
      network.push({ message: { message_id: 9, date: 1, chat, from: person, document } })
    },
    shown(ids): Shown | undefined {
      const messages = ids.split(',').flatMap((id) => find(id) ?? [])
      const [message] = messages
      if (!message) return undefined
      const files = messages.flatMap(({ document }) => {
        const bytes = document && network.files.get(document.file_id)
        return bytes ? [{ name: document.file_name ?? '', bytes }] : []
      })
      return {
        text: message.text ?? message.caption ?? '',
        choices: rows(message).map((row) => row.map((button) => button.text)),
        ...(files.length > 0 && { files }),
      }
    },
    pinned: () => [...(network.pins.get(String(chat.id)) ?? [])],
    forbidPinning: () =>
      network.failNext('pinChatMessage', {
        kind: 'error',
        code: 400,
        description: 'Bad Request: not enough rights to manage pinned messages in the chat',
      }),
    shutOut: () =>
      network.failNext('sendMessage', {
        kind: 'error',
        code: 403,
        description: 'Forbidden: bot was blocked by the user',
      }),
    close: () => network.close(),
  }
})
