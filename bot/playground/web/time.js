// @ts-check
/** Times of the page: instants are `Date`s, wall times are "YYYY-MM-DDTHH:MM" in the council's zone. */

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/**
 * The wall time of an instant.
 * @param {Date} instant
 * @param {string} timeZone
 */
export function toWall(instant, timeZone) {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const part = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]))
  return `${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute}`
}

/**
 * The instant of a wall time. Asked twice, since the zone's offset may differ between the guess and the answer.
 * @param {string} wall
 * @param {string} timeZone
 */
export function toInstant(wall, timeZone) {
  const target = Date.parse(`${wall}Z`)
  let instant = target
  for (let round = 0; round < 2; round++) instant += target - Date.parse(`${toWall(new Date(instant), timeZone)}Z`)
  return new Date(instant)
}

/**
 * The wall time a number of days later, at the same hour or at `hour` ("08:00").
 * @param {string} wall
 * @param {number} days
 * @param {string} [hour]
 */
export function laterWall(wall, days, hour = wall.slice(11)) {
  return `${new Date(Date.parse(`${wall}Z`) + days * DAY).toISOString().slice(0, 10)}T${hour}`
}

/** @param {string} wall */
export function nextMondayWall(wall) {
  return laterWall(wall, (8 - weekdayOf(wall)) % 7 || 7, '08:00')
}

/**
 * The day of the week, 0 for Sunday.
 * @param {string} wall
 */
export function weekdayOf(wall) {
  return new Date(`${wall.slice(0, 10)}T00:00Z`).getUTCDay()
}

/**
 * "Thứ Năm, 20/02/2025": the month has two digits only where it is below 3, as in official documents.
 * @param {string} wall
 * @param {string[]} weekdays
 */
export function dayText(wall, weekdays) {
  const [year = '', month = '', day = ''] = wall.slice(0, 10).split('-')
  return `${weekdays[weekdayOf(wall)]}, ${day}/${Number(month) < 3 ? month : Number(month)}/${year}`
}
