import { addDays, daysBetween, type IsoDate } from '#domain/dates.ts'

/** Some days of a year, both ends included. */
export interface Span {
  from: IsoDate
  to: IsoDate
  days: number
}

export const spanOf = (from: IsoDate, to: IsoDate): Span => ({ from, to, days: daysBetween(from, to) + 1 })

export function* daysOf({ from, to }: Span): Generator<IsoDate> {
  for (let day = from; day <= to; day = addDays(day, 1)) yield day
}
