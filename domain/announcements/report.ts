import { isVacant, type Recipient, type RecipientState } from './announcement.ts'

export interface Report {
  /** Their sum is the number of recipients. */
  counts: Record<RecipientState, number>
  total: number
  /** How many of the unreached are units with nobody to be told. */
  vacant: number
  /** Of whom it is known, or feared, that they were not reached, in their order. Those who wait or were stopped are not among them. */
  notReached: Recipient[]
  /** Persons who were told and have not confirmed. Nobody in a group owes it. */
  unconfirmed: Recipient[]
  /** How many of the chats that were told confirmed. */
  confirmed: number
}

const NOT_REACHED: RecipientState[] = ['refused', 'uncertain', 'unreached']

/** What became of an announcement. */
export function reportOf(recipients: Recipient[]): Report {
  const counts: Report['counts'] = { waiting: 0, sent: 0, refused: 0, uncertain: 0, stopped: 0, unreached: 0 }
  for (const { state } of recipients) counts[state] += 1
  return {
    counts,
    total: recipients.length,
    vacant: recipients.filter(isVacant).length,
    notReached: recipients.filter(({ state }) => NOT_REACHED.includes(state)),
    unconfirmed: recipients.filter(owesReceipt),
    confirmed: recipients.filter(({ confirmedBy }) => confirmedBy.length > 0).length,
  }
}

function owesReceipt({ group, state, confirmedBy }: Recipient): boolean {
  return !group && (state === 'sent' || state === 'uncertain') && confirmedBy.length === 0
}
