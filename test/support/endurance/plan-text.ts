import { addDays, formatDate, type IsoDate } from '#domain/dates.ts'
import type { Chance } from './chance.ts'

export const UNITS = ['Văn phòng UBND', 'Công an phường', 'Y tế phường', 'Hội Cựu chiến binh'] as const
export const MOVEMENT = 'yêu nước'
/** What each unit may nominate: collectives and individuals. */
export const QUOTAS: Record<string, { collective: number; individual: number }> = {
  'Văn phòng UBND': { collective: 1, individual: 4 },
  'Công an phường': { collective: 3, individual: 5 },
  'Y tế phường': { collective: 2, individual: 2 },
  'Hội Cựu chiến binh': { collective: 1, individual: 3 },
}

/** A task as its plan has it, known without the product's reader. `mark` stands in its title and nowhere else. */
export interface KnownTask {
  mark: string
  lead: string
  /** The last day that is on time; of one that comes back each month the day of the month. */
  due: { on: IsoDate } | { monthly: number } | undefined
}

const STEMS = [
  'Tổ chức hội nghị chuyên đề',
  'Xây dựng báo cáo đánh giá',
  'Rà soát danh sách tập thể tiêu biểu',
  'Kiểm tra việc thực hiện phong trào',
  'Phát động đợt thi đua',
  'Lập hồ sơ trình khen thưởng',
  'Tuyên truyền gương điển hình',
  'Sơ kết giao ước thi đua',
]

export interface KnownPlan {
  text: string
  tasks: KnownTask[]
}

interface Wanted {
  chance: Chance
  /** A short name of the council that no other one has, in capitals and digits. */
  code: string
  /** What the dates are counted from. */
  from: IsoDate
  days: number
  tasks: number
  version?: number
}

/** A signed plan with a task appendix and a quota table. A later version moves every third task by a week. */
export function writePlan({ chance, code, from, days, tasks: count, version = 1 }: Wanted): KnownPlan {
  const tasks = Array.from({ length: count }, (_, index): KnownTask => {
    const planned = addDays(from, 9 + Math.floor(((index + chance.of('due', code, index)) * (days - 12)) / count))
    const on = version > 1 && index % 3 === 0 ? addDays(planned, 7 * (version - 1)) : planned
    return { mark: `${code}X${index + 1}`, lead: UNITS[index % UNITS.length]!, due: { on } }
  })
  tasks.push(
    { mark: `${code}XM`, lead: UNITS[1], due: { monthly: 25 } },
    { mark: `${code}XU`, lead: UNITS[2], due: undefined },
  )
  const year = from.slice(0, 4)
  const rows = tasks.map(({ mark, lead, due }, index) =>
    [index + 1, `${STEMS[index % STEMS.length]} ${mark}`, lead, '', wordingOf(due, index)].join('\t'),
  )
  return {
    tasks,
    text: `ỦY BAN NHÂN DÂN
PHƯỜNG ${code}

Số: 11/KH-UBND

Phường ${code}, ngày 10 tháng 01 năm ${year}

KẾ HOẠCH
Công tác thi đua, khen thưởng năm ${year}

UBND phường ${code} ban hành Kế hoạch công tác thi đua, khen thưởng năm ${year} như sau:

PHỤ LỤC 1
Tiến độ thực hiện các nhiệm vụ

TT	Nội dung thực hiện	Đơn vị thực hiện	Đơn vị phối hợp	Thời gian hoàn thành
${rows.join('\n')}

PHỤ LỤC 2
Phân bổ chỉ tiêu khen thưởng

I. Phong trào thi đua yêu nước:

STT	Bộ phận	Chỉ tiêu tập thể	Chỉ tiêu cá nhân
${UNITS.map((unit, index) => [index + 1, unit, two(QUOTAS[unit]!.collective), two(QUOTAS[unit]!.individual)].join('\t')).join('\n')}
`,
  }
}

const two = (count: number) => String(count).padStart(2, '0')

function wordingOf(due: KnownTask['due'], index: number): string {
  if (!due) return 'Khi có phát sinh'
  if ('monthly' in due) return `${due.monthly} hàng tháng`
  if (index % 3 === 0) return `Trước ngày ${formatDate(addDays(due.on, 1))}`
  return index % 3 === 1 ? `Chậm nhất ngày ${formatDate(due.on)}` : `Ngày ${formatDate(due.on)}`
}
