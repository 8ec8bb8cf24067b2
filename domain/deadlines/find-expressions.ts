import type { Expression, Meaning } from './expression.ts'
import { joined } from './join-expressions.ts'
import { readLead } from './read-lead.ts'
import { matchAt } from './numbers.ts'
import { readRecurring } from './read-recurring.ts'
import { readTimes } from './read-times.ts'
import { readWeeks } from './read-weeks.ts'
import type { Source } from './source.ts'
import { yearlyRules } from './yearly-rules.ts'
import { readCounted } from './read-counted.ts'
import { readLunar } from './read-lunar.ts'

const WORD_START = /(?<![a-z\d])[a-z\d]/g

/** Every time expression of the text, in order, not overlapping. */
export function findExpressions(source: Source): Expression[] {
  const found: Expression[] = []
  let end = 0
  for (const { index } of source.plain.matchAll(WORD_START)) {
    if (index < end) continue
    const expression = readExpression(source, index)
    if (!expression) continue
    found.push(expression)
    end = expression.end
  }
  return joined(source, found)
}

function readExpression(source: Source, start: number): Expression | undefined {
  const lead = readLead(source.plain, start)
  const ongoing = matchAt(source.plain, ONGOING, start)
  if (ongoing) return { start, end: start + ongoing[0].length, meaning: { type: 'ongoing' }, bare: true }
  const special =
    readLunar(source, start) ??
    readLunar(source, lead.end) ??
    readCounted(source, start) ??
    readWeeks(source, lead.end) ??
    readRecurring(source, start)
  if (special) return { start, end: special.end, meaning: special.value, bare: lead.end === start }
  const times = readTimes(source, lead.end, lead)
  if (!times) return undefined
  if (times.value.type === 'times' && matchAt(source.plain, SUPPOSED, times.end)) times.value.force ??= 'around'
  const bare = lead.force === undefined && !lead.day && times.value.type === 'times'
  const yearly = everyYear(source, times.value, times.end)
  return yearly ?? { start, end: times.end, meaning: times.value, bare }

  function everyYear(source: Source, meaning: Meaning, at: number): Expression | undefined {
    const suffix = matchAt(source.plain, EVERY_YEAR, at)
    const rules = suffix && meaning.type === 'times' ? yearlyRules(meaning.times) : undefined
    return rules && { start, end: at + suffix![0].length, meaning: { type: 'recurring', rules }, bare: false }
  }
}

const ONGOING =
  /(?:thuong xuyen|lien tuc|quanh nam|suot nam|24\/24|24\/7)(?: gio)?(?:,? (?:trong|ca|suot) (?:ca )?nam(?: \d{4}| nay)?)?(?![a-z\d])/y
/** "Ngày 15/3/2025 (dự kiến)". */
const SUPPOSED = /\s?\((?:du kien|tam tinh)\)/y
const EVERY_YEAR = /,?\s(?:cua |trong )?(?:dinh ky )?(?:hang|moi|tung|cac) nam(?![a-z])/y
