import { existsSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestApp, SECRETARY, type TestApp } from '../support/app.ts'
import { SMALL_PLAN } from '../support/plans.ts'
import { random } from '../support/random.ts'
import { excelFile } from './excel.ts'
import { letterhead, para, table, wordFile } from './word.ts'

const FILES = 1000
const PDF = new URL('../../../shared/plans/001_1fd602e1b0c2be66.pdf', import.meta.url)
const ROWS = [
  ['TT', 'Nội dung', 'Đơn vị thực hiện', 'Thời gian'],
  ['1', 'Ký giao ước thi đua', 'Công an phường', 'Trước ngày 15/3/2025'],
  ['2', 'Sơ kết sáu tháng đầu năm', 'Văn phòng', 'Tháng 6/2025'],
]

let app: TestApp
beforeAll(async () => {
  app = await createTestApp()
  await app.linkedCouncil(SMALL_PLAN)
})
afterAll(() => app.stop())

async function whole(): Promise<Uint8Array[]> {
  const lines = [letterhead(), para('KẾ HOẠCH công tác thi đua năm 2025'), para('PHỤ LỤC 1'), table(ROWS)]
  const found = [await wordFile(lines.flat()), excelFile([{ rows: ROWS }]), new TextEncoder().encode(SMALL_PLAN)]
  return existsSync(PDF) ? [...found, new Uint8Array(readFileSync(PDF))] : found
}

/** A file with its end cut off, some bytes changed, or some of its middle missing or twice. */
function damaged(bytes: Uint8Array, next: () => number): Uint8Array {
  const at = Math.floor(next() * bytes.length)
  const length = Math.floor(next() * 200) + 1
  const kind = Math.floor(next() * 4)
  if (kind === 0) return bytes.slice(0, at)
  if (kind === 1) return Buffer.concat([bytes.slice(0, at), bytes.slice(at + length)])
  if (kind === 2) return Buffer.concat([bytes.slice(0, at + length), bytes.slice(at)])
  const changed = bytes.slice()
  for (let time = 0; time < length; time += 1) changed[Math.floor(next() * bytes.length)] = Math.floor(next() * 256)
  return changed
}

async function send(bytes: Uint8Array, name: string): Promise<string[]> {
  app.platform.files.set('f1', bytes)
  const event = { kind: 'file' as const, messageId: 'm', fileId: 'f1', name, size: bytes.length }
  const shown = await app.deliver(SECRETARY, { externalId: SECRETARY.id, kind: 'private' }, event)
  return shown.map(({ text }) => text)
}

it(
  'answers each of 1,000 damaged or renamed files with one message, never with a fault, and goes on',
  async () => {
    const next = random(20261121)
    const files = await whole()
    const names = ['a.docx', 'a.xlsx', 'a.pdf', 'a.txt', 'a', 'a.doc']
    for (let count = 0; count < FILES; count += 1) {
      const file = files[count % files.length]!
      const name = names[Math.floor(next() * names.length)]!
      const answers = await send(damaged(file, next), name)
      expect(answers, `file ${count} (${name})`).toHaveLength(1)
      expect(answers[0], `file ${count} (${name})`).not.toContain('lỗi ngoài ý muốn')
    }
    expect(app.logged).toEqual([])
    const [answer] = await app.say(SECRETARY, '/viec')
    expect(answer?.text).toContain('PL1 mục 2')
  },
  20 * 60_000,
)
