import type { Hono } from 'hono'
import type { Inbound, Outbound, PlatformName } from '#domain/messages.ts'

/** How a send ended. `uncertain`: it may have arrived. */
export type SendOutcome =
  /**
   * `messageId`: where it became several messages, their ids joined by commas, first the one with the text; `edits` and `deletes` take it so.
   * `unpinned`: why a message that was to be pinned is not.
   */
  | { state: 'sent'; messageId: string; unpinned?: string }
  /** Will never work: the reason is kept. `chatGone`: the bot is no longer in the chat. `movedTo`: the chat's new address. */
  | { state: 'refused'; reason: string; chatGone?: boolean; movedTo?: string }
  /** Certainly not sent: may be tried again after this many milliseconds. `everything`: the platform as a whole asks for a pause. */
  | { state: 'later'; afterMs: number; reason: string; everything?: boolean }
  | { state: 'uncertain'; reason: string }

/** What a platform can do, and its limits. */
export interface Capabilities {
  buttons: boolean
  /** Changes and takes back what was said. */
  edit: boolean
  pin: boolean
  files: boolean
  /** Longest text of a message, in UTF-16 units after formatting. */
  textLimit: number
  /** Messages a second to one chat, a minute to one group, a second in all; Infinity where there is no limit. */
  limits: { perChatPerSecond: number; perGroupPerMinute: number; perSecond: number }
}

/** A chat network. Nothing outside its folder sees its types. */
export interface Platform {
  name: PlatformName
  capabilities: Capabilities
  /** What the platform serves over the web (a webhook, pages), mounted at `/<name>`. */
  routes?: Hono
  /**
   * Starts receiving. `onInbound` resolves once the update is journaled: only then may the platform confirm it to the network.
   * Resolves when the platform is receiving.
   */
  start(onInbound: (inbound: Inbound) => Promise<void>): Promise<void>
  /** Stops receiving; resolves when nothing of it runs any more. */
  stop(): Promise<void>
  /** Sends, edits or deletes one message, without retrying. To delete what is gone already counts as sent. Never throws. */
  send(message: Outbound): Promise<SendOutcome>
  /** The bytes of a file that came in. */
  fetchFile(fileId: string): Promise<Uint8Array>
  /** The link that opens the bot with an invite code, where the platform has such links and the bot knows its own name by now. */
  inviteLink?(code: string): string | undefined
}
