import { refOf, type Platform } from '#bot/platform.ts'
import type { AnswerDependencies } from '#commands/answer.ts'
import { createFloodGate, type FloodGate } from '#commands/flood-gate.ts'
import { COMMANDS } from '#commands/index.ts'
import { botKey, type BotRef } from '#domain/platforms.ts'
import type { loadTranslators } from '#locales/translate.ts'
import type { Config } from './config.ts'

interface Given extends Pick<AnswerDependencies, 'db' | 'clock' | 'log' | 'say'> {
  config: Config
  platforms: readonly Platform[]
  translators: ReturnType<typeof loadTranslators>
  /** Left out: as it is in earnest. */
  flood?: FloodGate | undefined
}

/** What answers need of this installation: its settings and its networks. */
export function answerDependencies(given: Given): AnswerDependencies {
  const { config, platforms, translators, flood = createFloodGate(), ...rest } = given
  const byKey = new Map(platforms.map((one) => [botKey(refOf(one)), one]))
  const platform = (bot: BotRef) => {
    const found = byKey.get(botKey(bot))
    if (!found) throw new Error(`${botKey(bot)} is not set up`)
    return found
  }
  return {
    ...rest,
    flood,
    commands: COMMANDS,
    surroundings: {
      defaultLocale: config.DEFAULT_LOCALE,
      defaultTimeZone: config.DEFAULT_TIME_ZONE,
      inviteLink: (bot, code) => byKey.get(botKey(bot))?.inviteLink?.(code),
      calendarAddress: calendarAddress(config.PUBLIC_URL),
      translators,
    },
    fetchFile: (bot, fileId) => platform(bot).fetchFile(fileId),
  }
}

function calendarAddress(publicUrl: string | undefined): ((token: string) => string) | undefined {
  return publicUrl === undefined ? undefined : (token) => `${publicUrl}/calendar/${token}.ics`
}

/** Where a file that a network cannot carry is fetched; undefined where the installation has no web address. */
export function fileAddress(publicUrl: string | undefined): ((token: string, name: string) => string) | undefined {
  if (publicUrl === undefined) return undefined
  return (token, name) => `${publicUrl}/files/${token}/${encodeURIComponent(name)}`
}
