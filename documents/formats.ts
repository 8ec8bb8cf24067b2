import { UnreadableDocument } from './text-document.ts'
import { openZip } from './zip.ts'

export type Format = 'docx' | 'xlsx' | 'pdf' | 'text'

/** The first bytes of pictures: PNG, JPEG, GIF, BMP, TIFF, RIFF (WebP). */
const PICTURES = ['89504e47', 'ffd8ff', '47494638', '424d', '49492a00', '4d4d002a', '52494646']
/** Compound files, in which Office stored everything until 2007 and stores what is encrypted since (MS-CFB 2.2). */
const COMPOUND = 'd0cf11e0a1b11ae1'
/** A PDF may begin behind some other bytes (ISO 32000-1, annex H.3.4.1). */
const PDF_WITHIN = 1024

/**
 * What a file is by its bytes, whatever its name says. Throws UnreadableDocument for what is not read here: `legacy`, `encrypted`,
 * `scanned` (pictures), `unsupported`, and `damaged` or `too-hard` for zip files that cannot be opened.
 */
export function formatOf(bytes: Uint8Array): Format {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, PDF_WITHIN))
  const hex = start.toString('hex', 0, 12)
  if (start.includes('%PDF-')) return 'pdf'
  if (hex.startsWith('504b0304') || hex.startsWith('504b0506')) return formatOfZip(bytes)
  if (hex.startsWith(COMPOUND)) throw new UnreadableDocument(kindOfCompound(bytes))
  if (PICTURES.some((signature) => hex.startsWith(signature)) || start.includes('ftyphei', 4))
    throw new UnreadableDocument('scanned')
  if (start.toString('latin1').startsWith('{\\rtf')) throw new UnreadableDocument('unsupported')
  return 'text'
}

function formatOfZip(bytes: Uint8Array): Format {
  const names = openZip(bytes).names()
  if (names.some((name) => /^word\/document\d*\.xml$/.test(name))) return 'docx'
  if (names.includes('xl/workbook.xml')) return 'xlsx'
  throw new UnreadableDocument('unsupported')
}

function kindOfCompound(bytes: Uint8Array): 'encrypted' | 'legacy' | 'unsupported' {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const has = (stream: string) => whole.includes(Buffer.from(stream, 'utf16le'))
  if (has('EncryptedPackage') || has('EncryptionInfo')) return 'encrypted'
  return has('WordDocument') || has('Workbook') || has('Book') ? 'legacy' : 'unsupported'
}
