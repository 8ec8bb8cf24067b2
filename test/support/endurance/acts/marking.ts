import type { Party } from '../cast.ts'
import { expectSaid, type Dialogue } from '../dialogue.ts'

/** So long the choices under a reminder may surely be taken. */
const OPEN_MS = 20 * 3_600_000

const numberOf = (party: Party, mark: string) => party.tasks.findIndex((task) => task.mark === mark) + 1

/** Somebody of the secretariat marks a task as done. */
export function* markDone(party: Party, mark: string): Dialogue {
  party.doubtful.add(mark)
  const place = `PL1 mục ${numberOf(party, mark)}`
  expectSaid(yield { by: party.secretary, in: { private: party.on }, text: `/xong ${place}` }, `${place} đã xong`)
  party.done.add(mark)
  party.doubtful.delete(mark)
}

export function* takeBack(party: Party, mark: string): Dialogue {
  party.doubtful.add(mark)
  const place = `PL1 mục ${numberOf(party, mark)}`
  expectSaid(yield { by: party.secretary, in: { private: party.on }, text: `/chuaxong ${place}` }, place)
  party.done.delete(mark)
  party.doubtful.delete(mark)
}

/** Somebody in the group asks to be reminded again tomorrow. */
export function* later(party: Party, now: number): Dialogue {
  const [group] = party.groups
  const label = 'Nhắc lại'
  const shown = group!.on.shownIn(group!.address).findLast(({ choices }) => choices.some((one) => one.includes(label)))
  if (!shown || now - shown.at > OPEN_MS || party.pressed.has(shown.id) || group!.goneSince !== undefined) return
  // A choice works once: a second press is met with silence.
  party.pressed.add(shown.id)
  yield { by: party.member, press: shown, label }
}
