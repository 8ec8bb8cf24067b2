import { DeletedTextRun, Footer, InsertedTextRun, Paragraph, TextRun } from 'docx'
import type { ISectionOptions } from 'docx'
import { describe, expect, it } from 'vitest'
import { docxBlocks } from '#documents/docx-blocks.ts'
import { readDocument } from '#documents/read-document.ts'
import { summaryOf } from './summary.ts'
import { cell, letterhead, numbered, para, table, wordFile } from './word.ts'

const linesOf = async (children: ISectionOptions['children'], section: Partial<ISectionOptions> = {}) =>
  (await docxBlocks(await wordFile(children, section))).flatMap((block) =>
    block.kind === 'paragraph' ? [block.text] : block.rows.map(({ cells }) => cells.join(' | ')),
  )

describe('a Word document', () => {
  it('keeps its automatic numbers, by headings, items and rows', async () => {
    const lines = await linesOf([
      numbered('MỤC ĐÍCH', 'heads'),
      numbered('Nâng cao chất lượng', 'heads', 1),
      numbered('Bảo đảm kịp thời', 'heads', 1),
      numbered('NHIỆM VỤ', 'heads'),
      numbered('Rà soát hồ sơ', 'heads', 1),
      table([
        [cell(numbered('', 'rows')), 'Họp'],
        [cell(numbered('', 'rows')), 'Báo cáo'],
      ]),
    ])

    expect(lines).toEqual([
      'I. MỤC ĐÍCH',
      '1. Nâng cao chất lượng',
      '2. Bảo đảm kịp thời',
      'II. NHIỆM VỤ',
      '1. Rà soát hồ sơ',
      '1 | Họp',
      '2 | Báo cáo',
    ])
  })

  it('gives a cell merged over rows to each row that begins anew, and a count to the first only', async () => {
    const lines = await linesOf([
      table([
        ['TT', 'Nội dung', 'Chủ trì', 'Chỉ tiêu'],
        ['1', 'Ký giao ước', cell('Văn phòng', { rowSpan: 2 }), cell('03', { rowSpan: 2 })],
        ['2', 'Kiểm tra chéo'],
        [cell('3', { rowSpan: 2 }), cell('Tổng kết', { rowSpan: 2 }), 'Hội đồng', '1'],
        ['Văn phòng', '2'],
        [cell('II. Quý II', { columnSpan: 4 })],
      ]),
    ])

    expect(lines.slice(1)).toEqual([
      '1 | Ký giao ước | Văn phòng | 03',
      '2 | Kiểm tra chéo | Văn phòng | ',
      '3 | Tổng kết | Hội đồng | 1',
      ' |  | Văn phòng | 2',
      'II. Quý II |  |  | ',
    ])
  })

  it('counts what was inserted and not what was deleted, nor what stands at the foot of pages', async () => {
    const change = { id: 1, author: 'a', date: '2025-01-01T00:00:00Z' }
    const lines = await linesOf(
      [
        new Paragraph({
          children: [
            new TextRun('Trước ngày '),
            new DeletedTextRun({ text: '01/01/2024', ...change }),
            new InsertedTextRun({ text: '15/3/2025', ...change }),
          ],
        }),
      ],
      { footers: { default: new Footer({ children: [para('Trang 1')] }) } },
    )

    expect(lines).toEqual(['Trước ngày 15/3/2025'])
  })

  it('shows capitals as they look, a line break as a line, and what a frame holds', async () => {
    const lines = await linesOf([
      new Paragraph({ children: [new TextRun({ text: 'Kế hoạch', allCaps: true })] }),
      new Paragraph({ children: [new TextRun('Công tác thi đua'), new TextRun({ text: 'năm 2025', break: 1 })] }),
      table([
        [
          cell([
            para('Một dòng trong khung'),
            table([
              ['A', 'B'],
              ['1', '2'],
            ]) as unknown as Paragraph,
          ]),
        ],
      ]),
    ])

    expect(lines).toEqual(['KẾ HOẠCH', 'Công tác thi đua', 'năm 2025', 'Một dòng trong khung', 'A | B', '1 | 2'])
  })

  it('is read as a plan', async () => {
    const bytes = await wordFile([
      letterhead(),
      para('KẾ HOẠCH', true),
      para('Công tác thi đua, khen thưởng năm 2025', true),
      numbered('MỤC ĐÍCH', 'heads'),
      para('PHỤ LỤC 1'),
      para('TIẾN ĐỘ THỰC HIỆN'),
      table([
        ['TT', 'Nội dung', 'Đơn vị thực hiện', 'Thời gian'],
        [cell(numbered('', 'rows')), 'Xét khen thưởng', 'Văn phòng', cell(['Trước ngày 15/3/2025', 'Quý III'])],
      ]),
    ])

    expect(summaryOf(await readDocument(bytes, 'a.bin'))).toEqual({
      plan: '27/KH-UBND | 2025-01-15 | UBND PHƯỜNG HỒNG LĨNH | Công tác thi đua, khen thưởng năm 2025 | 2025-01-01 | 2025-12-31',
      tasks: ['PL1 mục 1 | - | Xét khen thưởng | - | Văn phòng | - | before 2025-03-15, quarter 2025-07-01 2025-09-30'],
      quotas: [],
      warnings: [],
    })
  })
})
