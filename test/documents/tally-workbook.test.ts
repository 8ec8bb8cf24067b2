import { read, utils, type WorkBook, type WorkSheet } from '@e965/xlsx'
import { beforeAll, describe, expect, it } from 'vitest'
import { movementTables } from '#documents/tally-input.ts'
import { tallyWorkbook } from '#documents/tally-workbook.ts'
import type { QuotaCategory } from '#domain/plan.ts'
import { aRound, limit } from '../support/round.ts'
import { MOVEMENTS, wardRound } from '../support/ward-round.ts'
import { tallyInput } from './tally-input.ts'

const HEAD_ROWS = 5
const FAMILY: QuotaCategory[] = ['collective', 'individual', 'family']
const input = tallyInput(wardRound())
const tables = movementTables(input.standing)
let book: WorkBook

beforeAll(async () => {
  book = await open(input)
})

const open = async (of: typeof input) =>
  read(await tallyWorkbook(of), { cellFormula: true, bookFiles: true, cellStyles: true })
const rowsOf = (sheet: WorkSheet) =>
  utils.sheet_to_json<(string | number | undefined)[]>(sheet, { header: 1, raw: true })
const sheetOf = (index: number) => book.Sheets[book.SheetNames[index + 1]!]!
const fileOf = (of: WorkBook, name: string): string => {
  const { files } = of as unknown as { files: Record<string, { content: Uint8Array }> }
  return Buffer.from(files[name]!.content).toString('utf8')
}

/** The number of a cell as a program finds it that calculates. Knows what the sheets use: SUM of a column, differences, other sheets' cells. */
function calculate(of: WorkBook, sheet: string, address: string): number {
  const cell = of.Sheets[sheet]![address] as { f?: string; v?: unknown } | undefined
  if (cell?.f === undefined) return typeof cell?.v === 'number' ? cell.v : 0
  const sum = /^SUM\(([A-Z]+)(\d+):\1(\d+)\)$/.exec(cell.f)
  if (sum) {
    const [, column, from, to] = sum
    let total = 0
    for (let row = Number(from); row <= Number(to); row++) total += calculate(of, sheet, `${column}${row}`)
    return total
  }
  const other = /^(?:'((?:[^']|'')+)'|(\w+))!([A-Z]+\d+)$/.exec(cell.f)
  if (other) return calculate(of, (other[1] ?? other[2])!.replaceAll("''", "'"), other[3]!)
  const parts = cell.f.split('-')
  if (!parts.every((part) => /^[A-Z]+\d+$/.test(part))) throw new Error(`Unknown formula ${cell.f}`)
  const [first, ...rest] = parts.map((part) => calculate(of, sheet, part))
  return rest.reduce((left, right) => left - right, first!)
}

const formulas = (of: WorkBook) =>
  of.SheetNames.flatMap((name) =>
    Object.entries(of.Sheets[name]!)
      .filter(([address]) => !address.startsWith('!'))
      .map(([address, cell]) => ({ name, address, cell: cell as { f?: string; v?: unknown; t: string } }))
      .filter(({ cell }) => cell.f !== undefined),
  )

