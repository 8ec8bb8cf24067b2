// @ts-check
import { make } from './dom.js'

/** @typedef {import('./api.js').Span} Span */

const TAGS = /** @type {const} */ ({ bold: 'strong', italic: 'em', underline: 'u', strike: 's', code: 'code' })
/** Addresses that a link may have: nothing that runs. */
const PROTOCOLS = ['http:', 'https:', 'mailto:']

/**
 * A text with its marked spans as elements. One that reaches out of another goes on behind it.
 * @param {{ text: string, spans: Span[] }} message
 */
export function richText({ text, spans }) {
  const sorted = [...spans].sort((a, b) => a.offset - b.offset || b.length - a.length)
  return marked(text, { from: 0, to: text.length }, sorted)
}

/**
 * @param {string} text
 * @param {{ from: number, to: number }} part
 * @param {Span[]} spans in the order of their beginnings
 * @returns {(Node | string)[]}
 */
function marked(text, { from, to }, spans) {
  /** @type {(Node | string)[]} */
  const nodes = []
  let at = from
  for (const [index, span] of spans.entries()) {
    const start = Math.max(span.offset, at)
    const end = Math.min(span.offset + span.length, to)
    if (end <= start) continue
    const inside = spans.slice(index + 1).filter(({ offset }) => offset < end)
    nodes.push(...withMarks(text.slice(at, start)), element(span, marked(text, { from: start, to: end }, inside)))
    at = end
  }
  return [...nodes, ...withMarks(text.slice(at, to))]
}

/**
 * @param {Span} span
 * @param {(Node | string)[]} inside
 */
function element({ style, url }, inside) {
  if (style !== 'link') return make(TAGS[style], {}, inside)
  const href = safe(url)
  if (!href) return make('span', {}, inside)
  return make('a', { href, target: '_blank', rel: 'noopener noreferrer' }, inside)
}

/**
 * An address that may be opened from the page; undefined where it may not.
 * @param {string | undefined} url
 */
function safe(url) {
  if (!url || !URL.canParse(url)) return undefined
  const { protocol, href } = new URL(url)
  return PROTOCOLS.includes(protocol) ? href : undefined
}

/**
 * The status marks stay text and are painted by the style sheet: not every machine has a font with them.
 * @param {string} text
 * @returns {(Node | string)[]}
 */
export function withMarks(text) {
  const names = /** @type {Record<string, string>} */ ({ '✅': 'done', '⏳': 'open', '⚠': 'decide', '❗': 'overdue' })
  return text.split(/([✅⏳⚠❗])\uFE0F?/u).map((part) => {
    const name = names[part]
    return name ? make('span', { className: `glyph ${name}` }, [part]) : part
  })
}
