import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import mammoth from 'mammoth'
import { extractText } from 'unpdf'
import { readDocument } from '#documents/read-document.ts'
import { summary } from './summary.ts'

const CHROMIUM = '/usr/bin/chromium'
const TIMES = 9

export interface Reading {
  what: string
  /** Milliseconds, medians: the extraction library alone, and the whole way to a draft. */
  library: number
  reader: number
}

/** How long plans of so many rows take to read, beside the library that only gives their text. PDF where there is a chromium to print one. */
export async function benchRead(sizes: number[]): Promise<Reading[]> {
  const found: Reading[] = []
  for (const rows of sizes) {
    const word = await wordPlan(rows)
    found.push(
      await beside(`Word, ${rows} rows`, word, 'a.docx', (bytes) =>
        mammoth.convertToHtml({ buffer: Buffer.from(bytes) }),
      ),
    )
    if (!existsSync(CHROMIUM)) continue
    found.push(await beside(`PDF, ${rows} rows`, pdfPlan(rows), 'a.pdf', (bytes) => extractText(bytes)))
  }
  return found
}

async function beside(what: string, bytes: Uint8Array, name: string, alone: (bytes: Uint8Array) => Promise<unknown>) {
  const library: number[] = []
  const reader: number[] = []
  // A library may keep what it was given.
  for (let time = 0; time <= TIMES; time += 1) {
    library.push(await timed(() => alone(Uint8Array.from(bytes))))
    reader.push(await timed(() => readDocument(Uint8Array.from(bytes), name)))
  }
  return { what, library: summary(library.slice(1)).median, reader: summary(reader.slice(1)).median }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

const HEADS = ['TT', 'Nội dung', 'Đơn vị chủ trì', 'Đơn vị phối hợp', 'Thời gian']
const TITLE = [
  'Số: 27/KH-UBND',
  'Hồng Lĩnh, ngày 15 tháng 01 năm 2025',
  'KẾ HOẠCH',
  'Công tác thi đua, khen thưởng năm 2025',
]

const cellsOf = (row: number): string[] => [
  String(row),
  `Nhiệm vụ thứ ${row}: tổng hợp hồ sơ đề nghị khen thưởng của các tập thể, cá nhân có thành tích trong phong trào thi đua yêu nước`,
  'Phòng Văn hóa - Xã hội',
  'Các đơn vị liên quan',
  `Trước ngày ${(row % 27) + 1}/${(row % 12) + 1}/2025`,
]

const numbers = (rows: number) => Array.from({ length: rows }, (_, row) => row + 1)

async function wordPlan(rows: number): Promise<Uint8Array> {
  const row = (cells: string[]) =>
    new TableRow({ children: cells.map((text) => new TableCell({ children: [new Paragraph(text)] })) })
  const table = new Table({ rows: [row(HEADS), ...numbers(rows).map((number) => row(cellsOf(number)))] })
  const lines = [...TITLE, 'PHỤ LỤC 1', 'TIẾN ĐỘ THỰC HIỆN'].map((text) => new Paragraph(text))
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children: [...lines, table] }] })))
}

function pdfPlan(rows: number): Uint8Array {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-'))
  const row = (cells: string[]) => `<tr>${cells.map((text) => `<td>${text}</td>`).join('')}</tr>`
  const table = [HEADS, ...numbers(rows).map(cellsOf)].map(row).join('')
  const lines = [...TITLE, 'PHỤ LỤC 1', 'TIẾN ĐỘ THỰC HIỆN'].map((text) => `<p>${text}</p>`).join('')
  writeFileSync(
    `${folder}/a.html`,
    `<meta charset="utf-8"><style>table{border-collapse:collapse}td{border:1px solid}</style>${lines}<table>${table}</table>`,
  )
  const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--no-pdf-header-footer', `--user-data-dir=${folder}/p`]
  execFileSync(CHROMIUM, [...flags, `--print-to-pdf=${folder}/a.pdf`, `${folder}/a.html`], { stdio: 'ignore' })
  const bytes = new Uint8Array(readFileSync(`${folder}/a.pdf`))
  rmSync(folder, { recursive: true, force: true })
  return bytes
}
