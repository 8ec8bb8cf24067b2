import { fault, note, well, type Finding } from '#domain/finding.ts'
import { botKey, type BotRef } from '#domain/platforms.ts'

/** What the doctor needs of the settings, named as in the environment. */
export interface Settings {
  DATABASE_URL: string
  telegramBots: readonly { bot: number }[]
  officialAccounts: readonly { bot: number; refreshToken: string | undefined }[]
  zaloBots: readonly { bot: number }[]
  PUBLIC_URL?: string | undefined
  HOST: string
  PORT: number
  DEFAULT_TIME_ZONE: string
  BACKUP_DIR?: string | undefined
  BACKUP_KEEP: number
}

/** The bots that the settings name. */
export function botsIn({ telegramBots, officialAccounts, zaloBots }: Settings): BotRef[] {
  return [
    ...telegramBots.map(({ bot }) => ({ platform: 'telegram' as const, bot })),
    ...officialAccounts.map(({ bot }) => ({ platform: 'zalo-oa' as const, bot })),
    ...zaloBots.map(({ bot }) => ({ platform: 'zalo-bot' as const, bot })),
  ]
}

/** Whether the settings make sense together. */
export function settingsFindings(settings: Settings): Finding[] {
  const bots = botsIn(settings)
  if (bots.length === 0)
    return [note('no chat network is set up: npm start opens the playground', 'set the token of a network in .env')]
  const deaf = settings.officialAccounts.length > 0 && !settings.PUBLIC_URL
  const webhookOnly = 'Zalo OA hands messages over by webhook alone, and PUBLIC_URL is not set'
  return [
    well(`set up for ${bots.map(botKey).join(', ')}`),
    ...(deaf ? [fault(webhookOnly, 'set PUBLIC_URL and register the webhook')] : []),
  ]
}
