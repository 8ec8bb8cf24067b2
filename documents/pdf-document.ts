import { layoutOf } from './pdf-layout.ts'
import type { PageLayout } from './pdf-layout.ts'
import { readPage } from './pdf-page.ts'
import type { Operators, PdfJsPage } from './pdf-page.ts'
import { UnreadableDocument } from './text-document.ts'

const MAX_PAGES = 300
/** Fewer letters than this in all its pages: what there is to read is in pictures. */
const FEWEST_LETTERS = 40

/** The pages of a PDF, laid out. Throws UnreadableDocument: `damaged`, `encrypted`, `scanned`, `too-hard` (more than 300 pages). */
export async function readPdf(bytes: Uint8Array): Promise<PageLayout[]> {
  addTransfer()
  const { getDocumentProxy, getResolvedPDFJS } = await import('unpdf')
  const { OPS } = (await getResolvedPDFJS()) as unknown as { OPS: Operators }
  // pdf.js takes the bytes it is given for itself. Pictures are left out; links and scripts are never followed.
  const given = { maxImageSize: 1, verbosity: 0, isEvalSupported: false }
  const pdf = await orUnreadable(getDocumentProxy(new Uint8Array(bytes), given))
  if (pdf.numPages > MAX_PAGES) throw new UnreadableDocument('too-hard')
  const pages: PageLayout[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = (await orUnreadable(pdf.getPage(number))) as unknown as PdfJsPage
    pages.push(layoutOf(readPage(page, await orUnreadable(page.getOperatorList()), OPS)))
    page.cleanup()
  }
  await pdf.destroy()
  if (lettersOf(pages) < FEWEST_LETTERS) throw new UnreadableDocument('scanned')
  return pages
}

function lettersOf(pages: readonly PageLayout[]): number {
  const texts = pages.flatMap(({ lines, tables }) => [
    ...lines.map(({ text }) => text),
    ...tables.flatMap(({ cells }) => cells.map(({ text }) => text)),
  ])
  return texts.reduce((sum, text) => sum + text.replace(/\s/g, '').length, 0)
}

/** What pdf.js answers; where it fails, the document is at fault. */
async function orUnreadable<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer
  } catch (error) {
    const { name } = error as Error
    throw new UnreadableDocument(
      name === 'PasswordException' ? 'encrypted' : error instanceof RangeError ? 'too-hard' : 'damaged',
    )
  }
}

/** Node 20 lacks this method (ECMA-262 2024), and without it pdf.js gives up at a page's first text. */
function addTransfer(): void {
  if ('transferToFixedLength' in ArrayBuffer.prototype) return
  Object.defineProperty(ArrayBuffer.prototype, 'transferToFixedLength', {
    configurable: true,
    writable: true,
    value(this: ArrayBuffer, length = this.byteLength): ArrayBuffer {
      const copy = new Uint8Array(length)
      copy.set(new Uint8Array(this, 0, Math.min(length, this.byteLength)))
      return copy.buffer
    },
  })
}
