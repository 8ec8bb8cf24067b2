import { judgeAnswers } from './answers.ts'
import type { Endured } from './endure.ts'
import { growthOf } from './growth.ts'
import { judgeLate } from './late.ts'
import { judgeRows } from './rows.ts'
import { judgeTold } from './told.ts'

/** What a long life came to: the table for people, and every fault by its kind. */
export interface Verdict {
  table: string
  faults: Record<string, string[]>
}

/** The last quarter of the samples may lie so much above the second one. */
const MORE_MEMORY = 1.2

/** Judges all that happened in the end. */
export function judge(endured: Endured): Verdict {
  const { world, parties, mornings, heap, span } = endured
  const rows = judgeRows(world.ledger)
  const answers = judgeAnswers(world)
  const told = judgeTold(world, parties)
  const late = judgeLate(world)
  const growth = growthOf(world.ledger)
  const memory = quarters(heap.map(({ bytes }) => bytes))
  const years = span.days / 365
  const troubles = new Map<string, number>()
  for (const { trouble } of world.faults.troubles) troubles.set(trouble.name, (troubles.get(trouble.name) ?? 0) + 1)
  const lines: [string, string | number][] = [
    ['councils, days', `${parties.length}, ${span.days}`],
    ['kills, stops, jobs run', `${world.counts.kills}, ${world.counts.stops}, ${world.counts.jobs}`],
    ['outages', [...troubles].map(([name, count]) => `${name} ${count}`).join(', ')],
    ['messages', rows.rows],
    ['sent', rows.sent],
    ['lost', rows.lost.length + mornings.counts.lost.length],
    ['repeated, answers in doubt', rows.takenAgain],
    ['repeated, unexplained', rows.repeated.length],
    ['late', late.length + mornings.counts.late],
    ['refused', rows.refused],
    ['gave way to a later morning', rows.gaveWay],
    ['uncertain', rows.uncertain],
    ['mornings in doubt or refused, told to the secretariat', `${told.told} of ${told.owed}`],
    ['mornings of groups', mornings.counts.said],
    ['deadlines named as expected', mornings.counts.named],
    [
      'questions, answered, again, refused by the network',
      `${answers.asked}, ${answers.answered}, ${answers.again}, ${answers.refused}`,
    ],
    ['questions without an answer', answers.silent.length],
    ['answers late', answers.late],
    ['counts compared, wrong', `${world.conversations.get('counts compared') ?? 0}, ${world.wrong.length}`],
    ['conversations broken off', world.breaks.length],
    ['heap MB, second and last quarter', memory.map((bytes) => (bytes / 1e6).toFixed(1)).join(', ')],
    [
      'database MB; KB a council and year',
      `${(growth.bytes / 1e6).toFixed(1)}; ${Math.round(growth.bytes / 1000 / parties.length / years)}`,
    ],
    [
      'rows',
      growth.rows
        .slice(0, 12)
        .map(([table, count]) => `${table} ${count}`)
        .join(', '),
    ],
    ['conversations', [...world.conversations].map(([what, count]) => `${what} ${count}`).join(', ')],
  ]
  const [second = 0, last = 0] = memory
  return {
    table: lines.map(([what, value]) => `${what.padEnd(54)} ${value}`).join('\n'),
    faults: {
      lost: [...rows.lost, ...mornings.counts.lost],
      repeated: rows.repeated,
      phantom: rows.phantom,
      doubted: rows.doubted,
      unexplained: mornings.counts.unexplained,
      untold: told.untold,
      late,
      silent: answers.silent,
      wrong: world.wrong,
      errors: world.complaints.map(({ at, message, stack }) => `${at.toISOString()} ${message} ${stack}`),
      memory: heap.length >= 8 && last > second * MORE_MEMORY ? [`${second} then ${last} bytes`] : [],
    },
  }
}

/** The means of the second and of the last quarter. */
function quarters(samples: number[]): [number, number] {
  const quarter = Math.max(1, Math.floor(samples.length / 4))
  const mean = (of: number[]) => of.reduce((sum, one) => sum + one, 0) / Math.max(1, of.length)
  return [mean(samples.slice(quarter, 2 * quarter)), mean(samples.slice(-quarter))]
}
