import type { RichText } from './messages.ts'

/** The part of a text between two offsets, with what is marked in it. */
export function sliceText({ text, spans }: RichText, from: number, to: number = text.length): RichText {
  const kept = spans.flatMap((span) => {
    const [start, end] = [Math.max(span.offset, from), Math.min(span.offset + span.length, to)]
    return start < end ? [{ ...span, offset: start - from, length: end - start }] : []
  })
  return { text: text.slice(from, to), spans: kept }
}

/**
 * What stands behind a command, as it was written: `rest` is its plain text without the spaces around it. Where the text does not end in it, the
 * rest without marks.
 */
export function endingIn(body: RichText, rest: string): RichText {
  const end = body.text.trimEnd().length
  const start = end - rest.length
  return start >= 0 && body.text.slice(start, end) === rest ? sliceText(body, start, end) : { text: rest, spans: [] }
}
