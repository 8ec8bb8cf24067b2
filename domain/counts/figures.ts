/** What a figure is by its shape alone. */
export type Figure =
  | 'number'
  /** 3/5: a date, a part of a whole, or two numbers side by side. */
  | 'fraction'
  /** 3-4 */
  | 'range'
  /** 3.5: no count. */
  | 'decimal'
  /** 1.500 */
  | 'thousands'
  /** A date, a time, a phone or document number, an address. */
  | 'name'
  /** @somebody */
  | 'mention'

/** Shapes in the order in which they are tried; each is anchored where a figure may begin. */
export const FIGURES: readonly { kind: Figure; pattern: RegExp }[] = [
  // Links and addresses of mail, with whatever digits they hold.
  { kind: 'name', pattern: /(?:https?:\/\/|www\.)[^\s]+|[\w.+-]{1,64}@[\w-]+\.[\w.-]+/iy },
  { kind: 'mention', pattern: /@\w+/y },
  // Phone numbers: 0912345678, 0912 345 678, +84 912.345.678, 028 3822 1234
  { kind: 'name', pattern: /(?:02\d(?:[ .-]?\d){8}|(?:0|\+?84)(?:[ .-]?\d){9})(?![\d/])/y },
  // Document numbers: 14/KH-UBND, 30/2020/NĐ-CP
  {
    kind: 'name',
    pattern: /\d+(?:\/\d+)*\/(?!(?:tt|cn|g[đd]|t[ậa]p|c[áa]|gia|h[ộo])(?!\p{L}))\p{L}[\p{L}\d]*(?:[-/.][\p{L}\d]+)*/iuy,
  },
  { kind: 'name', pattern: /\d{4}([-/.])\d{1,2}\1\d{1,2}(?!\d)|\d{1,2}([-/.])\d{1,2}\2(?:\d{4}|\d{2})(?![\d])/y },
  { kind: 'name', pattern: /\d{1,2}[-/.](?:19|20)\d{2}(?![\d])|(?:19|20)\d{2}\s?[-–]\s?(?:19|20)\d{2}(?!\d)/y },
  { kind: 'name', pattern: /\d{1,2}:\d{2}(?::\d{2})?(?!\d)/y },
  { kind: 'name', pattern: /\d+(?:[.,]\d+)?\s?%/y },
  { kind: 'thousands', pattern: /\d{1,3}(?:[.,]\d{3})+(?![\d])/y },
  { kind: 'fraction', pattern: /\d+(?:\/\d+)+(?![\d])/y },
  { kind: 'range', pattern: /\d+(?:[-–~]\d+)+(?![\d])/y },
  { kind: 'decimal', pattern: /\d+(?:[.,]\d+)+/y },
  { kind: 'number', pattern: /\d+/y },
]

/** The numbers in a figure, in the order of writing. */
export function numbersIn(text: string, kind: Figure): number[] {
  if (kind === 'thousands') return [Number(text.replace(/\D/g, ''))]
  if (kind === 'decimal') return [Number.parseFloat(text.replace(',', '.'))]
  return (text.match(/\d+/g) ?? []).map(Number)
}
