import { parentPort, workerData } from 'node:worker_threads'
import { BackupRefused } from './backup-refused.ts'
import type { Answer } from './backup-thread.ts'
import { backUp, type BackupOrder } from './backup.ts'

// The thread's own program: it makes the backup that `backup-thread.ts` orders, and ends.
parentPort?.postMessage(await made(workerData as BackupOrder))

async function made(order: BackupOrder): Promise<Answer> {
  try {
    return { done: await backUp(order) }
  } catch (error) {
    if (error instanceof BackupRefused) return { refused: error.message }
    return { error: String((error as Error).stack ?? error) }
  }
}
