import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { pdfBlocks } from '#documents/pdf-blocks.ts'
import { readDocument } from '#documents/read-document.ts'
import { placesOf } from '#domain/places.ts'

const CHROMIUM = '/usr/bin/chromium'

/** An HTML page printed as a PDF. */
function print(html: string): Uint8Array {
  const folder = mkdtempSync(path.join(tmpdir(), 'plan-'))
  const [source, target] = [path.join(folder, 'a.html'), path.join(folder, 'a.pdf')]
  writeFileSync(source, `<meta charset="utf-8">${html}`)
  const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--no-pdf-header-footer']
  execFileSync(CHROMIUM, [...flags, `--user-data-dir=${folder}/profile`, `--print-to-pdf=${target}`, source], {
    stdio: 'ignore',
  })
  const bytes = new Uint8Array(readFileSync(target))
  rmSync(folder, { recursive: true, force: true })
  return bytes
}

const WORDS =
  'Tổ chức rà soát, tổng hợp hồ sơ đề nghị khen thưởng của các tập thể, cá nhân có thành tích xuất sắc trong phong trào thi đua yêu nước trên địa bàn'
const TIMES = ['Trước ngày 15/3/2025', 'Quý II', 'Tháng 7/2025', '25 hàng tháng']
const LABELS = ['TT', 'Nội dung', 'Đơn vị chủ trì', 'Đơn vị phối hợp', 'Thời gian']
const ROWS = Array.from({ length: 18 }, (_, i) => [
  String(i + 1),
  `Nhiệm vụ thứ ${i + 1}: ${WORDS.slice(0, 60 + ((i * 53) % 85)).replace(/[\s,]+$/, '')}`,
  'Phòng Văn hóa - Xã hội',
  i % 2 ? 'Công an phường; Ban Chỉ huy Quân sự phường' : 'Các đơn vị liên quan',
  TIMES[i % 4]!,
])

const HEAD = `<table style="width:100%;text-align:center"><tr><td>ỦY BAN NHÂN DÂN<br><b>PHƯỜNG HỒNG LĨNH</b><br>Số: 27/KH-UBND</td>
  <td><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b><br>Độc lập - Tự do - Hạnh phúc<br>Hồng Lĩnh, ngày 15 tháng 01 năm 2025</td></tr></table>
  <p style="text-align:center"><b>KẾ HOẠCH<br>Công tác thi đua, khen thưởng năm 2025</b></p><p>1. ${WORDS}. ${WORDS}.</p>
  <p style="text-align:center"><b>PHỤ LỤC 1<br>TIẾN ĐỘ THỰC HIỆN</b></p>`

function planWith(borders: string, order: readonly number[], size = 'A4'): string {
  const row = (cells: readonly string[], tag: string) =>
    `<tr>${order.map((at) => `<${tag}>${cells[at]}</${tag}>`).join('')}</tr>`
  return `<style>@page{size:${size};margin:2cm} body{font:14pt serif} .t{border-collapse:collapse;width:100%}
    .t td,.t th{padding:4px 6px;vertical-align:top} ${borders}</style>${HEAD}
    <table class="t"><thead>${row(LABELS, 'th')}</thead>${ROWS.map((cells) => row(cells, 'td')).join('')}</table>`
}

const AS_WRITTEN = [0, 1, 2, 3, 4]

describe.skipIf(!existsSync(CHROMIUM))('a PDF of a task table over pages (skipped where there is no chromium)', () => {
  it.each([
    ['all lines', '.t td,.t th{border:1px solid}', AS_WRITTEN, 'A4'],
    ['lines between rows only', '.t tr{border-bottom:1px solid}', AS_WRITTEN, 'A4'],
    ['inner lines only', '.t tr{border-bottom:1px solid} .t td+td,.t th+th{border-left:1px solid}', AS_WRITTEN, 'A4'],
    ['no lines', '', AS_WRITTEN, 'A4'],
    ['columns in another order, across', '.t td,.t th{border:1px solid}', [0, 4, 3, 1, 2], 'A4 landscape'],
  ])('is read the same with %s', async (_, borders, order, size) => {
    const draft = await readDocument(print(planWith(borders, order, size)), 'a.pdf')

    expect(draft.plan).toMatchObject({
      number: '27/KH-UBND',
      issuedOn: '2025-01-15',
      issuer: 'ỦY BAN NHÂN DÂN PHƯỜNG HỒNG LĨNH',
    })
    expect(
      draft.tasks.map(({ no, title, lead, support, deadlines }) => [no, title, lead, support, deadlines[0]?.wording]),
    ).toEqual(ROWS)
    expect(placesOf(draft.tasks)[17]?.ref).toBe('PL1/18')
    expect(draft.warnings).toEqual([])
  })

  it('keeps merged cells, and paragraphs whole across their lines', async () => {
    const html = `<style>td{border:1px solid;padding:4px} body{font:14pt serif}</style><p>${WORDS} và ${WORDS}.</p>
      <table style="border-collapse:collapse"><tr><td rowspan="2">TT<td rowspan="2">Đơn vị<td colspan="2">Chỉ tiêu</tr>
      <tr><td>Tập thể<td>Cá nhân</tr><tr><td>1<td>Công an phường<td>03/04<td></tr>
      <tr><td>2<td>Trường học<td rowspan="2">Theo đề xuất<td>5</tr><tr><td>3<td>Chi bộ<td>6</tr></table>`

    const [paragraph, table] = await pdfBlocks(print(html))

    expect(paragraph).toMatchObject({ kind: 'paragraph', text: `${WORDS} và ${WORDS}.` })
    expect(table?.kind === 'table' && table.rows.map(({ cells }) => cells.join(' | '))).toEqual([
      'TT | Đơn vị | Chỉ tiêu | ',
      ' |  | Tập thể | Cá nhân',
      '1 | Công an phường | 03/04 | ',
      '2 | Trường học | Theo đề xuất | 5',
      '3 | Chi bộ | Theo đề xuất | 6',
    ])
  })
})
