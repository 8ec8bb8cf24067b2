import { addDays, weekday, type IsoDate } from '#domain/dates.ts'
import { withOffset } from '#domain/zones.ts'
import { amending, announcing, LATER, receipt } from './acts/announcing.ts'
import { asking, calendar } from './acts/asking.ts'
import { succession } from './acts/joining.ts'
import { later, markDone, takeBack } from './acts/marking.ts'
import { becomeSuper, block, throwOut } from './acts/moving.ts'
import { newVersion } from './acts/planning.ts'
import { holdRound } from './acts/rounds.ts'
import { newHour, newOffsets, newZone, quietHours, renamedUnit, swappedDay } from './acts/settings.ts'
import type { Party } from './cast.ts'
import { converse, type Dialogue } from './dialogue.ts'
import { works } from './expected.ts'
import { DAILY } from './life.ts'
import type { Mornings } from './mornings.ts'
import type { Span } from './span.ts'
import type { World } from './world.ts'

const HOME = 'Asia/Ho_Chi_Minh'
const MINUTE = 60_000
/** When the frequent jobs are rung besides mornings and the ends of outages. */
const RINGS = ['07:01', '09:35', '11:30', '14:05', '15:30', '17:06', '19:00', '20:01']

export const instantOf = (day: IsoDate, time: string, zone = HOME) => Date.parse(withOffset(day, time, zone))

interface Living {
  world: World
  parties: Party[]
  mornings: Mornings
  span: Span
  everyEvening: (day: IsoDate) => void
}

/** Plans a day, at its beginning: what each council's settings are is known only then. */
export function planDay(living: Living, day: IsoDate) {
  const { world, parties, mornings } = living
  const hours = new Map<number, Party[]>()
  for (const party of parties) {
    const at = instantOf(day, party.settings.at, party.settings.zone)
    hours.set(at, [...(hours.get(at) ?? []), party])
  }
  for (const [at, those] of hours) {
    world.plan(at, async () => {
      for (const party of those) mornings.due(party, day, at)
      await world.ring()
    })
    world.plan(at + MINUTE, () => world.ring())
  }
  for (const time of RINGS) world.plan(instantOf(day, time), () => world.ring())
  planDisasters(world, day)
  for (const party of parties) planActs(living, party, day)
  world.plan(instantOf(day, '23:00'), async () => {
    mornings.judge()
    world.ledger.keepRows()
    await world.ring(DAILY.filter(({ name }) => name !== 'backup' || weekday(day) === 7))
    living.everyEvening(day)
  })
}

/** The process ends: now and then orderly, more often in the middle of a morning or of answers. */
function planDisasters(world: World, day: IsoDate) {
  const { chance } = world
  if (chance.happens(0.12, 'stop', day))
    world.plan(instantOf(day, '10:00') + chance.between(0, 480, 'stop at', day) * MINUTE, () => world.restart())
  if (!chance.happens(0.2, 'kill', day)) return
  const early = chance.happens(0.6, 'kill early', day)
  const at = early
    ? instantOf(day, '08:00') - 1
    : instantOf(day, '09:00') + chance.between(0, 500, 'kill at', day) * MINUTE
  world.plan(at, () => {
    world.life.sendsLeft = chance.between(1, early ? 40 : 6, 'kill after', day)
  })
}

