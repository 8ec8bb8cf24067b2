import type { IsoDate } from '#domain/dates.ts'
import { formatDate } from '#domain/dates.ts'
import type { Party } from '../cast.ts'
import { expectSaid, type Dialogue } from '../dialogue.ts'

const tell = (party: Party, text: string) => ({ by: party.secretary, in: { private: party.on }, text })

export function* newHour(party: Party, at: string): Dialogue {
  expectSaid(yield tell(party, `/caidat giờ ${at}`), `Giờ nhắc: ${at}`)
  party.settings.at = at
}

export function* newOffsets(party: Party, before: number[]): Dialogue {
  const list = before.join(', ')
  expectSaid(yield tell(party, `/caidat trước ${before.join(' ')}`), `là ngày cuối): ${list}`)
  party.settings.before = before
}

export function* quietHours(party: Party): Dialogue {
  expectSaid(yield tell(party, '/caidat yên lặng 19h đến 6h'), 'Giờ yên lặng: 19:00 đến 06:00')
}

/** A day off is worked, or a working one is not. */
export function* swappedDay(party: Party, day: IsoDate, worked: boolean): Dialogue {
  expectSaid(yield tell(party, `/caidat ngày ${worked ? 'làm' : 'nghỉ'} ${formatDate(day)}`), formatDate(day))
  party.settings.days.set(day, worked)
}

export function* newZone(party: Party, zone: string): Dialogue {
  expectSaid(yield tell(party, `/caidat múi giờ ${zone}`), zone)
  party.settings.zone = zone
}

export function* renamedUnit(party: Party): Dialogue {
  const [before, after] = ['Hội Cựu chiến binh', `Hội CCB ${party.code}`]
  yield tell(party, '/donvi tên khác Văn phòng UBND: VP')
  expectSaid(yield tell(party, `/donvi đổi tên ${before}: ${after}`), 'Đã đổi tên')
  const seat = party.seats.find(({ unit }) => unit === before)
  if (seat) seat.unit = after
  // What it was told in a round that is open counts under its new name.
  const told = party.said.get(before)
  if (told !== undefined) party.said.set(after, told)
  party.said.delete(before)
}
