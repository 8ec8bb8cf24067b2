import { UnreadableDocument } from './text-document.ts'

/** A tag of an XML text: its name without prefix, and whether it opens an element or ends one. */
export interface Tag {
  name: string
  opens: boolean
  /** The value of an attribute, whatever its prefix; undefined where it has none of that name. */
  attribute: (name: string) => string | undefined
}

/** Office documents stay far below it; a deeper one is made to exhaust its reader. */
const MAX_DEPTH = 200

/**
 * The tags of an XML text in order. Throws UnreadableDocument: `damaged` where it declares a document type or entities, which no office
 * document does, or ends within a tag; `too-hard` where it is nested beyond any real document.
 */
export function* tagsOf(xml: string): Generator<Tag> {
  for (const [start, end] of spansOf(xml)) {
    const text = xml.slice(start, end)
    yield { name: nameOf(text), opens: !text.startsWith('/'), attribute: (name) => valueOf(text, name) }
  }
}

/** Goes through an XML text only to refuse it as `tagsOf` does. */
export function checkXml(xml: string): void {
  const tags = spansOf(xml)
  while (!tags.next().done);
}

/** Where each tag's text starts and ends, without its brackets. */
function* spansOf(xml: string): Generator<[number, number]> {
  let depth = 0
  for (let at = xml.indexOf('<'); at >= 0;) {
    const passed = endOfOther(xml, at)
    const end = passed ?? xml.indexOf('>', at)
    if (end < 0) throw new UnreadableDocument('damaged')
    if (passed === undefined) {
      if (xml[at + 1] === '/') depth--
      else if (xml[end - 1] !== '/') depth++
      if (depth > MAX_DEPTH) throw new UnreadableDocument('too-hard')
      yield [at + 1, end]
    }
    at = xml.indexOf('<', end)
  }
}

/** Where a comment, instruction or piece of plain text that starts here ends (-1: nowhere); undefined for a tag. */
function endOfOther(xml: string, at: number): number | undefined {
  const sign = xml[at + 1]
  if (sign !== '!' && sign !== '?') return undefined
  if (xml.startsWith('<!--', at)) return xml.indexOf('-->', at + 4)
  if (xml.startsWith('<![CDATA[', at)) return xml.indexOf(']]>', at)
  if (xml.startsWith('<?', at)) return xml.indexOf('?>', at)
  throw new UnreadableDocument('damaged')
}

function nameOf(tag: string): string {
  const name = /^\/?([^\s/]*)/.exec(tag)![1]!
  return name.slice(name.indexOf(':') + 1)
}

function valueOf(tag: string, name: string): string | undefined {
  for (const found of tag.matchAll(/(?:^|[\s:])([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g))
    if (found[1] === name) return found[2] ?? found[3]
  return undefined
}
