import { describe, expect, it } from 'vitest'
import { readDeadlines } from '../../../domain/deadlines/read-deadlines.ts'
import { milestones } from './describe.ts'

describe('a cell with several milestones', () => {
  const CELLS: [cell: string, milestones: string[]][] = [
    [
      'Hoàn thành dự thảo trước 31/12/2025 Báo cáo xin ý kiến Thường vụ trước 17/01/2026 Trình ban hành trước 24/01/2026',
      [
        'Hoàn thành dự thảo: before ..2025-12-31',
        'Báo cáo xin ý kiến Thường vụ: before ..2026-01-17',
        'Trình ban hành: before ..2026-01-24',
      ],
    ],
    [
      'Trước ngày 31/5/2025 (Đơn vị gửi hồ sơ trước 15/4/2025)',
      ['-: before ..2025-05-31', 'Đơn vị gửi hồ sơ: before ..2025-04-15'],
    ],
    [
      'Hoàn thành thẩm định trước 10/9/2025 (Các phường gửi trước 31/7/2025; Các trường gửi trước 15/8/2025)',
      [
        'Hoàn thành thẩm định: before ..2025-09-10',
        'Các phường gửi: before ..2025-07-31',
        'Các trường gửi: before ..2025-08-15',
      ],
    ],
    [
      '- Lập kế hoạch trước ngày 30/4/2025 - Trao giải vào dịp 11/6/2025',
      ['Lập kế hoạch: before ..2025-04-30', 'Trao giải: around ..2025-06-11'],
    ],
    [
      'Tháng 3: Hội nghị; Tháng 6: Sơ kết',
      ['Hội nghị: month 2025-03-01..2025-03-31', 'Sơ kết: month 2025-06-01..2025-06-30'],
    ],
    [
      'Tháng 3/2025 Họp tổng kết Tháng 6/2025 Sơ kết',
      ['Họp tổng kết: month 2025-03-01..2025-03-31', 'Sơ kết: month 2025-06-01..2025-06-30'],
    ],
    [
      '1. Xây dựng kế hoạch: Tháng 01/2025\n2. Tổ chức hội nghị: Quý II/2025\n3. Báo cáo: trước 15/12/2025',
      [
        'Xây dựng kế hoạch: month 2025-01-01..2025-01-31',
        'Tổ chức hội nghị: quarter 2025-04-01..2025-06-30',
        'Báo cáo: before ..2025-12-15',
      ],
    ],
    [
      'a) Nộp hồ sơ: trước 10/3 b) Hội đồng họp: 20/3',
      ['Nộp hồ sơ: before ..2025-03-10', 'Hội đồng họp: on ..2025-03-20'],
    ],
    ['Khai mạc ngày 15/4/2025, bế mạc ngày 20/4/2025', ['-: on ..2025-04-15', 'bế mạc: on ..2025-04-20']],
    ['đợt 1: trước 15/3; đợt 2: trước 15/9', ['đợt 1: before ..2025-03-15', 'đợt 2: before ..2025-09-15']],
    ['Đợt 1/2025: trước 15/3/2025', ['Đợt 1/2025: before ..2025-03-15']],
    [
      'Báo cáo tháng trước ngày 20; báo cáo quý trước ngày 20 tháng cuối quý; báo cáo năm trước ngày 15/12',
      [
        'Báo cáo tháng: monthly FREQ=MONTHLY;BYMONTHDAY=20',
        'báo cáo quý: quarterly FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=20',
        'báo cáo năm: before ..2025-12-15',
      ],
    ],
    [
      'Trước 15/11 (đối với tập thể), trước 20/11 (đối với cá nhân)',
      ['đối với tập thể: before ..2025-11-15', 'đối với cá nhân: before ..2025-11-20'],
    ],
    [
      'Trước 15/7 (6 tháng đầu năm), trước 15/01/2026 (cả năm)',
      ['6 tháng đầu năm: before ..2025-07-15', 'cả năm: before ..2026-01-15'],
    ],
    [
      'Gửi báo cáo trước 05/6/2025 đối với báo cáo sơ kết và trước 05/12/2025 đối với báo cáo tổng kết',
      ['Gửi báo cáo: before ..2025-06-05', 'đối với báo cáo tổng kết: before ..2025-12-05'],
    ],
    [
      'Sơ kết: tháng 6/2025 / Tổng kết: 15/12 / Công bố',
      ['Sơ kết: month 2025-06-01..2025-06-30', 'Tổng kết: on ..2025-12-15'],
    ],
    [
      'Thi đua đợt 1: tháng 1-5; đợt 2: tháng 6-9',
      ['Thi đua đợt 1: range 2025-01-01..2025-05-31', 'đợt 2: range 2025-06-01..2025-09-30'],
    ],
    [
      'Đối với cấp xã trước 01/3, đối với cấp huyện trước 15/3',
      ['Đối với cấp xã: before ..2025-03-01', 'đối với cấp huyện: before ..2025-03-15'],
    ],
    ['Lần 1 ngày 15/6, lần 2 ngày 15/12', ['Lần 1: on ..2025-06-15', 'lần 2: on ..2025-12-15']],
    [
      'Khen thưởng đột xuất: ngay khi có thành tích; khen chuyên đề: trước 15/10',
      ['-: open', 'khen chuyên đề: before ..2025-10-15'],
    ],
    [
      'Báo cáo định kỳ 6 tháng trước ngày 15/6, báo cáo năm trước ngày 15/12',
      ['Báo cáo định kỳ 6 tháng: before ..2025-06-15', 'báo cáo năm: before ..2025-12-15'],
    ],
    ['Thường xuyên, báo cáo trước 15/12/2025', ['-: ongoing', 'báo cáo: before ..2025-12-15']],
    ['Đến 30/6/2025 đạt 50%; đến 31/12/2025 đạt 100%', ['đạt 50%: by ..2025-06-30', 'đạt 100%: by ..2025-12-31']],
  ]
  it.each(CELLS)('%s', (cell, expected) => {
    expect(milestones(cell)).toEqual(expected)
  })
})

