import type { Message, PlatformName, Reply } from '#domain/messages.ts'
import type { BotRef } from '#domain/platforms.ts'
import { listed } from './round-message.ts'

const PLATFORM_LABELS: Record<PlatformName, string> = {
  telegram: 'Telegram',
  'zalo-oa': 'Zalo OA',
  'zalo-bot': 'Zalo Bot',
  playground: 'Playground',
}

/** What a platform is called. */
export const platformLabel = (platform: string): string =>
  platform in PLATFORM_LABELS ? PLATFORM_LABELS[platform as PlatformName] : platform

/** What platforms are called, one after the other. */
export const platformNames = (platforms: PlatformName[]): Message =>
  listed(platforms.map((platform) => ({ key: 'text', values: { text: platformLabel(platform) } })))

/** What bots are called, in words that tell one from another. */
export type NameOf = (bot: BotRef) => string

interface Named extends BotRef {
  name?: string | undefined
}

/** What bots are called: the first one as its platform as long as no other one there is known, others with their names. */
export function botNames(known: readonly Named[]): NameOf {
  return ({ platform, bot }) => {
    const those = known.filter((one) => one.platform === platform)
    if (bot === 1 && !those.some((one) => one.bot !== 1)) return platformLabel(platform)
    return fullBotName(those, { platform, bot })
  }
}

/** What a bot is called where it is told apart from another one. */
export function fullBotName(known: readonly Named[], { platform, bot }: BotRef): string {
  const name = known.find((one) => one.platform === platform && one.bot === bot)?.name
  if (name === undefined) return `${platformLabel(platform)} ${bot}`
  return `${platformLabel(platform)} ${name.startsWith('@') ? name : `“${name}”`}`
}

/** The line in front of what is said on another route: the first one's bot was out, or the message was refused there. */
export function viaMessage(nameOf: NameOf, via: BotRef, from: BotRef, isOut: boolean): Message {
  const values = { via: nameOf(via), from: nameOf(from) }
  return { key: isOut ? 'route-via-out' : 'route-via-refused', values }
}

/** Why a bot takes nothing, and what the operator does about it. */
const OUTAGES: Record<string, { why: string; advice: string }> = {
  plan: { why: 'outage-why-plan', advice: 'outage-advice-plan' },
  billing: { why: 'outage-why-billing', advice: 'outage-advice-billing' },
  'token-lost': { why: 'outage-why-token', advice: 'outage-advice-token' },
  'permission-revoked': { why: 'outage-why-permission', advice: 'outage-advice-permission' },
  quota: { why: 'outage-why-quota', advice: 'outage-advice-quota' },
  'other-account': { why: 'outage-why-other-account', advice: 'outage-advice-token' },
  'oa-gone': { why: 'outage-why-gone', advice: 'outage-advice-gone' },
}
const UNKNOWN = { why: 'outage-why-network', advice: 'outage-advice-network' }

/** The Bot Platform has one token, which nobody authorizes. */
const BOT_TOKEN = { why: 'outage-why-token', advice: 'outage-advice-bot-token' }

interface OutBot extends BotRef {
  reason: string
}

const outageOf = ({ platform, reason }: OutBot) =>
  platform === 'zalo-bot' && reason === 'token-lost' ? BOT_TOKEN : (OUTAGES[reason] ?? UNKNOWN)

/** What the secretariat reads when a bot takes nothing. `via`: the route on which it is told. */
export function outageReply(nameOf: NameOf, outage: OutBot, via: BotRef): Reply {
  const { why, advice } = outageOf(outage)
  const platform = nameOf(outage)
  const { bot } = outage
  const which = { option: bot === 1 ? '' : ` --bot ${bot}`, variable: `ZALO_BOT_TOKEN${bot === 1 ? '' : `_${bot}`}` }
  return {
    head: [
      { key: 'outage-begun', values: { platform, via: nameOf(via), why: { key: why } } },
      { key: advice, values: { platform, ...which } },
    ],
  }
}

/** What the secretariat reads when a bot works again; the times are those of the council. */
export function outageOverReply(nameOf: NameOf, outage: OutBot, span: { from: string; to: string }): Reply {
  const { why } = outageOf(outage)
  return { head: [{ key: 'outage-over', values: { platform: nameOf(outage), why: { key: why }, ...span } }] }
}

/** How much of a month's messages of a bot is used up. */
export function budgetReply(nameOf: NameOf, bot: BotRef, { used, of }: { used: number; of: number }): Reply {
  return {
    head: [{ key: used >= of ? 'budget-spent' : 'budget-nearly', values: { platform: nameOf(bot), used, of } }],
  }
}
