import type { IsoDate } from '#domain/dates.ts'
import { decidedDays, publicHolidays } from '#domain/holidays.ts'
import type { ChatId } from '#domain/ids.ts'
import type { PlatformName } from '#domain/messages.ts'
import { rehearse, type Listener, type RehearsedMessage } from '#domain/rehearsal.ts'
import { workingDays } from '#domain/working-days.ts'
import type { Council } from '#prisma/councils.ts'
import type { Db } from '#prisma/database.ts'
import { tasksOf } from '#prisma/due-tasks.ts'
import { approvedPlans } from '#prisma/plans.ts'
import { enteredDays, recipientsOf, snoozedOf, type Recipient } from '#prisma/reminders.ts'
import { hasGroup, reminderSettings } from '#prisma/settings.ts'
import { listUnits } from '#prisma/units.ts'

/** A chat of the council; without an address: the group that a council without linked groups will have. */
export interface RehearsedChat extends Listener {
  title: string | undefined
  locale: Recipient['locale']
  address: { platform: PlatformName; externalId: string } | undefined
}

/** Every message that a council's chats will get in a span of days, and the clock time at which. Nothing is sent or stored. */
export async function rehearseCouncil(
  db: Db,
  council: Council,
  span: { from: IsoDate; to: IsoDate },
): Promise<{ at: string; messages: RehearsedMessage<RehearsedChat>[] }> {
  const settings = await reminderSettings(db, council.id)
  const days = workingDays(publicHolidays, decidedDays(await enteredDays(db, council.id)))
  const messages = rehearse(span, await listeners(db, council), {
    tasks: await tasksOf(db, await approvedPlans(db, council.id)),
    units: await listUnits(db, council.id),
    rules: { settings, days },
  })
  return { at: settings.at, messages }
}

async function listeners(db: Db, council: Council): Promise<RehearsedChat[]> {
  const snoozed = await snoozedOf(db, council.id)
  const snoozedIn = (chatId: ChatId) => snoozed.get(chatId) ?? new Map<string, IsoDate>()
  const chats = (await recipientsOf(db, council.id)).map(
    ({ as, chatId, title, locale, platform, externalId }): RehearsedChat => ({
      ...{ as, title, locale },
      address: { platform, externalId },
      snoozed: snoozedIn(chatId),
    }),
  )
  if (await hasGroup(db, council.id)) return chats
  const { locale } = council
  return [{ as: { kind: 'group' }, title: undefined, locale, address: undefined, snoozed: new Map() }, ...chats]
}
