import { describe, expect, it } from 'vitest'
import { formatPlanTable } from '../../commands/operator/plan-read.ts'
import { readPlan } from '#documents/read-plan.ts'

const PLAN = `UBND PHƯỜNG AN BÌNH
Số: 21/KH-UBND
An Bình, ngày 10 tháng 12 năm 2024
KẾ HOẠCH
Công tác thi đua, khen thưởng năm 2025
PHỤ LỤC 1
NHIỆM VỤ
TT\tNội dung\tĐơn vị thực hiện\tThời gian
1\tSơ kết 6 tháng\tVăn phòng\tTrước ngày 10/7/2024
PHỤ LỤC 2
CHỈ TIÊU KHEN THƯỞNG
I. Phong trào thi đua yêu nước
TT\tĐơn vị\tTập thể\tCá nhân
1\tCông an phường\t01/02\t3`

describe('plan read in the terminal', () => {
  it('shows warnings first, then facts, tasks as written and as read, quotas', () => {
    const table = formatPlanTable(readPlan(new TextEncoder().encode(PLAN), 'plan.txt'))

    expect(table.split('\n')).toEqual([
      'Warnings: 1',
      '  suspect-year, PL1 mục 1: Ghi “Trước ngày 10/7/2024”: ngày sớm hơn ngày ban hành kế hoạch, có thể là 10/7/2025. Đề nghị xác nhận.',
      '',
      'Plan',
      '  title   Công tác thi đua, khen thưởng năm 2025',
      '  number  21/KH-UBND',
      '  issued  10/12/2024',
      '  issuer  UBND PHƯỜNG AN BÌNH',
      '  year    2025',
      '  covers  01/01/2025 - 31/12/2025',
      '',
      'Tasks: 1, deadlines: 1',
      '  [Phụ lục 1]',
      '  PL1 mục 1. Sơ kết 6 tháng',
      '      leads: Văn phòng',
      '      "Trước ngày 10/7/2024" -> before 10/7/2024, due 09/7/2024 !! before-issue, proposed 10/7/2025',
      '',
      'Quotas: 1',
      '  [Phụ lục 2 / Phong trào thi đua yêu nước]',
      '  Công an phường: collective 1 of 2, individual 3, family -',
      '',
    ])
  })
})
