import type { Inbound, PlatformName } from './messages.ts'

/** One of the bots of an installation: its platform and its number there. 1 is the one that is set without a number. */
export interface BotRef {
  platform: PlatformName
  bot: number
}

/** The bot that heard something. */
export const botOf = ({ platform, bot = 1 }: Pick<Inbound, 'platform' | 'bot'>): BotRef => ({ platform, bot })

/** Whether two are the same bot. */
export const isSameBot = (one: BotRef, other: BotRef): boolean =>
  one.platform === other.platform && one.bot === other.bot

/** A bot's name in logs, leases and keys: `telegram`, `telegram:2`. */
export function botKey({ platform, bot }: BotRef): string {
  return bot === 1 ? platform : `${platform}:${bot}`
}

/** What a chat network can do. */
export interface Traits {
  /** Whether choices are shown as buttons; else they are numbered lines, and a number is the answer. */
  buttons: boolean
  /** Changes and takes back what was said. */
  edit: boolean
  pin: boolean
  /** Sends files; which ones `carriesFile` tells. */
  files: boolean
  /** What the bot hears in a group: what is addressed to it, all that is said, or nothing without its name or a reply to it. */
  hears: 'addressed' | 'everything' | 'named'
  /** Longest text of a message, in UTF-16 units after formatting. */
  textLimit: number
}

/** A longer text becomes several messages; the API takes 2,000 of a kind of characters that is nowhere told. */
const ZALO_TEXT = 1800

export const TRAITS: Readonly<Record<PlatformName, Traits>> = {
  telegram: { buttons: true, edit: true, pin: true, files: true, hears: 'addressed', textLimit: 4096 },
  'zalo-oa': { buttons: false, edit: false, pin: false, files: true, hears: 'everything', textLimit: ZALO_TEXT },
  'zalo-bot': { buttons: false, edit: false, pin: false, files: false, hears: 'named', textLimit: ZALO_TEXT },
  playground: { buttons: true, edit: true, pin: true, files: true, hears: 'addressed', textLimit: 4096 },
}

const MEGABYTE = 1024 * 1024
/** What an Official Account may upload, with the most bytes. */
const OA_FILES: [RegExp, number][] = [
  [/\.(png|jpe?g)$/i, MEGABYTE],
  [/\.(pdf|docx?)$/i, 5 * MEGABYTE],
]

/** Whether a network takes such a file, whose size is in bytes. */
export function carriesFile(platform: PlatformName, { name, size }: { name: string; size: number }): boolean {
  if (platform !== 'zalo-oa') return TRAITS[platform].files
  return OA_FILES.some(([ending, most]) => ending.test(name) && size <= most)
}
