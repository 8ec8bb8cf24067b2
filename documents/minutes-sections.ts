import type { Paragraph, Table } from 'docx'
import type { Entry } from '#domain/rounds/standing.ts'
import { body, dotted, table, type Box } from './docx-parts.ts'
import { left, middle, movementTable, overviewTable } from './minutes-tables.ts'
import { countsText, hasAny, momentText, movementTables, quotaText, type TallyInput } from './tally-input.ts'
import { requestsOf, stateText, totalText, type Request } from './tally-state.ts'

type Parts = (Paragraph | Table)[]

const title = (text: string): Paragraph =>
  body(text, { bold: true }, { keepNext: true, spacing: { before: 160, after: 120 } })
/** Between a table and what follows. */
const gap = (): Paragraph => body('', { size: 6 }, { spacing: { after: 60 } })

/** What was handed in: the overview where there are several movements, then each of them. */
export function results(input: TallyInput): Parts {
  const { round, standing, now, words } = input
  const { minutes } = words
  const tables = movementTables(standing)
  const answered = words.answered(standing.answered, standing.expected)
  const open = round.state === 'open' ? [body(minutes.stillOpen)] : []
  const overview =
    tables.length > 1
      ? [body(minutes.overview, { bold: true }, { keepNext: true }), overviewTable(tables, input), gap()]
      : []
  const movements = tables.flatMap((table, index) => {
    const quota = quotaText(table.movement, words)
    return [
      body(`${index + 1}. ${table.movement.name}`, { bold: true }, { keepNext: true }),
      ...(quota ? [body(quota, { italics: true }, { keepNext: true })] : []),
      movementTable(table, words),
      gap(),
    ]
  })
  const summary = minutes.summary(momentText(round.deadline, input), answered, momentText(now, input))
  return [title(minutes.results), body(summary), ...open, ...overview, ...movements]
}

/** The units that did not hand in, or not all. */
export function missing(input: TallyInput): Parts {
  const { standing, words } = input
  const { minutes } = words
  const several = standing.movements.length > 1
  const lines = standing.units.flatMap(({ unit, entries }) => {
    const due = entries.filter(({ missing }) => missing.length > 0)
    if (due.length === 0) return []
    if (several && due.length === entries.length && due.every(isSilent)) return [minutes.missingAll(unit.name)]
    const named = due.map((entry) => {
      if (!several) return stateText(entry, words)
      const number = numberOf(entry, input)
      return isSilent(entry) ? number : `${number} (${stateText(entry, words)})`
    })
    return [minutes.missingUnit(unit.name, named.join(', '))]
  })
  return [title(minutes.missing), ...(lines.length ? lines : [minutes.none]).map((line) => body(line))]
}

/** "phong trào số 2": the movements are numbered in the first part. */
const numberOf = ({ movement }: Entry, { standing, words }: TallyInput): string =>
  words.minutes.movementNo(standing.movements.findIndex((one) => one.movement.id === movement.id) + 1)

const isSilent = ({ state }: Entry): boolean => state === 'missing'

/** The requests over quota with what was decided, then the movements beyond the council's quota. */
export function requests(input: TallyInput): Parts {
  const { round, standing, words } = input
  const { minutes } = words
  const found = movementTables(standing).flatMap(({ entries }) => entries.flatMap((entry) => requestsOf(round, entry)))
  const beyond = standing.movements.flatMap((movement) => {
    const text = totalText(movement, words)
    const undecided = hasAny(movement.beyondTotal) ? `. ${minutes.undecided}` : ''
    return text ? [body(minutes.beyond(movement.movement.name, `${text}${undecided}`))] : []
  })
  const none = found.length + beyond.length === 0 ? [body(minutes.none)] : []
  return [title(minutes.requests), ...(found.length ? [requestTable(found, input), gap()] : []), ...beyond, ...none]
}

function requestTable(found: Request[], input: TallyInput): Table {
  const { words, standing } = input
  const { minutes } = words
  const head = [words.no, words.unit, minutes.asked, words.reason, minutes.decision].map((text) => middle(text, true))
  const rows = found.map((request, index): Box[] => [
    middle(String(index + 1), false),
    left(
      standing.movements.length > 1
        ? `${request.entry.unit.name} (${numberOf(request.entry, input)})`
        : request.entry.unit.name,
      false,
    ),
    left(askedText(request, words), false),
    left(request.reason ?? '', false),
    left(decisionText(request, words), false),
  ])
  return table([10, 48, 33, 37, 37], [head, ...rows], { borders: true, head: 1 })
}

const askedText = ({ asked, over }: Request, words: TallyInput['words']): string =>
  `${countsText(asked, words)}${hasAny(over) ? ` (${words.minutes.beyondQuota(countsText(over, words))})` : ''}`

function decisionText({ decision }: Request, words: TallyInput['words']): string {
  if (!decision || decision.act === 'said') return words.minutes.undecided
  return words.minutes.decided[decision.act](countsText(decision.counts, words))
}

/** Blanks for what the meeting decides. */
export function conclusion({ words: { minutes } }: TallyInput): Parts {
  return [
    title(minutes.conclusion),
    dotted(minutes.agreed),
    dotted(''),
    dotted(''),
    body(minutes.votes),
    body(minutes.ends, {}, { keepNext: true }),
  ]
}
