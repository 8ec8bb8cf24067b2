import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { joinTexts, loadTranslators } from '#locales/translate.ts'

const { vi, en } = loadTranslators()

/** Keys of a locale file with the values that each asks for. */
function keysOf(locale: string): Map<string, string[]> {
  const source = readFileSync(new URL(`../../locales/${locale}.ftl`, import.meta.url), 'utf8')
  const entries = source.split(/^(?=[a-z][a-z0-9-]* =)/m).slice(1)
  return new Map(
    entries.map((entry) => {
      const key = /^[a-z0-9-]+/.exec(entry)![0]
      return [key, [...new Set(entry.match(/\$\w+/g) ?? [])].sort()]
    }),
  )
}

describe('the locale files', () => {
  it('say the same things with the same values', () => {
    expect(keysOf('en')).toEqual(keysOf('vi'))
  })

  it('hold only keys that some file asks for', () => {
    // Keys made of parts: a word of the code stands in for the rest of the key.
    const composed =
      /^(period|within|due-several|role|units-role|language|plan-state|due-title|unreadable|weekday|reason|details|limits|round-card-title)-|^report-\w+-line$|^tally-(collective|individual|family)$/
    const sources = sourceText()
    const unused = [...keysOf('vi').keys()].filter((key) => !composed.test(key) && !sources.includes(`'${key}'`))
    expect(unused).toEqual([])
  })
})

function sourceText(): string {
  return ['commands', 'locales']
    .map((room) => new URL(`../../${room}/`, import.meta.url))
    .flatMap((folder) => readdirSync(folder).map((name) => new URL(name, folder)))
    .filter(({ pathname }) => pathname.endsWith('.ts'))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')
}

describe('a translated message', () => {
  it('marks spans by offset', () => {
    const text = vi({ key: 'due-overdue', values: { wording: 'Trước ngày 08/01/2025', days: 44 } })
    expect(text.text).toBe('❗ Trước ngày 08/01/2025 (quá hạn 44 ngày)')
    expect(text.spans).toEqual([{ style: 'bold', offset: 2, length: 21 }])
  })

  it('never takes marks from a value', () => {
    const { text, spans } = vi({ key: 'text', values: { text: '</b>a <b>b</b> < c' } })
    expect(text).toBe('</b>a <b>b</b> < c')
    expect(spans).toEqual([])
  })

  it('counts in English', () => {
    const days = (count: number) => en({ key: 'due-open', values: { wording: 'x', days: count } }).text
    expect([days(1), days(22)]).toEqual(['⏳ x (1 day left)', '⏳ x (22 days left)'])
  })

  it('may hold another message', () => {
    const role = { key: 'role-head', values: { unit: 'Công an phường' } }
    expect(vi({ key: 'joined', values: { name: 'An', role, council: 'X' } }).text).toBe(
      'Đã ghi nhận An là trưởng Công an phường của X.',
    )
  })

  it('throws for a key that does not exist, so that no test passes without it', () => {
    expect(() => vi({ key: 'no-such-key' })).toThrow('no-such-key')
  })

  it('moves spans along when texts are joined', () => {
    const bold = (text: string) => ({ text, spans: [{ style: 'bold' as const, offset: 0, length: text.length }] })
    expect(joinTexts([bold('ab'), bold('cd')], '\n').spans.map(({ offset }) => offset)).toEqual([0, 3])
  })
})
