import { addDays, weekday, type IsoDate } from './dates.ts'

/** Tells working days from days off. Whatever the calendar says, a search goes no further than this. */
const FURTHEST = 30

export interface WorkingDays {
  isWorking(date: IsoDate): boolean
  /** The date itself where it is a working day, else the last one before it. */
  onOrBefore(date: IsoDate): IsoDate
  /** The date itself where it is a working day, else the first one after it. */
  onOrAfter(date: IsoDate): IsoDate
}

/**
 * The working days of a council: Monday to Friday without public holidays. A holiday that falls on a weekend is made up for on the next working
 * day (Bộ luật Lao động 2019, Điều 111.3). `decided` wins over all of it: days swapped by the government or entered by the secretariat, true
 * for a working Saturday, false for a Friday off.
 */
export function workingDays(
  holidaysOf: (year: number) => readonly IsoDate[],
  decided: ReadonlyMap<IsoDate, boolean>,
): WorkingDays {
  const offByYear = new Map<number, Set<IsoDate>>()
  const isOff = (date: IsoDate): boolean => {
    const year = Number(date.slice(0, 4))
    let off = offByYear.get(year)
    // A holiday at the end of a year can be made up for at the start of the next.
    if (!off) offByYear.set(year, (off = daysOff([...holidaysOf(year - 1), ...holidaysOf(year)])))
    return off.has(date)
  }
  const isWorking = (date: IsoDate) => decided.get(date) ?? (weekday(date) <= 5 && !isOff(date))
  const search = (date: IsoDate, step: 1 | -1): IsoDate => {
    for (let days = 0; days <= FURTHEST; days += 1) {
      const candidate = addDays(date, days * step)
      if (isWorking(candidate)) return candidate
    }
    return date
  }
  return { isWorking, onOrBefore: (date) => search(date, -1), onOrAfter: (date) => search(date, 1) }
}

/** Holidays, and the days on which those at a weekend are made up for. */
function daysOff(holidays: readonly IsoDate[]): Set<IsoDate> {
  const off = new Set(holidays)
  for (const holiday of [...holidays].sort()) {
    if (weekday(holiday) <= 5) continue
    let substitute = addDays(holiday, 1)
    while (weekday(substitute) > 5 || off.has(substitute)) substitute = addDays(substitute, 1)
    off.add(substitute)
  }
  return off
}
