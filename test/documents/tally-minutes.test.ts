import { CFB } from '@e965/xlsx'
import mammoth from 'mammoth'
import { beforeAll, describe, expect, it } from 'vitest'
import { movementTables } from '#documents/tally-input.ts'
import { tallyMinutes } from '#documents/tally-minutes.ts'
import { aRound, limit } from '../support/round.ts'
import { wardRound } from '../support/ward-round.ts'
import { tallyInput } from './tally-input.ts'

/** The reader of ZIP files that comes with the reader of workbooks, which gives no types for it. */
const ZIP = CFB as {
  read: (file: Buffer, options: { type: 'buffer' }) => unknown
  find: (container: unknown, name: string) => { content: Uint8Array } | null
}
const input = tallyInput(wardRound())
const tables = movementTables(input.standing)
let bytes: Uint8Array
let html: string
let text: string

beforeAll(async () => {
  bytes = await tallyMinutes(input)
  ;({ html, text } = await readBack(bytes))
})

async function readBack(file: Uint8Array) {
  const buffer = Buffer.from(file)
  const [{ value: html }, { value: text }] = [
    await mammoth.convertToHtml({ buffer }),
    await mammoth.extractRawText({ buffer }),
  ]
  return { html, text }
}

/** The rows of each table: the texts of their cells. */
const tablesOf = (of: string): string[][][] =>
  [...of.matchAll(/<table>(.*?)<\/table>/gs)].map(([, table]) =>
    [...table!.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row]) =>
      [...row!.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/gs)].map(([, cell]) => plain(cell!)),
    ),
  )
