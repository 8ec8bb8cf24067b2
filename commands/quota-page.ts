import { fold } from '#domain/fold.ts'
import type { Block, Choice, Message, Reply } from '#domain/messages.ts'
import type { Movement, UnitQuota } from '#domain/movements.ts'
import { shortAppendix } from '#domain/places.ts'
import type { QuotaQuestion } from '#domain/quota-question.ts'
import { shorten } from '#domain/shorten.ts'
import type { NamedUnit } from '#domain/units.ts'
import type { PlanVersion } from '#prisma/plans.ts'
import { quotaMessage } from '#locales/quota-message.ts'
import { listed } from '#locales/round-message.ts'
import type { Context } from './command.ts'
import { LONGEST_LABEL, MOST_CHOICES, quotable } from './find-unit.ts'
import { planMessage } from './plan-message.ts'

/** A movement with the plan that it stands in. */
export interface PlanMovement extends Movement {
  plan: PlanVersion
}

/** The official wording is shown in full but for what no message can hold. */
const LONGEST_WORDING = 1000
const LONGEST_NAME = 300

/** All movements, each with its total or basis; behind the choices stand the unit tables. */
export function overviewPage({ roles }: Context, question: QuotaQuestion, movements: PlanMovement[]): Reply {
  const names = [...new Set(movements.filter(({ units }) => units.length > 0).map(({ name }) => name))]
  const mine = { label: { key: 'quota-choice-mine' }, line: quotaLine({ ...question, mine: true }, []) }
  return {
    head: [{ key: 'quota-title' }],
    blocks: movements.flatMap((movement) => {
      const heading = { key: 'quota-plan', values: { plan: planMessage(movement.plan) } }
      const values = { movement: shorten(movement.name, LONGEST_NAME), what: summary(movement) }
      return lines(heading, [sourced('quota-line', values, movement), ...wordingOf(movement)])
    }),
    choices: [...movementChoices(question, names, []), ...(roles.some(({ unitId }) => unitId) ? [[mine]] : [])],
    ...paged(question),
  }
}

/** One movement in each plan that has it: its total, its words and its units. */
export function movementPage(question: QuotaQuestion, movements: PlanMovement[]): Reply {
  const name = movements[0]!.name
  return {
    head: [{ key: 'quota-title-movement', values: { movement: shorten(name, LONGEST_NAME) } }],
    blocks: movements.flatMap((movement) => {
      const heading = sourced('quota-plan', { plan: planMessage(movement.plan) }, movement)
      return lines(heading, [
        { key: 'quota-whole', values: { what: summary(movement) } },
        ...wordingOf(movement),
        ...movement.units.map((unit): Message => {
          const values = { unit: shorten(unit.unit, LONGEST_NAME), what: unitSummary([unit]) }
          return { key: 'quota-unit', values }
        }),
      ])
    }),
    ...paged(question),
  }
}

/** What one unit may nominate in these movements. */
export function unitPage(question: QuotaQuestion, unit: NamedUnit, movements: PlanMovement[]): Reply {
  const names = new Set([unit.name, ...unit.aliases].map(fold))
  return {
    head: [{ key: 'quota-title-unit', values: { unit: shorten(unit.name, LONGEST_NAME) } }],
    blocks: movements.flatMap((movement) => {
      const heading = { key: 'quota-plan', values: { plan: planMessage(movement.plan) } }
      const own = movement.units.filter((quota) => names.has(fold(quota.unit)))
      const values = { movement: shorten(movement.name, LONGEST_NAME), what: ofUnit(movement, own) }
      const words = movement.units.length > 0 && own.length > 0 ? [] : wordingOf(movement)
      return lines(heading, [sourced('quota-line', values, movement), ...words])
    }),
    ...paged(question),
  }
}

/** What a plan says of a movement, in one line. */
function summary({ basis, total, units, sums }: Movement): Message {
  const count = new Set(units.map(({ unit }) => fold(unit))).size
  const whole = total && quotaMessage(total, basis)
  const summed = whole ? undefined : quotaMessage(sums, 'quota')
  const parts: Message[] = [
    ...(count > 0 ? [{ key: 'quota-units', values: { count } }] : []),
    ...(whole ? [{ key: 'quota-total', values: { what: whole } }] : []),
    ...(summed ? [summed] : []),
    ...(basis === 'by-proposal' ? [{ key: 'quota-by-proposal' }] : []),
  ]
  return parts.length > 0 ? listed(parts) : { key: 'quota-no-number' }
}

function ofUnit(movement: Movement, own: UnitQuota[]): Message {
  if (own.length > 0) return unitSummary(own)
  if (movement.units.length > 0) return { key: 'quota-not-named' }
  return movement.total ? { key: 'quota-not-divided', values: { what: summary(movement) } } : summary(movement)
}

function unitSummary(quotas: UnitQuota[]): Message {
  const parts = quotas.flatMap(({ limits, basis, wording }): Message[] => {
    const told = basis === 'by-proposal' ? { key: 'quota-by-proposal' } : quotaMessage(limits, basis)
    const words = { key: 'quota-words', values: { wording: shorten(wording, LONGEST_WORDING) } }
    return [...(told ? [told] : []), ...(wording && basis !== 'quota' ? [words] : [])]
  })
  return parts.length > 0 ? listed(parts) : { key: 'quota-no-number' }
}

const wordingOf = ({ wording }: Movement): Message[] =>
  wording ? [{ key: 'quota-wording', values: { wording: shorten(wording, LONGEST_WORDING) } }] : []

const lines = (heading: Message, bodies: Message[]): Block[] => bodies.map((body) => ({ heading, body }))

/** A line with the appendix that it comes from, where the plan's quotas stand in one. */
function sourced(key: 'quota-line' | 'quota-plan', values: Message['values'], { appendices }: Movement): Message {
  const line = { key, values: values ?? {} }
  if (appendices.length === 0) return line
  return { key: 'quota-source', values: { line, source: appendices.map(shortAppendix).join(', ') } }
}

/** A choice for each movement, beside the names that are settled already. */
export function movementChoices(question: QuotaQuestion, movements: string[], settled: string[]): Choice[][] {
  return movements.slice(0, MOST_CHOICES).map((name) => [
    {
      label: { key: 'choice-movement', values: { movement: shorten(name, LONGEST_LABEL) } },
      line: quotaLine(question, [...settled, name]),
    },
  ])
}

/** The command line that asks for units and movements by their full names, in the plans that were asked about. */
export function quotaLine({ planNumber, year, mine }: QuotaQuestion, names: string[]): string {
  const parts = [
    '/chitieu',
    planNumber && `kế hoạch ${planNumber}`,
    year && `năm ${year}`,
    mine && 'của đơn vị tôi',
    ...names.map((name) => `"${quotable(name)}"`),
  ]
  return parts.filter(Boolean).join(' ')
}

const paged = ({ page, line }: QuotaQuestion): Pick<Reply, 'page' | 'replace'> => ({
  page: { number: page, line: `/chitieu ${line}`.trim() },
  replace: true,
})
