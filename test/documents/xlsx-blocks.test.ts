import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { readDocument } from '#documents/read-document.ts'
import { readInThread } from '#documents/reader-thread.ts'
import { UnreadableDocument } from '#documents/text-document.ts'
import { excelFile, formatted, linesOf } from './excel.ts'
import { summaryOf } from './summary.ts'

const HEAD = ['TT', 'Nội dung thực hiện', 'Đơn vị thực hiện', 'Thời gian']
const APRIL_3_2025 = 45750

const codeOf = (read: Promise<unknown>) =>
  read.then(
    () => 'read',
    (error: unknown) => {
      if (error instanceof UnreadableDocument) return error.code
      throw error
    },
  )

describe('an Excel workbook', () => {
  it('has titles, tables and merged cells as a person sees them', async () => {
    const lines = await linesOf(
      excelFile([
        {
          rows: [
            ['PHỤ LỤC 1'],
            ['Tiến độ công tác thi đua năm 2025'],
            [],
            HEAD,
            ['I. Quý I'],
            [1, 'Ký giao ước', 'Văn phòng', 'Trước ngày 15/3/2025'],
            [2, 'Kiểm tra chéo', null, '31/3/2025'],
            ['Nơi nhận:', null, 'TM. UBND'],
          ],
          merges: ['A1:D1', 'A2:D2', 'A5:D5', 'C6:C7'],
        },
      ]),
    )

    expect(lines).toEqual([
      'PHỤ LỤC 1',
      'Tiến độ công tác thi đua năm 2025',
      'TT | Nội dung thực hiện | Đơn vị thực hiện | Thời gian',
      'I. Quý I |  |  | ',
      '1 | Ký giao ước | Văn phòng | Trước ngày 15/3/2025',
      '2 | Kiểm tra chéo | Văn phòng | 31/3/2025',
      'Nơi nhận: | TM. UBND',
    ])
  })

  it('shows nothing that is hidden, and a merged cell where it begins to be seen', async () => {
    const lines = await linesOf(
      excelFile([
        {
          rows: [HEAD, [1, 'Họp', 'A', 'Quý I'], [2, 'Nháp', 'B', 'Quý II'], ['Quý III', null, 'C', 'D']],
          merges: ['A4:B4'],
          rowInfo: [{}, {}, { hidden: true }],
          columnInfo: [{ hidden: true }],
        },
        { rows: [['Nháp', 'cũ']], hidden: true },
      ]),
    )

    expect(lines).toEqual(['Nội dung thực hiện | Đơn vị thực hiện | Thời gian', 'Họp | A | Quý I', 'Quý III | C | D'])
  })

  it.each<[string, number, string, string]>([
    ['a day', APRIL_3_2025, 'm/d/yy', '03/04/2025'],
    ['a day in another order', APRIL_3_2025, 'yyyy-mm-dd', '03/04/2025'],
    ['a day in words', APRIL_3_2025, '[$-42A]dd mmmm yyyy;@', '03/04/2025'],
    ['a day with its hour', APRIL_3_2025 + 0.5, 'dd/mm/yyyy hh:mm', '03/04/2025'],
    ['a count that became a day, as it was written', APRIL_3_2025, 'dd/mm', '03/04'],
    ['a count that became a day, in either order', APRIL_3_2025, 'd-mmm', 'ngày 3 tháng 4'],
    ['a count that became a month', APRIL_3_2025, 'mmm-yy', 'tháng 4/2025'],
    ['a number with leading zeros', 3, '00', '03'],
    ['a share', 0.15, '0%', '15%'],
    ['a large number', 1200, '#,##0', '1200'],
    ['a number with its word', 3, '0" tập thể"', '3 tập thể'],
  ])('writes %s as people mean it', async (_, value, format, text) => {
    expect(await linesOf(excelFile([{ rows: [[formatted(value, format)]] }]))).toEqual([text])
  })

  it('counts days from 1904 where the workbook does', async () => {
    const bytes = excelFile([{ rows: [[formatted(APRIL_3_2025 - 1462, 'm/d/yy')]] }], true)

    expect(await linesOf(bytes)).toEqual(['03/04/2025'])
  })

  it('asks for a count that Excel made a day of, and takes it for a day where times stand', async () => {
    const day = formatted(APRIL_3_2025, 'd-mmm')
    const bytes = excelFile([
      {
        name: 'PL1',
        rows: [['Công tác thi đua năm 2025'], HEAD, [1, 'Họp Hội đồng', 'Văn phòng', day]],
      },
      {
        name: 'PL2',
        rows: [
          ['Phân bổ chỉ tiêu khen thưởng'],
          ['TT', 'Đơn vị', 'Tập thể', 'Cá nhân'],
          [1, 'Công an phường', day, '05'],
        ],
      },
    ])

    expect(summaryOf(await readDocument(bytes, 'a.xlsx'))).toMatchObject({
      tasks: ['PL1 mục 1 | - | Họp Hội đồng | - | Văn phòng | - | on 2025-04-03'],
      quotas: ['Phân bổ chỉ tiêu khen thưởng | Công an phường | quota | - | 5 | -'],
      warnings: ['unread-quota PL2 dòng 3'],
    })
  })

  it('takes formulas by the values they had', async () => {
    const sum = { t: 'n' as const, v: 7, f: 'SUM(A1:B1)' }

    expect(await linesOf(excelFile([{ rows: [[3, 4, sum]] }]))).toEqual(['3 | 4 | 7'])
  })

  it('makes an appendix of every further sheet with a table', async () => {
    const table = [HEAD, [1, 'Họp', 'A', 'Quý I']]
    const lines = await linesOf(
      excelFile([
        { name: 'Kế hoạch', rows: [['KẾ HOẠCH'], ['Công tác thi đua năm 2025']] },
        { name: 'Nhiệm vụ', rows: table },
        { name: 'PL 05', rows: table },
        { name: 'Sheet4', rows: [['PHỤ LỤC 6'], ...table] },
      ]),
    )

    expect(lines.filter((line) => /phụ lục/iu.test(line))).toEqual(['Phụ lục 1', 'Phụ lục 5', 'PHỤ LỤC 6'])
  })

  it('is read as another program wrote it', async () => {
    const written = writeExcelFile([
      {
        sheet: 'A',
        data: [HEAD, [1, 'Họp', 'A', { value: new Date('2025-03-15'), type: Date, format: 'mm/dd/yyyy' }]],
      },
    ])

    expect(await linesOf(new Uint8Array(await written.toBuffer()))).toEqual([
      HEAD.join(' | '),
      '1 | Họp | A | 15/03/2025',
    ])
  })
})

