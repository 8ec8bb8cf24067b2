import type { Log } from '#bot/log.ts'

/** A log that keeps what is written. */
export function memoryLog(): Log & { lines: { level: string; fields: object; message: string }[] } {
  const lines: { level: string; fields: object; message: string }[] = []
  const write = (level: string) => (fields: object, message: string) => void lines.push({ level, fields, message })
  return { lines, info: write('info'), warn: write('warn'), error: write('error') }
}
