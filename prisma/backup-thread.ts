import { Worker } from 'node:worker_threads'
import { removePart } from './backup-part.ts'
import { BackupRefused } from './backup-refused.ts'
import type { BackedUp, BackupOrder } from './backup.ts'

/** What the thread answers: what was backed up, why nothing was, or a fault of the program. */
export type Answer = { done: BackedUp } | { refused: string } | { error: string }

/**
 * `backUp` in a thread of its own, so that nobody waits for an answer meanwhile. Undefined where the signal was aborted before it was whole: then nothing is
 * left of it.
 */
export async function backUpInThread(order: BackupOrder, signal?: AbortSignal): Promise<BackedUp | undefined> {
  if (signal?.aborted) return undefined
  const worker = new Worker(new URL('./backup-worker.mjs', import.meta.url), { workerData: order })
  const answer = await answerOf(worker, signal)
  if (answer && 'done' in answer) return answer.done
  if (answer && 'refused' in answer) throw new BackupRefused(answer.refused)
  // Nobody else writes there: the job that makes daily backups runs once at a time.
  removePart(`${order.file}.part`)
  if (answer) throw new Error(`a backup failed: ${answer.error}`)
  return undefined
}

async function answerOf(worker: Worker, signal: AbortSignal | undefined): Promise<Answer | undefined> {
  const end = () => void worker.terminate()
  signal?.addEventListener('abort', end, { once: true })
  let answer: Answer | undefined
  worker.on('message', (told: Answer) => (answer = told))
  worker.on('error', (error) => (answer ??= { error: error.stack ?? error.message }))
  const code = await new Promise<number>((resolve) => worker.once('exit', resolve))
  signal?.removeEventListener('abort', end)
  if (signal?.aborted) return answer
  return answer ?? { error: `the thread ended with ${code}` }
}
