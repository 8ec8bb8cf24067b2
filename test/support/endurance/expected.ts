import { addDays, endOfMonth, weekday, type IsoDate } from '#domain/dates.ts'
import { isWorked } from '../expected-year.ts'
import type { Party } from './cast.ts'

/** The product's defaults that nobody changes here: days after a deadline, then every week. */
const AFTER = [1, 3, 7]
const RECURRING = 7

/** Whether a council works on a day: the government's days, and above them what its secretary said. */
export const works = ({ settings: { days } }: Party, day: IsoDate): boolean => days.get(day) ?? isWorked(day)

/** The marks of all tasks that a council's groups must hear of on a morning, told in loops without the product's rules; digests are not told here. */
export function expectedOn(party: Party, day: IsoDate): string[] {
  if (!works(party, day)) return []
  return party.tasks
    .filter(({ mark, due }) => due && !party.done.has(mark) && !party.doubtful.has(mark))
    .filter(({ due }) => ('on' in due! ? isToldOf(party, due.on, day) : isMonthly(party, due!.monthly, day)))
    .map(({ mark }) => mark)
}

function isToldOf(party: Party, due: IsoDate, day: IsoDate): boolean {
  if (day <= due) return party.settings.before.some((offset) => earlier(party, addDays(due, -offset)) === day)
  for (let offset = 1; addDays(due, offset) <= day; offset += 1)
    if ((AFTER.includes(offset) || offset % 7 === 0) && later(party, addDays(due, offset)) === day) return true
  return false
}

/** One that comes back each month is told of in the week before, and chased for a week. */
function isMonthly(party: Party, dayOfMonth: number, day: IsoDate): boolean {
  const year = Number(day.slice(0, 4))
  const month = Number(day.slice(5, 7))
  const months = [month - 1, month, month + 1].filter((each) => each >= 1 && each <= 12)
  const dues = months.map((each) => `${endOfMonth(year, each).slice(0, 8)}${dayOfMonth}` as IsoDate)
  return dues.some((due) => {
    if (day <= due)
      return [7, 3, 1, 0].some(
        (offset) => party.settings.before.includes(offset) && earlier(party, addDays(due, -offset)) === day,
      )
    return AFTER.filter((offset) => offset <= RECURRING).some((offset) => later(party, addDays(due, offset)) === day)
  })
}

function earlier(party: Party, day: IsoDate): IsoDate {
  return works(party, day) ? day : earlier(party, addDays(day, -1))
}

function later(party: Party, day: IsoDate): IsoDate {
  return works(party, day) ? day : later(party, addDays(day, 1))
}

/** Whether a morning may list more than what is due: the first working day of a week, a month, a quarter. */
export function mayList(party: Party, day: IsoDate): boolean {
  for (let before = addDays(day, -1); !works(party, before); before = addDays(before, -1))
    if (weekday(before) === 1 || before.endsWith('-01')) return true
  return weekday(day) === 1 || day.endsWith('-01')
}
