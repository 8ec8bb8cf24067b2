import type { Part } from './announcement.ts'

/** One message that a chat gets. */
export interface Outgoing {
  /** Undefined for a message that does nothing but ask for the receipt. */
  part: Part | undefined
  /** Whether the choice "Đã nhận" stands under it. */
  receipt: boolean
}

/** The messages that each chat gets. The last one that can carry a choice asks for the receipt; an album cannot, so that after albums alone another message does. */
export function outgoing({ parts, receipt }: { parts: Part[]; receipt: boolean }): Outgoing[] {
  const asks = receipt ? parts.findLastIndex(({ media }) => media.length < 2) : -1
  const messages = parts.map((part, number) => ({ part, receipt: number === asks }))
  return receipt && asks < 0 && parts.length > 0 ? [...messages, { part: undefined, receipt: true }] : messages
}
