import { fold } from '#domain/fold.ts'
import type { TextLine } from './pdf-lines.ts'

/** A page as lines of running text, with its height. */
interface LinedPage {
  height: number
  lines: TextLine[]
}

/** "2", "- 2 -", "Trang 2/5", "2 of 5". */
const PAGE_NUMBER = /^(?:(?:trang|page)\s*)?[-–—]?\s*\d{1,3}\s*[-–—]?(?:\s*(?:\/|of)\s*\d{1,3})?$/i
/** Parts of a page's height where running heads, feet and page numbers stand. */
const MARGIN = 0.12
const MOST_LINES = 3

/** The pages without page numbers and without the heads and feet that come again on at least three pages, and on half of them. */
export function withoutMargins<Page extends LinedPage>(pages: readonly Page[]): Page[] {
  const counts = new Map<string, number>()
  for (const page of pages)
    for (const key of new Set(marginal(page).map((line) => keyOf(line, page.height))))
      counts.set(key, (counts.get(key) ?? 0) + 1)
  const repeats = (key: string) => (counts.get(key) ?? 0) >= Math.max(3, pages.length / 2)
  return pages.map((page) => {
    const dropped = new Set(
      marginal(page).filter((line) => PAGE_NUMBER.test(line.text) || repeats(keyOf(line, page.height))),
    )
    return { ...page, lines: page.lines.filter((line) => !dropped.has(line)) }
  })
}

function marginal({ lines, height }: LinedPage): TextLine[] {
  const ends = [...lines.slice(0, MOST_LINES), ...lines.slice(-MOST_LINES)]
  return ends.filter(({ y }) => y < height * MARGIN || y > height * (1 - MARGIN))
}

/** What a head or foot is known by: its words without numbers, and where it stands. */
const keyOf = ({ text, y }: TextLine, height: number) =>
  `${fold(text).replace(/\d+/g, '#')} ${Math.round((y / height) * 100)}`
