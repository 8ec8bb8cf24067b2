import { formatDate, localDate, localTime, weekday } from '#domain/dates.ts'
import { fold } from '#domain/fold.ts'
import type { Message } from '#domain/messages.ts'
import type { QuotaCategory } from '#domain/plan.ts'
import type { Counts, Limits } from '#domain/rounds/round.ts'
import { categoriesOf } from '#domain/rounds/sums.ts'
import { shorten } from '#domain/shorten.ts'

/** "3 tập thể, 5 cá nhân"; "không có" where every number is 0, "chưa có số" where there is none. */
export function countsMessage(counts: Counts): Message {
  const said = categoriesOf(counts)
  if (said.length === 0) return { key: 'counts-unsaid' }
  return said.every((category) => counts[category] === 0) ? { key: 'counts-nothing' } : numbersMessage(counts)
}

/** The numbers alone, 0 too: "0 tập thể, 5 cá nhân". Something must have been said. */
export function numbersMessage(counts: Counts, separator: Separator = 'listed'): Message {
  const parts = categoriesOf(counts).map((category) => ({
    key: `counts-${category}`,
    values: { count: counts[category]! },
  }))
  return joined(separator, parts)
}

/** "3 tập thể, 5 cá nhân"; "3 (trong 4) tập thể" where the quota counts the bodies of a row. */
export function limitsMessage(limits: Limits): Message {
  const parts = categoriesOf(limits).map((category): Message => {
    const { max, of } = limits[category]!
    if (of === null) return { key: `counts-${category}`, values: { count: max } }
    return { key: BODIES[category], values: { count: max, of } }
  })
  return parts.length === 0 ? { key: 'limits-none' } : listed(parts)
}

const BODIES: Record<QuotaCategory, string> = {
  collective: 'limits-collective',
  individual: 'limits-individual',
  family: 'limits-family',
}

/** "17:00 thứ Sáu 05/12/2025". */
export function deadlineMessage(deadline: Date, timeZone: string): Message {
  const on = localDate(deadline, timeZone)
  const day = { key: `weekday-${weekday(on)}` }
  return { key: 'round-deadline', values: { time: localTime(deadline, timeZone), weekday: day, date: formatDate(on) } }
}

/** A movement's name for a line: what stands in quotes, else the name without "Phong trào" or "Cuộc vận động". */
export function movementLabel(name: string): string {
  const plain = name.normalize('NFC').replace(/\s+/g, ' ').trim()
  const quoted = /["“”«]([^"“”«»]+)["“”»]/.exec(plain)?.[1]
  const bare = (quoted ?? plain.replace(/^(?:các |những )?(?:phong trào|cuộc vận động)\s*[:-]?\s*/i, '')).trim()
  return bare === '' ? plain : bare.charAt(0).toUpperCase() + bare.slice(1)
}

/** Lengths of labels, the shortest first: the first that keeps all movements of a round apart is taken. */
const LABEL_LENGTHS = [28, 60, 120]

/** Labels for the lines of one card, in the order of the names: as short as they can be and still tell the movements apart. */
export function movementLabels(names: string[]): string[] {
  const labels = names.map(movementLabel)
  const whole = new Set(labels).size === labels.length ? labels : names
  const tries = LABEL_LENGTHS.map((longest) => whole.map((label) => shorten(label, longest)))
  return tries.find((short) => new Set(short).size === short.length) ?? tries.at(-1)!
}

/** A round's title on its card and before what is said of it: "Đề nghị khen thưởng: …". One that says so itself stays as it is. */
export function roundTitle(title: string): Message {
  const key = fold(title).startsWith(OWN_TITLE) ? 'text' : 'round-title'
  const short = shorten(title, LONGEST_TITLE)
  return { key, values: key === 'text' ? { text: short } : { title: short } }
}

/** How people begin the title of a round, folded. */
const OWN_TITLE = 'de nghi'
const LONGEST_TITLE = 120

/** A comma, a dot in the middle, a semicolon, a space. */
type Separator = 'listed' | 'dotted' | 'parted' | 'sentences'

/** Messages one after the other, with something between them. There must be one at least. */
export function joined(separator: Separator, parts: Message[]): Message {
  return parts.reduceRight((rest, first) => ({ key: separator, values: { first, rest } }))
}

/** Messages one after the other, with commas. */
export const listed = (parts: Message[]): Message => joined('listed', parts)
