import { localDate } from '#domain/dates.ts'
import type { Locale } from '#domain/messages.ts'
import type { Translate } from '#locales/translate.ts'
import { findCalendarToken } from '#prisma/calendar-tokens.ts'
import { findCouncil } from '#prisma/councils.ts'
import type { Database } from '#prisma/database.ts'
import { listUnits } from '#prisma/units.ts'
import { makeCalendar } from './calendar-file.ts'

interface Dependencies {
  db: Database
  clock: () => Date
  translators: Record<Locale, Translate>
}

/** The calendar file behind a subscription address, in the council's language; undefined where the token opens nothing. */
export async function calendarOf({ db, clock, translators }: Dependencies, token: string): Promise<string | undefined> {
  const found = await findCalendarToken(db, token)
  const council = found && (await findCouncil(db, found.councilId))
  if (!council) return undefined
  const unit = found.unitId && (await listUnits(db, council.id)).find(({ id }) => id === found.unitId)
  if (found.unitId && !unit) return undefined
  const today = localDate(clock(), council.timeZone)
  return (await makeCalendar(db, { council, unit: unit || undefined }, today, translators[council.locale])).file
}
