// @ts-check
import { byId } from './dom.js'
import { dayText, laterWall, nextMondayWall, toInstant, toWall } from './time.js'

/**
 * The clock of the page: shows the playground's time, which runs on from the last instant the server told, and moves it.
 * @param {{ timeZone: string, movable: boolean, weekdays: () => string[], onMove: (to: Date) => Promise<void> }} options
 */
export function startClock({ timeZone, movable, weekdays, onMove }) {
  const details = /** @type {HTMLDetailsElement} */ (byId('clock'))
  const moment = /** @type {HTMLInputElement} */ (byId('moment'))
  let told = 0
  let toldAt = 0
  const wallNow = () => toWall(new Date(told + performance.now() - toldAt), timeZone)

  const draw = () => {
    const wall = wallNow()
    byId('now').textContent = `${dayText(wall, weekdays())} · ${wall.slice(11)}`
    byId('moment-long').textContent = moment.value ? dayText(moment.value, weekdays()) : ''
  }
  /** @param {string} wall */
  const move = async (wall) => {
    await onMove(toInstant(wall, timeZone))
    moment.value = wall
    draw()
  }
  byId('clock-form').hidden = !movable
  byId('clock-form').addEventListener('submit', (event) => {
    event.preventDefault()
    void move(moment.value)
  })
  byId('next-day').addEventListener('click', () => void move(laterWall(wallNow(), 1)))
  byId('next-monday').addEventListener('click', () => void move(nextMondayWall(wallNow())))
  moment.addEventListener('input', draw)
  details.addEventListener('toggle', () => {
    // The event comes late: somebody may be typing already.
    if (details.open && document.activeElement !== moment) moment.value = wallNow()
    draw()
  })
  closeOnLeave(details)
  setInterval(draw, 5000)

  return {
    draw,
    /** @param {string} now */
    tell(now) {
      told = Date.parse(now)
      toldAt = performance.now()
      draw()
    },
  }
}

/** @param {HTMLDetailsElement} details */
function closeOnLeave(details) {
  document.addEventListener('pointerdown', (event) => {
    if (event.target instanceof Node && !details.contains(event.target)) details.open = false
  })
  details.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return
    details.open = false
    details.querySelector('summary')?.focus()
  })
}
