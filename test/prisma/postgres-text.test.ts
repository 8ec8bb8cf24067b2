import { expect, it } from 'vitest'
import { keepable } from '#prisma/postgres-text.ts'

const args = (...given: unknown[]) => keepable({ sql: '', args: given, argTypes: [] }).args

it.each([
  ['a\0b', 'a\uFFFDb'],
  ['half \ud83d of a pair', 'half \uFFFD of a pair'],
  ['the other \ude00 half', 'the other \uFFFD half'],
  ['a whole pair 😀, Quý Ⅱ', 'a whole pair 😀, Quý Ⅱ'],
  [
    JSON.stringify({ name: 'a\0b', list: ['\ud83d', '😀'] }),
    JSON.stringify({ name: 'a\uFFFDb', list: ['\uFFFD', '😀'] }),
  ],
  [JSON.stringify({ typed: String.raw`\u0000` }), JSON.stringify({ typed: String.raw`\u0000` })],
  [String.raw`{ typed by hand: \u0000 }`, String.raw`{ typed by hand: \u0000 }`],
  [String.raw`typed by hand: \u0000`, String.raw`typed by hand: \u0000`],
])('%j is kept as %j', (text, kept) => {
  expect(args(text)).toEqual([kept])
})

it('what is no text is left as it is', () => {
  const given = [1, null, 2n, true, new Date(0), new Uint8Array([0])]
  expect(args(...given)).toEqual(given)
})
