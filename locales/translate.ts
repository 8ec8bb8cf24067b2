import { readFileSync } from 'node:fs'
import { FluentBundle, FluentNumber, FluentResource } from '@fluent/bundle'
import { LOCALES, type Locale, type Message, type RichText } from '#domain/messages.ts'

/** Renders a message in one language. */
export type Translate = (message: Message) => RichText

const STYLES = { b: 'bold', i: 'italic', c: 'code' } as const

/**
 * Reads `vi.ftl` and `en.ftl` and returns the translator of each language. Marks in the files are `<b>`, `<i>` and `<c>` (to copy); the same
 * characters in a value stay what they are. Throws where a file does not parse; translating an unknown key throws as well.
 */
export function loadTranslators(): Record<Locale, Translate> {
  return Object.fromEntries(LOCALES.map((locale) => [locale, createTranslate(locale)])) as Record<Locale, Translate>
}

function createTranslate(locale: Locale): Translate {
  const bundle = loadBundle(locale)
  const format = ({ key, values = {} }: Message): string => {
    const pattern = bundle.getMessage(key)?.value
    if (!pattern) throw new Error(`No message "${key}" in ${locale}`)
    const plain = Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, typeof value === 'object' ? format(value) : guard(value)]),
    )
    const errors: Error[] = []
    const text = bundle.formatPattern(pattern, plain, errors)
    if (errors[0]) throw new Error(`Message "${key}" in ${locale}: ${errors[0].message}`)
    return text
  }
  return (message) => parseMarks(format(message))
}

function loadBundle(locale: Locale): FluentBundle {
  // Isolation marks around values would show as boxes on some phones and change what people copy.
  const bundle = new FluentBundle(locale, { useIsolating: false })
  const source = readFileSync(new URL(`./${locale}.ftl`, import.meta.url), 'utf8')
  const errors = bundle.addResource(new FluentResource(source))
  if (errors[0]) throw new Error(`${locale}.ftl: ${errors[0].message}`)
  return bundle
}

const GUARD = '\uE000'

/** A value's own `<` must not open a mark: it travels as a private character. Numbers are shown without grouping: 2025, not 2.025. */
function guard(value: string | number): string | FluentNumber {
  if (typeof value === 'number') return new FluentNumber(value, { useGrouping: false })
  return value.replaceAll(GUARD, '').replaceAll('<', GUARD)
}

function parseMarks(marked: string): RichText {
  const spans: RichText['spans'] = []
  const open: { style: (typeof STYLES)[keyof typeof STYLES]; offset: number }[] = []
  let text = ''
  for (const part of marked.split(/(<\/?[bic]>)/)) {
    const mark = /^<(\/?)([bic])>$/.exec(part)
    if (!mark) text += part.replaceAll(GUARD, '<')
    else if (!mark[1]) open.push({ style: STYLES[mark[2] as keyof typeof STYLES], offset: text.length })
    else {
      const { style, offset } = open.pop()!
      if (text.length > offset) spans.push({ style, offset, length: text.length - offset })
    }
  }
  return { text, spans }
}

/** Texts one after the other, with something between them. */
export function joinTexts(texts: RichText[], separator: string): RichText {
  const joined: RichText = { text: '', spans: [] }
  texts.forEach((part, index) => {
    if (index > 0) joined.text += separator
    for (const span of part.spans) joined.spans.push({ ...span, offset: span.offset + joined.text.length })
    joined.text += part.text
  })
  return joined
}
