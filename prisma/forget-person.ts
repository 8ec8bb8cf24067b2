import type { CouncilId, PersonId } from '#domain/ids.ts'
import type { Locale } from '#domain/messages.ts'
import { audit } from './audit.ts'
import type { Database, Db } from './database.ts'
import { forgetActs } from './forget-acts.ts'
import {
  forgetDeliveries,
  forgetFacts,
  forgetPhones,
  forgetTexts,
  forgetTranscript,
  forgetUpdates,
  suspectTexts,
  type Suspects,
} from './forget-traces.ts'
import type { About, Forgetting } from './forgetting.ts'
import { REMOVED_IDS, removedPerson } from './removed-person.ts'

/** What went, by kind, as numbers of rows. */
export interface Forgotten {
  whole: boolean
  /** Of the person: removed. `texts`: what the bot said to others with the name in it. */
  removed: Record<
    | 'names'
    | 'accounts'
    | 'roles'
    | 'privateChats'
    | 'messages'
    | 'updates'
    | 'codes'
    | 'choices'
    | 'calendars'
    | 'phones'
    | 'texts'
    | 'transcript',
    number
  >
  /** Of the council: kept without the name. */
  nameless: Record<'acts' | 'deliveries', number>
  /** The units whose phone number went. */
  phonesOf: string[]
}

interface Given {
  councilId: CouncilId
  personId: PersonId
  locale: Locale
  /** What stands where the name stood. */
  word: string
  /** False: all is taken back at the end, so that it can be told beforehand. */
  really: boolean
}

class TakenBack extends Error {
  override name = 'TakenBack'
  readonly forgotten: Forgotten
  constructor(forgotten: Forgotten) {
    super()
    this.forgotten = forgotten
  }
}

/**
 * Forgets a person in one transaction: across the installation where no other council gave the person a role, else what is this council's. What the
 * person did stays without the name. Returns what went. Rejects where there is no such person.
 */
export async function forgetPerson(db: Database, given: Given, now: Date): Promise<Forgotten> {
  const { councilId, locale, word } = given
  const suspects = await suspectTexts(db, await lookUp(db, given))
  try {
    return await db.$transaction(async (tx) => {
      const into = await removedPerson(tx, locale, word, now)
      const forgotten = await forget(tx, { ...(await lookUp(tx, given)), into, word, now }, suspects)
      if (!given.really) throw new TakenBack(forgotten)
      await audit(tx, { councilId, personId: undefined, action: 'person-forgotten', details: {} }, now)
      return forgotten
    })
  } catch (error) {
    if (error instanceof TakenBack) return error.forgotten
    throw error
  }
}

async function lookUp(db: Db, { councilId, personId }: Given): Promise<About> {
  const { id, name, accounts } = await db.person.findUniqueOrThrow({
    where: { id: personId, NOT: { id: { in: [...REMOVED_IDS] } } },
    include: { accounts: true },
  })
  const elsewhere = await db.membership.count({ where: { personId, councilId: { not: councilId } } })
  const whole = elsewhere === 0
  const at = accounts.map(({ platform, externalId }) => ({ platform, externalId }))
  const chats = await db.chat.findMany({
    where: { kind: 'private', OR: at },
    select: { id: true, platform: true, bot: true, externalId: true },
  })
  return {
    person: { id: id as PersonId, name },
    accounts: at,
    chats: chats as About['chats'],
    councilId,
    whole,
    ofCouncil: whole ? {} : { councilId },
  }
}

async function forget(db: Db, forgetting: Forgetting, suspects: Suspects): Promise<Forgotten> {
  const { whole } = forgetting
  const phonesOf = await forgetPhones(db, forgetting)
  const nameless = { acts: await forgetActs(db, forgetting), deliveries: await forgetDeliveries(db, forgetting) }
  const inCouncil = await forgetInCouncil(db, forgetting)
  const everywhere = whole ? await forgetEverywhere(db, forgetting) : NOTHING
  const texts = await forgetTexts(db, forgetting, suspects)
  return { whole, removed: { ...everywhere, ...inCouncil, phones: phonesOf.length, texts }, nameless, phonesOf }
}

/** What the person has in the council, or in all of them. */
async function forgetInCouncil(db: Db, { person, councilId, whole, ofCouncil }: Forgetting) {
  const mine = { personId: person.id }
  const inChats = whole ? {} : { chat: { councilId } }
  const [roles, calendars, questions, prompts] = [
    await db.membership.deleteMany({ where: { ...mine, ...ofCouncil } }),
    await db.calendarToken.deleteMany({ where: { createdBy: person.id, ...ofCouncil } }),
    await db.question.deleteMany({ where: { ...mine, ...inChats } }),
    await db.prompt.deleteMany({ where: { OR: [mine, { askedById: person.id }], ...inChats } }),
  ]
  return { roles: roles.count, calendars: calendars.count, choices: questions.count + prompts.count }
}

const NOTHING = { names: 0, accounts: 0, codes: 0, privateChats: 0, messages: 0, updates: 0, transcript: 0 }

/** The person, and the private chats with all that was said there. */
async function forgetEverywhere(db: Db, forgetting: Forgetting): Promise<typeof NOTHING> {
  const { person, accounts, chats } = forgetting
  const chatIds = chats.map(({ id }) => id)
  const messages = await db.outbox.count({ where: { chatId: { in: chatIds } } })
  const updates = await forgetUpdates(db, forgetting)
  const transcript = await forgetTranscript(db, forgetting)
  await forgetFacts(db, forgetting)
  await db.chat.deleteMany({ where: { id: { in: chatIds } } })
  const mine = { personId: person.id }
  const codes = (await db.accountCode.count({ where: mine })) + (await db.wrongCode.count({ where: mine }))
  await db.person.delete({ where: { id: person.id } })
  const names = person.name === '' ? 0 : 1
  return { names, accounts: accounts.length, codes, privateChats: chats.length, messages, updates, transcript }
}
