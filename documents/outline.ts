import { fold } from '#domain/fold.ts'
import { headingText, readMark } from './marks.ts'
import { trimTail } from './markup.ts'
import type { Block, Paragraph } from './neutral.ts'
import { periodWording } from './sections.ts'
import { isCapitals } from './table-rows.ts'
import { joinWrapped } from './wrapped.ts'

/** A paragraph with what stands under it. `mark` is its numeral or bullet as written, `text` what follows. */
export interface Node {
  level: string
  mark: string
  text: string
  line: number
  heading: boolean
  children: Node[]
}

/**
 * The paragraphs of a text as a tree. How deep a kind of numbering stands is learned from the order in which kinds appear: one that is
 * open already closes all within it, a new one opens under the last.
 */
export function outlineOf(blocks: readonly Block[]): Node[] {
  const root: Node = { level: '', mark: '', text: '', line: 0, heading: true, children: [] }
  let open = [root]
  for (const paragraph of joinWrapped(paragraphsOf(blocks))) {
    const node = nodeOf(paragraph)
    if (node.level === 'plain') {
      open.at(-1)!.children.push(node)
      continue
    }
    // A numbered chapter is never part of a heading without number above it.
    if (node.level === 'roman' || node.level === 'letter') open = open.filter(({ level }) => level !== 'heading')
    const same = open.findIndex(({ level }) => level === node.level)
    if (same > 0) open = open.slice(0, same)
    else if (node.level === 'heading') open = open.filter(({ level }) => !/bullet|minor/.test(level))
    open.at(-1)!.children.push(node)
    open.push(node)
  }
  return root.children
}

/** Every node, a parent before its children. */
export function allNodes(nodes: readonly Node[]): Node[] {
  return nodes.flatMap((node) => [node, ...allNodes(node.children)])
}

/** A node's text with its number, as a heading is cited: "2.1. Quý III năm 2025". */
export function headingOf({ level, mark, text }: Node): string {
  return /^(?:plain|heading|bullet)/.test(level) ? trimTail(text) : headingText({ kind: 'number', mark, text })
}

/** "Thời gian: Quý IV" under an item is the item's own time. */
const IS_LABEL = /^thời gian[^:]{0,20}:/iu

function nodeOf({ text, line, heading }: Paragraph): Node {
  const marked = readMark(text)
  if (!marked) {
    const isHeading =
      heading || (periodWording(text) !== undefined && !IS_LABEL.test(text)) || (isCapitals(text) && text.length < 200)
    return { level: isHeading ? 'heading' : 'plain', mark: '', text, line, heading: isHeading, children: [] }
  }
  const level =
    marked.kind === 'bullet'
      ? `bullet ${text[0]}`
      : marked.kind === 'nested'
        ? `nested ${marked.mark.split('.').length}`
        : marked.kind
  return { level, mark: marked.mark, text: marked.text, line, heading, children: [] }
}

/** The paragraphs up to the list of recipients and the signature. */
function paragraphsOf(blocks: readonly Block[]): Paragraph[] {
  const paragraphs = blocks.filter((block) => block.kind === 'paragraph').filter(({ text }) => !/^\d{1,3}$/.test(text))
  const end = paragraphs.findLastIndex(({ text }) => text.length < 20 && /^noi nhan\b/.test(fold(text)))
  return end > 0 ? paragraphs.slice(0, end) : paragraphs
}
