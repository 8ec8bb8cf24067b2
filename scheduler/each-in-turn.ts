import { setImmediate as othersTurn } from 'node:timers/promises'
import type { JobContext, Within } from './job.ts'

interface Task<T> {
  /** What is to be done about one now; undefined: nothing. Returns a number, such as that of messages. */
  due: (one: T) => ((within: Within) => Promise<number>) | undefined
  /** What each one is, and what to say in the log where it fails. */
  what: string
  fault: string
}

/**
 * Does what is due about each of many, one after the other and each in a transaction of its own: a failure stops no other. What is not begun when the
 * process stops is left. Returns how many were done, the sum of what they returned, and how many failed.
 */
export async function eachInTurn<T extends { id: string | number }>(
  context: JobContext,
  each: Iterable<T> | AsyncIterable<T>,
  { due, what, fault }: Task<T>,
): Promise<{ done: number; sum: number; failed: number }> {
  const { db, log, signal } = context
  const counts = { done: 0, sum: 0, failed: 0 }
  for await (const one of each) {
    const work = due(one)
    if (!work) continue
    // The database answers without ever waiting: nobody else would be heard before the last one was dealt with.
    await othersTurn()
    if (signal?.aborted) break
    try {
      counts.sum += await db.$transaction((tx) => work({ ...context, tx }))
      counts.done += 1
    } catch (error) {
      counts.failed += 1
      log.error({ err: error, [what]: one.id }, fault)
    }
  }
  return counts
}
