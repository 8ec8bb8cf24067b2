import type { Message, PlatformName, Reply } from '#domain/messages.ts'
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

/** The line in front of what is said on another route: the platform was out, or the message was refused there. */
export function viaMessage(via: PlatformName, from: PlatformName, isOut: boolean): Message {
  const values = { via: platformLabel(via), from: platformLabel(from) }
  return { key: isOut ? 'route-via-out' : 'route-via-refused', values }
}

/** Why a platform takes nothing, and what the operator does about it. */
const OUTAGES: Record<string, { why: string; advice: string }> = {
  plan: { why: 'outage-why-plan', advice: 'outage-advice-plan' },
  billing: { why: 'outage-why-billing', advice: 'outage-advice-billing' },
  'token-lost': { why: 'outage-why-token', advice: 'outage-advice-token' },
  'permission-revoked': { why: 'outage-why-permission', advice: 'outage-advice-permission' },
  quota: { why: 'outage-why-quota', advice: 'outage-advice-quota' },
  'oa-gone': { why: 'outage-why-gone', advice: 'outage-advice-gone' },
}
const UNKNOWN = { why: 'outage-why-network', advice: 'outage-advice-network' }

/** The Bot Platform has one token, which nobody authorizes. */
const BOT_TOKEN = { why: 'outage-why-token', advice: 'outage-advice-bot-token' }

const outageOf = (platform: PlatformName, reason: string) =>
  platform === 'zalo-bot' && reason === 'token-lost' ? BOT_TOKEN : (OUTAGES[reason] ?? UNKNOWN)

/** What the secretariat reads when a platform takes nothing. `via`: the route on which it is told. */
export function outageReply(platform: PlatformName, reason: string, via: PlatformName): Reply {
  const { why, advice } = outageOf(platform, reason)
  const values = { platform: platformLabel(platform), via: platformLabel(via), why: { key: why } }
  return {
    head: [
      { key: 'outage-begun', values },
      { key: advice, values: { platform: platformLabel(platform) } },
    ],
  }
}

/** What the secretariat reads when a platform works again; the times are those of the council. */
export function outageOverReply(platform: PlatformName, reason: string, span: { from: string; to: string }): Reply {
  const { why } = outageOf(platform, reason)
  return { head: [{ key: 'outage-over', values: { platform: platformLabel(platform), why: { key: why }, ...span } }] }
}

/** How much of a month's messages is used up. */
export function budgetReply(platform: PlatformName, { used, of }: { used: number; of: number }): Reply {
  return {
    head: [
      { key: used >= of ? 'budget-spent' : 'budget-nearly', values: { platform: platformLabel(platform), used, of } },
    ],
  }
}
