import type { Block, Choice, Message, Reply, RichText } from '#domain/messages.ts'
import { firstOf } from '#domain/shorten.ts'
import { joinTexts, type Translate } from '#locales/translate.ts'

interface Rendered {
  body: RichText
  choices: { label: string; line: string }[][]
}

/**
 * Puts a reply into words, cut to pages of at most `limit` UTF-16 units. A reply with a `page` gives that page, with choices that show the
 * neighbouring ones above its own; any other gives all its pages one after the other, its choices under the last. `roomBelow` tells how much of a
 * message its choices take, by their labels; nothing where they stand outside the text.
 */
export function renderReply(
  reply: Reply,
  inWords: Translate,
  messageLimit: number,
  roomBelow: (labels: string[]) => number = () => 0,
): Rendered[] {
  const translate: Translate = (message) => wellFormed(inWords(message))
  const label = ({ label, line }: Choice) => ({ label: translate(label).text, line })
  const limit = Math.max(
    messageLimit - roomBelow(labelsBelow(reply).map((one) => translate(one).text)),
    messageLimit / 4,
  )
  const head = reply.head.map(translate)
  if (reply.raw) {
    const choices = (reply.choices ?? []).map((row) => row.map(label))
    return [{ body: joinTexts([...head, wellFormed(reply.raw.body)], '\n'), choices }]
  }
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

/** What may stand below a page. */
function labelsBelow({ choices = [], page }: Reply): Message[] {
  const own = choices.flat().map(({ label }) => label)
  return page ? [{ key: 'page-previous' }, { key: 'page-next' }, ...own] : own
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
    const size = (joins: boolean) => body.text.length + 1 + (joins ? 0 : heading.text.length + 2)
    if (page.length > 0 && used + size(page.at(-1)!.heading === heading.text) > room) {
      pages.push(page.map(({ text }) => text))
      page = []
      used = 0
    }
    const last = page.at(-1)
    const joins = last?.heading === heading.text
    used += size(joins)
    if (last && joins) last.text = joinTexts([last.text, body], '\n')
    else page.push({ heading: heading.text, text: cut(joinTexts([heading, body], '\n'), room) })
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
  const start = firstOf(text, Math.floor(limit) - 1)
  const end = start.length
  const kept = spans
    .filter(({ offset }) => offset < end)
    .map((span) => ({ ...span, length: Math.min(span.length, end - span.offset) }))
  return { text: `${start}…`, spans: kept }
}

/** Halves of characters, which no network takes, become the sign for what is unreadable. */
const wellFormed = ({ text, spans }: RichText): RichText => ({ text: text.replace(/\p{Surrogate}/gu, '\uFFFD'), spans })
