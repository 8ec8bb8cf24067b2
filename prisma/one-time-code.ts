import { createHash, randomBytes } from 'node:crypto'

/** Crockford's base 32: no I, L, O or U, so that a code survives being read out and typed again. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const BITS = 128
const LENGTH = 26
/** Whoever guesses with less is told that it is wrong, no more. */
const SHORTEST_GUESS = { withDigit: 6, ofLetters: 9 }

/** A one-time code of 128 random bits: 26 letters and digits. */
export function randomCode(): string {
  let bits = BigInt(`0x${randomBytes(BITS / 8).toString('hex')}`)
  let code = ''
  for (let left = BITS; left > 0; left -= 5) {
    code = ALPHABET[Number(bits & 31n)]! + code
    bits >>= 5n
  }
  return code
}

const normalise = (typed: string) => typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')

/**
 * Whether what was typed can be a code, or a guess at one: 26 letters and digits, in groups or not, or one word of some length. `giúp`, `telegram` and
 * whole sentences are none.
 */
export function mayBeCode(typed: string): boolean {
  const code = normalise(typed)
  if ([...code].some((character) => !ALPHABET.includes(character))) return false
  if (code.length === LENGTH) return true
  const { withDigit, ofLetters } = SHORTEST_GUESS
  return !/\s/.test(typed.trim()) && code.length >= (/\d/.test(typed) ? withDigit : ofLetters)
}

/** What is kept of a code, as it was made or as it was typed: case, spaces, hyphens and O/0, I/L/1 do not matter. */
export const hashOf = (code: string): string => createHash('sha256').update(normalise(code)).digest('hex')
