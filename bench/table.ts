/** A Markdown table; all columns but the first ones, so many as `left`, stand to the right. */
export function table(heads: string[], rows: string[][], left = 1): string {
  const rule = heads.map((_, column) => (column < left ? '---' : '---:'))
  return [heads, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

/** A ratio with three figures at most, such as 0.0213, 0.52 or 12. */
export const ratio = (value: number): string => String(Number(value.toPrecision(value < 0.1 ? 2 : 3)))

export const councilsOf = (count: number): string =>
  `${count.toLocaleString('en')} ${count === 1 ? 'council' : 'councils'}`
