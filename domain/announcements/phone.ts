/**
 * A phone number as it is kept: digits, with a leading "+" where it has one. Loosely Vietnamese: 0 or +84 and eight to ten digits more, or a short
 * number of an office. Undefined where the text is none.
 */
export function readPhone(text: string): string | undefined {
  const digits = text.trim().replace(/[\s().-]/g, '')
  return /^(?:(?:\+84|0)\d{8,10}|1\d{2,9})$/.test(digits) ? digits : undefined
}