describe('the workbook of a round', () => {
  it('has a sheet for each movement and an overview before them', () => {
    expect(book.SheetNames).toEqual([
      'Tổng hợp',
      'Phong trào thi đua yêu nước',
      'Phong trào “Toàn dân giữ gìn…',
      'Phong trào “Toàn dân chung tay…',
      'Phong trào “Hiến máu cứu người”',
    ])
    expect(book.SheetNames.every(({ length }) => length <= 31)).toBe(true)
  })

  it('shows each unit as the standing has it: number by number, and empty where nothing was said', () => {
    for (const [index, { entries, categories, standing }] of tables.entries()) {
      const rows = rowsOf(sheetOf(index))
      const counted = Object.keys(standing.over).length ? 4 : 3
      for (const [at, entry] of entries.entries()) {
        const row = rows[HEAD_ROWS + at]!
        expect(row.slice(0, 2)).toEqual([at + 1, entry.unit.name])
        for (const [place, category] of categories.entries()) {
          const [quota, nominated, difference] = row.slice(2 + place * counted)
          const said = entry.counts[category]
          expect([entry.unit.name, quota, nominated]).toEqual([entry.unit.name, entry.limits?.[category]?.max, said])
          expect(difference).toBe(
            entry.limits && said !== undefined ? said - (entry.limits[category]?.max ?? 0) : undefined,
          )
        }
      }
    }
  })

  it('adds up with formulas that give what the standing has', () => {
    for (const [index, { entries, categories, standing, total }] of tables.entries()) {
      const sheet = book.SheetNames[index + 1]!
      const waiting = Object.keys(standing.over).length > 0
      const row = HEAD_ROWS + entries.length + 1
      for (const [place, category] of categories.entries()) {
        const cell = (offset: number, at: number) =>
          calculate(book, sheet, utils.encode_cell({ c: 2 + place * (waiting ? 4 : 3) + offset, r: at - 1 }))
        const all = (standing.granted[category] ?? 0) + (standing.over[category] ?? 0)
        expect(cell(1, row)).toBe(all)
        if (waiting) {
          expect(cell(3, row)).toBe(standing.over[category] ?? 0)
          expect(cell(1, row + 1)).toBe(standing.granted[category] ?? 0)
        }
        const quota = standing.limits?.[category]?.max
        const quotaRow = total ? row + 1 : row
        if (quota !== undefined) expect([cell(0, quotaRow), cell(2, quotaRow)]).toEqual([quota, all - quota])
      }
    }
  })

  it('takes the overview from the sheets of the movements', () => {
    const overview = book.SheetNames[0]!
    const all = FAMILY.map((category) =>
      tables.reduce((sum, { standing }) => sum + (standing.granted[category] ?? 0) + (standing.over[category] ?? 0), 0),
    )
    const totals = FAMILY.map((_, place) => calculate(book, overview, utils.encode_cell({ c: 3 + place * 4, r: 9 })))
    expect(totals).toEqual(all)
    expect(rowsOf(book.Sheets[overview]!)[HEAD_ROWS]!.slice(0, 6)).toEqual([1, MOVEMENTS.PATRIOTIC, 14, 11, -3, 0])
  })

  it('stores beside every formula the number that it gives', () => {
    const found = formulas(book)
    expect(found.length).toBeGreaterThan(50)
    for (const { name, address, cell } of found)
      expect([name, address, cell.t, cell.v]).toEqual([name, address, 'n', calculate(book, name, address)])
  })

  it('tells the state, the bodies that a quota counts, the reason, who handed in and when', () => {
    const rows = rowsOf(sheetOf(0)).slice(HEAD_ROWS)
    const behind = (unit: string) => rows.find((row) => row[1] === unit)!.slice(10)
    expect(behind('Ủy ban MTTQ; Hội Nông dân; Hội Người cao tuổi; Đoàn phường').slice(0, 2)).toEqual([
      'Tập thể: 3 trong 4 tổ chức; Cá nhân: 3 trong 4 tổ chức',
      'đã gửi',
    ])
    expect(behind('Trạm Y tế')[1]).toBe('vượt 2 cá nhân, chờ quyết định')
    expect(behind('Trường Tiểu học An Lạc')[1]).toBe('vượt 1 tập thể, được chấp nhận')
    expect(behind('Trường Mầm non Hoa Sen')[1]).toBe('chưa gửi số cá nhân')
    expect(behind('Các câu lạc bộ')[1]).toBe('chưa gửi')
    expect(behind('Ban Chỉ huy quân sự')[3]).toBe('Lê Thị Thư (nhập thay đơn vị)')
    const time = utils.sheet_to_json<string[]>(sheetOf(0), { header: 1, raw: false })[HEAD_ROWS]!.at(-1)
    expect(time).toBe('24/11/2025 08:01')
  })

  it('never makes a formula of what people wrote', () => {
    const texts = ['=1+2', '+84', '-2 người', '@SUM(1)', '\t=cmd', '\r=cmd', '_x0041_', 'constructor', '<b>&amp;</b>']
    const round = aRound({
      units: texts,
      movements: [
        {
          name: "='Phong/trào'[1]:*?",
          units: Object.fromEntries(texts.map((text) => [text, { individual: limit(1) }])),
        },
      ],
      happened: texts.map((text) => ({
        unit: text,
        said: { individual: 2 },
        request: true,
        reason: text,
        personName: text,
      })),
    })
    return open(tallyInput(round)).then((found) => {
      expect(found.SheetNames).toEqual(["='Phong trào' 1"])
      const sheet = found.Sheets[found.SheetNames[0]!]!
      const rows = rowsOf(sheet)
      for (const [index, text] of texts.entries()) {
        const row = rows[HEAD_ROWS + index]!
        const shown = text.replace('\r', '\n')
        expect([row[1], row[8], row[9]].map((cell) => String(cell).replace(/ $/, ''))).toEqual([shown, shown, shown])
        for (const column of ['B', 'I', 'J'])
          expect(sheet[`${column}${HEAD_ROWS + index + 1}`]).toMatchObject({ t: 's', z: '@' })
      }
      for (const { cell } of formulas(found))
        expect(cell.f).toMatch(/^(?:SUM\([A-Z]+\d+:[A-Z]+\d+\)|[A-Z]+\d+(?:-[A-Z]+\d+)?)$/)
    })
  })

  it('prints on A4 across, one page wide, with the head again on every page, and keeps the head in sight', () => {
    expect(fileOf(book, 'xl/workbook.xml')).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="1">'Phong trào thi đua yêu nước'!$4:$5</definedName>`,
    )
    const xml = fileOf(book, 'xl/worksheets/sheet2.xml')
    expect(xml).toMatch(/<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"\/>/)
    expect(xml).toContain('<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
    expect(xml).toMatch(/<pane ySplit="5"[^>]*state="frozen"/)
    expect(fileOf(book, 'xl/styles.xml')).toContain('Times New Roman')
  })

  it('has one sheet and no overview for one movement', async () => {
    const found = await open(tallyInput(aRound({ units: ['Trạm Y tế'], movements: [{ name: 'Học tốt' }] })))
    expect(found.SheetNames).toEqual(['Học tốt'])
  })
})
