import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { DraftPlan } from '#domain/plan.ts'
import { readInThread } from '#documents/reader-thread.ts'
import { UnreadableDocument } from '#documents/text-document.ts'
import { UsageError } from './usage-error.ts'

export interface ReadDocument {
  name: string
  bytes: Uint8Array
  draft: DraftPlan
}

/** Reads a plan document from a file. Throws UsageError where the file is missing or no plan that can be read. */
export async function readDocument(file: string): Promise<ReadDocument> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`cannot open ${file}: ${OPEN_ERRORS[error.code ?? ''] ?? error.message}`)
  })
  try {
    return { name: path.basename(file), bytes, draft: await readInThread(bytes, path.basename(file)) }
  } catch (error) {
    if (error instanceof UnreadableDocument) throw new UsageError(`${path.basename(file)}: ${error.message}`)
    throw error
  }
}

const OPEN_ERRORS: Record<string, string> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'it may not be read',
}
