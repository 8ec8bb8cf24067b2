import { parentPort } from 'node:worker_threads'
import { readDocument } from './read-document.ts'
import type { Answer, Question } from './reader-thread.ts'
import { UnreadableDocument } from './text-document.ts'

// The thread's own program: it answers every document that `reader-thread.ts` hands it.
parentPort?.on('message', ({ bytes, fileName }: Question) => {
  void answer(bytes, fileName).then((told) => parentPort!.postMessage(told))
})

// Of a damaged document pdf.js fails in several places; the first failure is answered, the others have nobody to tell.
process.on('unhandledRejection', () => undefined)

async function answer(bytes: Uint8Array, fileName: string): Promise<Answer> {
  try {
    return { draft: await readDocument(bytes, fileName) }
  } catch (error) {
    if (error instanceof UnreadableDocument) return { code: error.code }
    return error instanceof RangeError ? { code: 'too-hard' } : { error: String((error as Error).stack ?? error) }
  }
}
