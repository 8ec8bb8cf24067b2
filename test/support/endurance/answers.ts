import type { World } from './world.ts'

/** How the questions of people were answered. */
export interface AnswerCounts {
  asked: number
  answered: number
  again: number
  /** The network took the answer in no way. */
  refused: number
  late: number
  silent: string[]
}

interface Question {
  mark: string
  said: string
  bot: string
  chat: string
  at: number
  inbox: number | null
  answers: number
  taken: number
  lost: number
  refused: number
  first: number | null
}

const QUESTIONS = `
  SELECT a.mark, a.said, a.bot, a.chat, a.at, a.inbox, COUNT(DISTINCT h.key) AS answers,
    SUM(h.fate = 'taken') AS taken, SUM(h.fate = 'lost') AS lost, SUM(h.fate = 'refused') AS refused,
    MIN(CASE WHEN h.fate IN ('taken', 'lost') THEN h.at END) AS first
  FROM asked a LEFT JOIN handed h ON h.answers = a.inbox WHERE a.silent = 0 GROUP BY a.mark`

const LATE_MS = 15 * 60_000

/** Every question has its answer; one that was given again may have been lost before. */
export function judgeAnswers({ ledger, faults }: World): AnswerCounts {
  const counts: AnswerCounts = { asked: 0, answered: 0, again: 0, refused: 0, late: 0, silent: [] }
  for (const one of ledger.db.prepare<[], Question>(QUESTIONS).iterate()) {
    counts.asked += 1
    if (one.first === null && one.refused > 0) counts.refused += 1
    else if (one.first === null)
      counts.silent.push(`${one.mark} “${one.said}” in ${one.chat} at ${new Date(one.at).toISOString()}`)
    else {
      counts.answered += 1
      if (one.taken + one.lost > one.answers) counts.again += 1
      if (one.first - one.at > LATE_MS && !faults.excuses(one.bot, one.at, one.first)) counts.late += 1
    }
  }
  return counts
}
