import { crc32, inflateRawSync } from 'node:zlib'
import { UnreadableDocument } from './text-document.ts'

/** A zip file whose entries are known but not unpacked. */
export interface Zip {
  has: (name: string) => boolean
  names: () => string[]
  /** The bytes of an entry. Throws UnreadableDocument: `damaged`, also where there is no such entry; `encrypted`. */
  read: (name: string) => Uint8Array
}

interface Entry {
  encrypted: boolean
  method: number
  checksum: number
  packed: number
  size: number
  offset: number
}

const MAX_UNZIPPED = 50 * 1024 * 1024
const MAX_ENTRIES = 2_000
/** The text of office documents packs to a tenth or a fortieth; only made-up content beyond this, and small files may be anything. */
const MAX_RATIO = 250
const SMALL = 2 * 1024 * 1024

/**
 * Opens a zip file by its directory (PKWARE APPNOTE 4.3.12, 4.3.16). Throws UnreadableDocument: `damaged`; `too-hard` where it would
 * unpack to more than 50 MB or 250 times its size, or has more than 2,000 entries.
 */
export function openZip(bytes: Uint8Array): Zip {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = within(() => readDirectory(bytes, view))
  const unzipped = [...entries.values()].reduce((sum, { size }) => sum + size, 0)
  if (unzipped > MAX_UNZIPPED || (unzipped > SMALL && unzipped > bytes.length * MAX_RATIO))
    throw new UnreadableDocument('too-hard')
  return {
    has: (name) => entries.has(name),
    names: () => [...entries.keys()],
    read: (name) => within(() => unpack(bytes, view, entries.get(name))),
  }
}

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_ENTRY = 0x04034b50
const MAX_COMMENT = 0xffff

function readDirectory(bytes: Uint8Array, view: DataView): Map<string, Entry> {
  let end = bytes.length - 22
  const first = Math.max(0, end - MAX_COMMENT)
  while (end >= first && view.getUint32(end, true) !== END_OF_DIRECTORY) end--
  if (end < first) throw new UnreadableDocument('damaged')
  const count = view.getUint16(end + 10, true)
  if (count > MAX_ENTRIES) throw new UnreadableDocument('too-hard')
  const entries = new Map<string, Entry>()
  for (let i = 0, at = view.getUint32(end + 16, true); i < count; i++) {
    if (view.getUint32(at, true) !== DIRECTORY_ENTRY) throw new UnreadableDocument('damaged')
    const length = view.getUint16(at + 28, true)
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length))
    entries.set(name.replaceAll('\\', '/'), {
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      checksum: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    })
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

/** What is unpacked is never larger than the directory says, whatever the packed bytes hold. */
function unpack(bytes: Uint8Array, view: DataView, entry: Entry | undefined): Uint8Array {
  if (!entry || view.getUint32(entry.offset, true) !== LOCAL_ENTRY) throw new UnreadableDocument('damaged')
  if (entry.encrypted) throw new UnreadableDocument('encrypted')
  const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true)
  const packed = bytes.subarray(start, start + entry.packed)
  if (entry.method !== 0 && entry.method !== 8) throw new UnreadableDocument('damaged')
  const content = entry.method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(entry.size, 1) })
  if (crc32(content) !== entry.checksum) throw new UnreadableDocument('damaged')
  return content
}

/** Offsets that lead outside the file and bytes that do not unpack are damage. */
function within<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw error instanceof UnreadableDocument ? error : new UnreadableDocument('damaged')
  }
}
