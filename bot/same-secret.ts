import { createHash, timingSafeEqual } from 'node:crypto'

/** Whether a secret that was given is the expected one: in constant time, whatever their lengths are. */
export function isSameSecret(given: string, expected: string): boolean {
  return timingSafeEqual(digest(given), digest(expected))
}

const digest = (text: string) => createHash('sha256').update(text).digest()
