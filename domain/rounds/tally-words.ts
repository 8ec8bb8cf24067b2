import type { IsoDate } from '../dates.ts'
import type { QuotaCategory } from '../plan.ts'
import type { State } from './standing.ts'

/** Every word of a round's files, ready-made in one language. Texts that name counts get them as text ("2 tập thể, 1 cá nhân"). */
export interface TallyWords {
  category: Record<QuotaCategory, string>
  /** For narrow places: "TT". */
  short: Record<QuotaCategory, string>
  count: (category: QuotaCategory, count: number) => string
  /** Said where all counts are zero. */
  nothing: string
  /** `time` is "HH:MM", council-local. */
  moment: (time: string, date: IsoDate) => string
  asOf: (moment: string) => string
  answered: (answered: number, expected: number) => string

  no: string
  unit: string
  movement: string
  quota: string
  nominated: string
  difference: string
  waiting: string
  note: string
  state: string
  reason: string
  by: string
  at: string
  total: string
  /** The row without what waits for a decision. */
  counted: string
  councilQuota: string

  states: Record<State, string>
  notSaid: (categories: string) => string
  over: (counts: string) => string
  accepted: (counts: string) => string
  beyondTotal: (counts: string) => string
  settled: (counts: string) => string
  /** Of a unit that the plan gives no quota in this movement, and that said nothing. */
  notAsked: string
  needsBase: string
  bodies: (category: QuotaCategory, max: number, of: number) => string
  planQuota: (wording: string) => string
  byProposal: string
  percent: string

  workbook: { title: string; overview: string; onBehalf: (name: string) => string }
  minutes: MinutesWords
  picture: PictureWords
}

/** The words of the minutes. Blanks to fill in by hand are dots; a label that ends in a colon is followed by a dotted line. */
interface MinutesWords {
  country: string
  motto: string
  number: string
  dated: (date: IsoDate) => string
  heading: string
  subject: string
  round: (title: string) => string
  starts: string
  venue: string
  chair: string
  secretary: string
  present: string
  absent: string
  results: string
  summary: (deadline: string, answered: string, asOf: string) => string
  stillOpen: string
  overview: string
  missing: string
  /** A movement by its number in the minutes. */
  movementNo: (number: number) => string
  missingUnit: (unit: string, movements: string) => string
  missingAll: (unit: string) => string
  none: string
  requests: string
  asked: string
  beyondQuota: (counts: string) => string
  decision: string
  decided: Record<'accepted' | 'reduced' | 'refused', (counts: string) => string>
  undecided: string
  beyond: (movement: string, what: string) => string
  conclusion: string
  agreed: string
  votes: string
  ends: string
  secretarySigns: string
  chairSigns: string
  sign: string
  recipients: string
  copies: string[]
}

interface PictureWords {
  /** Behind a bar: how much it exceeds the quota. */
  over: (count: number) => string
  waiting: (count: number) => string
  /** Behind a sum: how much more waits for a decision. */
  plus: (count: number) => string
  missing: string
  /** In the legend. */
  beyond: string
}
