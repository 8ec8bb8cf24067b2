import type { Chat, Message, User } from 'grammy/types'
import { createTelegram } from '#bot/telegram/index.ts'
import { FakeTelegram } from '../support/fake-telegram.ts'
import { memoryLog } from '../support/memory-log.ts'
import { describePlatform, type Shown } from './platform-contract.ts'

const person: User = { id: 5_000_000_001, is_bot: false, first_name: 'Thư ký' }
const chat: Chat = { id: person.id, type: 'private', first_name: 'Thư ký' }

describePlatform('telegram', async () => {
  const network = new FakeTelegram()
  const apiRoot = await network.listen()
  const find = (id: string) => network.messages.get(`${chat.id}:${id}`)
  const rows = (message: Message | undefined) => message?.reply_markup?.inline_keyboard ?? []
  return {
    platform: createTelegram({ token: '123:TEST', apiRoot, menus: [], log: memoryLog() }),
    chat: String(chat.id),
    say: (text) => network.say(chat, person, text),
    take(id, index) {
      const message = find(id)
      const button = rows(message).flat()[index]
      if (message && button && 'callback_data' in button) network.press(message, person, button.callback_data)
    },
    sendFile(name, bytes) {
      network.files.set('sent/file 1', Buffer.from(bytes))
      const document = { file_id: 'sent/file 1', file_unique_id: '1', file_name: name, file_size: bytes.length }
      network.push({ message: { message_id: 9, date: 1, chat, from: person, document } })
    },
    shown(id): Shown | undefined {
      const message = find(id)
      if (!message) return undefined
      const bytes = message.document && network.files.get(message.document.file_id)
      return {
        text: message.text ?? message.caption ?? '',
        choices: rows(message).map((row) => row.map((button) => button.text)),
        ...(bytes && { file: { name: message.document?.file_name ?? '', bytes } }),
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
