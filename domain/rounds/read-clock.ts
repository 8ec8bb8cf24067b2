import { foldInPlace } from '../fold.ts'

const HALF = '(?<half>sang|trua|chieu|toi|dem|am|pm)'
/** "17:00", "17h", "17h30", "17g", "5 giờ 30 chiều", "5pm", "lúc 17 giờ". */
const CLOCK = new RegExp(
  `(?<![\\d/.-])(?:vao |luc |den |truoc )*(?<hour>\\d{1,2})(?:\\s*(?::|h|g|gio)\\s*(?<minute>[0-5]\\d)(?:'|p|phut)?(?![\\d/])|\\s*(?:h|g|gio)(?<ruoi> ruoi)?(?![a-z])|(?=\\s*(?:am|pm)\\b))(?:\\s*(?:buoi )?${HALF})?(?![a-z])`,
)
/** What offices call a time of the day. */
const NAMED: [RegExp, string][] = [
  [
    /(?:(?:truoc )?(?:het|cuoi) gio (?:lam viec|hanh chinh|chieu)?|cuoi gio(?: chieu)?|(?:het|cuoi) ngay lam viec)(?![a-z])/,
    '17:00',
  ],
  [/(?:het ngay|end of(?: the)? day|nua dem|midnight)(?![a-z])/, '23:59'],
  [/(?:cuoi ngay)(?![a-z])/, '17:00'],
  [/(?:buoi )?(?:giua trua|trua|noon)(?![a-z])/, '12:00'],
  [/(?:het |cuoi )?(?:buoi )?sang(?= |$)(?! nam| tuan| thang| quy)/, '11:30'],
  [/(?:het |cuoi )?(?:buoi )?chieu(?![a-z])/, '17:00'],
]

/**
 * The clock time in a text ("HH:MM", undefined where it names none) and the text without it; undefined where it names one that no clock shows.
 */
export function readClock(text: string): { time: string | undefined; rest: string } | undefined {
  const written = text.normalize('NFC')
  const words = foldInPlace(written.toLowerCase())
  const found = CLOCK.exec(words)
  if (found) {
    const time = clockTime(found.groups ?? {})
    return time === undefined ? undefined : { time, rest: without(written, found) }
  }
  for (const [name, time] of NAMED) {
    const match = name.exec(words)
    if (match) return { time, rest: without(written, match) }
  }
  return { time: undefined, rest: written }
}

const without = (text: string, { index, 0: found }: RegExpExecArray): string =>
  `${text.slice(0, index)} ${text.slice(index + found.length)}`.replace(/\s+/g, ' ').trim()

function clockTime({ hour, minute, half, ruoi }: Record<string, string | undefined>): string | undefined {
  const late = half !== undefined && half !== 'sang' && half !== 'am'
  const said = Number(hour)
  const hours = late && said < 12 && !(half === 'trua' && said > 9) ? said + 12 : said
  const minutes = ruoi ? 30 : Number(minute ?? 0)
  // The end of a day, not the beginning of it.
  if (hours === 24 && minutes === 0) return '23:59'
  return hours < 24 ? `${pad(hours)}:${pad(minutes)}` : undefined
}

const pad = (n: number) => String(n).padStart(2, '0')
