import { VIET_NAM_MS } from '#domain/dates.ts'
import type { SendOutcome } from '../../platform.ts'
import type { Answer } from './client.ts'
import { MORNING_HOUR } from './doubts.ts'

type Failure = Exclude<Answer, { state: 'ok' }>

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const refused = (reason: string, more: { chatGone?: boolean } = {}) => ({ state: 'refused' as const, reason, ...more })
const down = (reason: string) => ({
  state: 'later' as const,
  afterMs: MINUTE,
  reason,
  everything: true,
  down: true,
})

/** From developers.zalo.me/docs/official-account/phu-luc/ma-loi, as relayed. Every other code is refused for good, with its number. */
const OUTCOMES: [codes: number[], outcome: SendOutcome][] = [
  [[-200], { state: 'later', afterMs: 5 * SECOND, reason: '-200' }],
  [[-211, -218], refused('quota')],
  [[-213, -227, -244], refused('unreachable', { chatGone: true })],
  [[-230, -231, -232], refused('window')],
  [[-237], refused('group-expired')],
  [[-403], refused('not-our-group', { chatGone: true })],
  [[-212, -223], down('permission-revoked')],
  [[-224], down('plan')],
  [[-204, -205, -209, -219, -221], down('oa-gone')],
  [[-320, -321], down('billing')],
]
const NOT_AT_NIGHT = -234

/** How a send ended whose request was answered so. */
export function toOutcome(answer: Failure, now: Date): SendOutcome {
  if (answer.state !== 'refused') return answer
  const { code, message } = answer
  if (code === NOT_AT_NIGHT) return { state: 'later', afterMs: untilMorning(now), reason: '-234' }
  const known = OUTCOMES.find(([codes]) => codes.includes(code))
  return known?.[1] ?? refused(`${code} ${message}`.trim())
}

/** Milliseconds until the hour from which on anything is sent in Viet Nam. */
function untilMorning(now: Date): number {
  const today = (now.getTime() + VIET_NAM_MS) % DAY
  return (MORNING_HOUR * HOUR - today + DAY) % DAY || DAY
}
