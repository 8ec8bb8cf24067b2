import { shorten } from '#domain/shorten.ts'
import { printable } from './printable.ts'

/** The mean width of a character of DejaVu Sans as part of its size, rather too much than too little. */
const CHARACTER = 0.62

/** About how many pixels a text takes. */
export const widthOf = (text: string, size: number): number => text.length * size * CHARACTER

/** A text in lines no longer than these pixels; what does not fit into the last one is cut. */
export function wrapped(text: string, pixels: number, size: number, most: number): string[] {
  const characters = Math.floor(pixels / (size * CHARACTER))
  const lines: string[] = []
  for (const word of printable(text).split(/\s+/).filter(Boolean)) {
    const line = lines.at(-1)
    if (line !== undefined && line.length + 1 + word.length <= characters) lines[lines.length - 1] = `${line} ${word}`
    else lines.push(word)
  }
  const rest = lines.slice(most - 1).join(' ')
  return [...lines.slice(0, most - 1), ...(rest ? [rest] : [])].map((line) => printable(shorten(line, characters)))
}
