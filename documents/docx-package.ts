import { numberingForMammoth, readNumbering } from './docx-numbering.ts'
import type { Numbering } from './docx-numbering.ts'
import { UnreadableDocument } from './text-document.ts'
import { checkXml } from './xml-tags.ts'
import { openZip } from './zip.ts'

/** What mammoth makes of a Word document, as far as it is read here. */
export interface WordNode {
  type: string
  children?: WordNode[]
  value?: string
  styleId?: string | null
  styleName?: string | null
  numbering?: { paragraphStyleId?: string } | null
  isBold?: boolean
  isAllCaps?: boolean
  breakType?: string
  colSpan?: number
  rowSpan?: number
}

interface Mammoth {
  convertToHtml: (
    input: { file: { exists: (name: string) => boolean; read: (name: string, encoding?: string) => Promise<unknown> } },
    options: { includeEmbeddedStyleMap: false; transformDocument: (document: WordNode) => WordNode },
  ) => Promise<unknown>
}

/** Notes and comments are not what a plan says; what is embedded is never opened. */
const NOT_READ = /footnotes|endnotes|comments|\/media\/|\/embeddings\/|^mammoth\//

/**
 * A Word document by mammoth, and its automatic numbering. Of the package only the parts with the text and its styles are unpacked.
 * Throws UnreadableDocument: `damaged`, `encrypted`, `too-hard`.
 */
export async function readPackage(bytes: Uint8Array): Promise<{ document: WordNode; numbering: Numbering }> {
  const zip = openZip(bytes)
  const text = (name: string) => {
    const xml = new TextDecoder().decode(zip.read(name))
    checkXml(xml)
    return xml
  }
  const partNamed = (pattern: RegExp) => zip.names().find((name) => pattern.test(name))
  const textOf = (name: string | undefined) => (name === undefined ? '' : text(name))
  const numberingPart = partNamed(/^word\/numbering\d*\.xml$/)
  const numbering = readNumbering(textOf(numberingPart), textOf(partNamed(/^word\/styles\d*\.xml$/)))
  const file = {
    exists: (name: string) => zip.has(name) && !NOT_READ.test(name),
    read: (name: string) => Promise.resolve(name === numberingPart ? numberingForMammoth(numbering) : text(name)),
  }
  return { document: await documentOf(file), numbering }
}

/** mammoth's own form of the document; the HTML that it could be made into is not wanted. */
async function documentOf(file: Parameters<Mammoth['convertToHtml']>[0]['file']): Promise<WordNode> {
  const mammoth = (await import('mammoth')).default as unknown as Mammoth
  let taken: WordNode | undefined
  const transformDocument = (document: WordNode): WordNode => {
    taken = document
    return { ...document, children: [] }
  }
  try {
    await mammoth.convertToHtml({ file }, { includeEmbeddedStyleMap: false, transformDocument })
  } catch (error) {
    throw error instanceof UnreadableDocument
      ? error
      : new UnreadableDocument(isTooDeep(error) ? 'too-hard' : 'damaged')
  }
  if (!taken) throw new UnreadableDocument('damaged')
  return taken
}

const isTooDeep = (error: unknown) => error instanceof RangeError