/** What the people of a council do on a day. */
function planActs({ world, mornings, span }: Living, party: Party, day: IsoDate) {
  const { chance } = world
  const { number } = party
  const act = (what: string, share: number, of: () => Dialogue | undefined) => {
    if (!chance.happens(share, what, number, day)) return
    const at = instantOf(day, '08:10') + chance.between(0, 520, `${what} at`, number, day) * MINUTE
    world.plan(at, () => {
      const dialogue = of()
      if (dialogue) converse(world, at, what, dialogue)
    })
  }
  if (!works(party, day)) return
  const open = party.tasks.filter(
    ({ mark, due }) => due && 'on' in due && !party.done.has(mark) && !party.doubtful.has(mark),
  )
  const near = open.find(({ due }) => due && 'on' in due && due.on <= addDays(day, 10))
  act('asking', 0.3, () => asking(party, chance, Number(day.replaceAll('-', ''))))
  act('done', 0.12, () => (near ? markDone(party, near.mark) : undefined))
  act('undone', 0.01, () => {
    const [mark] = party.done
    return mark ? takeBack(party, mark) : undefined
  })
  act('later', 0.03, () => {
    for (const group of party.groups) mornings.snoozed(group)
    return later(party, world.now.getTime())
  })
  act('hour', 0.006, () => newHour(party, chance.pick(['07:30', '08:00', '08:30', '09:00'], 'hour', number, day)))
  act('offsets', 0.006, () =>
    newOffsets(
      party,
      chance.pick(
        [
          [30, 14, 7, 3, 1, 0],
          [10, 5, 1],
          [14, 7, 1, 0],
        ],
        'offsets',
        number,
        day,
      ),
    ),
  )
  act('quiet hours', 0.003, () => quietHours(party))
  act('zone', 0.001, () => newZone(party, chance.pick(['Asia/Tokyo', 'Asia/Bangkok', HOME], 'zone', number, day)))
  act('day', 0.008, () => {
    const other = addDays(day, chance.between(3, 12, 'which day', number, day))
    return swappedDay(party, other, !works(party, other))
  })
  act('unit', 0.002, () =>
    party.seats.some(({ unit }) => unit === 'Hội Cựu chiến binh') ? renamedUnit(party) : undefined,
  )
  act('succession', 0.004, () => {
    const index = chance.between(0, 2, 'seat', number, day)
    const name = `Người kế ${day} ${party.code}`
    const id = `${party.code}-${day}`
    const accounts = { telegram: `telegram-${id}`, 'zalo-oa': `zalo-oa-${id}`, 'zalo-bot': `zalo-bot-${id}` }
    return party.seats[index]!.head ? succession(party, index, { name, accounts }) : undefined
  })
  act('calendar', 0.01, () => calendar(party, (path) => world.plan(world.now, () => world.fetchCalendar(path))))
  const begin = (what: string, share: number, from: string, work: (at: number) => void) => {
    const at = instantOf(day, from) + chance.between(0, 60, `${what} at`, number, day) * MINUTE
    if (chance.happens(share, what, number, day)) world.plan(at, () => work(at))
  }
  begin('round', 0.02, '09:00', (at) => {
    if (party.roundUntil < at && addDays(day, 12) <= span.to) holdRound(world, party, day, at)
  })
  begin('announcement', 0.04, '08:40', (at) => {
    const nth = (party.announced += 1)
    converse(world, at, 'announcement', announcing(party, chance, nth))
    converse(world, at + LATER.receipt, 'receipt', receipt(party, nth))
    if (chance.happens(0.4, 'amended', number, nth))
      converse(
        world,
        at + LATER.amending,
        'announcement amended',
        amending(party, nth, chance.happens(0.4, 'withdrawn', number, nth)),
      )
  })
  begin('plan', 0.006, '13:00', (at) => {
    const version = (party.version += 1)
    converse(world, at, 'new version', newVersion(party, party.planOf(version)))
  })
  const [group] = party.groups
  const days = chance.between(1, 5, 'days', number, day)
  const told = chance.happens(0.5, 'told', number, day)
  begin('thrown out', 0.003, '17:30', () => void (group!.goneSince ?? throwOut(world, party, group!, { told, days })))
  begin('supergroup', 0.003, '18:00', () => {
    if (group!.goneSince === undefined && group!.on.name === 'telegram') becomeSuper(world, group!, told)
  })
  begin('blocked', 0.006, '17:40', () => {
    const { head } = party.seats[days % 3]!
    if (head) block(world, party, head, days)
  })
}
