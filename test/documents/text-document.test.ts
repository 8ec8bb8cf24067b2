import { describe, expect, it } from 'vitest'
import { readDocument } from '#documents/read-document.ts'
import { decodeText, MAX_TEXT_BYTES, UnreadableDocument } from '#documents/text-document.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const utf16 = (text: string, bigEndian: boolean) => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le')
  return bigEndian ? bytes.swap16() : bytes
}

/** The start of a compound file (MS-CFB) with a stream of this name. */
const compound = (stream: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), Buffer.from(stream, 'utf16le')])

describe('the text of a file', () => {
  it.each([
    ['UTF-8', utf8('Kế hoạch')],
    ['UTF-8 with a byte order mark', utf8('\ufeffKế hoạch')],
    ['decomposed letters', utf8('Kế hoạch'.normalize('NFD'))],
    ['UTF-16, little end first', utf16('Kế hoạch', false)],
    ['UTF-16, big end first', utf16('Kế hoạch', true)],
  ])('is read from %s', (_, bytes) => {
    expect(decodeText(bytes)).toBe('Kế hoạch')
  })

  it('has one kind of line end, a new page being one', () => {
    expect(decodeText(utf8('a\r\nb\rc\fd'))).toBe('a\nb\nc\nd')
  })
})

describe('a file that is no plan', () => {
  const codeOf = async (bytes: Uint8Array, name = 'plan.txt') => {
    try {
      await readDocument(bytes, name)
    } catch (error) {
      if (error instanceof UnreadableDocument) return error.code
      throw error
    }
    return undefined
  }

  it.each([
    ['too-large', 'more bytes than any plan has', new Uint8Array(MAX_TEXT_BYTES + 1).fill(0x61)],
    ['too-large', 'more lines than any plan has', utf8('a\n'.repeat(60_000))],
    ['binary', 'bytes that are no UTF-8', new Uint8Array([0x4b, 0xff, 0xfe, 0x80])],
    ['binary', 'text with a NUL', utf8('KẾ HOẠCH\0')],
    ['empty', 'nothing', new Uint8Array()],
    ['empty', 'blank lines', utf8(' \n\t\n\ufeff')],
    ['damaged', 'a PDF under a wrong name', utf8('%PDF-1.7 …')],
    ['unsupported', 'rich text', utf8('{\\rtf1 KẾ HOẠCH}')],
    ['scanned', 'a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])],
    ['legacy', 'a Word file of before 2007', compound('WordDocument')],
    ['encrypted', 'a Word file with a password', compound('EncryptedPackage')],
    ['not-a-plan', 'a poem', utf8('Trăm năm trong cõi người ta,\nChữ tài chữ mệnh khéo là ghét nhau.\n')],
    ['not-a-plan', 'JSON', utf8('{ "a": [1, 2, { "b": "2025" }] }')],
    ['not-a-plan', 'source code', utf8("import x from 'y'\n\nexport const z = (a) => a.b\n\tif (x)\treturn\n")],
  ])('is refused as %s: %s', async (code, _, bytes) => {
    expect(await codeOf(bytes)).toBe(code)
  })

  it('is judged by its bytes, whatever its name says', async () => {
    expect(await codeOf(utf8('KẾ HOẠCH\nCông tác thi đua năm 2025'), 'plan.docx')).toBe(undefined)
  })
})
