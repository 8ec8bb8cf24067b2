import type { RoundId } from '#domain/ids.ts'
import { standing } from '#domain/rounds/standing.ts'
import { loadRound } from '#prisma/rounds.ts'
import { addDays, formatDate, type IsoDate } from '#domain/dates.ts'
import type { Party, Person, Seat } from '../cast.ts'
import { converse, expectSaid, withChoice, type Dialogue } from '../dialogue.ts'
import type { Shown } from '../network.ts'
import { MOVEMENT, QUOTAS } from '../plan-text.ts'
import type { World } from '../world.ts'

const DAY = 86_400_000
const tell = (party: Party, by: Person, text: string) => ({ by, in: { private: party.on }, text })
const offers = (answer: Shown[], label: string) =>
  answer.some(({ choices }) => choices.some((one) => one.includes(label)))

/** A round from its opening to its tally: heads hand in, one of them too much, some correct themselves; it is extended and closed. */
export function holdRound(world: World, party: Party, day: IsoDate, at: number) {
  party.roundUntil = at + 12 * DAY
  party.said.clear()
  const name = (what: string) => `round, ${what}`
  converse(world, at, name('opening'), opening(party, addDays(day, 6)))
  party.seats.forEach((seat, index) => {
    const when = at + (1 + index) * 0.9 * DAY
    // One unit is late in every other round: it is chased.
    const delay = world.chance.happens(0.3, 'late unit', party.number, day, index) ? 3.5 * DAY : 0
    if (leads(party, seat))
      converse(world, when + delay, name('counts'), handIn(world, party, seat, counts(world, seat, day, 1)))
    if (leads(party, seat) && index === 0)
      converse(world, when + 0.3 * DAY, name('correction'), handIn(world, party, seat, counts(world, seat, day, 2)))
    if (leads(party, seat) && index === 1)
      converse(world, at + 5.4 * DAY, name('over quota'), overQuota(world, party, seat))
  })
  converse(world, at + 5.1 * DAY, name('extension'), extension(party, addDays(day, 9)))
  const free = party.seats.find(({ head }) => !head)
  if (free) converse(world, at + 6.1 * DAY, name('for a unit'), entered(party, free))
  converse(world, at + 10 * DAY, name('end'), ending(world, party))
}

/** Whoever serves two councils is asked which one is meant: that is another conversation. */
const leads = (party: Party, { head }: Seat) => head !== undefined && head.name.endsWith(party.code)

function* opening(party: Party, deadline: IsoDate): Dialogue {
  let answer = yield tell(party, party.secretary, `/dot mở ${MOVEMENT} hạn ${formatDate(deadline)}`)
  if (offers(answer, 'Tiếp tục'))
    answer = yield { by: party.secretary, press: withChoice(answer, 'Tiếp tục'), label: 'Tiếp tục' }
  expectSaid(yield { by: party.secretary, press: withChoice(answer, 'Mở đợt'), label: 'Mở đợt' }, 'Đã mở đợt')
}

interface Counts {
  collective: number
  individual: number
}

function counts({ chance }: World, { unit }: Seat, day: IsoDate, nth: number): Counts {
  const quota = QUOTAS[unit] ?? { collective: 1, individual: 1 }
  return {
    collective: chance.between(0, quota.collective, 'collective', unit, day, nth),
    individual: chance.between(1, quota.individual, 'individual', unit, day, nth),
  }
}

function* handIn(world: World, party: Party, seat: Seat, { collective, individual }: Counts): Dialogue {
  if (!seat.head) return
  const text = `${collective} tập thể ${individual} cá nhân`
  party.unsure.add(seat.unit)
  const answer = yield tell(party, seat.head, text)
  world.tally('counts said')
  confirmed(party, seat, expectSaid(answer, 'Đã ghi'), text)
}

/** What the network shows is what the person believes: which unit, and how many. */
function confirmed(party: Party, { unit }: Seat, { text }: Shown, said: string) {
  const [, named = unit] = /Đã ghi ([^:]+): /.exec(text) ?? []
  const back = /(\d+) tập thể, (\d+) cá nhân/.exec(text)
  party.said.set(named, back ? `${back[1]}/${back[2]}` : said)
  party.unsure.delete(unit)
}

function* overQuota(world: World, party: Party, seat: Seat): Dialogue {
  if (!seat.head) return
  const quota = QUOTAS[seat.unit]!
  party.unsure.add(seat.unit)
  const asked = yield tell(party, seat.head, `${quota.collective} tập thể ${quota.individual + 2} cá nhân`)
  const why = yield { by: seat.head, press: withChoice(asked, 'Đề nghị vượt'), label: 'Đề nghị vượt' }
  expectSaid(why, 'lý do')
  yield tell(party, seat.head, 'Lập công lớn trong đợt cao điểm')
  const shown = yield tell(party, party.secretary, '/dot xem')
  const accept = world.chance.happens(0.6, 'accept', party.number, world.now.getTime())
  const label = accept ? 'Chấp nhận' : 'Từ chối'
  yield { by: party.secretary, press: withChoice(shown, label), label }
  world.tally(accept ? 'over quota accepted' : 'over quota refused')
  if (!accept) return
  party.said.set(seat.unit, `${quota.collective}/${quota.individual + 2}`)
  party.unsure.delete(seat.unit)
}

function* extension(party: Party, deadline: IsoDate): Dialogue {
  expectSaid(yield tell(party, party.secretary, `/dot gia hạn ${formatDate(deadline)}`), 'hạn')
}

function* entered(party: Party, seat: Seat): Dialogue {
  party.unsure.add(seat.unit)
  const answer = yield tell(party, party.secretary, `/denghi ${seat.unit} 1 tập thể 1 cá nhân`)
  confirmed(party, seat, expectSaid(answer, 'Đã ghi'), '1/1')
}

function* ending(world: World, party: Party): Dialogue {
  const round = newestRound(world, party)
  compare(world, party, round)
  const sure = yield tell(party, party.secretary, '/dot đóng')
  yield { by: party.secretary, press: withChoice(sure, 'Đóng'), label: 'Đóng' }
  const tally = yield tell(party, party.secretary, '/tonghop')
  const file = yield { by: party.secretary, press: withChoice(tally, 'Bảng Excel'), label: 'Bảng Excel' }
  if (file.some((shown) => shown.file !== undefined)) world.tally('tally files')
  party.roundUntil = 0
}

const newestRound = ({ ledger }: World, { id }: Party) =>
  ledger.db
    .prepare("SELECT id FROM app.Round WHERE councilId = ? AND state <> 'draft' ORDER BY createdAt DESC LIMIT 1")
    .pluck()
    .get(id) as RoundId | undefined

/** The last numbers that were read back to each unit are those that count. */
function compare(world: World, party: Party, round: RoundId | undefined) {
  if (!round) return
  const said = [...party.said].filter(([unit]) => !party.unsure.has(unit))
  world.plan(world.now, async () => {
    const { units } = standing(await loadRound(world.db, round))
    for (const [name, believed] of said) {
      const { collective = '-', individual = '-' } =
        units.find(({ unit }) => unit.name === name)?.entries[0]?.counts ?? {}
      world.tally('counts compared')
      if (believed !== `${collective}/${individual}`)
        world.wrong.push(
          `${party.code} ${name}: was told ${believed}, counts ${collective}/${individual} of ${units.map(({ unit }) => unit.name).join(', ')}`,
        )
    }
  })
}
