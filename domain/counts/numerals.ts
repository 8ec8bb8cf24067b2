/**
 * The value of number words, each given by its sign (see `NUMERALS`): "hai mươi lăm" is "2xc". Undefined where they are no one number:
 * "ba bốn" is three or four.
 */
export function valueOf(signs: string): number | undefined {
  const found = FORM.exec(signs)
  if (!found || signs === '') return undefined
  const [, hundreds, linked, tens, ten, unit, shortTens, shortUnit, single] = found
  const low = linked ?? unit ?? shortUnit ?? single
  const high = ten ? digit(tens ?? '1') : digit(shortTens ?? '0')
  return digit(hundreds ?? '0') * 100 + high * 10 + digit(low ?? '0')
}

/** Hundreds; then "linh năm", "mười hai" and "hai mươi lăm", "hai lăm", or one digit. "một trăm hai" is 102 to some and 120 to others. */
const FORM =
  /^(?:([1-9])h(?=$|o|[1-9]?[xk]|[2-9][abc]))?(?:o([1-9b])|([1-9])?([xk])([1-9abc])?|([2-9])([abc])|([1-9]))?$/

const TAILS: Readonly<Record<string, number>> = { a: 1, b: 4, c: 5 }
const digit = (sign: string): number => TAILS[sign] ?? Number(sign)
