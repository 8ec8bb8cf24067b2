import type { Round } from './round.ts'
import type { Standing } from './standing.ts'

/** How many units are in, as far as it is worth a new message. */
const REACHES = ['begun', 'half', 'all'] as const
type Reach = (typeof REACHES)[number]

/** Of fewer units half is hardly news: nearly each answer would be one. */
const FEWEST_FOR_HALF = 4

/** How far a round is, as far as its card is posted anew where it cannot be edited. */
export interface Milestone {
  state: Round['state']
  deadline: Date
  reach: Reach
}

/** The milestone at which a round stands. */
export function milestoneOf(
  { state, deadline }: Pick<Round, 'state' | 'deadline'>,
  { answered, expected }: Pick<Standing, 'answered' | 'expected'>,
): Milestone {
  const isHalf = expected >= FEWEST_FOR_HALF && answered * 2 >= expected
  const reach = expected > 0 && answered === expected ? 'all' : isHalf ? 'half' : 'begun'
  return { state, deadline, reach }
}

/**
 * The milestone to be kept once the card was posted anew; undefined where that is not due. It is due at the opening, when half of the units and when
 * all of them are in, each once, and when the round is closed, opened again or given another deadline. That the deadline is near is told by the chase.
 */
export function nextMilestone(before: Milestone | undefined, now: Milestone): Milestone | undefined {
  if (!before) return now
  const reach = REACHES[Math.max(REACHES.indexOf(before.reach), REACHES.indexOf(now.reach))]!
  const isOpen = now.state === 'open'
  const isOther =
    before.state !== now.state ||
    (isOpen && (before.deadline.getTime() !== now.deadline.getTime() || before.reach !== reach))
  return isOther ? { ...now, reach } : undefined
}

/** A milestone as it is kept with the card: "open 2025-12-05T10:00:00.000Z half". */
export const milestoneLine = ({ state, deadline, reach }: Milestone): string =>
  [state, deadline.toISOString(), reach].join(' ')

/** Undefined where no milestone was kept. */
export function readMilestone(line: string): Milestone | undefined {
  const [, state, deadline, named] = /^(open|closed) (\S+Z) (\S+)$/.exec(line) ?? []
  const reach = REACHES.find((one) => one === named)
  if (!deadline || !reach) return undefined
  return { state: state === 'closed' ? 'closed' : 'open', deadline: new Date(deadline), reach }
}
