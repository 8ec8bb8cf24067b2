import { existsSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'

const program = fileURLToPath(new URL('../../../shared/telegram-emulator/emulator.mjs', import.meta.url))

/** Whether the emulator stands beside the project. */
export const hasTelegramEmulator = existsSync(program)

/** The token of the emulator's bot, which is called `@test_bot`. */
export const TOKEN = '123:TEST'

/** A person or a group. */
export interface Party {
  id: number
}

/** A message as its chat shows it. */
export interface Shown {
  message_id: number
  text?: string
  caption?: string
  photo?: object[]
  document?: { file_id: string; file_name: string }
  media_group_id?: string
  entities?: object[]
  caption_entities?: object[]
  emu: { seq: number; buttons: string[][]; edits: unknown[]; by: string; at: number }
}

/** What of the emulator is used in tests. */
export interface TelegramEmulator {
  apiRoot: string
  stop(): Promise<void>
  addUser(user: object): Party
  addGroup(group: object): Party
  say(user: Party, chat: Party, text: string, more?: object): Shown
  edit(user: Party, message: Shown, text: string, more?: object): Shown
  press(user: Party, message: Shown, button: string): object
  messages(chat: Party, filter: object): Shown[]
  message(chat: Party, id: number): Shown
  waitMessage(chat: Party, match: string | object, options: object): Promise<Shown>
  waitAnswer(press: object): Promise<unknown>
  mark(): number
  advance(ms: number): void
  file(id: string): { content: Buffer }
  pendingUpdates(): unknown[]
  violations(filter: object): { kind: string }[]
  unansweredCallbacks(filter: object): object[]
  state(): { commands: Record<string, unknown>; self_errors: unknown[] }
}

/** Starts a Telegram with one bot; by default it takes any pace. */
export async function startTelegramEmulator(options: object = {}): Promise<TelegramEmulator> {
  const { TelegramEmulator } = (await import(pathToFileURL(program).href)) as {
    TelegramEmulator: new (options: object) => { start(): Promise<TelegramEmulator> }
  }
  return new TelegramEmulator({ token: TOKEN, ...options }).start()
}

/** With the limits of the real one, and strict about everything that is asked of it. */
export const startStrictTelegram = () => startTelegramEmulator({ strict: true, limits: 'telegram' })
