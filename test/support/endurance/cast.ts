import type { PlatformName } from '#domain/messages.ts'
import type { KnownPlan, KnownTask } from './plan-text.ts'
import type { Network } from './network.ts'

/** Somebody with an account on one or more networks. */
export interface Person {
  name: string
  /** The address on each network. */
  accounts: Partial<Record<PlatformName, string>>
}

export interface Group {
  on: Network
  address: string
  title: string
  /** Whether the bot was thrown out, and since when: nobody is lost who is not told then. */
  goneSince: number | undefined
}

export interface Seat {
  unit: string
  head: Person | undefined
}

/** How a council is reminded, as it was told to be and confirmed. */
export interface KnownSettings {
  at: string
  before: number[]
  zone: string
  /** Days that the secretariat declared worked or off. */
  days: Map<string, boolean>
}

/** What is known of a council without asking the product. */
export interface Party {
  number: number
  code: string
  id: string
  on: Network
  groups: Group[]
  secretary: Person
  seats: Seat[]
  member: Person
  tasks: KnownTask[]
  /** The plan as its nth version says it. */
  planOf: (version: number) => KnownPlan
  settings: KnownSettings
  /** Marks of tasks that are done; of those in doubt nobody was told yet whether they are. */
  done: Set<string>
  doubtful: Set<string>
  /** What was said last and read back, by unit, in the open round. */
  said: Map<string, string>
  /** Units of whose numbers it is not known whether they were taken. */
  unsure: Set<string>
  /** Until when a round may be open; 0: none is. */
  roundUntil: number
  /** How many versions of the plan there were. */
  version: number
  /** Reminders under which somebody chose to be reminded again. */
  pressed: Set<string>
  /** How many announcements there were. */
  announced: number
}
