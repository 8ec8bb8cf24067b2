import type { World } from './world.ts'

const LATE_MS = 15 * 60_000

interface Slow {
  id: number
  key: string
  bot: string
  createdAt: number
  first: number
}

const SLOW = `
  SELECT r.id, r.key, h.bot, r.createdAt, MIN(h.at) AS first FROM rows r JOIN handed h ON h.row = r.id
  WHERE h.fate IN ('taken', 'lost') AND h.change = 0 GROUP BY r.id HAVING first - r.createdAt > ${LATE_MS}`

/** Messages that came more than a quarter of an hour after they were put to be sent, and more than an hour after their network was back. */
export function judgeLate({ ledger, faults }: World): string[] {
  return ledger.db
    .prepare<[], Slow>(SLOW)
    .all()
    .filter(({ bot, createdAt, first }) => !faults.excuses(bot, createdAt, first))
    .map(({ id, key, createdAt, first }) => `${id} ${key}: ${Math.round((first - createdAt) / 60_000)} min`)
}
