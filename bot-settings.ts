import { z } from 'zod'

/** The bots that the settings name, in the order of their numbers; number 1 is the one whose variables have none. */
export interface Bots {
  telegramBots: { bot: number; token: string }[]
  officialAccounts: {
    bot: number
    appId: string
    appSecret: string
    secretKey: string
    refreshToken: string | undefined
  }[]
  zaloBots: { bot: number; token: string; name: string | undefined }[]
}

type Environment = Record<string, string | undefined>

/** An access token here is a mistake that is made: secrets are short. */
const secret = z.string().regex(/^[\w-]{8,64}$/, 'must be 8 to 64 letters and digits: not a token')

const TELEGRAM = z.object({
  TELEGRAM_BOT_TOKEN: z.string().regex(/^\d+:[\w-]+$/, 'must look like 123456:ABC-def'),
})
const OFFICIAL_ACCOUNT = z.object({
  ZALO_OA_APP_ID: z.string().regex(/^\d+$/, 'must be digits'),
  ZALO_OA_APP_SECRET: secret,
  ZALO_OA_SECRET_KEY: secret,
  ZALO_OA_REFRESH_TOKEN: z.string().min(20, 'is too short').optional(),
})
const ZALO_BOT = z.object({
  ZALO_BOT_TOKEN: z.string().regex(/^\d+:\S+$/, 'must look like 123456:ABC-def'),
  ZALO_BOT_NAME: z.string().optional(),
})

/** The tables keep a bot's number in 32 bits; nobody has so many. */
const LARGEST_NUMBER = 9999

/** The name of a bot's variable: `TELEGRAM_BOT_TOKEN`, `TELEGRAM_BOT_TOKEN_2`. */
export const variableOf = (name: string, bot: number): string => (bot === 1 ? name : `${name}_${bot}`)

/** Reads the bots of an environment. `faults`: a line for each variable that is wrong, by its name and without its value. */
export function readBots(environment: Environment): { bots: Bots; faults: string[] } {
  const telegram = readSlots(environment, TELEGRAM, 'a Telegram bot')
  const accounts = readSlots(environment, OFFICIAL_ACCOUNT, 'a Zalo Official Account')
  const zalo = readSlots(environment, ZALO_BOT, 'a Zalo bot')
  const bots = {
    telegramBots: telegram.slots.map(({ bot, TELEGRAM_BOT_TOKEN: token }) => ({ bot, token })),
    officialAccounts: accounts.slots.map(({ bot, ...one }) => ({
      bot,
      appId: one.ZALO_OA_APP_ID,
      appSecret: one.ZALO_OA_APP_SECRET,
      secretKey: one.ZALO_OA_SECRET_KEY,
      refreshToken: one.ZALO_OA_REFRESH_TOKEN,
    })),
    zaloBots: zalo.slots.map(({ bot, ZALO_BOT_TOKEN: token, ZALO_BOT_NAME: name }) => ({ bot, token, name })),
  }
  const faults = [
    ...[telegram, accounts, zalo].flatMap((network) => network.faults),
    ...repeated('TELEGRAM_BOT_TOKEN', bots.telegramBots, ({ token }) => idIn(token)),
    ...repeated('ZALO_OA_REFRESH_TOKEN', bots.officialAccounts, ({ refreshToken }) => refreshToken),
    ...repeated('ZALO_BOT_TOKEN', bots.zaloBots, ({ token }) => idIn(token)),
  ]
  return { bots, faults }
}

/** The bot's own id, which stands before the colon of a token of Telegram or of Zalo's Bot Platform. */
export const idIn = (token: string): string => token.split(':')[0]!

interface Slots<T> {
  slots: (T & { bot: number })[]
  faults: string[]
}

function readSlots<T>(environment: Environment, schema: z.ZodObject & z.ZodType<T>, what: string): Slots<T> {
  const names = Object.keys(schema.shape)
  const { numbers, faults } = numbersIn(environment, names)
  const slots: Slots<T>['slots'] = []
  for (const bot of numbers) {
    const given = Object.fromEntries(names.map((name) => [name, environment[variableOf(name, bot)] || undefined]))
    const read = schema.safeParse(given)
    // Of the first one what can be left out may stand there by itself.
    const isNone = bot === 1 && names.every((name) => given[name] === undefined || !isNeeded(schema, name))
    if (read.success) slots.push({ ...read.data, bot })
    for (const { path, message } of read.error?.issues ?? []) {
      const name = String(path[0])
      const isMissing = given[name] === undefined
      if (isMissing && isNone) continue
      faults.push(`${variableOf(name, bot)} ${isMissing ? `is missing: ${what} needs it` : message}`)
    }
  }
  return { slots, faults }
}

const isNeeded = ({ shape }: z.ZodObject, name: string) => !(shape[name] instanceof z.ZodOptional)

/** The numbers for which some variable is set; 1 always. */
function numbersIn(environment: Environment, names: string[]): { numbers: number[]; faults: string[] } {
  const numbers = new Set([1])
  const faults: string[] = []
  for (const [variable, value] of Object.entries(environment)) {
    const name = names.find((one) => variable.startsWith(`${one}_`) && /^\d+$/.test(variable.slice(one.length + 1)))
    if (name === undefined || !value) continue
    const bot = Number(variable.slice(name.length + 1))
    if (bot >= 2 && bot <= LARGEST_NUMBER && variable === variableOf(name, bot)) numbers.add(bot)
    else
      faults.push(
        `${variable} is no such number: the first is ${name}, others are ${name}_2, ${name}_3 and so on up to ${LARGEST_NUMBER}`,
      )
  }
  return { numbers: [...numbers].toSorted((one, other) => one - other), faults }
}

/** Bots of which a value was given before. */
function repeated<T extends { bot: number }>(name: string, slots: T[], valueOf: (slot: T) => string | undefined) {
  const first = new Map<string, number>()
  return slots.flatMap((slot) => {
    const value = valueOf(slot)
    if (value === undefined) return []
    const before = first.get(value)
    if (before === undefined) first.set(value, slot.bot)
    return before === undefined ? [] : [`${variableOf(name, slot.bot)} is the same as ${variableOf(name, before)}`]
  })
}
