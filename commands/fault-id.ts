import { randomInt } from 'node:crypto'

const FAULT_ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Five letters and digits that a person can read out: the log holds them beside the fault. */
export function faultId(): string {
  return Array.from({ length: 5 }, () => FAULT_ALPHABET[randomInt(FAULT_ALPHABET.length)]).join('')
}
