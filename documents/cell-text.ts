import { looksLikeDeadline } from './infer-columns.ts'
import { joinTexts } from './wrapped.ts'

/** The lines of one cell as one text; a time on each of them keeps them apart. */
export function cellText(lines: readonly string[]): string {
  const filled = lines.map((line) => line.trim()).filter((line) => line !== '')
  return timesOfLines(filled) ?? joinTexts(filled)
}

/**
 * The times of a cell that has one on each of its lines, parted by ";"; a line that goes on with "đến" or a dash belongs to the one
 * before. Undefined for every other cell.
 */
export function timesOfLines(lines: readonly string[]): string | undefined {
  const bulleted = lines.every((line) => /^[-–+•]\s/.test(line))
  const times = bulleted ? lines.map((line) => line.slice(1).trim()) : lines
  const apart = lines.length > 1 && times.every((line) => /^[\p{Lu}\d]/u.test(line) || bulleted)
  return apart && times.every(looksLikeDeadline) ? times.join('; ') : undefined
}
