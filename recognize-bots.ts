import { digestOf } from '#bot/zalo/oa/tokens.ts'
import { botKey, isSameBot, type BotRef } from '#domain/platforms.ts'
import { otherWithSeed } from '#prisma/credentials.ts'
import type { Database } from '#prisma/database.ts'
import { knownBots, rememberBot } from '#prisma/known-bots.ts'
import { idIn, variableOf } from './bot-settings.ts'
import { ConfigError, type Config } from './config.ts'
import type { Logger } from './logger.ts'

interface Options {
  config: Config
  db: Database
}

/**
 * Compares the bots of the settings with those that are known, and remembers nothing. Chats are kept by the number of their bot: bots that changed places
 * would write to the wrong ones. Throws ConfigError where a bot is known by another number.
 */
export async function checkBots({ config, db }: Options): Promise<void> {
  const known = await knownBots(db)
  const faults: string[] = []
  for (const { ref, id, variable } of withIds(config)) {
    const same = known.filter(({ platform, account }) => platform === ref.platform && account === id)
    const other = same.find(({ bot }) => bot !== ref.bot)
    if (other) faults.push(misplaced(variable, ref, other))
  }
  for (const { bot, refreshToken } of config.officialAccounts) {
    const ref: BotRef = { platform: 'zalo-oa', bot }
    const other = refreshToken === undefined ? undefined : await otherWithSeed(db, ref, digestOf(refreshToken))
    if (other) faults.push(misplaced('ZALO_OA_REFRESH_TOKEN', ref, other))
  }
  if (faults.length > 0) throw new ConfigError(faults.join('\n'))
}

/** Remembers the bots of settings that were checked, once a start gets so far: what one that failed remembered would pass for known at the next. */
export async function rememberBots({ config, db, log }: Options & { log: Logger }): Promise<void> {
  const known = await knownBots(db)
  for (const { ref, id, variable } of withIds(config)) {
    const before = known.find((one) => isSameBot(one, ref))?.account
    if (before !== undefined && before !== id)
      log.warn({ platform: botKey(ref) }, `${variableOf(variable, ref.bot)} is of another bot than before`)
    await rememberBot(db, ref, { account: id })
  }
}

/** The bots whose tokens tell who they are. */
const withIds = ({ telegramBots, zaloBots }: Config) => [
  ...telegramBots.map(({ bot, token }) => ({
    ref: { platform: 'telegram' as const, bot },
    id: idIn(token),
    variable: 'TELEGRAM_BOT_TOKEN',
  })),
  ...zaloBots.map(({ bot, token }) => ({
    ref: { platform: 'zalo-bot' as const, bot },
    id: idIn(token),
    variable: 'ZALO_BOT_TOKEN',
  })),
]

function misplaced(variable: string, { bot }: BotRef, other: BotRef): string {
  const before = variableOf(variable, other.bot)
  return `${variableOf(variable, bot)} is of the bot that was ${before} before: its chats are kept by that number, so set it as ${before} again`
}
