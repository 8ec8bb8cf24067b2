import { SMALL_PLAN } from './plans.ts'

/**
 * The next version of the small plan: a row is put on top, so that all numbers move on; the pledge is later, the review of the half year goes,
 * another unit makes the list, and the police may nominate one more.
 */
export const AMENDED_PLAN = renumbered(
  SMALL_PLAN.replace(
    '1\tTổng kết phong trào',
    '0\tPhát động đợt thi đua cao điểm chào mừng ngày 30/4\tVăn phòng UBND\tCác bộ phận\tTrước ngày 20/4/2025\n1\tTổng kết phong trào',
  )
    .replace('Trước ngày 15/3/2025', 'Trước ngày 25/3/2025')
    .replace(/^5\tSơ kết.*\n/m, '')
    .replace('việc tốt\tY tế phường', 'việc tốt\tHội LHPN')
    .replace('Công an phường\t03\t05', 'Công an phường\t04\t05'),
)

/** Numbers the rows of the tasks, and only those, from 1. */
function renumbered(plan: string): string {
  const [tasks = '', quotas = ''] = plan.split('PHỤ LỤC 2')
  let count = 0
  return [tasks.replace(/^\d+\t/gm, () => `${++count}\t`), quotas].join('PHỤ LỤC 2')
}
