import type { Chance } from '../chance.ts'
import type { Party } from '../cast.ts'
import type { Dialogue } from '../dialogue.ts'

const VIETNAMESE = [
  '/viec',
  '/viec quý này',
  '/viec tháng sau',
  '/viec quá hạn',
  '/chitieu',
  '/viec 10 ngày tới',
  '/donvi',
  '/trogiup',
  '/viec Công an phường',
]
const ENGLISH = ['/due', '/due this month', '/due overdue', '/quota', '/units', '/help']
const IN_WORDS = ['quý này có gì đến hạn?', 'tuần sau có việc gì', 'việc nào quá hạn']

/** A member asks something in the group, or a head in private. */
export function* asking(party: Party, chance: Chance, nth: number): Dialogue {
  const { member, groups, seats, on, number } = party
  const lines = chance.happens(0.3, 'english', number, nth) ? ENGLISH : VIETNAMESE
  const line = chance.pick(lines, 'question', number, nth)
  if (chance.happens(0.4, 'in private', number, nth)) {
    const { head } = chance.pick(seats.slice(0, 3), 'who asks', number, nth)
    if (head)
      yield {
        by: head,
        in: { private: on },
        text: chance.happens(0.3, 'words', number, nth) ? chance.pick(IN_WORDS, number, nth) : line,
      }
    return
  }
  const group = groups[0]!
  if (group.goneSince === undefined) yield { by: member, in: { group }, text: line }
}

/** The calendar as a file, and the address under which programs fetch it. */
export function* calendar({ secretary, on }: Party, fetched: (path: string) => void): Dialogue {
  yield { by: secretary, in: { private: on }, text: '/lich' }
  const given = yield { by: secretary, in: { private: on }, text: '/lich địa chỉ' }
  const path = /\/calendar\/[\w-]{32}\.ics/.exec(given.map(({ text }) => text).join())?.[0]
  if (path) fetched(path)
}
