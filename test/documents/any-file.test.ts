import fc from 'fast-check'
import { deflateRawSync, crc32 } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import type { DraftPlan } from '#domain/plan.ts'
import { readDocument } from '#documents/read-document.ts'
import { readInThread } from '#documents/reader-thread.ts'
import { UnreadableDocument } from '#documents/text-document.ts'
import { letterhead, para, table, wordFile } from './word.ts'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const body = (content: string) => `<w:document ${W}><w:body>${content}</w:body></w:document>`

/** A zip file of one entry. */
function zipOf(name: string, content: string | Buffer, claimed?: number): Uint8Array {
  const [bytes, title] = [Buffer.from(content), Buffer.from(name)]
  const packed = deflateRawSync(bytes)
  const common = Buffer.alloc(26)
  common.writeUInt16LE(20, 0)
  common.writeUInt16LE(8, 4)
  common.writeUInt32LE(crc32(bytes), 10)
  common.writeUInt32LE(packed.length, 14)
  common.writeUInt32LE(claimed ?? bytes.length, 18)
  common.writeUInt16LE(title.length, 22)
  const local = Buffer.concat([Buffer.from('504b0304', 'hex'), common, title, packed])
  const entry = Buffer.concat([Buffer.from('504b01021400', 'hex'), common, Buffer.alloc(14), title])
  const end = Buffer.alloc(22)
  end.write('504b0506', 0, 'hex')
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(entry.length, 12)
  end.writeUInt32LE(local.length, 16)
  return new Uint8Array(Buffer.concat([local, entry, end]))
}

/** A PDF of these objects, the first being its catalog. */
function pdfOf(...objects: string[]): Uint8Array {
  let text = '%PDF-1.4\n'
  const starts = objects.map((object, i) => {
    const start = text.length
    text += `${i + 1} 0 obj\n${object}\nendobj\n`
    return start
  })
  const rows = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('')
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`
  const trailer = `trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF`
  return new TextEncoder().encode(text + table + trailer)
}

const CATALOG = '<< /Type /Catalog /Pages 2 0 R >>'
const stream = (text: string, entries = '') => `<< ${entries} /Length ${text.length} >>\nstream\n${text}\nendstream`
const page = (resources: string) =>
  `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << ${resources} >> /Contents 4 0 R >>`
const ONE_PAGE = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>'

const codeOf = (read: Promise<DraftPlan>) =>
  read.then(
    () => 'read',
    (error: unknown) => {
      if (error instanceof UnreadableDocument) return error.code
      throw error
    },
  )

describe('a file made to do harm', () => {
  it.each([
    ['too-hard', 'a zip bomb', zipOf('word/document.xml', Buffer.alloc(60_000_000))],
    ['damaged', 'a zip bomb that hides its size', zipOf('word/document.xml', Buffer.alloc(60_000_000), 1000)],
    ['too-hard', 'deep nesting', zipOf('word/document.xml', body('<w:sdt>'.repeat(5000)))],
    [
      'damaged',
      'an external entity',
      zipOf('word/document.xml', `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>${body('<w:p/>')}`),
    ],
    [
      'empty',
      'cells over a thousand million columns',
      zipOf(
        'word/document.xml',
        body(`<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="1000000000"/></w:tcPr></w:tc></w:tr></w:tbl>`),
      ),
    ],
    ['damaged', 'pages that are their own pages', pdfOf(CATALOG, '<< /Type /Pages /Kids [2 0 R] /Count 1 >>')],
    [
      'scanned',
      'a drawing that draws itself',
      pdfOf(
        CATALOG,
        ONE_PAGE,
        page('/XObject << /F 5 0 R >>'),
        stream('/F Do'),
        stream('/F Do', '/Type /XObject /Subtype /Form /BBox [0 0 1 1] /Resources << /XObject << /F 5 0 R >> >>'),
      ),
    ],
    [
      'too-hard',
      'a thousand pages',
      pdfOf(CATALOG, `<< /Type /Pages /Kids [${'3 0 R '.repeat(1000)}] /Count 1000 >>`, page('')),
    ],
    ['scanned', 'a page without text', pdfOf(CATALOG, ONE_PAGE, page(''), stream(''))],
  ])('is answered as %s: %s', async (code, _, bytes) => {
    expect(await codeOf(readDocument(bytes, 'a.docx'))).toBe(code)
  })
})

describe('the thread that reads', () => {
  it('answers what reading without it answers, again and again', async () => {
    const bytes = await wordFile([letterhead(), para('KẾ HOẠCH'), para('Công tác thi đua năm 2025')])

    const direct = await readDocument(bytes, 'a.docx')

    expect(await Promise.all([readInThread(bytes, 'a.docx'), readInThread(bytes, 'a.docx')])).toEqual([direct, direct])
    expect(await codeOf(readInThread(pdfOf(CATALOG), 'a.pdf'))).toBe('damaged')
  })

  it('is ended where a document takes too long, and the next one is read', async () => {
    const endless = zipOf('word/document.xml', body('<w:p><w:r><w:t>a b c</w:t></w:r></w:p>'.repeat(20_000)))
    const plan = await wordFile([para('KẾ HOẠCH'), para('Công tác thi đua năm 2025')])

    expect(await codeOf(readInThread(endless, 'a.docx', { milliseconds: 5, megabytes: 200 }))).toBe('too-hard')
    expect(await codeOf(readInThread(plan, 'a.docx'))).toBe('read')
  })
})

describe('a damaged file', () => {
  let files: Uint8Array[]
  beforeAll(async () => {
    const rows = Array.from({ length: 5 }, (_, i) => [`${i + 1}`, 'Họp', 'Văn phòng', 'Quý II'])
    const task = table([['TT', 'Nội dung', 'Đơn vị', 'Thời gian'], ...rows])
    const text = stream(`BT /F1 12 Tf 50 700 Td (${'KE HOACH nam 2025 '.repeat(9)}) Tj ET`)
    const font = '/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>'
    files = [await wordFile([letterhead(), para('KẾ HOẠCH'), task]), pdfOf(CATALOG, ONE_PAGE, page(font), text)]
  })

  it('ends with a plan or with the reason why there is none', async () => {
    const damage = fc.array(fc.tuple(fc.nat(1_000_000), fc.nat(255)), { maxLength: 20 })
    await fc.assert(
      fc.asyncProperty(fc.nat(1), damage, fc.double({ min: 0.3, max: 1, noNaN: true }), async (which, bytes, kept) => {
        const file = files[which]!.slice(0, Math.ceil(files[which]!.length * kept))
        for (const [at, value] of bytes) file[at % file.length] = value

        expect(typeof (await codeOf(readDocument(file, 'a.bin')))).toBe('string')
      }),
      { numRuns: 150 },
    )
  })
})
