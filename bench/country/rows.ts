import type { IsoDate } from '#domain/dates.ts'
import type { PlatformName } from '#domain/messages.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import type { Dice } from './dice.ts'
import type { Place, UnitKey } from './units.ts'

/** The tables of a country in the order in which they are filled: no row before the one that it belongs to. */
export interface Rows {
  council: Prisma.CouncilCreateManyInput[]
  councilBot: Prisma.CouncilBotCreateManyInput[]
  chat: Prisma.ChatCreateManyInput[]
  person: Prisma.PersonCreateManyInput[]
  account: Prisma.AccountCreateManyInput[]
  unit: Prisma.UnitCreateManyInput[]
  unitAlias: Prisma.UnitAliasCreateManyInput[]
  unitBody: Prisma.UnitBodyCreateManyInput[]
  membership: Prisma.MembershipCreateManyInput[]
  plan: Prisma.PlanCreateManyInput[]
  planVersion: Prisma.PlanVersionCreateManyInput[]
  task: Prisma.TaskCreateManyInput[]
  deadline: Prisma.DeadlineCreateManyInput[]
  completion: Prisma.CompletionCreateManyInput[]
  quota: Prisma.QuotaCreateManyInput[]
  round: Prisma.RoundCreateManyInput[]
  roundMovement: Prisma.RoundMovementCreateManyInput[]
  roundQuota: Prisma.RoundQuotaCreateManyInput[]
  nomination: Prisma.NominationCreateManyInput[]
}

export function noRows(): Rows {
  return {
    council: [],
    councilBot: [],
    chat: [],
    person: [],
    account: [],
    unit: [],
    unitAlias: [],
    unitBody: [],
    membership: [],
    plan: [],
    planVersion: [],
    task: [],
    deadline: [],
    completion: [],
    quota: [],
    round: [],
    roundMovement: [],
    roundQuota: [],
    nomination: [],
  }
}

/** A council that is being written down. */
export interface Drawn {
  /** From 1. */
  number: number
  dice: Dice
  rows: Rows
  /** The morning that is to be said next. */
  date: IsoDate
  councilId: string
  place: Place
  /** Its name without the kind of the place. */
  name: string
  platform: PlatformName
  bot: number
  units: { key: UnitKey; id: string; name: string; headId: string }[]
}
