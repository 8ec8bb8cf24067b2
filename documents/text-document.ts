export type UnreadableCode =
  | 'too-large'
  | 'binary'
  | 'empty'
  | 'unsupported'
  | 'not-a-plan'
  | 'damaged'
  | 'encrypted'
  | 'legacy'
  | 'scanned'
  | 'too-hard'

const REASONS: Record<UnreadableCode, string> = {
  'too-large':
    'the document is too large to be a plan (more than 2 MB or 50,000 lines of text, 200,000 cells or 10,000 columns)',
  binary: 'the document is not text in UTF-8 or UTF-16',
  empty: 'the document is empty',
  unsupported: 'documents of this format are not read; save it as .docx, .xlsx, .pdf, .txt or .md',
  'not-a-plan': 'the document does not look like a plan: no title, number, tasks or quotas were found',
  damaged: 'the document is damaged; open it, save it again and use the new file',
  encrypted: 'the document is protected by a password; save it without one',
  legacy: 'documents of old Office versions (.doc, .xls) are not read; open it and save it as .docx, .xlsx or .pdf',
  scanned: 'the document is a picture or a scan without text; use the Word file or a PDF saved from it',
  'too-hard':
    'the document is too long or too complex to be read (more than 20 MB, 300 pages, 50 MB unzipped or 20 seconds)',
}

/** The document cannot be read as a plan; `code` says why, for a sentence the person can act on. */
export class UnreadableDocument extends Error {
  readonly code: UnreadableCode

  constructor(code: UnreadableCode) {
    super(REASONS[code])
    this.name = 'UnreadableDocument'
    this.code = code
  }
}

/** A plan of a hundred pages is below 1 MB as text and has some 5,000 lines. */
export const MAX_TEXT_BYTES = 2 * 1024 * 1024
const MAX_LINES = 50_000

/**
 * The text of a .txt or .md file: UTF-8, or UTF-16 with a byte order mark; NFC, lines ended by `\n`, a form feed being a line of
 * its own. Throws UnreadableDocument: `too-large`, `binary` (not text in these encodings), `empty`.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes.length > MAX_TEXT_BYTES) throw new UnreadableDocument('too-large')
  const text = decode(bytes)
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[\f\v]/g, '\n')
  if (text.trim() === '') throw new UnreadableDocument('empty')
  if (text.split('\n', MAX_LINES + 1).length > MAX_LINES) throw new UnreadableDocument('too-large')
  return text
}

function decode(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    if (!text.includes('\0')) return text
  } catch {
    // Not in this encoding: refused below like any other bytes that are no text.
  }
  throw new UnreadableDocument('binary')
}
