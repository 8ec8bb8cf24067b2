import type { MovementId, PersonId, RoundId, UnitId } from '../ids.ts'
import type { DraftQuota, QuotaCategory, QuotaLimit } from '../plan.ts'
import type { Counts } from './counts.ts'

export type { Counts }

/** Quotas by category. An absent category has none: nothing may be nominated in it without a decision. */
export type Limits = Partial<Record<QuotaCategory, QuotaLimit>>

/** A movement for which a round collects nominations. */
export interface RoundMovement {
  id: MovementId
  name: string
  basis: DraftQuota['basis']
  /** How the plan words its quota; empty where it was entered without words. */
  wording: string
  /** For the whole council; undefined where the plan sets none. */
  total: Limits | undefined
  /** What the secretariat decided to take beyond the total: the sums by category up to which it is settled. */
  settled: Counts | undefined
}

/** A unit that is asked for its nominations in a movement. */
export interface Asked {
  movementId: MovementId
  unitId: UnitId
  /** The unit's own quota; undefined where the movement has none for each unit. */
  limits: Limits | undefined
  /** What a percentage is taken of in this unit, once somebody said it. */
  base: number | undefined
}

/** Where something was said in chat: the address of the message. `revision` orders the updates of one platform. */
export interface Source {
  /** The key of the bot that heard it, such as `telegram:2`: chats and messages of two bots may have the same ids. */
  platform: string
  chat: string
  messageId: string
  revision: number | undefined
}

/** What happened: counts were handed in, or the secretariat decided on what exceeds the quota. */
export type VersionAct = 'said' | 'accepted' | 'reduced' | 'refused'

/** One state of what a unit nominates in a movement. The last one counts; none is ever changed or removed. */
export interface Version {
  movementId: MovementId
  unitId: UnitId
  /** From 1, without gaps, for each unit and movement. */
  version: number
  act: VersionAct
  /** What this act named. */
  said: Counts
  /** What holds after it, as asked for. Empty again where a first request was refused. */
  counts: Counts
  /** It exceeds the unit's quota and waits for the secretariat. */
  request: boolean
  reason: string | undefined
  personId: PersonId | undefined
  personName: string
  /** Entered by the secretariat for the unit. */
  behalf: boolean
  at: Date
  source: Source | undefined
}

export interface RoundUnit {
  id: UnitId
  name: string
  aliases: string[]
  bodies: string[]
}

/** A collection of nominations with all that was handed in. */
export interface Round {
  id: RoundId
  title: string
  state: 'open' | 'closed'
  /** The instant until which heads may hand in. */
  deadline: Date
  openedAt: Date
  closedAt: Date | undefined
  /** In the order of the plan. */
  movements: RoundMovement[]
  /** The units asked in any movement, in the order of the plan. */
  units: RoundUnit[]
  asked: Asked[]
  /** The oldest first. */
  versions: Version[]
}
