import { groupBy } from './group-by.ts'
import { repeats, type Morning } from './judge-morning.ts'
import type { Questions } from './questions-asked.ts'
import type { Killed } from './random-kills.ts'
import type { Silence } from './silences.ts'

interface Printed extends Killed {
  seconds: number
  questions: Questions
  morning: Morning
  silent: Silence[]
  /** What the processes logged as errors. */
  errors: string[]
}

/** Prints what happened in one line, and what was logged as an error. */
export function printMorning({
  killed,
  frozen,
  progress,
  seconds,
  questions,
  morning: { rows, taken },
  silent,
  errors,
}: Printed) {
  const longest = (ms: number[]) => `${(Math.max(0, ...ms) / 1000).toFixed(1)} s`
  const inDoubt = rows.filter(({ state }) => state === 'uncertain')
  const arrived = new Set(taken.map(({ chat }) => chat))
  const lost = inDoubt.filter(({ chat }) => !arrived.has(chat)).length
  const times = questions.times()
  console.log(
    [
      `${killed} killed and ${frozen} frozen until ${Math.round(progress * 100)} % were said`,
      `${rows.length} messages, ${inDoubt.length} uncertain of which ${lost} had not left, ${repeats(taken)} repeated`,
      `answers within ${longest(times)}, 95 of 100 within ${longest(times.slice(Math.floor(times.length / 20)))}`,
      `longest gap ${longest(silent.map(({ unexcused }) => unexcused))}, with nobody there ${longest(silent.map(({ from, to }) => to - from))}`,
      `${seconds} s in all`,
    ].join('; '),
  )
  for (const [error, times] of groupBy(errors, String)) console.log(`logged ${times.length} times: ${error}`)
}
