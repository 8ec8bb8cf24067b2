import { z } from 'zod'
import { may } from '#domain/access.ts'
import { asksForCalendar, readCalendarQuestion, type CalendarQuestion } from '#domain/calendar-question.ts'
import { fold } from '#domain/fold.ts'
import type { Choice, Message, Reply } from '#domain/messages.ts'
import { UserError } from '#domain/user-error.ts'
import { audit } from '#prisma/audit.ts'
import { createCalendarToken, revokeCalendarTokens } from '#prisma/calendar-tokens.ts'
import { approvedPlans } from '#prisma/plans.ts'
import { listUnits, type Unit } from '#prisma/units.ts'
import { makeCalendar, type CalendarAsked } from './calendar-file.ts'
import { chatFile, plainLetters } from './chat-file.ts'
import type { Command, CouncilContext } from './command.ts'
import { findUnit } from './find-unit.ts'
import { privately } from './privately.ts'

/**
 * The calendar file of the approved plans, of one plan or of one unit; for a linked person also an address to subscribe to, and taking the
 * own addresses back.
 */
export const calendar: Command = {
  name: 'lich',
  aliases: ['calendar'],
  act: 'ask',
  about: 'council',
  args: z.string(),
  understands: (text) => Promise.resolve(asksForCalendar(text) ? '' : undefined),
  run: async (context, text) => {
    const question = readCalendarQuestion(text)
    if (question.act === 'file') return [await sendFile(context, question)]
    // In a group anybody may look; an address goes on showing the calendar to whoever holds it.
    if (!may('ask', context.roles, false)) throw new UserError('not-allowed')
    return question.act === 'revoke' ? revoke(context) : giveAddress(context, question)
  },
}

/** Units are told apart by the ends of their names, too; a file's name has its limit everywhere. */
const LONGEST_NAME = 90

async function sendFile(context: CouncilContext, question: CalendarQuestion): Promise<Reply> {
  const { db, council, today, translate, calendarAddress } = context
  const plans = await approvedPlans(db, council.id)
  if (plans.length === 0) throw new UserError('due-no-plan')
  const plan = plans.find(({ number }) => number !== null && fold(number) === fold(question.rest))
  const unit = plan ? undefined : await unitAsked(context, question)
  const asked: CalendarAsked = { council, unit, planId: plan?.planId }
  const { file, events, suspects, undated } = await makeCalendar(db, asked, today, translate)
  if (events.length === 0) throw new UserError('calendar-empty')
  const whose = unit?.name ?? plan?.number ?? council.name
  const count = events.filter(({ cancelled }) => !cancelled).length
  const head: Message[] = [
    { key: 'calendar-file', values: { whose, count } },
    ...(suspects > 0 ? [{ key: 'calendar-suspects', values: { count: suspects } }] : []),
    ...(undated > 0 ? [{ key: 'due-undated-count', values: { count: undated } }] : []),
  ]
  const address: Choice = { label: { key: 'choice-calendar-address' }, line: addressLine(unit) }
  return {
    head,
    choices: calendarAddress && !plan ? [[address]] : [],
    file: chatFile(`lich-${plainLetters(whose, LONGEST_NAME)}`, 'ics', Buffer.from(file)),
  }
}

async function giveAddress(context: CouncilContext, question: CalendarQuestion): Promise<Reply[]> {
  const { db, council, person, now, calendarAddress } = context
  if (!calendarAddress) throw new UserError('calendar-no-address')
  const unit = await unitAsked(context, question)
  const given = { councilId: council.id, unitId: unit?.id, createdBy: person.id }
  const address = calendarAddress(await createCalendarToken(db, given, now))
  const details = { unit: unit?.name ?? '' }
  await audit(db, { councilId: council.id, personId: person.id, action: 'calendar-address-made', details }, now)
  const head: Message[] = [
    { key: 'calendar-address', values: { whose: unit?.name ?? council.name } },
    { key: 'calendar-address-line', values: { address } },
    { key: 'calendar-address-secret' },
  ]
  return privately(context, { head })
}

async function revoke(context: CouncilContext): Promise<Reply[]> {
  const { db, council, person, now } = context
  const count = await revokeCalendarTokens(db, { councilId: council.id, createdBy: person.id }, now)
  if (count === 0) throw new UserError('calendar-none-to-revoke')
  const entry = { councilId: council.id, personId: person.id, details: { count } }
  await audit(db, { ...entry, action: 'calendar-addresses-revoked' }, now)
  return privately(context, { head: [{ key: 'calendar-revoked', values: { count } }] })
}

async function unitAsked(context: CouncilContext, { act, mine, rest }: CalendarQuestion): Promise<Unit | undefined> {
  if (!mine && !rest) return undefined
  const units = await listUnits(context.db, context.council.id)
  if (!mine) return findUnit(rest, units, (name) => (act === 'address' ? addressLine({ name }) : `/lich ${name}`))
  const unitId = context.roles.find((role) => role.unitId)?.unitId
  const own = units.find(({ id }) => id === unitId)
  if (!own) throw new UserError('calendar-no-unit')
  return own
}

const addressLine = (unit: { name: string } | undefined): string => `/lich địa chỉ ${unit?.name ?? ''}`.trim()
