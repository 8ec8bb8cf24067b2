const DIGITS: Record<string, number> = { I: 1, V: 5, X: 10 }

/** The number that a Roman numeral of I, V and X writes, in either case. */
export function romanToNumber(roman: string): number {
  const values = [...roman.toUpperCase()].map((digit) => DIGITS[digit] ?? 0)
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0)
}

/** A number from 1 to 39 as a Roman numeral, as far as plans count; beyond, counting starts again. */
export function numberToRoman(number: number): string {
  const [tens, ones] = [Math.floor((((number - 1) % 39) + 1) / 10), (((number - 1) % 39) + 1) % 10]
  return 'X'.repeat(tens) + ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'][ones]!
}
