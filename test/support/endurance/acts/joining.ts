import type { Party, Person } from '../cast.ts'
import { expectSaid, withChoice, type Dialogue } from '../dialogue.ts'

/** The secretary asks for a code, the person joins with it. */
export function* joining({ on, secretary }: Party, who: Person, role: string, then?: () => void): Dialogue {
  const given = yield { by: secretary, in: { private: on }, text: `/moi ${role}` }
  const code = /\/start \S+/.exec(given.map(({ text }) => text).join('\n'))?.[0]
  expectSaid(yield { by: who, in: { private: on }, text: code ?? '/start' }, 'Hội đồng')
  then?.()
}

/** Somebody's role ends, and a successor joins. */
export function* succession(party: Party, index: number, successor: Person): Dialogue {
  const seat = party.seats[index]!
  const { on, secretary } = party
  const asked = yield { by: secretary, in: { private: on }, text: `/donvi thôi trưởng ${seat.unit}` }
  if (!asked.some(({ text }) => text.includes('Đã ghi nhận'))) {
    const before = withChoice(asked, seat.head!.name)
    expectSaid(yield { by: secretary, press: before, label: seat.head!.name }, 'Đã ghi nhận')
  }
  seat.head = undefined
  yield* joining(party, successor, `trưởng ${seat.unit}`, () => (seat.head = successor))
}
