import { shorten } from '#domain/shorten.ts'

const LONGEST = 31

/**
 * Names of sheets that Excel takes, in the order given: at most 31 characters, none of []:*?/\, no apostrophe at either end, no two alike
 * in whatever case.
 */
export function sheetNames(titles: readonly string[]): string[] {
  const taken = new Set<string>()
  return titles.map((title) => {
    const plain = clean(title)
    let name = clean(shorten(plain, LONGEST)) || '-'
    for (let copy = 2; taken.has(name.toLowerCase()); copy++) {
      const suffix = ` (${copy})`
      name = `${clean(shorten(plain, LONGEST - suffix.length))}${suffix}`
    }
    taken.add(name.toLowerCase())
    return name
  })
}

const clean = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[[\]:*?/\\\p{Cc}\p{Cs}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[' ]+|[' ]+$/g, '')
