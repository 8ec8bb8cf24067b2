import type { Message } from '#domain/messages.ts'
import { byNews, saidEntries, within } from '#domain/rounds/round-card.ts'
import type { Entry, Standing, UnitStanding } from '#domain/rounds/standing.ts'
import { categoriesOf, sum } from '#domain/rounds/sums.ts'
import { shorten } from '#domain/shorten.ts'
import { lineOf, totalLength, type Line } from './card-line.ts'
import { countsMessage, joined, numbersMessage } from './round-message.ts'

const LONGEST_NAME = 60

/** How each movement is called on the lines of this card; nothing where there is only one. */
export type Labels = ReadonlyMap<string, string>

/**
 * A line for each unit that said something, in the order of the plan. Where they have no room together, each says its sums over all movements;
 * where that is too long as well, the rest is counted.
 */
export function unitLines(standing: Standing, labels: Labels, room: number): Message[] {
  const units = byNews(standing.units.filter((unit) => saidEntries(unit).length > 0))
  const full = units.map((unit) => ({ unit, ...lineOf(unitMessage(unit, partsOf(unit, labels))) }))
  if (totalLength(full) <= room) return inOrder(standing, full)
  const brief = units.map((unit) => ({ unit, ...lineOf(unitMessage(unit, [sumOf(unit)])) }))
  const kept = within(brief, room)
  const count = units.length - kept.length
  return [
    ...(labels.size > 0 ? [{ key: 'round-card-together' }] : []),
    ...inOrder(standing, kept),
    ...(count > 0 ? [{ key: 'round-card-more-units', values: { count } }] : []),
  ]
}

const inOrder = ({ units }: Standing, lines: (Line & { unit: UnitStanding })[]): Message[] =>
  units.flatMap((unit) => lines.find((line) => line.unit === unit)?.messages ?? [])

/** ✅ all is said, ⚠ something waits for a decision, ⏳ something is still missing. */
const MARKS: Record<UnitStanding['state'], string> = { in: '✅', over: '⚠', partly: '⏳', missing: '⏳' }

function unitMessage({ unit, state }: UnitStanding, parts: Message[]): Message {
  const values = { mark: MARKS[state], unit: shorten(unit.name, LONGEST_NAME), said: joined('parted', parts) }
  return { key: 'round-card-unit', values }
}

/** What the unit says, movement by movement. Once it has said everything, those in which it has nothing are told together. */
function partsOf(unit: UnitStanding, labels: Labels): Message[] {
  const said = saidEntries(unit)
  const complete = unit.entries.every(({ missing }) => missing.length === 0)
  const told = complete ? said.filter(({ counts }) => categoriesOf(counts).some((one) => counts[one] !== 0)) : said
  if (told.length === 0) return [{ key: 'counts-nothing' }]
  const parts = told.map((entry): Message => {
    const movement = labels.get(entry.movement.id)
    return movement === undefined
      ? saidMessage(entry)
      : { key: 'round-card-part', values: { movement, said: saidMessage(entry) } }
  })
  return told.length < said.length ? [...parts, { key: 'round-card-rest-nothing' }] : parts
}

/** "2 cá nhân (vượt 1 cá nhân, chờ quyết định)". Nothing in one category is not nothing at all while another is missing. */
function saidMessage({
  counts,
  missing,
  over,
  accepted,
}: Pick<Entry, 'counts' | 'missing' | 'over' | 'accepted'>): Message {
  const said = missing.length > 0 ? numbersMessage(counts) : countsMessage(counts)
  if (categoriesOf(over).length > 0) return { key: 'round-card-over', values: { said, over: numbersMessage(over) } }
  if (categoriesOf(accepted).length === 0) return said
  return { key: 'round-card-accepted', values: { said, over: numbersMessage(accepted) } }
}

/** What the unit says over all movements. */
function sumOf(unit: UnitStanding): Message {
  const entries = saidEntries(unit)
  return saidMessage({
    counts: sum(entries.map(({ counts }) => counts)),
    over: sum(entries.map(({ over }) => over)),
    accepted: sum(entries.map(({ accepted }) => accepted)),
    missing: unit.entries.flatMap(({ missing }) => missing),
  })
}
