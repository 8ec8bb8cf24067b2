import { fault, note, well, type Finding } from '#domain/finding.ts'

/** What the doctor needs of the settings, named as in the environment. */
export interface Settings {
  DATABASE_URL: string
  TELEGRAM_BOT_TOKEN?: string | undefined
  ZALO_OA_APP_ID?: string | undefined
  ZALO_OA_REFRESH_TOKEN?: string | undefined
  ZALO_BOT_TOKEN?: string | undefined
  PUBLIC_URL?: string | undefined
  HOST: string
  PORT: number
  DEFAULT_TIME_ZONE: string
}

/** The chat networks that the settings name. */
export function networksIn({ TELEGRAM_BOT_TOKEN, ZALO_OA_APP_ID, ZALO_BOT_TOKEN }: Settings): string[] {
  return [
    ...(TELEGRAM_BOT_TOKEN ? ['telegram'] : []),
    ...(ZALO_OA_APP_ID ? ['zalo-oa'] : []),
    ...(ZALO_BOT_TOKEN ? ['zalo-bot'] : []),
  ]
}

/** Whether the settings make sense together. */
export function settingsFindings(settings: Settings): Finding[] {
  const networks = networksIn(settings)
  if (networks.length === 0)
    return [note('no chat network is set up: npm start opens the playground', 'set the token of a network in .env')]
  const deaf = settings.ZALO_OA_APP_ID && !settings.PUBLIC_URL
  const webhookOnly = 'Zalo OA hands messages over by webhook alone, and PUBLIC_URL is not set'
  return [
    well(`set up for ${networks.join(', ')}`),
    ...(deaf ? [fault(webhookOnly, 'set PUBLIC_URL and register the webhook')] : []),
  ]
}
