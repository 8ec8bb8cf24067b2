import { readCounts } from '#domain/counts/read-counts.ts'
import { fold } from '#domain/fold.ts'
import type { Choice, Message, Reply } from '#domain/messages.ts'
import { isNameOfMovement, matchMovements } from '#domain/movements.ts'
import { QUOTA_CATEGORIES } from '#domain/plan.ts'
import type { Counts, Limits, Round, RoundMovement } from '#domain/rounds/round.ts'
import { shorten } from '#domain/shorten.ts'
import { matchUnits } from '#domain/units.ts'
import { UserError } from '#domain/user-error.ts'
import { limitsMessage, movementLabel } from '#locales/round-message.ts'
import { findRound, roundsOf, setQuota, setTotal, staleRound } from '#prisma/rounds.ts'
import type { CouncilContext } from './command.ts'
import { findUnit, LONGEST_LABEL, quotable } from './find-unit.ts'
import { recordRound } from './round-record.ts'

interface Target {
  round: Round
  movement: RoundMovement
}

/** Sets the quota of a unit, or the council's total of a movement, in an open round: "Công an phường 3tt 5cn", "yêu nước tổng 10tt 20cn". */
export async function enterQuota(context: CouncilContext, text: string): Promise<Reply[]> {
  if (text === '') return [{ head: [{ key: 'rounds-quota-usage' }], asks: '/dot chi tieu', personal: true }]
  const [, chosen, words = ''] = /^(?:@(\S+)\s+)?([^]+)$/.exec(text) ?? []
  const targets = await targetsOf(context)
  if (targets.length === 0) throw new UserError('rounds-none-open')
  const reading = readCounts(words)
  const [statement, ...others] = reading.kind === 'counts' ? reading.statements : []
  if (!statement || others.length > 0 || statement.none)
    throw new UserError('rounds-quota-unclear', { text: shorten(words, LONGEST_LABEL) })
  const { label, counts } = statement
  const unitNamed = targets.some(({ round, movement }) => askedUnits(round, movement, label).length > 0)
  const found = chosen ? targets.filter(({ movement }) => movement.id === chosen) : movementsNamed(label, targets)
  const [only, ...more] = found
  if (!only) throw new UserError('rounds-changed')
  if (more.length > 0) throw new UserError('rounds-quota-which', {}, choices(found, words))
  const movement = movementLabel(only.movement.name)
  if (only.movement.basis === 'percent') throw new UserError('rounds-quota-percent', { movement })
  if (unitNamed) return [await changeUnit(context, only, label, counts)]
  if (TOTAL.test(fold(words))) return [await changeTotal(context, only, counts)]
  if (!isNameOfMovement(label, only.movement.name))
    throw new UserError('rounds-quota-no-movement', { text: shorten(label || words, LONGEST_LABEL) })
  const line = `/dot chi tieu @${only.movement.id} tổng ${words}`
  throw new UserError('rounds-quota-total-sure', { movement }, [[{ label: { key: 'choice-quota-total' }, line }]])
}

/** Folded words that say that the whole council is meant. */
const TOTAL = /(?:^| )(?:tong(?: (?:so|cong|chi tieu))?|toan hoi dong|ca hoi dong|hoi dong|total)(?: |$)/

async function targetsOf({ db, council }: CouncilContext): Promise<Target[]> {
  const found: Target[] = []
  for (const { id } of await roundsOf(db, council.id, ['open'])) {
    const round = (await findRound(db, council.id, id))!
    found.push(...round.movements.map((movement) => ({ round, movement })))
  }
  return found
}

/** The movements that the words name; else, of a unit, those in which it is asked; else all. */
function movementsNamed(label: string, targets: Target[]): Target[] {
  const named = matchMovements(
    label,
    targets.map((target) => ({ ...target, name: target.movement.name })),
  )
  if (named.length > 0) return named
  const asking = targets.filter(({ round, movement }) => askedUnits(round, movement, label).length > 0)
  return asking.length > 0 ? asking : targets
}

function askedUnits(round: Round, movement: RoundMovement, name: string) {
  const asked = new Set(round.asked.filter(({ movementId }) => movementId === movement.id).map(({ unitId }) => unitId))
  return matchUnits(
    name,
    round.units.filter(({ id }) => asked.has(id)),
  )
}

function choices(found: Target[], words: string): Choice[][] {
  return found.map(({ movement }) => [
    {
      label: { key: 'text', values: { text: shorten(movementLabel(movement.name), LONGEST_LABEL) } },
      line: `/dot chi tieu @${movement.id} ${words}`,
    },
  ])
}

async function changeUnit(
  context: CouncilContext,
  { round, movement }: Target,
  name: string,
  counts: Counts,
): Promise<Reply> {
  const units = askedUnits(round, movement, name)
  if (units.length === 0)
    throw new UserError('rounds-quota-not-asked', {
      text: shorten(name, LONGEST_LABEL),
      movement: movementLabel(movement.name),
    })
  const said = Object.entries(counts)
    .map(([category, count]) => `${count} ${SHORT[category as keyof Counts]}`)
    .join(' ')
  const unit = findUnit(
    name,
    units.map((one) => ({ ...one, people: [] })),
    (full) => `/dot chi tieu @${movement.id} ${quotable(full)} ${said}`,
  )
  const asked = round.asked.find((one) => one.movementId === movement.id && one.unitId === unit.id)
  const limits = merged(asked?.limits, counts)
  await setQuota(context.db, movement.id, unit.id, { limits })
  return changed(context, { round, movement }, { unit: unit.name, before: asked?.limits, after: limits })
}

/** As the reader of counts reads them back. */
const SHORT: Record<keyof Counts, string> = { collective: 'tt', individual: 'cn', family: 'gd' }

async function changeTotal(context: CouncilContext, { round, movement }: Target, counts: Counts): Promise<Reply> {
  const limits = merged(movement.total, counts)
  await setTotal(context.db, movement.id, { total: limits })
  return changed(context, { round, movement }, { unit: undefined, before: movement.total, after: limits })
}

/** What is not mentioned stays. */
function merged(limits: Limits | undefined, counts: Counts): Limits {
  const found: Limits = { ...limits }
  for (const category of QUOTA_CATEGORIES) {
    const max = counts[category]
    if (max !== undefined) found[category] = { max, of: null }
  }
  return found
}

async function changed(
  context: CouncilContext,
  { round, movement }: Target,
  { unit, before, after }: { unit: string | undefined; before: Limits | undefined; after: Limits },
): Promise<Reply> {
  await staleRound(context.db, round.id)
  const [old, now] = [limitsMessage(before ?? {}), limitsMessage(after)]
  const text = (message: Message) => context.translate(message).text
  await recordRound(context, 'quota-entered', round, {
    movement: movement.name,
    unit: unit ?? '',
    before: text(old),
    after: text(now),
  })
  const values = { unit: unit ?? '', movement: movementLabel(movement.name), old, new: now }
  return { head: [{ key: unit === undefined ? 'rounds-quota-total' : 'rounds-quota-unit', values }], replace: true }
}
