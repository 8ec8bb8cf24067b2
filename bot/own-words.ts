import type { Finding } from '#domain/finding.ts'
import { botKey, type BotRef } from '#domain/platforms.ts'
import type { Log } from './log.ts'
import { refOf, type Platform } from './platform.ts'

/** Settings that each bot has of its own. */
const SETTINGS =
  /\b(?:TELEGRAM_BOT_TOKEN|ZALO_BOT_(?:TOKEN|NAME)|ZALO_OA_(?:APP_ID|APP_SECRET|SECRET_KEY|REFRESH_TOKEN))\b/g
const AUTHORIZE = /zalo authorize\b/g

/** Words about the first bot of a network as they are right for another one: with its settings and commands. */
export function ownWords(words: string, { bot }: Pick<BotRef, 'bot'>): string {
  if (bot === 1) return words
  return words.replace(SETTINGS, (name) => `${name}_${bot}`).replace(AUTHORIZE, (command) => `${command} --bot ${bot}`)
}

/** A log in which everything has the name of a bot, and advice that of its settings. */
export function ownLog(log: Log, ref: BotRef): Log {
  const named = (write: Log['info']): Log['info'] => {
    return (fields, message) => write({ ...fields, platform: botKey(ref) }, ownWords(message, ref))
  }
  return {
    info: named((fields, message) => log.info(fields, message)),
    warn: named((fields, message) => log.warn(fields, message)),
    error: named((fields, message) => log.error(fields, message)),
  }
}

/** What a platform finds out about itself, with its own settings in the advice. */
export async function ownFindings(platform: Platform): Promise<Finding[]> {
  const findings = await platform.probe()
  return findings.map(({ advice, ...one }) => ({
    ...one,
    ...(advice !== undefined && { advice: ownWords(advice, refOf(platform)) }),
  }))
}
