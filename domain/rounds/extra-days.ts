import { foldInPlace } from '../fold.ts'
import { NUMBER, numberOf } from '../period-words.ts'

const EXTRA = new RegExp(
  `^(?:(?:them|lui|keo dai)(?: them)?|another|by) (?<count>${NUMBER}) (?<unit>ngay|tuan|days?|weeks?)(?: nua)?(?: a| nhe| nha)?$`,
)

/** How many days a text adds to a deadline: "thêm 3 ngày", "lùi 1 tuần". Undefined where it says anything else. */
export function extraDays(text: string): number | undefined {
  const { count, unit } = EXTRA.exec(foldInPlace(text.normalize('NFC').toLowerCase().trim()))?.groups ?? {}
  if (count === undefined || unit === undefined) return undefined
  const days = numberOf(count) * (/tuan|week/.test(unit) ? 7 : 1)
  return days > 0 ? days : undefined
}
