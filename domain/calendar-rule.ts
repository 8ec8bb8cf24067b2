import type { IsoDate } from './dates.ts'

/**
 * The RFC 5545 rule that gives a calendar program the same days as `occurrences` does, when it starts on the first of them; `last` is the last
 * one. Undefined where there is none: the days are then told one by one. The two read some rules differently: an office has the last day of a
 * month that is too short, RFC 5545 (3.3.10) skips that month, and it counts BYSETPOS of a yearly rule through the year.
 */
export function calendarRule(rrule: string, last: IsoDate): string | undefined {
  const given = new Map(rrule.split(';').map((part) => part.split('=') as [string, string]))
  const parts = given.get('FREQ') === 'WEEKLY' ? weekly(given) : monthly(given)
  return parts && [...parts, `UNTIL=${last.replaceAll('-', '')}`].filter(Boolean).join(';')
}

type Given = ReadonlyMap<string, string>
type Parts = (string | undefined)[]

function weekly(given: Given): Parts {
  return ['FREQ=WEEKLY', kept(given, 'INTERVAL'), kept(given, 'BYDAY')]
}

function monthly(given: Given): Parts | undefined {
  const months = kept(given, 'BYMONTH')
  const days = daysOf(given)
  if (!days) return undefined
  if (!months) return ['FREQ=MONTHLY', kept(given, 'INTERVAL'), ...days]
  // Every second year, of several months: no monthly rule says that.
  if (given.get('FREQ') === 'YEARLY' && Number(given.get('INTERVAL') ?? 1) > 1) return undefined
  return ['FREQ=MONTHLY', months, ...days]
}

function daysOf(given: Given): Parts | undefined {
  const days = given.get('BYMONTHDAY')
  if (given.has('BYDAY')) return days ? undefined : [kept(given, 'BYDAY'), kept(given, 'BYSETPOS')]
  if (!days || given.has('BYSETPOS')) return undefined
  if (days === '31') return ['BYMONTHDAY=-1']
  // "The last of 28, 29 and 30" would be a rule too, but widely used programs read it as all three.
  const february = given.get('BYMONTH')?.split(',').includes('2') ?? true
  const longest = february ? 28 : 30
  return days.split(',').every((day) => Number(day) <= longest) ? [kept(given, 'BYMONTHDAY')] : undefined
}

/** A part as it was given, its numbers in order: some programs lose days where they are not. */
function kept(given: Given, name: string): string | undefined {
  const values = given.get(name)?.split(',')
  return values && `${name}=${values.toSorted((one, other) => Number(one) - Number(other) || 0).join(',')}`
}
