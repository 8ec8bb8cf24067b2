import type { Block } from '#documents/neutral.ts'
import type { Summary } from './summary.ts'

/** A document as the Word or PDF reader hands it over, and what a person reads in it. */
export interface BuiltPlan extends Summary {
  hard: string
  blocks: Block[]
}

type Line = string | { heading: string } | string[][]

/** Blocks of paragraphs (strings), headings and tables (rows of cells), each on the next line. */
function built(...lines: Line[]): Block[] {
  let line = 0
  return lines.map((one): Block => {
    if (Array.isArray(one)) return { kind: 'table', rows: one.map((cells) => ({ cells, line: ++line })) }
    const heading = typeof one === 'object'
    return { kind: 'paragraph', text: heading ? one.heading : one, line: ++line, heading }
  })
}

const letterhead = (body: string, number: string, dated: string): string[][] => [
  [body, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
  [number, dated],
]

export const BUILT_PLANS: Record<string, BuiltPlan> = {
  'table without its head on the next page': {
    hard: 'a table goes on without its head, its first row being the rest of the row before',
    blocks: built(
      letterhead('UBND PHƯỜNG MINH TÂN', 'Số: 15/KH-UBND', 'Minh Tân, ngày 20 tháng 01 năm 2025'),
      { heading: 'KẾ HOẠCH' },
      'Công tác thi đua, khen thưởng năm 2025',
      { heading: 'PHỤ LỤC' },
      'NHIỆM VỤ THI ĐUA, KHEN THƯỞNG NĂM 2025',
      [
        ['TT', 'Nội dung', 'Chủ trì', 'Phối hợp', 'Thời hạn'],
        ['1', 'Ban hành kế hoạch', 'Văn phòng', 'Các đoàn thể', '31/01/2025'],
        ['2', 'Hướng dẫn các tổ dân phố đăng ký', 'Văn phòng', 'Mặt trận', 'Trước ngày'],
      ],
      [
        ['', 'danh hiệu khu phố văn hóa', '', 'Tổ quốc phường', '15/3/2025'],
        ['3', 'Bình xét', 'Hội đồng', '', 'Tháng 11'],
      ],
    ),
    plan: '15/KH-UBND | 2025-01-20 | UBND PHƯỜNG MINH TÂN | Công tác thi đua, khen thưởng năm 2025 | 2025-01-01 | 2025-12-31',
    tasks: [
      'PL mục 1 | - | Ban hành kế hoạch | - | Văn phòng | Các đoàn thể | on 2025-01-31',
      'PL mục 2 | - | Hướng dẫn các tổ dân phố đăng ký danh hiệu khu phố văn hóa | - | Văn phòng | Mặt trận Tổ quốc phường | before 2025-03-15',
      'PL mục 3 | - | Bình xét | - | Hội đồng | - | month 2025-11-01 2025-11-30',
    ],
    quotas: [],
    warnings: [],
  },
  'section rows as Word repeats a merged cell': {
    hard: 'sections merged over the row, a unit merged over rows, quarters as sections',
    blocks: built(
      letterhead('TRƯỜNG CAO ĐẲNG KỸ THUẬT BIỂN ĐÔNG', 'Số: 07/KH-CĐBĐ', 'Biển Đông, ngày 06 tháng 01 năm 2026'),
      'KẾ HOẠCH',
      'Thi đua, khen thưởng năm 2026',
      [
        ['STT', 'Nhiệm vụ', 'Đơn vị thực hiện', 'Thời gian', 'Ghi chú'],
        ['QUÝ I', 'QUÝ I', 'QUÝ I', 'QUÝ I', 'QUÝ I'],
        ['1', 'Đăng ký thi đua', 'Phòng Tổ chức', 'trước 25/01', 'mẫu 01'],
        ['2', 'Ký giao ước', 'Phòng Tổ chức', '', ''],
        ['QUÝ II', '', '', '', ''],
        ['3', 'Sơ kết 6 tháng', 'Ban Giám hiệu', '15/7/2026', ''],
      ],
    ),
    plan: '07/KH-CĐBĐ | 2026-01-06 | TRƯỜNG CAO ĐẲNG KỸ THUẬT BIỂN ĐÔNG | Thi đua, khen thưởng năm 2026 | 2026-01-01 | 2026-12-31',
    tasks: [
      'Quý I mục 1 | QUÝ I | Đăng ký thi đua | - | Phòng Tổ chức | - | before 2026-01-25',
      'Quý I mục 2 | QUÝ I | Ký giao ước | - | Phòng Tổ chức | - | quarter 2026-01-01 2026-03-31',
      'Quý II mục 3 | QUÝ II | Sơ kết 6 tháng | - | Ban Giám hiệu | - | on 2026-07-15',
    ],
    quotas: [],
    warnings: [],
  },
  'award pairs under one label': {
    hard: 'awards with "TT/CN" below them, totals in front',
    blocks: built(
      letterhead('UBND HUYỆN ĐÔNG SƠN', 'Số: 52/KH-UBND', 'Đông Sơn, ngày 24 tháng 3 năm 2025'),
      'KẾ HOẠCH',
      'Khen thưởng phong trào “Thắp sáng đường quê” năm 2025',
      'PHỤ LỤC 1',
      'Chỉ tiêu đề nghị khen thưởng',
      [
        ['STT', 'Xã, thị trấn', 'Tổng số', 'Bằng khen (TT/CN)', 'Giấy khen (TT/CN)'],
        ['', 'Toàn huyện', '13', '2/3', '4/4'],
        ['1', 'Xã Phú Đông', '5', '1/1', '2/1'],
        ['2', 'Thị trấn Đông Sơn', '8', '1/2', '2/3'],
      ],
    ),
    plan: '52/KH-UBND | 2025-03-24 | UBND HUYỆN ĐÔNG SƠN | Khen thưởng phong trào “Thắp sáng đường quê” năm 2025 | 2025-01-01 | 2025-12-31',
    tasks: [],
    quotas: [
      'phong trào “Thắp sáng đường quê” năm 2025 - Bằng khen | Xã Phú Đông | quota | 1 | 1 | -',
      'phong trào “Thắp sáng đường quê” năm 2025 - Giấy khen | Xã Phú Đông | quota | 2 | 1 | -',
      'phong trào “Thắp sáng đường quê” năm 2025 - Bằng khen | Thị trấn Đông Sơn | quota | 1 | 2 | -',
      'phong trào “Thắp sáng đường quê” năm 2025 - Giấy khen | Thị trấn Đông Sơn | quota | 2 | 3 | -',
    ],
    warnings: [],
  },
  'awards that are of no category': {
    hard: 'award titles as columns that do not say whom they are for: warned of, never guessed',
    blocks: built(
      letterhead('SỞ VĂN HÓA TỈNH THANH AN', 'Số: 91/KH-SVH', 'Thanh An, ngày 02 tháng 4 năm 2025'),
      'KẾ HOẠCH',
      'Xét khen thưởng năm 2025',
      'PHỤ LỤC',
      'PHÂN BỔ CHỈ TIÊU KHEN THƯỞNG',
      [
        ['STT', 'Đơn vị', 'Giấy khen', 'Bằng khen', 'Cờ thi đua', 'Chiến sĩ thi đua cơ sở'],
        ['1', 'Thư viện tỉnh', '4', '1', '', '2'],
        ['2', 'Bảo tàng tỉnh', '3', '', '1', '3'],
      ],
    ),
    plan: '91/KH-SVH | 2025-04-02 | SỞ VĂN HÓA TỈNH THANH AN | Xét khen thưởng năm 2025 | 2025-01-01 | 2025-12-31',
    tasks: [],
    quotas: [
      'PHÂN BỔ CHỈ TIÊU KHEN THƯỞNG | Thư viện tỉnh | quota | - | 2 | -',
      'PHÂN BỔ CHỈ TIÊU KHEN THƯỞNG | Bảo tàng tỉnh | quota | 1 | 3 | -',
    ],
    warnings: ['unread-quota PL dòng 8', 'unread-quota PL dòng 8', 'unread-quota PL dòng 9'],
  },
  'items numbered by Word with their times below': {
    hard: 'labels below each item, a place and persons among them, no table',
    blocks: built(
      'ĐẢNG ỦY KHỐI DOANH NGHIỆP',
      'Số 33-CTr/ĐUK',
      'Hồ Tây, ngày 12 tháng 02 năm 2025',
      { heading: 'CHƯƠNG TRÌNH' },
      'công tác thi đua, khen thưởng năm 2025',
      { heading: 'I. NHIỆM VỤ CỤ THỂ' },
      '1. Hội nghị tổng kết năm 2024',
      '- Thời gian: 25/02/2025',
      '- Địa điểm: Hội trường tầng 3',
      '- Chủ trì: Ban Thường vụ',
      '- Đơn vị chuẩn bị: Văn phòng',
      '2. Kiểm tra chéo giữa các chi bộ',
      '- Thời gian: từ 01/8 đến 31/8/2025',
      '- Đơn vị thực hiện: Ủy ban Kiểm tra',
      'Nơi nhận:',
      '- Các chi bộ',
    ),
    plan: '33-CTr/ĐUK | 2025-02-12 | ĐẢNG ỦY KHỐI DOANH NGHIỆP | công tác thi đua, khen thưởng năm 2025 | 2025-01-01 | 2025-12-31',
    tasks: [
      'mục I.1 | I. NHIỆM VỤ CỤ THỂ | Hội nghị tổng kết năm 2024 | - | Ban Thường vụ | - | on 2025-02-25',
      'mục I.2 | I. NHIỆM VỤ CỤ THỂ | Kiểm tra chéo giữa các chi bộ | - | Ủy ban Kiểm tra | - | range 2025-08-01 2025-08-31',
    ],
    quotas: [],
    warnings: [],
  },
}
