import { dateParts } from '#domain/dates.ts'
import type { RoundId } from '#domain/ids.ts'
import type { Choice, Message, Reply } from '#domain/messages.ts'
import { TRAITS } from '#domain/platforms.ts'
import { namedMovement, planMovement, type RowRead } from '#domain/rounds/plan-round.ts'
import type { Round } from '#domain/rounds/round.ts'
import { standing } from '#domain/rounds/standing.ts'
import { UserError } from '#domain/user-error.ts'
import { asHeard } from '#locales/heard-wording.ts'
import { roundCardMessage } from '#locales/round-card-message.ts'
import { peopleOf, type Recipient } from '#prisma/reminders.ts'
import { draftRound, findRound, roundsOf } from '#prisma/rounds.ts'
import { listUnits } from '#prisma/units.ts'
import type { CouncilContext } from './command.ts'
import type { OfPlan } from './round-movements.ts'
import { namesApart } from './round-names.ts'

interface Chosen {
  movements: OfPlan[]
  named: string[]
  deadline: Date
  chats: Recipient[]
}

/** Writes what was chosen down as a draft and shows what would be opened. */
export async function draftPreview(context: CouncilContext, chosen: Chosen): Promise<Reply> {
  const { db, council, now } = context
  const units = await listUnits(db, council.id)
  if (units.length === 0) throw new UserError('rounds-no-units')
  const planned = chosen.movements.map(({ movement, rows }) => planMovement(movement, rows, units))
  const movements = [
    ...planned.map(({ movement }) => movement),
    ...chosen.named.map((name) => namedMovement(name, units)),
  ]
  if (movements.every(({ asked }) => asked.length === 0)) throw new UserError('rounds-nobody-asked')
  const title = await freeTitle(context, titleOf(context, chosen))
  const id = await draftRound(db, council.id, { title, deadline: chosen.deadline, movements }, now)
  const facts = [...planFacts(planned.flatMap(({ read }) => read)), ...namedFacts(chosen.named)]
  return previewReply(context, id, chosen.chats, facts)
}

/** The one movement with its year, or how many and of which plan. */
function titleOf({ translate, today }: CouncilContext, { movements, named }: Chosen): string {
  const [first] = movements
  const year = first?.plan.year ?? dateParts(today).year
  if (movements.length + named.length === 1) {
    const name = first?.movement.name ?? named[0]!
    return /\b20\d\d\b/.test(name) ? name : `${name} ${year}`
  }
  const count = movements.length + named.length
  const number = first?.plan.number
  const samePlan = named.length === 0 && movements.every(({ plan }) => plan === first?.plan)
  const title: Message =
    samePlan && number
      ? { key: 'rounds-title-plan', values: { count, number } }
      : { key: 'rounds-title-year', values: { count, year } }
  return translate(title).text
}

/** A title that no other round of the council has. */
async function freeTitle({ db, council }: CouncilContext, title: string): Promise<string> {
  const taken = new Set((await roundsOf(db, council.id, ['open', 'closed'])).map((row) => row.title))
  const titles = [title, ...Array.from({ length: taken.size }, (_, index) => `${title} (${index + 2})`)]
  return titles.find((one) => !taken.has(one))!
}

/** The card as it would stand in the groups, and who would be asked. */
export async function previewReply(
  context: CouncilContext,
  id: RoundId,
  chats: Recipient[],
  more: Message[] = [],
): Promise<Reply> {
  const { db, council, now } = context
  const round = (await findRound(db, council.id, id))!
  const written = roundCardMessage(round, standing(round), council.timeZone, now)
  const allHear = chats.length > 0 && chats.every(({ platform }) => TRAITS[platform].hears === 'everything')
  const card = allHear ? asHeard(written) : written
  const draft = (key: string, act: string): Choice => ({
    label: { key },
    line: `/dot ban nhap ${act} @${id} chats=${chats.map(({ chatId }) => chatId).join(',')}`,
  })
  return {
    ...card,
    head: [{ key: 'rounds-preview' }, ...card.head],
    foot: [...(card.foot ?? []), ...(await facts(context, round, chats)), ...more],
    choices: [
      [draft('choice-open-round', 'mo')],
      [draft('choice-change-deadline', 'han'), draft('choice-cancel', 'huy')],
    ],
    replace: true,
    personal: true,
  }
}

async function facts({ db, council }: CouncilContext, round: Round, chats: Recipient[]): Promise<Message[]> {
  const people = await peopleOf(db, council.id)
  const reached = new Set(people.flatMap(({ as }) => (as.kind === 'unit' ? as.unitIds : [])))
  const unreached = round.units.filter(({ id }) => !reached.has(id)).map(({ name }) => name)
  const groups = chats.map(({ title, externalId }) => title ?? externalId).join(', ')
  return [
    { key: 'rounds-preview-units', values: { count: round.units.length } },
    groups === '' ? { key: 'rounds-preview-no-groups' } : { key: 'rounds-preview-groups', values: { groups } },
    ...(unreached.length > 0 ? [{ key: 'rounds-preview-unreached', values: { units: namesApart(unreached) } }] : []),
  ]
}

/** Rows of the plan that were taken for a unit of another name, and those that no unit answers to. */
function planFacts(read: RowRead[]): Message[] {
  const rows = new Map(read.map((one) => [one.row, one.unit]))
  const lost = [...rows].filter(([, unit]) => unit === undefined).map(([row]) => row)
  const others = [...rows].flatMap(([row, unit]) => (unit === undefined ? [] : [{ row, unit }]))
  return [
    ...(lost.length > 0 ? [{ key: 'rounds-preview-lost', values: { rows: namesApart(lost) } }] : []),
    ...others.map((values): Message => ({ key: 'rounds-preview-row', values })),
  ]
}

/** Movements that stand in no plan. */
const namedFacts = (named: string[]): Message[] =>
  named.length > 0 ? [{ key: 'rounds-preview-named', values: { movements: namesApart(named) } }] : []