const plain = (of: string) =>
  of
    .replace(/<[^>]+>/g, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&')
const part = (file: Uint8Array, name: string) => {
  const found = ZIP.find(ZIP.read(Buffer.from(file), { type: 'buffer' }), name)
  return Buffer.from(found!.content).toString('utf8')
}

const shown = (number: number | undefined) => (number === undefined ? '' : String(number))

describe('the sheet for the minutes', () => {
  it('has the head, the parts and the end of Nghị định 30/2020 in their order', () => {
    const parts = [
      'ỦY BAN NHÂN DÂN PHƯỜNG AN LẠC',
      'HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG PHƯỜNG AN LẠC',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Số:……/BB-HĐTĐKT',
      '………………, ngày 05 tháng 12 năm 2025',
      'BIÊN BẢN',
      'Họp Hội đồng xét đề nghị khen thưởng',
      'Thời gian bắt đầu:',
      'Địa điểm:',
      'Chủ trì (chủ tọa):',
      'Thư ký (người ghi biên bản):',
      'Thành phần tham dự:',
      'Vắng mặt (lý do):',
      'I. KẾT QUẢ TỔNG HỢP ĐỀ NGHỊ KHEN THƯỞNG',
      'II. ĐƠN VỊ CHƯA GỬI ĐỀ NGHỊ',
      'III. ĐỀ NGHỊ VƯỢT CHỈ TIÊU',
      'IV. KẾT LUẬN',
      'Cuộc họp kết thúc vào',
      'THƯ KÝ',
      '(Ký, ghi rõ họ tên)',
      'CHỦ TỌA',
      'Nơi nhận:',
      '- Lưu: VT.',
    ]
    const places = parts.map((one) => text.indexOf(one))
    expect(places).not.toContain(-1)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })

  it.each([
    ['2026-01-05T03:00:00Z', 'ngày 05 tháng 01 năm 2026'],
    ['2026-02-14T03:00:00Z', 'ngày 14 tháng 02 năm 2026'],
    ['2026-03-09T18:00:00Z', 'ngày 10 tháng 3 năm 2026'],
  ])('dates it as documents are dated: %s', async (now, date) => {
    const found = await readBack(await tallyMinutes({ ...input, now: new Date(now) }))
    expect(found.text).toContain(date)
  })

  it('has a table of each movement with the numbers of the standing', () => {
    const found = tablesOf(html).slice(2, 2 + tables.length)
    for (const [index, { entries, categories, standing, total }] of tables.entries()) {
      const rows = found[index]!.slice(2)
      for (const [at, { unit, limits, counts }] of entries.entries()) {
        const numbers = categories.flatMap((one) => [shown(limits?.[one]?.max), shown(counts[one])])
        expect(rows[at]!.slice(0, -1)).toEqual([String(at + 1), unit.name, ...numbers])
      }
      const [sums, ...below] = rows.slice(entries.length)
      const waiting = Object.keys(standing.over).length > 0
      for (const [at, one] of categories.entries()) {
        expect(Number(sums![3 + at * 2])).toBe((standing.granted[one] ?? 0) + (standing.over[one] ?? 0))
        if (waiting) expect(Number(below[0]![3 + at * 2])).toBe(standing.over[one] ?? 0)
        if (waiting) expect(Number(below[1]![3 + at * 2])).toBe(standing.granted[one] ?? 0)
        const quotas = total ? below.at(-1)! : sums!
        expect(quotas[2 + at * 2]).toBe(shown(standing.limits?.[one]?.max))
      }
    }
  })

  it('has the sums of all movements', () => {
    const rows = tablesOf(html)[1]!
    expect(rows[2]!.slice(0, 6)).toEqual(['1', 'Phong trào thi đua yêu nước', '14', '11', '33', '30'])
    expect(rows.at(-1)!.slice(0, -1)).toEqual(['', 'Cộng', '30', '24', '61', '52', '4', '3'])
  })

  it('names who did not hand in', () => {
    expect(text).toContain('- Trường Mầm non Hoa Sen: phong trào số 1 (chưa gửi số cá nhân), phong trào số 2, ')
    expect(text).toMatch(/- Tổ quản lý di tích [^:]+: chưa gửi số liệu của phong trào nào\./)
    expect(text).not.toMatch(/- Trạm Y tế: .*phong trào số 1/)
  })

  it('tells each request over quota with its reason and what was decided', () => {
    const [, ...rows] = tablesOf(html)[2 + tables.length]!
    expect(rows).toEqual([
      [
        '1',
        'Trạm Y tế (phong trào số 1)',
        '1 tập thể, 3 cá nhân (vượt 2 cá nhân)',
        '+2 người trực dịch cả năm',
        'Hội đồng quyết định: ………………',
      ],
      [
        '2',
        'Ban Dân số (phong trào số 1)',
        '4 cá nhân (vượt 2 cá nhân)',
        '@mới nhận thêm hai tổ',
        'Giảm còn: 3 cá nhân',
      ],
      [
        '3',
        'Trường Tiểu học An Lạc (phong trào số 1)',
        '2 tập thể, 4 cá nhân (vượt 1 tập thể)',
        '-2 điểm trường',
        'Chấp nhận: 2 tập thể, 4 cá nhân',
      ],
    ])
    expect(text).toContain('vượt chỉ tiêu của cả Hội đồng 1 tập thể, chờ quyết định. Hội đồng quyết định: ……')
  })

  it('says that there is nothing to tell where there is nothing', async () => {
    const round = aRound({
      units: ['Trạm Y tế'],
      movements: [{ name: 'Học tốt', units: { 'Trạm Y tế': { individual: limit(2) } } }],
      happened: [{ unit: 'Trạm Y tế', said: { individual: 2 } }],
    })
    const found = await readBack(await tallyMinutes(tallyInput(round)))
    expect(found.text.match(/Không có\./g)).toHaveLength(2)
    expect(tablesOf(found.html)).toHaveLength(3)
  })

  it('is A4 with the margins, the font and the page numbers of the decree', () => {
    const document = part(bytes, '/word/document.xml')
    const page = /<w:sectPr.*<\/w:sectPr>/s.exec(document)![0]
    expect(page).toMatch(/<w:pgSz w:w="11906" w:h="16838"/)
    expect(page).toMatch(/<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701"/)
    expect(page).toContain('<w:titlePg/>')
    expect(part(bytes, '/word/styles.xml')).toContain('Times New Roman')
    const headers = ['/word/header1.xml', '/word/header2.xml'].map((name) => part(bytes, name))
    expect(headers.filter((header) => /PAGE/.test(header))).toHaveLength(1)
  })

  it('repeats the heads of its tables and splits no row', () => {
    const document = part(bytes, '/word/document.xml')
    const rows = document.match(/<w:tr>|<w:tr /g)!.length
    expect(document.match(/<w:cantSplit\/>/g)).toHaveLength(rows)
    expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(2 * (tables.length + 1) + 1)
  })

  it('holds whatever people write', async () => {
    const name = 'Tổ <b>1</b> & "2"\u0001\uD800'
    const round = aRound({ units: [name], movements: [{ name: 'Học tốt' }] })
    const found = await readBack(await tallyMinutes(tallyInput(round)))
    expect(found.text).toContain('Tổ <b>1</b> & "2"')
  })

  it('is written in English too', async () => {
    const found = await readBack(await tallyMinutes(tallyInput(wardRound(), 'en')))
    expect(found.text).toContain('SOCIALIST REPUBLIC OF VIET NAM')
    expect(found.text).not.toMatch(/chưa gửi|Chỉ tiêu/)
  })
})
