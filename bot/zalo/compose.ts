import type { Outbound, RichText } from '#domain/messages.ts'
import { TRAITS } from '#domain/platforms.ts'

/** In UTF-16 units; a text never has more code points than these, so both ways of counting are kept. */
const LIMIT = TRAITS['zalo-bot'].textLimit
/** A piece shorter than this is not worth a break that reads well. */
const SHORTEST = LIMIT / 2
/** So much behind the limit is looked at, to tell where a character or a gap that begins there ends. */
const BEYOND = 64
/** Where a long text is best broken: paragraph, line, sentence, word; and how short the piece before may be. */
const BREAKS: [RegExp, number][] = [
  [/\n\s*\n/g, SHORTEST],
  [/\n/g, SHORTEST],
  [/(?<=[.!?…;])\s+/g, SHORTEST],
  [/\s+/g, 1],
]
const characters = new Intl.Segmenter('vi', { granularity: 'grapheme' })

/**
 * A message as plain texts of at most 1,800 characters, none empty: no text at all where there is nothing to say. The choices stand numbered under
 * the hint, together in the last piece where one can hold them.
 */
export function compose({ body, choices, hint }: Pick<Outbound, 'body' | 'choices' | 'hint'>): string[] {
  const text = plain(body)
  const lines = choices.flat().map((label, index) => `${index + 1}. ${label}`)
  if (lines.length === 0) return cut(text)
  const answers = [...(hint === undefined ? [] : [hint]), ...lines].join('\n')
  const pieces = cut(text)
  const last = pieces.at(-1)
  if (last !== undefined && last.length + 2 + answers.length <= LIMIT) {
    return [...pieces.slice(0, -1), `${last}\n\n${answers}`]
  }
  return [...pieces, ...cut(answers)]
}

/** The text without marks; the address of a link stands in brackets behind it, unless it is the text. */
function plain({ text, spans }: RichText): string {
  const links = spans.flatMap(({ style, offset, length, url }) =>
    style === 'link' && url !== undefined ? [{ offset, end: offset + length, url }] : [],
  )
  const shown = links
    .filter(({ offset, end, url }) => bare(text.slice(offset, end)) !== bare(url))
    .toSorted((a, b) => b.end - a.end)
    .reduce((rest, { end, url }) => `${rest.slice(0, end)} (${url})${rest.slice(end)}`, text)
  return shown.replace(/\r\n?/g, '\n').trim()
}

function bare(address: string): string {
  return address
    .trim()
    .replace(/^(https?:\/\/|mailto:|tel:)/i, '')
    .replace(/\/$/, '')
}

function cut(text: string): string[] {
  const pieces: string[] = []
  let rest = text.trim()
  while (rest.length > LIMIT) {
    const at = breakOf(rest)
    pieces.push(rest.slice(0, at).trimEnd())
    rest = rest.slice(at).trimStart()
  }
  return rest === '' ? pieces : [...pieces, rest]
}

/** Where a text that is too long is broken, between two characters as people see them. */
function breakOf(text: string): number {
  const window = text.slice(0, LIMIT + BEYOND)
  const between = new Set([...characters.segment(window)].map(({ index }) => index))
  for (const [pattern, shortest] of BREAKS) {
    const fits = [...window.matchAll(pattern)].findLast(
      ({ index, 0: gap }) =>
        index >= shortest && index <= LIMIT && between.has(index) && between.has(index + gap.length),
    )
    if (fits) return fits.index
  }
  const last = [...between].findLast((at) => at > 0 && at <= LIMIT)
  return last ?? (isHalf(text, LIMIT) ? LIMIT - 1 : LIMIT)
}

/** Whether a place is inside a pair of UTF-16 units: only a "character" of thousands of marks is broken there. */
function isHalf(text: string, at: number): boolean {
  return (text.codePointAt(at - 1) ?? 0) > 0xffff
}
