import type { Hono } from 'hono'
import type { Finding } from '#domain/finding.ts'
import type { Inbound, Outbound, PlatformName } from '#domain/messages.ts'
import type { BotRef, Traits } from '#domain/platforms.ts'
import type { OutboxKind } from '#prisma/outbox.ts'

/** How a send ended. `uncertain`: it may have arrived. */
export type SendOutcome =
  /**
   * `messageId`: where it became several messages, their ids joined by commas, first the one with the text; `edits` and `deletes` take it so.
   * `unpinned`: why a message that was to be pinned is not.
   */
  | { state: 'sent'; messageId: string; unpinned?: string }
  /** Will never work: the reason is kept. `chatGone`: the bot is no longer in the chat. `movedTo`: the chat's new address. */
  | { state: 'refused'; reason: string; chatGone?: boolean; movedTo?: string }
  /**
   * Certainly not sent: may be tried again after this many milliseconds. `everything`: the platform as a whole asks for a pause. `down`: it will
   * take nothing until a person has done something. `unwell`: some machine before it answered, as with every message while it is away.
   */
  | { state: 'later'; afterMs: number; reason: string; everything?: boolean; down?: boolean; unwell?: boolean }
  | { state: 'uncertain'; reason: string }

/** What a platform can do, and its limits. */
export interface Capabilities extends Traits {
  /** Messages a second to one chat, a minute to one group, a second and a minute in all; Infinity where there is no limit. */
  limits: { perChatPerSecond: number; perGroupPerMinute: number; perSecond: number; perMinute?: number }
}

/** A chat network. Nothing outside its folder sees its types. */
export interface Platform {
  name: PlatformName
  /** Its number among the bots of this network; 1 is the one set without a number. */
  bot: number
  /** How updates come in: the network calls a web address of ours, or one process at a time fetches them. */
  intake: 'webhook' | 'fetch'
  capabilities: Capabilities
  /** What the platform serves over the web (a webhook, pages), mounted at `path`, such as `/telegram`. */
  routes?: Hono
  path: string
  /**
   * Starts receiving. `onInbound` resolves once the update is journaled: only then may the platform confirm it to the network.
   * Resolves when the platform is receiving.
   */
  start(onInbound: (inbound: Inbound) => Promise<void>): Promise<void>
  /** Stops receiving; resolves when nothing of it runs any more. */
  stop(): Promise<void>
  /**
   * Sends, edits or deletes one message, without retrying. To delete what is gone already counts as sent. Never throws. `kind`: what it is for,
   * where little room is left.
   */
  send(message: Outbound, kind?: OutboxKind): Promise<SendOutcome>
  /** The bytes of a file that came in. */
  fetchFile(fileId: string): Promise<Uint8Array>
  /** Asks the network who we are there and what we may do. Changes nothing, works without `start`, never throws. */
  probe(): Promise<Finding[]>
  /** The link that opens the bot with an invite code, where the platform has such links and the bot knows its own name by now. */
  inviteLink?(code: string): string | undefined
}

/** Which bot a platform is. */
export const refOf = ({ name, bot }: Pick<Platform, 'name' | 'bot'>): BotRef => ({ platform: name, bot })

/** Where a bot of a network is served: the first at the network's path, others under it by their numbers. */
export const pathOf = (path: string, bot: number): string => (bot === 1 ? path : `${path}/${bot}`)

/** Hands on what a bot heard as heard by it. */
export function heardBy(bot: number, onInbound: Parameters<Platform['start']>[0]): Parameters<Platform['start']>[0] {
  return bot === 1 ? onInbound : (inbound) => onInbound({ ...inbound, bot })
}
