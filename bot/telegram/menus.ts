import type { Api } from 'grammy'
import type { BotCommand } from 'grammy/types'
import type { Log } from '../log.ts'
import { growing } from '../delivery.ts'
import type { Sleep } from '../sleep.ts'
import { askedToWait, describe } from './outcome.ts'

/** The commands that Telegram suggests in private chats or in groups; without a language: to everybody else. */
export interface Menu {
  scope: 'private' | 'group'
  language?: string
  commands: BotCommand[]
}

interface MenuSetting {
  api: Api
  menus: Menu[]
  log: Log
  signal: AbortSignal
  sleep: Sleep
}

const SCOPES = { private: { type: 'all_private_chats' }, group: { type: 'all_group_chats' } } as const

/** Sets the menus that differ from what Telegram has, trying again until it works or the signal is aborted. */
export async function setMenus({ api, menus, log, signal, sleep }: MenuSetting) {
  for (let tries = 1; !signal.aborted; tries += 1) {
    try {
      for (const menu of menus) await setMenu(api, menu)
      return
    } catch (error) {
      log.warn(describe(error), 'The menus of commands cannot be set yet')
      await sleep(Math.max(growing(tries), askedToWait(error)), signal)
    }
  }
}

async function setMenu(api: Api, { scope, language, commands }: Menu) {
  const where = { scope: SCOPES[scope], ...(language && { language_code: language as 'en' }) }
  const known = await api.getMyCommands(where)
  const text = (list: BotCommand[]) => JSON.stringify(list.map(({ command, description }) => [command, description]))
  if (text(known) !== text(commands)) await api.setMyCommands(commands, where)
}
