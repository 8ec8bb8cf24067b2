import type { PlatformName } from '#domain/messages.ts'
import { isSameBot, type BotRef } from '#domain/platforms.ts'
import type { Db } from './database.ts'
import { factOf, keepFact } from './facts.ts'

/** What is remembered of a bot: its own id on the network, what people call it there, and the link that opens a chat with it. */
const KEYS = ['account', 'name', 'link'] as const
type BotFacts = Partial<Record<(typeof KEYS)[number], string | undefined>>
type KnownBot = BotRef & BotFacts

/** The bots of which something is remembered. */
export async function knownBots(db: Db): Promise<KnownBot[]> {
  const rows = await db.fact.findMany({
    where: { key: { in: [...KEYS] } },
    orderBy: [{ platform: 'asc' }, { bot: 'asc' }],
  })
  const found: KnownBot[] = []
  for (const { platform, bot, key, value } of rows) {
    const ref = { platform: platform as PlatformName, bot }
    const known = found.find((one) => isSameBot(one, ref))
    if (known) Object.assign(known, { [key]: value })
    else found.push({ ...ref, [key]: value })
  }
  return found
}

/** Remembers something of a bot; what is the same as before is not written again. */
export async function rememberBot(db: Db, ref: BotRef, facts: BotFacts): Promise<void> {
  for (const key of KEYS) {
    const value = facts[key]
    if (value !== undefined && value !== '' && (await factOf(db, ref, key)) !== value)
      await keepFact(db, ref, key, value)
  }
}

/** The bot as which an account of the network is remembered, other than this one; undefined where it is no other's. */
export async function otherBotOf(db: Db, { platform, bot }: BotRef, account: string): Promise<BotRef | undefined> {
  const row = await db.fact.findFirst({ where: { platform, bot: { not: bot }, key: 'account', value: account } })
  return row ? { platform, bot: row.bot } : undefined
}