describe('a workbook that is not read', () => {
  it.each<[string, string, Uint8Array]>([
    ['too-large', 'more columns than any plan', excelFile([{ rows: [['a', ...Array<null>(10_000).fill(null), 'b']] }])],
    [
      'too-large',
      'more cells than any plan',
      excelFile([{ rows: Array(2_000).fill(Array(101).fill(1)) as number[][] }]),
    ],
    ['empty', 'nothing in it', excelFile([{ rows: [] }])],
  ])('is answered as %s: %s', async (code, _, bytes) => {
    expect(await codeOf(readInThread(bytes, 'a.xlsx'))).toBe(code)
  })

  it('is told how to be saved where it is a list with commas', async () => {
    expect(await codeOf(readDocument(new TextEncoder().encode('TT,Nội dung\n1,Họp'), 'a.CSV'))).toBe('unsupported')
  })

  it('ends with a plan or with the reason why there is none where it is damaged', async () => {
    const whole = excelFile([{ rows: [['PHỤ LỤC 1'], HEAD, [1, 'Họp', 'A', 'Quý I/2025']], merges: ['A1:D1'] }])
    const damage = fc.array(fc.tuple(fc.nat(1_000_000), fc.nat(255)), { maxLength: 20 })
    await fc.assert(
      fc.asyncProperty(damage, fc.double({ min: 0.3, max: 1, noNaN: true }), async (bytes, kept) => {
        const file = whole.slice(0, Math.ceil(whole.length * kept))
        for (const [at, value] of bytes) file[at % file.length] = value

        expect(typeof (await codeOf(readDocument(file, 'a.bin')))).toBe('string')
      }),
      { numRuns: 150 },
    )
  })
})
