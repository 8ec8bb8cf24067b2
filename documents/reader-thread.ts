import { Worker } from 'node:worker_threads'
import type { DraftPlan } from '#domain/plan.ts'
import { formatOf } from './formats.ts'
import { readDocument } from './read-document.ts'
import { UnreadableDocument } from './text-document.ts'
import type { UnreadableCode } from './text-document.ts'

/** What the thread is handed, and what it answers: the draft, why there is none, or a fault of the program. */
export interface Question {
  bytes: Uint8Array
  fileName: string
}
export type Answer = { draft: DraftPlan } | { code: UnreadableCode } | { error: string }

/** How much one document may cost. */
export interface Limits {
  milliseconds: number
  megabytes: number
}

const USUAL: Limits = { milliseconds: 20_000, megabytes: 400 }
const MEGABYTE = 1_048_576
const WATCH_EVERY = 50
/** A thread that waits this long for the next document is let go. */
const IDLE = 60_000

/** The thread that read the last document; starting one takes longer than reading. */
let idle: { worker: Worker; timer: NodeJS.Timeout } | undefined
let last: Promise<unknown> = Promise.resolve()

/**
 * `readDocument`, for Word and PDF in a thread of its own, one document at a time. Throws as that does, and UnreadableDocument `too-hard` where the document
 * takes more than 20 seconds or 400 MB, which ends the thread and nothing else.
 */
export async function readInThread(bytes: Uint8Array, fileName: string, limits: Limits = USUAL): Promise<DraftPlan> {
  if (formatOf(bytes) === 'text') return readDocument(bytes, fileName)
  const read = last.then(() => ask({ bytes: new Uint8Array(bytes), fileName }, limits))
  last = read.catch(() => undefined)
  const answer = await read
  if ('draft' in answer) return answer.draft
  if ('code' in answer) throw new UnreadableDocument(answer.code)
  // Only where it came from: what a library says of a document repeats pieces of it.
  throw new Error('reading a document failed', { cause: Object.assign(new Error(), { stack: answer.error }) })
}

async function ask(question: Question, limits: Limits): Promise<Answer> {
  const worker = takeWorker(limits)
  const answer = await new Promise<Answer>((resolve) => {
    const stop = watch(limits, () => end({ code: 'too-hard' }))
    const onError = (error: Error) => end(answerOfCrash(error))
    const end = (told: Answer) => {
      stop()
      worker.off('message', end).off('error', onError)
      resolve(told)
    }
    worker.on('message', end).on('error', onError)
    worker.postMessage(question, [question.bytes.buffer as ArrayBuffer])
  })
  const isSound = 'draft' in answer || ('code' in answer && answer.code !== 'too-hard')
  if (isSound && limits === USUAL) keep(worker)
  else await worker.terminate()
  return answer
}

const answerOfCrash = (error: NodeJS.ErrnoException): Answer =>
  error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? { code: 'too-hard' } : { error: error.stack ?? error.message }

function takeWorker(limits: Limits): Worker {
  const kept = limits === USUAL ? idle : undefined
  if (!kept) return newWorker(limits)
  clearTimeout(kept.timer)
  idle = undefined
  kept.worker.ref()
  return kept.worker
}

function newWorker({ megabytes }: Limits): Worker {
  const resourceLimits = { maxOldGenerationSizeMb: megabytes }
  const worker = new Worker(new URL('./reader-worker.mjs', import.meta.url), { resourceLimits })
  // Should it fail while it waits, the next document gets a new one.
  return worker.on('error', () => {
    if (idle?.worker === worker) idle = undefined
  })
}

/** Neither a waiting thread nor its timer keeps the program from ending. */
function keep(worker: Worker): void {
  const timer = setTimeout(() => {
    idle = undefined
    void worker.terminate()
  }, IDLE).unref()
  worker.unref()
  idle = { worker, timer }
}

/** Watches time, and the memory outside of the thread's heap, which no limit of the thread covers. */
function watch({ milliseconds, megabytes }: Limits, exceeded: () => void): () => void {
  const before = process.memoryUsage.rss()
  const timer = setTimeout(exceeded, milliseconds)
  const meter = setInterval(() => {
    if (process.memoryUsage.rss() - before > megabytes * 1.5 * MEGABYTE) exceeded()
  }, WATCH_EVERY)
  return () => {
    clearTimeout(timer)
    clearInterval(meter)
  }
}
