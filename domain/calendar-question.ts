import { fold } from './fold.ts'

/** What is wanted of a calendar, and of whom: the words that are left, or the own unit. */
export interface CalendarQuestion {
  act: 'file' | 'address' | 'revoke'
  mine: boolean
  rest: string
}

/** Folded, as many words as they have. */
const ACTS: [CalendarQuestion['act'], string[]][] = [
  ['address', ['dia chi', 'dang ky', 'address', 'subscribe']],
  ['revoke', ['thu hoi', 'revoke']],
]
const MINE = ['cua toi', 'don vi toi', 'cua don vi toi', 'mine', 'my unit']
/** Plain sentences that ask for the file. */
const WORDS = ['lich', 'tep lich', 'file lich', 'gui lich', 'xuat lich', 'ics', 'calendar', 'calendar file']

/** Reads what stands behind "/lich": "", "của tôi", "địa chỉ Công an phường", "thu hồi". */
export function readCalendarQuestion(text: string): CalendarQuestion {
  const words = text.trim().split(/\s+/)
  for (const [act, names] of ACTS) {
    for (const name of names) {
      const count = name.split(' ').length
      if (fold(words.slice(0, count).join(' ')) === name) return whose(act, words.slice(count).join(' '))
    }
  }
  return whose('file', words.join(' '))
}

/** Whether a plain sentence asks for the calendar file. */
export function asksForCalendar(text: string): boolean {
  return WORDS.includes(fold(text).replace(/[.!?]+$/, ''))
}

function whose(act: CalendarQuestion['act'], rest: string): CalendarQuestion {
  const mine = MINE.includes(fold(rest))
  return { act, mine, rest: mine ? '' : rest }
}