describe('one milestone', () => {
  it.each([
    ['Báo cáo quý III trước ngày 15/9/2025', 'Báo cáo quý III: before ..2025-09-15'],
    ['Sơ kết 6 tháng đầu năm trước 15/6/2025', 'Sơ kết 6 tháng đầu năm: before ..2025-06-15'],
    ['Báo cáo 6 tháng trước ngày 10/6', 'Báo cáo 6 tháng: before ..2025-06-10'],
    ['Tổng kết năm 2024 trước ngày 31/01/2025', 'Tổng kết năm 2024: before ..2025-01-31'],
    ['Quý I/2025 (trước ngày 25/3)', 'Quý I/2025: before ..2025-03-25'],
    ['Sau khi có hướng dẫn (dự kiến tháng 4/2025)', 'Sau khi có hướng dẫn: month 2025-04-01..2025-04-30'],
    [
      'Theo Công văn số 12/SNV-TĐKT ngày 10/02/2025, gửi trước 15/3/2025',
      'Theo Công văn số 12/SNV-TĐKT ngày 10/02/2025, gửi: before ..2025-03-15',
    ],
    ['Quý III/2025 (tháng 8)', 'Quý III/2025: month 2025-08-01..2025-08-31'],
    ['Ký giao ước thi đua đầu năm (tháng 2)', 'Ký giao ước thi đua đầu năm: month 2025-02-01..2025-02-28'],
    [
      'Tổng kết phong trào giai đoạn 2021-2025 trong quý IV/2025',
      'Tổng kết phong trào giai đoạn 2021-2025: quarter 2025-10-01..2025-12-31',
    ],
    ['Trước 15/3/2025 (thứ Bảy)', '-: before ..2025-03-15'],
    ['15/3/2025 (tức ngày 16/02 Âm lịch)', '-: on ..2025-03-15'],
    ['Hằng tháng, đột xuất khi có yêu cầu', '-: monthly FREQ=MONTHLY'],
    ['Theo kế hoạch năm 2025', '-: open'],
  ])('%s', (wording, expected) => {
    expect(milestones(wording)).toEqual([expected])
  })
})

describe('the wording', () => {
  const wordings = (text: string) => readDeadlines(text, { year: 2025 }).deadlines.map(({ wording }) => wording)

  it('is kept as written, with spaces collapsed and without bullets and end marks', () => {
    expect(wordings(' -  Họp   Hội đồng\n trước ngày  16/6/2025 ;')).toEqual(['Họp Hội đồng trước ngày 16/6/2025'])
  })

  it('keeps brackets in pairs', () => {
    expect(wordings('Hội nghị A (trước 15/3), Hội nghị B (trước 20/3)')).toEqual([
      'Hội nghị A (trước 15/3)',
      'Hội nghị B (trước 20/3)',
    ])
  })

  it('keeps what was scanned wrongly', () => {
    expect(wordings('ngày l5/3/2O25')).toEqual(['ngày l5/3/2O25'])
  })

  it('of running text is the clause that has the date', () => {
    const text =
      'Ủy ban nhân dân phường đề nghị các đơn vị trực thuộc xây dựng kế hoạch và tổ chức thực hiện nghiêm túc; báo cáo kết quả trước ngày 15/01/2026. ' +
      'Trong quá trình thực hiện, nếu có vấn đề phát sinh đề nghị các đơn vị phản ánh về bộ phận thường trực để tổng hợp.'
    expect(wordings(text)).toEqual(['báo cáo kết quả trước ngày 15/01/2026'])
  })

  it.each(['', '  ', '-', '…', ' - \n ; '])('of nothing (%j) is no deadline', (text) => {
    expect(readDeadlines(text, { year: 2025 })).toEqual({ deadlines: [], unread: [] })
  })
})

describe('what is not understood', () => {
  const unread = (text: string) => readDeadlines(text, { year: 2025 })

  it.each([
    '10/3 âm lịch',
    '15/8 (ÂL)',
    'rằm tháng 8',
    'Giỗ tổ Hùng Vương 10/3',
    'tháng Giêng',
    'ngày 10 tháng 3 năm Ất Tỵ',
    'năm học 2024-2025',
    'Học kỳ I',
    'Quý V',
    'trong quý',
    'trước ngày 20',
    'ngày ... tháng ... năm 2025',
    'ngày tháng năm 2025',
    'Tuần 35',
  ])('%s stays open and is told', (text) => {
    const { deadlines, unread: parts } = unread(text)
    expect(deadlines.map(({ kind, to }) => [kind, to])).toEqual([['open', null]])
    expect(parts).toEqual([text])
  })

  it('is told beside what is', () => {
    expect(unread('Họp trước 15/3/2025; Lễ hội: 10/3 âm lịch').unread).toEqual(['Lễ hội: 10/3 âm lịch'])
  })

  it.each([
    'Theo tiến độ tại Phụ lục 1',
    'Theo Kế hoạch số 99/KH-UBND ngày 22/3/2023',
    'Thường xuyên',
    'Chưa xác định',
    'Khi có yêu cầu',
  ])('%s is understood: it names no time', (text) => {
    expect(unread(text).unread).toEqual([])
  })
})
