import type { RecipientState } from './announcement.ts'

/** How one message of an announcement stands in one chat: as its outbox row, or `none` where there is none any more. */
export interface PartState {
  state: 'waiting' | 'sending' | 'sent' | 'refused' | 'uncertain' | 'none'
  reason: string | undefined
}

/** Why a message was taken back before it was sent. */
export const STOPPED = 'stopped'

const UNDER_WAY: PartState['state'][] = ['waiting', 'sending']

/**
 * How it stands with a chat, by all the messages it was to get. While one of them is under way it waits; then the worst counts, refused before
 * stopped before uncertain.
 */
export function outcomeOf(parts: PartState[]): { state: RecipientState; reason: string | undefined } {
  if (parts.some(({ state }) => UNDER_WAY.includes(state))) return { state: 'waiting', reason: undefined }
  const refused = parts.find(({ state, reason }) => state === 'refused' && reason !== STOPPED)
  if (refused) return { state: 'refused', reason: refused.reason }
  if (parts.some(({ state }) => state === 'refused' || state === 'none')) return { state: 'stopped', reason: undefined }
  const uncertain = parts.find(({ state }) => state === 'uncertain')
  return uncertain ? { state: 'uncertain', reason: uncertain.reason } : { state: 'sent', reason: undefined }
}

/** The messages that a new try sends, by number: those that certainly did not arrive, or where there are none those that may not have. */
export function partsToSend(parts: PartState[]): number[] {
  const numbered = parts.map((part, number) => ({ ...part, number }))
  const missing = numbered.filter(({ state }) => state === 'refused' || state === 'none')
  const sent = missing.length > 0 ? missing : numbered.filter(({ state }) => state === 'uncertain')
  return sent.map(({ number }) => number)
}
