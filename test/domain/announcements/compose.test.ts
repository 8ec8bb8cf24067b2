import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Part } from '#domain/announcements/announcement.ts'
import { titleOf, withPiece, type Piece } from '#domain/announcements/compose.ts'
import { readPhone } from '#domain/announcements/phone.ts'
import { toggled } from '#domain/announcements/toggle.ts'
import type { ChatId, RoundId, UnitId } from '#domain/ids.ts'
import type { RichText } from '#domain/messages.ts'
import { endingIn, sliceText } from '#domain/rich-text.ts'

const text = (words: string): Piece => ({ body: { text: words, spans: [] }, media: undefined, album: undefined })
const picture = (fileId: string, album?: string, caption = ''): Piece => ({
  body: { text: caption, spans: [] },
  media: { kind: 'photo', platform: 'telegram', fileId, name: `${fileId}.jpg` },
  album,
})
const added = (pieces: Piece[]) =>
  pieces.reduce<Part[]>((parts, piece) => {
    const next = withPiece(parts, piece)
    if (typeof next === 'string') throw new Error(next)
    return next
  }, [])
const filesOf = (parts: Part[]) => parts.map(({ media }) => media.map(({ fileId }) => fileId).join(''))

describe('the parts of an announcement', () => {
  it.each<[string, Piece[], string[]]>([
    ['an album is one part, in its order', [picture('a', '1'), picture('b', '1'), picture('c', '1')], ['abc']],
    ['two albums are two', [picture('a', '1'), picture('b', '2')], ['a', 'b']],
    ['pictures alone are apart', [picture('a'), picture('b')], ['a', 'b']],
    ['text ends an album', [picture('a', '1'), text('x'), picture('b', '1')], ['a', '', 'b']],
    ['an eleventh file begins anew', [...'abcdefghijk'].map((id) => picture(id, '1')), ['abcdefghij', 'k']],
  ])('%s', (_, pieces, expected) => {
    expect(filesOf(added(pieces))).toEqual(expected)
  })

  it('have one caption for an album, whichever file brings it', () => {
    expect(added([picture('a', '1'), picture('b', '1', 'Hội nghị'), picture('c', '1', 'khác')])[0]!.body.text).toBe(
      'Hội nghị',
    )
  })

  it('give it a title: the first words, else the first file', () => {
    expect(titleOf(added([picture('a'), text('Kính gửi\ncác đơn vị')]))).toBe('Kính gửi')
    expect(titleOf(added([picture('a')]))).toBe('a.jpg')
    expect(titleOf([])).toBe('')
  })
})

describe('marked text', () => {
  const rich = fc.string({ minLength: 1 }).chain((words) =>
    fc.record({
      text: fc.constant(words),
      spans: fc.array(
        fc.tuple(fc.nat(words.length - 1), fc.nat(words.length)).map(([offset, length]) => ({
          style: 'bold' as const,
          offset,
          length: Math.min(length, words.length - offset),
        })),
      ),
    }),
  )

  it('keeps its marks where they were when a command before it is cut off', () => {
    fc.assert(
      fc.property(rich, fc.nat(), (body, at) => {
        const from = at % body.text.length
        const rest = sliceText(body, from)
        for (const { offset, length } of rest.spans) {
          expect(length).toBeGreaterThan(0)
          expect(offset + length).toBeLessThanOrEqual(rest.text.length)
        }
        const marked = (spans: RichText['spans'], index: number) =>
          spans.some(({ offset, length }) => index >= offset && index < offset + length)
        for (let index = 0; index < rest.text.length; index++)
          expect(marked(rest.spans, index)).toBe(marked(body.spans, index + from))
      }),
    )
  })

  it('is taken without marks where it does not end in the words', () => {
    const spans = [{ style: 'bold' as const, offset: 0, length: 2 }]
    expect(endingIn({ text: 'ab', spans }, 'xyz')).toEqual({ text: 'xyz', spans: [] })
    expect(endingIn({ text: ' ab ', spans }, 'ab')).toEqual({ text: 'ab', spans: [{ ...spans[0], length: 1 }] })
  })
})

describe('an audience', () => {
  const known = { groups: ['g1', 'g2'] as ChatId[], units: ['u1', 'u2', 'u3'] as UnitId[] }
  const nobody = { groups: [], heads: [], members: false }

  it('switches one thing at a time', () => {
    const all = toggled(nobody, { groups: 'all' }, known)
    expect(all.groups).toBe('all')
    expect(toggled(all, { groups: 'g1' as ChatId }, known).groups).toEqual(['g2'])
    expect(toggled(all, { groups: 'all' }, known).groups).toEqual([])
    expect(toggled(nobody, { heads: 'u2' as UnitId }, known).heads).toEqual(['u2'])
    expect(toggled(nobody, { members: true }, known).members).toBe(true)
  })

  it('means one round at most', () => {
    const one = toggled(nobody, { missingIn: 'r1' as RoundId }, known)
    expect(toggled(one, { missingIn: 'r2' as RoundId }, known).missingIn).toBe('r2')
    expect(toggled(one, { missingIn: 'r1' as RoundId }, known)).toEqual(nobody)
  })

  it('is as before when the same thing is switched twice', () => {
    fc.assert(
      fc.property(fc.subarray(known.units), fc.constantFrom(...known.units), (heads, unit) => {
        const twice = toggled(toggled({ ...nobody, heads }, { heads: unit }, known), { heads: unit }, known)
        expect([...twice.heads].sort()).toEqual([...heads].sort())
      }),
    )
  })
})

describe('a phone number', () => {
  it.each([
    ['0900 000 000', '0900000000'],
    ['+84 (900) 000-000', '+84900000000'],
    ['028.3000.0000', '02830000000'],
    ['19001000', '19001000'],
    ['0912', undefined],
    ['gọi Lan', undefined],
    ['=1+1', undefined],
    ['', undefined],
  ])('"%s" is read as %s', (words, expected) => {
    expect(readPhone(words)).toBe(expected)
  })
})
