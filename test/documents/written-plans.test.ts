import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readPlan } from '#documents/read-plan.ts'
import { summaryOf } from './summary.ts'
import type { Summary } from './summary.ts'

/** What a person reads in each document of `plans/`, and what is hard about it. */
const DOCUMENTS: Record<string, Summary & { hard: string }> = {
  'award-columns.txt': {
    hard: 'awards as columns, a share in one of them, a sum',
    plan: '44/KH-LĐLĐ | 2025-02-20 | LIÊN ĐOÀN LAO ĐỘNG HUYỆN HÒA AN | Xét khen thưởng phong trào thi đua lao động giỏi năm 2025 | 2025-01-01 | 2025-12-31',
    tasks: [],
    quotas: [
      'phong trào thi đua lao động giỏi năm 2025 | Công đoàn Bệnh viện | quota | 2 | - | 1',
      'phong trào thi đua lao động giỏi năm 2025 | Công đoàn Bệnh viện | percent | - | 15 | -',
      'phong trào thi đua lao động giỏi năm 2025 | Công đoàn Chi cục Thuế | quota | 1/3 | 4 | -',
    ],
    warnings: [],
  },
  'bars-without-edge.txt': {
    hard: 'cells parted by bars; a school year, in which months without a year fall in either',
    plan: '210/KH-ĐHPN | 2025-09-05 | TRƯỜNG ĐẠI HỌC PHƯƠNG NAM | Công tác thi đua, khen thưởng năm học 2025 - 2026 | 2025-09-01 | 2026-08-31',
    tasks: [
      'PL mục 1 | - | Đăng ký thi đua | - | Các khoa | - | before 2025-09-30',
      'PL mục 2 | - | Xét sáng kiến | - | Phòng KHCN | - | month 2026-04-01 2026-04-30',
      'PL mục 3 | - | Họp Hội đồng | - | Phòng TCCB | - | on 2026-06-15',
    ],
    quotas: [],
    warnings: [],
  },
  'broken-cells.txt': {
    hard: 'cells broken by line ends, a section without a tab, a page number, signs the scanner misread',
    plan: '19/KH-UBND | 2025-01-10 | UỶ BAN NHÂN DÂN PHƯỜNG LÊ LAI | Công tác thi đua , khen thưởng năm 2025 | 2025-01-01 | 2025-12-31',
    tasks: [
      'PL1 mục 1 | - | Xây dựng kế hoạch năm 2025 | - | Công chức Văn phòng | - | before 2025-01-15',
      'PL1 mục 2 | - | Tổ chức ký giao ước | - | Văn phòng | - | before 2025-02-20',
      'PL1 mục 3 | - | Bình xét thi đua quý I ( các tổ dân phố) | - | Ban Thi đua | - | on 2025-03-30',
      'PL1 mục 4 | Quý II | Kiểm tra chéo | - | Ban Thi đua | - | month 2025-05-01 2025-05-31',
      'PL1 việc thứ 5 | Quý II | Sơ kết sáu tháng | - | Chủ tịch UBND | - | before 2025-07-05',
    ],
    quotas: [],
    warnings: [],
  },
  'cell-a-line.txt': {
    hard: 'a table that the converter left with one cell a line',
    plan: '41/KH-UBND | 2025-01-09 | UBND PHƯỜNG ĐÔNG HẢI | Công tác thi đua, khen thưởng năm 2025 | 2025-01-01 | 2025-12-31',
    tasks: [
      'PL1 mục 1 | - | Ban hành kế hoạch công tác thi đua | - | Văn phòng UBND | - | before 2025-01-20',
      'PL1 mục 2 | - | Tổng hợp đăng ký thi đua của các đơn vị | - | Văn phòng UBND | - | before 2025-02-28',
      'PL1 mục 3 | II. Quý II | Sơ kết 6 tháng đầu năm | - | Văn phòng UBND | - | quarter 2025-04-01 2025-06-30',
    ],
    quotas: [],
    warnings: [],
  },
  'company-labels.txt': {
    hard: 'times and units under labels, quotas in a list, a dated duty in running text',
    plan: '112/KH-CKHL | 2025-01-20 | CÔNG TY CỔ PHẦN CƠ KHÍ HƯNG LONG | Tổ chức phong trào thi đua lao động giỏi, lao động sáng tạo năm 2025 | 2025-01-01 | 2025-12-31',
    tasks: [
      'mục 2.1 | 2. Nhiệm vụ cụ thể | Phát động thi đua toàn Công ty | - | Phòng Tổ chức Hành chính | Công đoàn Công ty | before 2025-02-15',
      'mục 2.2 | 2. Nhiệm vụ cụ thể | Tổ chức hội thi thợ giỏi | - | Phòng Kỹ thuật | các phân xưởng | quarter 2025-04-01 2025-06-30',
      'mục 2.3 | 2. Nhiệm vụ cụ thể | Tổng kết, khen thưởng cuối năm | - | Hội đồng Thi đua - Khen thưởng Công ty | - | month 2025-12-01 2025-12-31',
      'việc thứ 4 | - | Các đơn vị báo cáo kết quả về Phòng Tổ chức Hành chính chậm nhất ngày 05/12/2025 để tổng hợp | - | - | - | by 2025-12-05',
    ],
    quotas: [
      'phong trào thi đua lao động giỏi, lao động sáng tạo năm 2025 | Phân xưởng Đúc | quota | 2 | 10 | -',
      'phong trào thi đua lao động giỏi, lao động sáng tạo năm 2025 | Phân xưởng Tiện | quota | 1 | 8 | -',
      'phong trào thi đua lao động giỏi, lao động sáng tạo năm 2025 | Khối văn phòng | quota | - | 5 | -',
    ],
    warnings: [],
  },
  'duties-by-unit.txt': {
    hard: 'duties under the unit or the kind they belong to, their time on a line of its own; targets and exclusions that are none',
    plan: '205/KH-HĐTĐKT | 2025-02-20 | HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG SỞ CÔNG THƯƠNG TỈNH PHÚ LÂM | Tổ chức các phong trào thi đua năm 2025 | 2025-01-01 | 2025-12-31',
    tasks: [
      'mục 1.a | 1. Văn phòng Sở | Tham mưu phát động phong trào thi đua | - | Văn phòng Sở | - | before 2025-03-05',
      'mục 1.b | 1. Văn phòng Sở | Thẩm định hồ sơ khen thưởng | - | Văn phòng Sở | - | quarter 2025-10-01 2025-12-31',
      'mục 2.a | 2. Công tác phối hợp | Kiểm tra chéo các cụm | - | - | - | range 2025-06-01 2025-06-15',
      'mục 2.b | 2. Công tác phối hợp | Khen thưởng đột xuất | - | - | - | ongoing',
      'việc thứ 5 | - | Ngày 25 của tháng cuối quý tổng hợp báo cáo Giám đốc | - | - | - | quarterly FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=25',
    ],
    quotas: [],
    warnings: [],
  },
  'groups-without-blanks.txt': {
    hard: 'movements over their categories, the blank cells of the merge lost',
    plan: '31/KH-UBND | 2025-01-16 | UBND XÃ LONG AN | Công tác thi đua, khen thưởng năm 2025 | 2025-01-01 | 2025-12-31',
    tasks: [],
    quotas: [
      'Phong trào thi đua yêu nước | Hội Nông dân | quota | 1 | 3 | -',
      'Phong trào xây dựng nông thôn mới | Hội Nông dân | quota | - | 2 | 5',
      'Phong trào thi đua yêu nước | Thôn 1, 2, 3 | quota | 2/3 | 5 | -',
      'Phong trào xây dựng nông thôn mới | Thôn 1, 2, 3 | quota | 0 | 3 | 6',
    ],
    warnings: [],
  },
  'half-year-bullets.txt': {
    hard: 'items under headings that name a time',
    plan: '71/KH-UBND | 2025-07-01 | ĐẢNG ỦY - UBND XÃ LONG THẠNH | Nhiệm vụ thi đua, khen thưởng 6 tháng cuối năm 2025 | 2025-07-01 | 2025-12-31',
    tasks: [
      'Tháng 8 mục a | 1. Tháng 8 năm 2025 | Kiện toàn Hội đồng Thi đua - Khen thưởng xã | - | - | - | month 2025-08-01 2025-08-31',
      'Tháng 8 mục b | 1. Tháng 8 năm 2025 | Phát động thi đua cao điểm | - | - | - | month 2025-08-01 2025-08-31',
      'Quý IV mục 1 | 2. Quý IV | Tổng kết phong trào thi đua, hoàn thành trước ngày 15/12/2025 | - | - | - | before 2025-12-15',
      'Quý IV mục 2 | 2. Quý IV | Công khai danh sách khen thưởng | - | - | - | quarter 2025-10-01 2025-12-31',
    ],
    quotas: [],
    warnings: [],
  },
  'html-table.txt': {
    hard: 'a task table in the body, in HTML',
    plan: '77/KH-UBND | 2025-03-04 | UBND PHƯỜNG NAM CƯỜNG | Thi đua cao điểm quý II năm 2025 | 2025-04-01 | 2025-06-30',
    tasks: [
      'mục 1 | - | Phát động thi đua toàn phường | - | Công an phường | - | on 2025-04-05',
      'mục 2 | - | Sơ kết đợt thi đua | - | - | - | on 2025-06-30',
    ],
    quotas: [],
    warnings: [],
  },
  'laid-out-cells.txt': {
    hard: 'columns laid out with spaces, cells that go on under themselves, a short section row',
    plan: '78/KH-UBND | 2025-02-14 | ỦY BAN NHÂN DÂN HUYỆN TRUNG SƠN | Công tác thi đua, khen thưởng huyện Trung Sơn năm 2025 | 2025-01-01 | 2025-12-31',
    tasks: [
      'PL mục 1 | - | Ban hành kế hoạch tổ chức Hội nghị điển hình tiên tiến | - | Phòng Nội vụ | Các đơn vị | before 2025-02-28',
      'PL mục 2 | II. Quý II | Tổ chức Hội nghị điển hình tiên tiến huyện | - | Phòng Nội vụ | Văn phòng HĐND-UBND | month 2025-05-01 2025-05-31',
      'PL mục 3 | II. Quý II | Tổng kết năm 2025 | - | Phòng Nội vụ | - | before 2025-12-20',
    ],
    quotas: [],
    warnings: [],
  },
  'listed-appendix.txt': {
    hard: 'an appendix without a table; another that is missing',
    plan: '09-KH/ĐU | 2025-01-15 | ĐẢNG ỦY XÃ MINH KHAI | Công tác thi đua, khen thưởng năm 2025 | 2025-01-01 | 2025-12-31',
    tasks: [
      'PL1 Quý I mục 1 | Quý I | Tổ chức hội nghị ký kết giao ước thi đua | - | - | - | before 2025-01-25',
      'PL1 Quý I mục 2 | Quý I | Rà soát quy chế thi đua | - | - | - | quarter 2025-01-01 2025-03-31',
      'PL1 Quý II mục 1 | Quý II | Kiểm tra công tác thi đua tại các chi bộ | - | - | - | quarter 2025-04-01 2025-06-30',
    ],
    quotas: [],
    warnings: ['missing-appendix -'],
  },
  'listed-then-given.txt': {
    hard: 'appendices listed in the body before they start; a table without numbers',
    plan: '12/KH-UBND | 2025-01-20 | UBND XÃ KHÁNH VÂN | Thi đua, khen thưởng năm 2025 | 2025-01-01 | 2025-12-31',
    tasks: [
      'PL1 việc thứ 1 | - | Lập danh sách | - | Bà Tư | - | on 2025-02-15',
      'PL1 việc thứ 2 | - | Họp xét | - | Ông Năm | - | before 2025-02-28',
      'PL1 việc thứ 3 | - | Gửi hồ sơ lên huyện | - | Bà Tư | - | relative',
    ],
    quotas: ['CHỈ TIÊU | Công an xã | quota | 1 | 4 | -', 'CHỈ TIÊU | Trạm y tế | quota | 0 | 2 | -'],
    warnings: [],
  },
  'lost-head.txt': {
    hard: 'a table without its head',
    plan: '33/KH-UBND | 2025-01-02 | UBND XÃ TRƯỜNG SƠN | Công tác thi đua, khen thưởng năm 2025 | 2025-01-01 | 2025-12-31',
    tasks: [
      'PL1 mục 1 | - | Ban hành kế hoạch | - | Văn phòng | - | before 2025-01-10',
      'PL1 mục 2 | - | Phát động thi đua đợt 1 chào mừng ngày thành lập Đảng | - | Hội đồng | - | before 2025-02-03',
      'PL1 mục 3 | - | Tổng kết | - | Văn phòng | - | month 2025-12-01 2025-12-31',
    ],
    quotas: [],
    warnings: [],
  },
  'ministry-body-table.txt': {
    hard: 'a task table in the body, sections without a mark, bullets on lines of their own in a cell',
    plan: '1520/KH-BXD | 2025-03-14 | Bộ Xây dựng | CÔNG TÁC THI ĐUA, KHEN THƯỞNG NĂM 2025 CỦA BỘ XÂY DỰNG | 2025-01-01 | 2025-12-31',
    tasks: [
      'mục 1 | Công tác xây dựng thể chế | Xây dựng Thông tư hướng dẫn | - | Vụ Tổ chức cán bộ | Vụ Pháp chế | quarter 2025-04-01 2025-06-30, quarter 2025-07-01 2025-09-30',
      'mục 2 | Công tác xây dựng thể chế | Sửa đổi Quy chế Hội đồng | - | Vụ Tổ chức cán bộ | - | on 2025-06-30',
      'mục 3 | Công tác khen thưởng | Trình khen cao | - | Văn phòng Bộ | Các đơn vị | ongoing',
      'mục 4 | Công tác khen thưởng | Họp Hội đồng - Đợt 1 - Đợt 2 | - | Văn phòng Bộ | - | month 2025-06-01 2025-06-30, month 2025-12-01 2025-12-31',
      'việc thứ 5 | - | Thủ trưởng các đơn vị gửi đăng ký thi đua về Văn phòng Bộ | - | - | - | before 2025-03-31',
    ],
    quotas: [],
    warnings: [],
  },
  'months-in-bold.txt': {
    hard: 'months as headings, tasks as plain lines, no date of issue',
    plan: '05/KH-BTV |  | HỘI LIÊN HIỆP PHỤ NỮ TỈNH | Thực hiện phong trào thi đua "Phụ nữ tích cực học tập" quý III năm 2025 | 2025-07-01 | 2025-09-30',
    tasks: [
      'Tháng 7 mục 1 | Tháng 7 | Ban hành văn bản chỉ đạo các cấp Hội | - | - | - | month 2025-07-01 2025-07-31',
      'Tháng 7 mục 2 | Tháng 7 | Tổ chức sinh hoạt chuyên đề | - | - | - | month 2025-07-01 2025-07-31',
      'Tháng 8 mục 1 | Tháng 8 | Kiểm tra tại cơ sở | - | - | - | month 2025-08-01 2025-08-31',
      'Tháng 9 mục 1 | Tháng 9 | Tổng kết, báo cáo về Tỉnh hội trước 20/9 | - | - | - | before 2025-09-20',
    ],
    quotas: [],
    warnings: [],
  },
  'nested-numbers.txt': {
    hard: 'rows numbered within rows; who directs beside who does it',
    plan: '60/KH-UBND | 2025-01-06 | UBND HUYỆN CẨM LÂM | Công tác thi đua, khen thưởng năm 2025 | 2025-01-01 | 2025-12-31',
    tasks: [
      'PL1 mục 1.1 | 1. Công tác tuyên truyền | Mở chuyên mục trên đài | UBND huyện | Trung tâm Văn hóa | - | quarter 2025-01-01 2025-03-31',
      'PL1 mục 1.2 | 1. Công tác tuyên truyền | Biên tập sách gương điển hình | UBND huyện | Phòng Văn hóa | - | before 2025-09-30',
      'PL1 mục 2.1 | 2. Công tác khen thưởng | Xét khen thưởng chuyên đề | Hội đồng TĐKT | Phòng Nội vụ | - | monthly FREQ=MONTHLY;BYMONTHDAY=15',
      'PL1 mục 2.2 | 2. Công tác khen thưởng | Tổng kết năm | Hội đồng TĐKT | Phòng Nội vụ | - | before 2025-12-10',
    ],
    quotas: [],
    warnings: [],
  },
  'numbered-duties.txt': {
    hard: 'numbered items of the section that names tasks; several years',
    plan: '15/KH-UBND | 2025-02-10 | UBND XÃ HÒA TIẾN | Công tác thi đua, khen thưởng giai đoạn 2025-2030 | 2025-01-01 | 2030-12-31',
    tasks: [
      'mục III.1 | III. NHIỆM VỤ TRỌNG TÂM | Tổ chức Hội nghị điển hình tiên tiến trong tháng 5/2025 | - | - | - | month 2025-05-01 2025-05-31',
      'mục III.2 | III. NHIỆM VỤ TRỌNG TÂM | Đăng ký thi đua hằng năm trước ngày 28/02 | - | - | - | yearly FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28',
      'mục III.3 | III. NHIỆM VỤ TRỌNG TÂM | Bồi dưỡng điển hình tiên tiến | - | - | - | ',
      'việc thứ 4 | - | Báo cáo về UBND xã | - | - | - | yearly FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=30',
    ],
    quotas: [],
    warnings: [],
  },
  'numbered-sections.txt': {
    hard: 'numbered rows that head others, limits in titles, times on lines of a cell, a merged time, scanned digits',
    plan: '118/KH-UBND | 2025-01-06 | UBND XÃ HÒA LẠC | Công tác thi đua, khen thưởng năm 2025 | 2025-01-01 | 2025-12-31',
    tasks: [
      'PL1 mục 1.1 | 1. Công tác thi đua | Ký giao ước thi đua | - | Các thôn | - | quarter 2025-01-01 2025-03-31',
      'PL1 mục 2 | - | Kiểm tra các thôn | - | Văn phòng | - | on 2025-05-15, on 2025-09-20',
      'PL1 việc thứ 3 | 3. Xét khen thưởng chuyên đề | a) Chuyên đề môi trường | - | Văn phòng | - | on 2025-08-30',
      'PL1 mục 4 | - | Bình xét cuối năm (các thôn gửi hồ sơ trước l5/11/2025) | - | Hội đồng | - | before 2025-12-05, before 2025-11-15',
      'PL1 mục 5 | - | Nộp báo cáo tổng kết trước ngày 20/12/2025 | - | Văn phòng | - | before 2025-12-20',
      'PL2 việc thứ 1 | - | Kiện toàn Hội đồng | - | Văn phòng | - | month 2025-07-01 2025-07-31',
      'PL2 việc thứ 2 | - | Phát động thi đua | - | Các thôn | - | month 2025-07-01 2025-07-31',
      'PL2 việc thứ 3 | - | Tập huấn nghiệp vụ cho các thôn | - | Văn phòng | - | month 2025-08-01 2025-08-31',
    ],
    quotas: [],
    warnings: [],
  },
  'page-breaks.txt': {
    hard: 'a row cut by a page break in every cell, sections within sections, several deadlines in a cell',
    plan: '18/KH-UBND | 2024-12-16 | ỦY BAN NHÂN DÂN PHƯỜNG TÂN LẬP | Công tác thi đua, khen thưởng năm 2025 | 2025-01-01 | 2025-12-31',
    tasks: [
      'PL1 mục 1 | I. Quý I | Xây dựng quy chế xét tặng danh hiệu Tổ dân phố kiểu mẫu giai đoạn 2025-2030 | Chủ tịch UBND | Văn phòng - Thống kê | Các tổ dân phố | before 2025-02-20',
      'PL1 mục 2 | I. Quý I | Rà soát điển hình | Chủ tịch UBND | Văn phòng - Thống kê | Hội Phụ nữ | on 2025-03-31',
      'PL1 mục 3 | II. Quý II | Thẩm định hồ sơ đợt hè | Phó Chủ tịch UBND | Công chức Văn hóa | - | before 2025-04-15, before 2025-04-30',
      'PL1 mục 4 | B. VIỆC HẰNG THÁNG | Báo cáo kết quả thi đua | - | Các tổ dân phố | - | monthly FREQ=MONTHLY;BYMONTHDAY=20',
    ],
    quotas: [],
    warnings: [],
  },
  'phases-and-clauses.txt': {
    hard: 'phases with their months in brackets or behind a colon, several dates in one item',
    plan: '61/KH-UBND | 2025-04-03 | ỦY BAN NHÂN DÂN PHƯỜNG CỬA NAM | Tổ chức phong trào thi đua "Phường văn minh" năm 2025 (từ tháng 4/2025 đến tháng 11/2025) | 2025-04-01 | 2025-11-30',
    tasks: [
      'mục I.1 | I. THỜI GIAN THỰC HIỆN | Giai đoạn 1: Phát động, tuyên truyền | - | - | - | range 2025-04-01 2025-07-31',
      'mục I.2 | I. THỜI GIAN THỰC HIỆN | Giai đoạn 2, triển khai cao điểm | - | - | - | range 2025-08-01 2025-10-31',
      'mục I.3 | I. THỜI GIAN THỰC HIỆN | Tổng kết, các tổ dân phố gửi báo cáo trước ngày l0/11/2025 | - | - | - | before 2025-11-10',
      'mục I.4 | I. THỜI GIAN THỰC HIỆN | Bình xét khen thưởng: các tổ gửi hồ sơ trước ngày 10/11/2025; Hội đồng họp xét ngày 15/11/2025; trình phường trước ngày 20/11/2025 | - | - | - | before 2025-11-10, on 2025-11-15, before 2025-11-20',
    ],
    quotas: [],
    warnings: [],
  },
  'pipe-tables.txt': {
    hard: 'Markdown tables, columns in another order, awards over their categories',
    plan: '25/KH-HĐTĐKT | 2026-02-05 | Hội đồng Thi đua - Khen thưởng phường An Thịnh | Hoạt động của Hội đồng Thi đua - Khen thưởng phường An Thịnh năm 2026 | 2026-01-01 | 2026-12-31',
    tasks: [
      'PL1 mục 1 | Quý I | Ban hành kế hoạch phát động thi đua | - | Văn phòng HĐND và UBND | Các ban, ngành | on 2026-02-28',
      'PL1 mục 2 | Quý I | Ký kết giao ước thi đua các tổ dân phố | - | Phòng Văn hóa - Xã hội | 12 tổ dân phố | before 2026-03-20',
      'PL1 mục 3 | Quý II | Sơ kết 6 tháng đầu năm | - | Văn phòng HĐND và UBND | - | month 2026-06-01 2026-06-30',
    ],
    quotas: [
      'CHỈ TIÊU ĐỀ NGHỊ KHEN THƯỞNG - Giấy khen | Công an phường | quota | 2 | 6 | -',
      'CHỈ TIÊU ĐỀ NGHỊ KHEN THƯỞNG - Bằng khen | Công an phường | quota | 1 | 1 | -',
      'CHỈ TIÊU ĐỀ NGHỊ KHEN THƯỞNG - Giấy khen | Trạm Y tế | quota | 1 | 3 | -',
      'CHỈ TIÊU ĐỀ NGHỊ KHEN THƯỞNG - Bằng khen | Trạm Y tế | quota | - | 1 | -',
    ],
    warnings: [],
  },
  'prose-duties.txt': {
    hard: 'dated duties in running text, beside citations',
    plan: '07/KH-UBND | 2025-01-08 | UBND xã Phú Hòa | Phát động phong trào thi đua đặc biệt chào mừng Đại hội Đảng bộ xã năm 2025 | 2025-01-01 | 2025-12-31',
    tasks: [
      'việc thứ 1 | - | Các ban, ngành, đoàn thể tổ chức phát động thi đua trong cơ quan mình | - | - | - | before 2025-01-20',
      'việc thứ 2 | - | Văn phòng UBND xã tổng hợp kết quả, báo cáo UBND huyện | - | - | - | monthly FREQ=MONTHLY;BYMONTHDAY=25',
      'việc thứ 3 | - | Hồ sơ đề nghị khen thưởng gửi về Văn phòng UBND xã | - | - | - | by 2025-04-15',
    ],
    quotas: [],
    warnings: [],
  },
  'quota-columns.txt': {
    hard: 'movements as rows; collectives and individuals in one cell; groups of units',
    plan: '88/KH-UBND | 2025-02-14 | ỦY BAN NHÂN DÂN QUẬN BẮC GIANG HẠ | Khen thưởng các phong trào thi đua năm 2025 | 2025-01-01 | 2025-12-31',
    tasks: [],
    quotas: [
      'Toàn dân bảo vệ an ninh Tổ quốc | (whole) | quota | 10 | 15 | -',
      'Xây dựng gia đình văn hóa | (whole) | quota | - | - | 25',
      'Giảm nghèo bền vững | (whole) | quota | 5 | 0 | 3',
      'phong trào thi đua năm 2025 | Phường Hồng Hà | quota | 2 | 5 | 1',
      'phong trào thi đua năm 2025 | Phường Thanh Bình | quota | 1 | 3 | -',
      'phong trào thi đua năm 2025 | Phòng Kinh tế | quota | - | 2 | -',
      'phong trào thi đua năm 2025 | Thanh tra quận | quota | - | - | -',
    ],
    warnings: ['unread-quota PL2 dòng 27'],
  },
  'quota-groups.txt': {
    hard: 'movements over their categories, a movement with its unit in one sentence, a number of no category',
    plan: '33/KH-UBND | 2025-02-10 | UBND THÀNH PHỐ THỦ BÌNH | Phân bổ chỉ tiêu khen thưởng các phong trào năm 2025 | 2025-01-01 | 2025-12-31',
    tasks: [],
    quotas: [
      'Phong trào “Dân vận khéo” | Phường An Khê | quota | 1 | 2 | -',
      'Phong trào “Xóa nhà tạm” | Phường An Khê | quota | - | 3 | -',
      'Phong trào “Dân vận khéo” | Phường Bình Tân | quota | 2 | 1 | -',
      'Phong trào “Xóa nhà tạm” | Phường Bình Tân | quota | 1 | - | -',
      'Phong trào thi đua “Dạy tốt - Học tốt” | (whole) | quota | 10 | 25 | -',
      'Cuộc vận động “Toàn dân tập thể dục” | mỗi phường | quota | 1 | 2 | -',
      'Phong trào hiến đất | (whole) | by-proposal | - | - | -',
      'phong trào năm 2025 - Chiến sĩ thi đua cơ sở | (whole) | percent | - | 15 | -',
      'phong trào năm 2025 | Phòng Nội vụ | quota | 2 | 3 | -',
      'phong trào năm 2025 | Phòng Y tế | quota | - | 1 | -',
      'phong trào năm 2025 | Phòng Tư pháp | quota | - | - | -',
    ],
    warnings: ['unread-quota PL2 dòng 25'],
  },
  'quota-sentences.txt': {
    hard: 'quotas in sentences, shares, proposals, a movement that says nothing',
    plan: '201/KH-UBND | 2025-03-03 | UBND HUYỆN TÂN SƠN | Phân bổ chỉ tiêu khen thưởng năm 2025 | 2025-01-01 | 2025-12-31',
    tasks: [],
    quotas: [
      'Phong trào thi đua yêu nước - Chiến sĩ thi đua cơ sở | (whole) | percent | - | 15 | -',
      'Phong trào thi đua yêu nước | Công an huyện | quota | 5 | 20 | -',
      'Phong trào thi đua yêu nước | Phòng Nội vụ | quota | 1 | 3 | -',
      'Phong trào xây dựng nông thôn mới | (whole) | quota | 12 | 30 | 8',
      'Phong trào khuyến học | (whole) | by-proposal | - | - | -',
    ],
    warnings: ['unread-quota PL dòng 24'],
  },
  'rounds-and-reports.txt': {
    hard: 'rounds and reports with the time behind a colon',
    plan: '88/KH-CAT-PX03 |  | CÔNG AN TỈNH | Tổ chức phong trào thi đua "Vì an ninh Tổ quốc" năm 2025 | 2025-01-01 | 2025-12-31',
    tasks: [
      'mục II.1 | II. CÁC ĐỢT THI ĐUA | Đợt 1 | - | - | - | range 2025-01-01 2025-04-30',
      'mục II.2 | II. CÁC ĐỢT THI ĐUA | Đợt 2 | - | - | - | range 2025-05-01 2025-08-19',
      'mục II.3 | II. CÁC ĐỢT THI ĐUA | Đợt 3 | - | - | - | range 2025-08-20 2025-12-31',
      'việc thứ 4 | - | Báo cáo sơ kết 6 tháng | - | - | - | before 2025-06-10',
      'việc thứ 5 | - | Báo cáo tổng kết năm gửi về PX03 trước ngày 10/11/2025 (qua email) | - | - | - | before 2025-11-10',
      'việc thứ 6 | - | Báo cáo quý | - | - | - | quarterly FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=15',
    ],
    quotas: [],
    warnings: [],
  },
  'same-event.txt': {
    hard: 'one event in two appendices, a year misprinted in one',
    plan: '90/KH-UBND | 2024-12-20 | UBND HUYỆN ĐỒNG PHÚ | Công tác thi đua, khen thưởng năm 2025 | 2025-01-01 | 2025-12-31',
    tasks: [
      'PL1 mục 1 | - | Họp Hội đồng xét tặng danh hiệu Gia đình hiếu học tiêu biểu đợt 1 | - | Phòng Nội vụ | - | before 2024-05-12 not before-issue but 2025-05-12',
      'PL1 mục 2 | - | Tổ chức hội thi cán bộ thi đua giỏi | - | Phòng Nội vụ | - | month 2025-08-01 2025-08-31',
      'PL2 mục 1 | - | Phiên họp thứ nhất: xét tặng danh hiệu Gia đình hiếu học tiêu biểu đợt 1 | - | - | - | on 2025-05-12',
    ],
    quotas: [],
    warnings: ['suspect-year PL1 mục 1', 'duplicate-task PL1 mục 1'],
  },
  'school-schedule.txt': {
    hard: 'a school year, a schedule of lines',
    plan: '38/KH-THCSĐT | 2025-09-12 | TRƯỜNG TRUNG HỌC CƠ SỞ ĐỒNG TÂM | Công tác thi đua, khen thưởng năm học 2025-2026 | 2025-09-01 | 2026-08-31',
    tasks: [
      'mục III.1 | III. LỊCH TRÌNH THỰC HIỆN | Phát động phong trào thi đua năm học, các tổ đăng ký danh hiệu | - | - | - | month 2025-09-01 2025-09-30',
      'mục III.2 | III. LỊCH TRÌNH THỰC HIỆN | Sơ kết đợt thi đua chào mừng ngày 20/11 | - | - | - | month 2025-11-01 2025-11-30',
      'mục III.3 | III. LỊCH TRÌNH THỰC HIỆN | Chấm thi đua học kỳ I | - | - | - | range 2026-01-05 2026-01-16',
      'mục III.4 | III. LỊCH TRÌNH THỰC HIỆN | Tổ trưởng nộp hồ sơ đề nghị khen thưởng về Văn phòng | - | - | - | before 2026-05-25',
    ],
    quotas: [],
    warnings: [],
  },
  'steps-of-years.txt': {
    hard: 'steps of a plan for several years, criteria that are no tasks, a share in running text',
    plan: '560/KH-BVĐK | 2025-12-15 | BỆNH VIỆN ĐA KHOA BẮC THANH | Thực hiện phong trào thi đua đổi mới phong cách phục vụ giai đoạn 2026 - 2030 | 2026-01-01 | 2030-12-31',
    tasks: [
      'mục II.1 | II. CÁC BƯỚC TRIỂN KHAI | Phát động phong trào thi đua, hoàn thành trước ngày 31/01/2026 | - | - | - | before 2026-01-31',
      'mục II.2 | II. CÁC BƯỚC TRIỂN KHAI | Sơ kết giữa kỳ vào quý II năm 2028 | - | - | - | quarter 2028-04-01 2028-06-30',
      'mục II.3 | II. CÁC BƯỚC TRIỂN KHAI | Bước 3: Tổng kết phong trào | - | - | - | year 2030-01-01 2030-12-31',
      'mục II.4 | II. CÁC BƯỚC TRIỂN KHAI | các khoa, phòng gửi báo cáo về phòng Tổ chức cán bộ trước ngày 15/11 | - | - | - | yearly FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=15',
      'việc thứ 5 | - | Các khoa, phòng: phổ biến kế hoạch đến toàn thể viên chức | - | - | - | before 2025-12-25',
    ],
    quotas: ['phong trào thi đua đổi mới phong cách phục vụ giai đoạn 2026 - 2030 | (whole) | percent | - | 15 | -'],
    warnings: [],
  },
  'two-row-head.txt': {
    hard: 'a head of two rows, beginning and end in two columns, numbers that repeat',
    plan: '56/KH-UBND | 2024-12-17 | UBND THỊ XÃ QUẢNG ĐIỀN | Công tác thi đua, khen thưởng năm 2025 | 2025-01-01 | 2025-12-31',
    tasks: [
      'PL mục I.1 | I. CÔNG TÁC PHÁT ĐỘNG | Ban hành văn bản phát động | - | Phòng Nội vụ | Văn phòng | range 2025-01-02 2025-01-15',
      'PL mục I.2 | I. CÔNG TÁC PHÁT ĐỘNG | Tuyên truyền | - | Phòng Văn hóa | Đài truyền thanh | year 2025-01-01 2025-12-31',
      'PL mục II.1 | II. CÔNG TÁC KHEN THƯỞNG | Thẩm định hồ sơ | - | Phòng Nội vụ | - | range 2025-11-01 2025-11-30',
      'PL mục II.2 | II. CÔNG TÁC KHEN THƯỞNG | Trình khen thưởng | - | Phòng Nội vụ | Văn phòng | before 2025-12-20',
    ],
    quotas: [],
    warnings: [],
  },
  'wide-gaps.txt': {
    hard: 'columns parted by spaces',
    plan: '10/KH-UBND | 2025-01-08 | UBND PHƯỜNG HÒA BÌNH | Công tác thi đua, khen thưởng năm 2025 | 2025-01-01 | 2025-12-31',
    tasks: [
      'PL1 mục 1 | - | Tổng kết năm 2024 | - | Văn phòng | - | before 2025-01-10',
      'PL1 mục 2 | - | Phát động thi đua | - | Công an phường | - | month 2025-02-01 2025-02-28',
      'PL1 mục 3 | - | Sơ kết | - | Văn phòng | - | before 2025-07-05',
    ],
    quotas: [],
    warnings: [],
  },
}

describe('the plan reader on plans of many shapes', () => {
  for (const [name, { hard, ...expected }] of Object.entries(DOCUMENTS))
    it(`reads ${name}: ${hard}`, () => {
      const bytes = readFileSync(new URL(`./plans/${name}`, import.meta.url))

      expect(summaryOf(readPlan(bytes, name))).toEqual(expected)
    })
})
