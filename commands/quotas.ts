import { z } from 'zod'
import { isNameOfMovement, matchMovements, movementsOf, withoutMovement } from '#domain/movements.ts'
import type { Reply } from '#domain/messages.ts'
import { readQuotaQuestion, type QuotaQuestion } from '#domain/quota-question.ts'
import { shorten } from '#domain/shorten.ts'
import { isNameOf, looksLikeUnit, matchUnits } from '#domain/units.ts'
import { UserError } from '#domain/user-error.ts'
import { approvedPlans, quotasOf, type PlanVersion } from '#prisma/plans.ts'
import { listUnits, type UnitWithPeople } from '#prisma/units.ts'
import type { Command, CouncilContext } from './command.ts'
import { findUnit, LONGEST_LABEL, quotable } from './find-unit.ts'
import { movementChoices, movementPage, overviewPage, quotaLine, unitPage, type PlanMovement } from './quota-page.ts'
import { understandQuotas, unitsWithQuotas } from './quota-question.ts'

/** The quotas of the approved plans: all movements, one of them unit by unit, or what one unit may nominate in each. */
export const quotas: Command = {
  name: 'chitieu',
  aliases: ['quota', 'quotas'],
  act: 'ask',
  about: 'council',
  args: z.string(),
  understands: understandQuotas,
  run: async (context, text) => [await answerQuotas(context, readQuotaQuestion(text))],
}

async function answerQuotas(context: CouncilContext, question: QuotaQuestion): Promise<Reply> {
  const { db, council } = context
  const known = await movementsIn(context, question)
  const units = unitsWithQuotas(await listUnits(db, council.id), known)
  const asked = subjectOf(context, question, known, units)
  const movements = asked.movements ?? known
  if (asked.unit) return unitPage(question, asked.unit, movements)
  return asked.movements ? movementPage(question, movements) : overviewPage(context, question, movements)
}

/** The movements with quotas of the plans that are asked about, newest plan first. */
async function movementsIn({ db, council }: CouncilContext, question: QuotaQuestion): Promise<PlanMovement[]> {
  const approved = await approvedPlans(db, council.id)
  if (approved.length === 0) throw new UserError('due-no-plan')
  const found: PlanMovement[] = []
  for (const plan of plansAsked(approved, question)) {
    const movements = movementsOf(await quotasOf(db, [plan]))
    found.push(...movements.map((movement) => ({ ...movement, plan })))
  }
  if (found.length === 0) throw new UserError('quota-none')
  return found
}

function plansAsked(plans: PlanVersion[], { planNumber, year }: QuotaQuestion): PlanVersion[] {
  if (planNumber) {
    const asked = planNumber.toLowerCase()
    const named = plans.filter(({ number }) =>
      [number, number?.split(/[/-]/)[0]].some((one) => one?.toLowerCase() === asked),
    )
    if (named.length === 0) throw new UserError('due-no-such-plan', { number: planNumber })
    return named
  }
  return year === undefined ? plans : plans.filter((plan) => covers(plan, year))
}

function covers(plan: PlanVersion, year: number): boolean {
  const [from, to] = [plan.from, plan.to].map((date) => (date ? Number(date.slice(0, 4)) : plan.year))
  return (from ?? year) <= year && (to ?? year) >= year
}

interface Subject {
  unit: UnitWithPeople | undefined
  /** Undefined: all. */
  movements: PlanMovement[] | undefined
}

/** What the words name: a unit, a movement or both. Throws UserError where they name nothing, or with choices where they name several. */
function subjectOf(
  context: CouncilContext,
  question: QuotaQuestion,
  known: PlanMovement[],
  units: UnitWithPeople[],
): Subject {
  const { names, rest, mine } = question
  const exact = known.filter(({ name }) => names.includes(quotable(name)))
  const text = names.length === 0 ? rest : names.find((name) => !exact.some((one) => quotable(one.name) === name))
  const own = mine ? ownUnit(context, units) : undefined
  const chosen = exact.length > 0 ? exact : undefined
  if (!text) return { unit: own, movements: chosen }
  const meant = chosen ? [] : matchMovements(text, known)
  const unitText = textOfUnit(text, units, meant[0])
  const named = own ? [] : matchUnits(unitText, units)
  const unknownUnit = looksLikeUnit(text) && !meant.some(({ name }) => isNameOfMovement(text, name))
  if (!own && named.length === 0 && (meant.length === 0 || unknownUnit))
    throw new UserError('quota-unknown', { text: shorten(text, LONGEST_LABEL) })
  const onlyUnit = named.some((unit) => isNameOf(text, unit))
  const onlyMovement = !onlyUnit && meant.some(({ name }) => isNameOfMovement(text, name))
  const beside = [...new Set((chosen ?? meant).map(({ name }) => name))]
  const line = (full: string) => quotaLine(question, [full, ...(beside.length === 1 ? beside : [])])
  const unit = own ?? (onlyMovement || named.length === 0 ? undefined : findUnit(unitText, named, line))
  const movements = onlyUnit || meant.length === 0 ? chosen : oneMovement(question, meant, unit)
  return { unit, movements }
}

/** Beside a movement a unit may be named by a part of its name. */
function textOfUnit(text: string, units: UnitWithPeople[], movement: PlanMovement | undefined): string {
  return movement && matchUnits(text, units).length === 0 ? withoutMovement(text, movement.name) : text
}

function ownUnit({ roles }: CouncilContext, units: UnitWithPeople[]): UnitWithPeople {
  const unitId = roles.find((role) => role.unitId)?.unitId
  const own = units.find(({ id }) => id === unitId)
  if (!own) throw new UserError('quota-no-unit')
  return own
}

/** The movement of one name, in each plan that has it. */
function oneMovement(question: QuotaQuestion, meant: PlanMovement[], unit: UnitWithPeople | undefined): PlanMovement[] {
  const names = [...new Set(meant.map(({ name }) => name))]
  if (names.length === 1) return meant
  const whose = unit ? [unit.name] : []
  throw new UserError('quota-which-movement', {}, movementChoices({ ...question, mine: false }, names, whose))
}
