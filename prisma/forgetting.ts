import type { CouncilId, PersonId } from '#domain/ids.ts'
import type { PlatformName } from '#domain/messages.ts'

interface PrivateChat {
  id: string
  platform: PlatformName
  bot: number
  externalId: string
}

/** Who is meant, and how far. */
export interface About {
  person: { id: PersonId; name: string }
  accounts: { platform: string; externalId: string }[]
  /** The private chats at these accounts. */
  chats: PrivateChat[]
  councilId: CouncilId
  /** Nobody else knows the person: across the installation. Otherwise only what is this council's. */
  whole: boolean
  /** The rows that are meant: of any council, or of this one. */
  ofCouncil: { councilId?: CouncilId }
}

/** What is needed to forget somebody. */
export interface Forgetting extends About {
  /** The person who stands for the forgotten ones, and the name that stands for theirs. */
  into: PersonId
  word: string
  now: Date
}
