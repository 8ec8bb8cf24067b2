/**
 * The words of a draft's workbook that are not read back: what the secretariat is told about it. The names of columns and the lines on
 * the plan itself are those of plans, whatever the language.
 */
export interface DraftWords {
  /** The name of the first sheet. */
  overview: string
  /** What to do with the file, in one sentence. */
  howTo: string
  /** The heading over what the reader could not vouch for. */
  openPoints: string
  /** The heading of the places of these points. */
  place: string
  unitQuotas: string
  movementQuotas: string
}
