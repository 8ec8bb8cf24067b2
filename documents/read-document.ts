import type { DraftPlan } from '#domain/plan.ts'
import { docxBlocks } from './docx-blocks.ts'
import { formatOf } from './formats.ts'
import type { Format } from './formats.ts'
import type { Block } from './neutral.ts'
import { pdfBlocks } from './pdf-blocks.ts'
import { readPlan, readPlanBlocks } from './read-plan.ts'
import { UnreadableDocument } from './text-document.ts'
import { xlsxBlocks } from './xlsx-blocks.ts'

/** What chat platforms hand over at most, and more than any plan without pictures has. */
const MAX_BYTES = 20 * 1024 * 1024

/**
 * The draft of a plan from a file: Word, Excel, PDF or text, told by its bytes and not by its name. Throws UnreadableDocument where it cannot be
 * read or is no plan. Files from outside are read by `readInThread`, which sets limits to time and memory.
 */
export async function readDocument(bytes: Uint8Array, fileName: string): Promise<DraftPlan> {
  if (bytes.length > MAX_BYTES) throw new UnreadableDocument('too-hard')
  const format = formatOf(bytes)
  // Commas part the cells of such a file as well as the words within them.
  if (format === 'text' && /\.csv$/i.test(fileName)) throw new UnreadableDocument('unsupported')
  return format === 'text' ? readPlan(bytes, fileName) : readPlanBlocks(await BLOCKS[format](bytes), fileName)
}

const BLOCKS: Record<Exclude<Format, 'text'>, (bytes: Uint8Array) => Promise<Block[]>> = {
  docx: docxBlocks,
  xlsx: xlsxBlocks,
  pdf: pdfBlocks,
}
