import type { Block, Choice, Reply, RichText } from '#domain/messages.ts'
import { joinTexts, type Translate } from '#locales/translate.ts'

interface Rendered {
  body: RichText
  choices: { label: string; line: string }[][]
}

/**
 * Puts a reply into words, cut to pages of at most `limit` UTF-16 units. A reply with a `page` gives that page, with choices that show the
 * neighbouring ones above its own; any other gives all its pages one after the other, its choices under the last.
 */
export function renderReply(reply: Reply, translate: Translate, limit: number): Rendered[] {
  const label = ({ label, line }: Choice) => ({ label: translate(label).text, line })
  if (reply.raw) return [{ body: reply.raw.body, choices: (reply.choices ?? []).map((row) => row.map(label)) }]
  const head = reply.head.map(translate)
  const foot = (reply.foot ?? []).map(translate)
  const frame = [...head, ...foot].reduce((sum, { text }) => sum + text.length + 2, PAGE_MARK_ROOM)
  const pages = paginate(reply.blocks ?? [], translate, Math.max(limit - frame, limit / 4))
  const render = (number: number, rows: Choice[][]): Rendered => {
    const place = { key: 'page-of', values: { page: number, pages: pages.length } }
    const mark = pages.length > 1 ? [translate(place)] : []
    const sections = [joinTexts(head, '\n'), ...pages[number - 1]!, joinTexts([...foot, ...mark], '\n')]
    const filled = sections.filter(({ text }) => text !== '')
    return { body: cut(joinTexts(filled, '\n\n'), limit), choices: rows.map((row) => row.map(label)) }
  }
  const own = reply.choices ?? []
  if (!reply.page) return pages.map((_, index) => render(index + 1, index === pages.length - 1 ? own : []))
  const number = Math.min(Math.max(reply.page.number, 1), pages.length)
  return [render(number, [...pageChoices(reply.page, number, pages.length), ...own])]
}

/** Room kept for "Trang 2/3". */
const PAGE_MARK_ROOM = 24

/** Spreads blocks over pages; on each page neighbours with the same heading stand under one. */
function paginate(blocks: Block[], translate: Translate, room: number): RichText[][] {
  const pages: RichText[][] = []
  let page: { heading: string; text: RichText }[] = []
  let used = 0
  for (const block of blocks) {
    const heading = translate(block.heading)
    const body = translate(block.body)
    const joins = page.at(-1)?.heading === heading.text
    const length = body.text.length + 1 + (joins ? 0 : heading.text.length + 1)
    if (page.length > 0 && used + length > room) {
      pages.push(page.map(({ text }) => text))
      page = []
      used = 0
    }
    const last = page.at(-1)
    if (last?.heading === heading.text) last.text = joinTexts([last.text, body], '\n')
    else page.push({ heading: heading.text, text: cut(joinTexts([heading, body], '\n'), room) })
    used += length
  }
  return [...pages, page.map(({ text }) => text)]
}

function pageChoices(page: NonNullable<Reply['page']>, number: number, pages: number): Choice[][] {
  if (pages < 2) return []
  const to = (target: number) => `${page.line} trang ${target}`
  const previous = number > 1 ? [{ label: { key: 'page-previous' }, line: to(number - 1) }] : []
  const next = number < pages ? [{ label: { key: 'page-next' }, line: to(number + 1) }] : []
  return [[...previous, ...next]]
}

function cut({ text, spans }: RichText, limit: number): RichText {
  if (text.length <= limit) return { text, spans }
  const end = Math.floor(limit) - 1
  const kept = spans
    .filter(({ offset }) => offset < end)
    .map((span) => ({ ...span, length: Math.min(span.length, end - span.offset) }))
  return { text: `${text.slice(0, end)}…`, spans: kept }
}
