import { localDate, localTime } from '#domain/dates.ts'
import { QUOTA_CATEGORIES, type QuotaCategory } from '#domain/plan.ts'
import { totalOf } from '#domain/rounds/limits.ts'
import type { Counts, Limits, Round, RoundMovement } from '#domain/rounds/round.ts'
import type { Entry, MovementStanding, Standing } from '#domain/rounds/standing.ts'
import type { TallyWords } from '#domain/rounds/tally-words.ts'

/** What the files of a round's result are made of. `standing` is the one of `round`; times are shown in `timeZone` (IANA name). */
export interface TallyInput {
  round: Round
  standing: Standing
  councilName: string
  /** Whose council it is, as its plan names it: "UBND phường An Lạc". */
  issuer: string | undefined
  now: Date
  timeZone: string
  words: TallyWords
}

/** One movement with the units asked in it, in the order of the plan, and the categories that occur in it. */
export interface MovementTable {
  movement: RoundMovement
  standing: MovementStanding
  entries: Entry[]
  /** What the plan allows the whole council; undefined where it sets no total. */
  total: Limits | undefined
  categories: QuotaCategory[]
}

/** The movements of a round in its order. */
export function movementTables({ movements, units }: Standing): MovementTable[] {
  return movements.map((standing) => {
    const { movement } = standing
    const entries = units.flatMap(({ entries }) => entries.filter((entry) => entry.movement.id === movement.id))
    const total = totalOf(movement)
    const categories = QUOTA_CATEGORIES.filter(
      (category) =>
        total?.[category] ||
        entries.some(
          ({ limits, asked, counts }) =>
            limits?.[category] || asked.includes(category) || counts[category] !== undefined,
        ),
    )
    return { movement, standing, entries, total, categories }
  })
}

/** The sum over the entries that have a number here; undefined where none has. */
export function sumOf(entries: Entry[], number: (entry: Entry) => number | undefined): number | undefined {
  const numbers = entries.map(number).filter((found) => found !== undefined)
  return numbers.length ? numbers.reduce((sum, found) => sum + found, 0) : undefined
}

/** "2 tập thể, 1 cá nhân": what was said, without the zeros; "không có" where nothing is left. */
export function countsText(counts: Counts, { count, nothing }: TallyWords): string {
  const said = QUOTA_CATEGORIES.filter((category) => counts[category])
  return said.map((category) => count(category, counts[category]!)).join(', ') || nothing
}

/** Whether any count is above zero. */
export const hasAny = (counts: Counts): boolean => Object.values(counts).some((count) => count > 0)

/** An instant in the words of the council's clock: "17:05 ngày 05/12/2025". */
export const momentText = (at: Date, { timeZone, words }: Pick<TallyInput, 'timeZone' | 'words'>): string =>
  words.moment(localTime(at, timeZone), localDate(at, timeZone))

/** What a movement's quota is, where no table says it. */
export function quotaText({ wording, basis }: RoundMovement, words: TallyWords): string | undefined {
  if (wording) return words.planQuota(wording)
  if (basis === 'quota') return undefined
  return basis === 'percent' ? words.percent : words.byProposal
}
