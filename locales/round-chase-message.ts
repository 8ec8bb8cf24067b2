import { daysBetween, localDate } from '#domain/dates.ts'
import type { Block, Choice, Message, Reply } from '#domain/messages.ts'
import { chase, type Chased } from '#domain/rounds/chase.ts'
import { nominateLine } from '#domain/rounds/nominate-line.ts'
import type { Round, RoundUnit } from '#domain/rounds/round.ts'
import type { Entry, Standing } from '#domain/rounds/standing.ts'
import { shorten } from '#domain/shorten.ts'
import { answerHint } from './round-hint.ts'
import { deadlineMessage, joined, limitsMessage, listed, movementLabel, roundTitle } from './round-message.ts'

/** So many letters of a unit's name stand on a choice. */
const LONGEST_LABEL = 40

/** A round as it stands now. */
export interface RoundNow {
  round: Round
  standing: Standing
  now: Date
  timeZone: string
}

/** What the head of these units reads in private: what is missing, until when, how to answer. There must be one unit at least. */
export function nudgeMessage(of: RoundNow, units: Chased[]): Reply {
  const { round } = of
  const several = round.movements.length > 1
  const [only, ...more] = units
  const lines =
    only && more.length === 0
      ? withDetails({ key: keyOf(of, only), values: { unit: only.unit.name, ...until(of) } }, only, {
          several,
          separator: 'sentences',
        })
      : [
          { key: 'round-nudge-several', values: until(of) },
          ...units.flatMap((one) => withDetails(unitMessage(one), one, { several, separator: 'dotted' })),
        ]
  return {
    head: [titleMessage(round), ...lines],
    foot: [answerHint(units.flatMap(({ entries }) => entries))],
    choices: units.map((one) => [nothingChoice(round, one, units.length > 1)]),
    menu: units.length > 1,
  }
}

/** What a group reads: how many answered, without names. */
export function groupCountMessage(of: RoundNow): Reply {
  return { head: [titleMessage(of.round), { key: 'round-count', values: { ...answeredOf(of), ...until(of) } }] }
}

/** What the secretariat reads when units are chased: how many answered, who did not, and whom nobody could be told of. */
export function missingMessage(of: RoundNow, untold: RoundUnit[]): Reply {
  return {
    head: [titleMessage(of.round), { key: 'round-count', values: { ...answeredOf(of), ...until(of) } }],
    blocks: [...missingBlocks(of), ...untold.map((unit) => unitBlock('round-untold', unit))],
  }
}

/** What the secretariat reads once the deadline has passed, with what to do next. */
export function overMessage(of: RoundNow): Reply {
  const { round, timeZone } = of
  const values = { ...answeredOf(of), deadline: deadlineMessage(round.deadline, timeZone) }
  return {
    head: [titleMessage(round), { key: 'round-over', values }],
    blocks: missingBlocks(of),
    choices: [
      [
        { label: { key: 'choice-round-extend' }, line: `/dot gia han @${round.id}` },
        { label: { key: 'choice-round-close' }, line: `/dot dong @${round.id}` },
      ],
    ],
    menu: true,
  }
}

const answeredOf = ({ standing: { answered, expected } }: RoundNow) => ({ answered, expected })

const titleMessage = ({ title }: Round): Message => ({ key: 'round-of', values: { title: roundTitle(title) } })

/** The deadline, and how many council-local days are left. */
function until({ round: { deadline }, now, timeZone }: RoundNow): { deadline: Message; left: Message } {
  const days = daysBetween(localDate(now, timeZone), localDate(deadline, timeZone))
  const key = now > deadline ? 'round-left-over' : days === 0 ? 'round-left-today' : 'round-left-days'
  return { deadline: deadlineMessage(deadline, timeZone), left: { key, values: { days } } }
}

const isSilent = ({ standing }: RoundNow, { unit }: Chased) =>
  standing.units.some((one) => one.unit.id === unit.id && one.state === 'missing')

const keyOf = (of: RoundNow, chased: Chased) => (isSilent(of, chased) ? 'round-nudge' : 'round-nudge-partly')

const unitMessage = ({ unit }: Chased): Message => ({ key: 'round-nudge-unit', values: { unit: unit.name } })

/** A sentence or a unit with what is asked for behind it, or below it where the round has several movements. */
function withDetails(
  first: Message,
  { entries }: Chased,
  { several, separator }: { several: boolean; separator: 'sentences' | 'dotted' },
): Message[] {
  if (several) return [first, ...entries.map(movementLine)]
  return [joined(separator, [first, ...entries.flatMap((entry) => askedMessage(entry) ?? [])])]
}

function movementLine(entry: Entry): Message {
  const movement = movementLabel(entry.movement.name)
  const asked = askedMessage(entry)
  if (!asked) return { key: 'round-nudge-movement', values: { movement } }
  return { key: 'round-nudge-movement-asked', values: { movement, asked } }
}

/** The quota, or which categories are still missing; undefined where the unit has no quota. */
function askedMessage({ state, limits, missing }: Entry): Message | undefined {
  if (state !== 'partly') return limits && { key: 'round-nudge-quota', values: { limits: limitsMessage(limits) } }
  const names = missing.map((category) => ({ key: `category-${category}` }))
  return { key: 'round-nudge-missing', values: { categories: listed(names) } }
}

/** Says for the unit that there is nothing in all that it has not answered. */
function nothingChoice(round: Round, { unit }: Chased, several: boolean): Choice {
  const label = several
    ? { key: 'choice-nothing-unit', values: { unit: shorten(unit.name, LONGEST_LABEL) } }
    : { key: 'choice-nothing' }
  return {
    label,
    line: nominateLine({ roundId: round.id, unitId: unit.id, rest: true, sure: true, words: 'không có' }),
  }
}

function missingBlocks(of: RoundNow): Block[] {
  const chased = chase(of.standing)
  const silent = chased.filter((one) => isSilent(of, one))
  const partly = chased.filter((one) => !isSilent(of, one))
  return [
    ...silent.map(({ unit }) => unitBlock('round-missing', unit)),
    ...partly.map(({ unit }) => unitBlock('round-partly', unit)),
  ]
}

const unitBlock = (heading: string, unit: RoundUnit): Block => ({
  heading: { key: heading },
  body: { key: 'text', values: { text: unit.name } },
})
