import { z } from 'zod'
import { LOCALES } from '#domain/messages.ts'
import { addressFault, BROKEN_ADDRESS, isWholeAddress } from '#prisma/database-address.ts'
import { readBots, type Bots } from './bot-settings.ts'

const ISO_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/

/** An empty variable is an unset one: `.env` files are full of them. */
const optional = <T extends z.ZodType>(schema: T) => z.preprocess((value) => (value === '' ? undefined : value), schema)

/** Without a slash at the end: paths are put behind it. */
const url = z
  .url({ protocol: /^https?$/, error: 'must be an http(s) address' })
  .transform((address) => address.replace(/\/+$/, ''))
/** Seconds may be left out: people write 08:00. */
const instant = z
  .string()
  .refine(
    (text) => ISO_TIME.test(text) && !Number.isNaN(Date.parse(text)),
    'must be a time such as 2025-02-20T08:00+07:00',
  )
const timeZone = z.string().refine(isTimeZone, 'must be an IANA time zone such as Asia/Ho_Chi_Minh')

/** Looked at in bot-settings.ts, together with those of other numbers. */
const ofBot = optional(z.string().optional())

const Variables = z.object({
  DATABASE_URL: optional(
    z
      .string()
      .refine((address) => addressFault(address) === undefined, { error: ({ input }) => addressFault(String(input)) })
      .default('file:./data/council.db'),
  ),
  TELEGRAM_BOT_TOKEN: ofBot,
  TELEGRAM_API_ROOT: optional(url.default('https://api.telegram.org')),
  TELEGRAM_PROXY: optional(
    z
      .string()
      .regex(/^(https?|socks[45]?[ah]?):\/\//, { error: 'must start with http://, https:// or socks5://', abort: true })
      .refine(isWholeAddress, BROKEN_ADDRESS)
      .optional(),
  ),
  ZALO_OA_APP_ID: ofBot,
  ZALO_OA_APP_SECRET: ofBot,
  ZALO_OA_SECRET_KEY: ofBot,
  ZALO_OA_REFRESH_TOKEN: ofBot,
  ZALO_OA_API_ROOT: optional(url.default('https://openapi.zalo.me')),
  ZALO_OAUTH_ROOT: optional(url.default('https://oauth.zaloapp.com')),
  ZALO_BOT_TOKEN: ofBot,
  ZALO_BOT_NAME: ofBot,
  ZALO_BOT_API_ROOT: optional(url.default('https://bot-api.zaloplatforms.com')),
  PUBLIC_URL: optional(url.optional()),
  WEBHOOK_SECRET: optional(
    z
      .string()
      .regex(/^[\w-]{1,256}$/, 'may hold A-Z a-z 0-9 _ - only')
      .optional(),
  ),
  HOST: optional(z.string().default('127.0.0.1')),
  PORT: optional(z.coerce.number().int().min(0).max(65535).default(3000)),
  PLAYGROUND: optional(z.enum(['auto', 'on', 'off']).default('auto')),
  PLAYGROUND_CLOCK: optional(instant.optional()),
  DEFAULT_LOCALE: optional(z.enum(LOCALES).default('vi')),
  DEFAULT_TIME_ZONE: optional(timeZone.default('Asia/Ho_Chi_Minh')),
  BACKUP_DIR: optional(z.string().optional()),
  BACKUP_KEEP: optional(z.coerce.number().int().min(0).default(14)),
  LOG_LEVEL: optional(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info')),
})

type Single = z.infer<typeof Variables>

/** The settings, named as in `.env.example`, and the bots of each network with those that are set by number. */
export type Config = Readonly<Single & Bots>

/** Settings that cannot be used, one line for each. */
export class ConfigError extends Error {
  override name = 'ConfigError'
}

/** Reads the settings from an environment. Throws ConfigError naming every variable that is wrong; values are not repeated, as they may be secret. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const read = Variables.safeParse(environment)
  const bots = readBots(environment)
  const faults = [
    ...(read.error?.issues ?? []).map((issue) => `${issue.path.join('.')} ${issue.message}`),
    ...bots.faults,
  ]
  if (!read.success || faults.length > 0) throw new ConfigError(faults.join('\n'))
  return { ...read.data, ...bots.bots }
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
