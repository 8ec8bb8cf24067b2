import { councilCreate } from '#commands/operator/council-create.ts'
import { planImport } from '#commands/operator/plan-import.ts'
import { readPlan } from '#documents/read-plan.ts'
import type { PlatformName } from '#domain/messages.ts'
import { joining } from './acts/joining.ts'
import type { Party, Person } from './cast.ts'
import { converse, expectSaid, type Dialogue } from './dialogue.ts'
import type { Network } from './network.ts'
import { UNITS, writePlan } from './plan-text.ts'
import type { Span } from './span.ts'
import type { World } from './world.ts'

/** Which network a council lives on, one after the other: Telegram the most, as in the country. */
const NETWORKS = ['telegram:1', 'zalo-oa:1', 'telegram:1', 'zalo-bot:1', 'telegram:2'] as const
const KINDS = ['phường', 'xã', 'phường', 'thị trấn', 'quận'] as const
const ALL: PlatformName[] = ['telegram', 'zalo-oa', 'zalo-bot']
const TASKS = { least: 9, most: 14 }

/** So many councils, founded by the operator and joined by their people on a calm day. */
export async function arrange(world: World, { councils, span }: { councils: number; span: Span }): Promise<Party[]> {
  const parties: Party[] = []
  for (let number = 1; number <= councils; number += 1) parties.push(await found(world, number, parties.at(-1), span))
  return parties
}

async function found(world: World, number: number, before: Party | undefined, span: Span): Promise<Party> {
  const { chance } = world
  const on = world.network(NETWORKS[number % NETWORKS.length]!)
  const code = `K${number}`
  const name = `Hội đồng TĐKT ${KINDS[number % KINDS.length]} ${code}`
  const { id, code: invite } = await councilCreate(
    world.db,
    { name, locale: 'vi', timeZone: 'Asia/Ho_Chi_Minh' },
    world.now,
  )
  const count = chance.between(TASKS.least, TASKS.most, 'tasks', number)
  const tasks = Math.ceil((count * span.days) / 300) + 2
  const planOf = (version: number) => writePlan({ chance, code, from: span.from, days: span.days, tasks, version })
  const plan = planOf(1)
  const bytes = new TextEncoder().encode(plan.text)
  const document = { name: 'ke-hoach.txt', bytes, draft: readPlan(bytes, 'ke-hoach.txt') }
  const stored = await planImport(world.db, { council: id, document, approve: true }, world.now)
  if (stored.tasks !== plan.tasks.length || stored.suspects > 0)
    throw new Error(`the plan of ${code} is not read as written: ${JSON.stringify(stored)}`)
  const person = (role: string): Person => ({
    name: `${role} ${code}`,
    accounts: Object.fromEntries(ALL.map((each) => [each, `${each}-${code}-${role.replaceAll(' ', '')}`])),
  })
  // Whoever is the secretary of one council leads a unit of the next one, where both are on one network.
  const inTwo = number % 5 === 0 && before?.on === on ? before.secretary : undefined
  const party: Party = {
    ...{ number, code, id, on, tasks: plan.tasks, planOf },
    groups: [{ on, address: `-${on.name}-${code}`, title: `Nhóm ${code}`, goneSince: undefined }],
    secretary: person('Thư ký'),
    member: person('Ủy viên'),
    seats: UNITS.map((unit, index) => ({
      unit,
      head: index === 3 ? undefined : index === 2 && inTwo ? inTwo : person(`Trưởng ${index + 1}`),
    })),
    settings: { at: '08:00', before: [30, 14, 7, 3, 1, 0], zone: 'Asia/Ho_Chi_Minh', days: new Map() },
    done: new Set(),
    doubtful: new Set(),
    said: new Map(),
    unsure: new Set(),
    roundUntil: 0,
    version: 1,
    pressed: new Set(),
    announced: 0,
  }
  const at = world.now.getTime() + number * 1000
  converse(world, at, 'founding', founding(party, invite))
  party.seats.forEach(({ head, unit }, index) => {
    if (head) converse(world, at + (index + 1) * 300_000, 'joining', joining(party, head, `trưởng ${unit}`))
  })
  if (number % 4 === 1) secondNetwork(world, party, at + 3_600_000)
  return party
}

function* founding({ on, secretary, groups }: Party, invite: string): Dialogue {
  expectSaid(yield { by: secretary, in: { private: on }, text: `/start ${invite}` }, 'Hội đồng')
  expectSaid(yield { by: secretary, in: { group: groups[0]! }, text: '/lienket' }, 'Hội đồng')
}

/** The secretary and the first head are on a second network as well, and a second group is there. */
function secondNetwork(world: World, party: Party, at: number) {
  const other = world.network(party.on.name === 'telegram' ? 'zalo-oa:1' : 'telegram:1')
  const group = {
    on: other,
    address: `-${other.name}-${party.code}-2`,
    title: `Nhóm hai ${party.code}`,
    goneSince: undefined,
  }
  const [seat] = party.seats
  converse(
    world,
    at,
    'second network',
    linking(party, party.secretary, other, group, () => party.groups.push(group)),
  )
  if (seat?.head) converse(world, at + 600_000, 'second network', linking(party, seat.head, other))
}

function* linking(
  { on }: Party,
  who: Person,
  other: Network,
  group?: Party['groups'][number],
  then?: () => void,
): Dialogue {
  const given = yield { by: who, in: { private: on }, text: '/taikhoan ma' }
  const code = /[0-9A-Z]{26}/.exec(given.map(({ text }) => text).join())?.[0]
  yield { by: who, in: { private: other }, text: `/taikhoan ${code}` }
  if (!group) return
  expectSaid(yield { by: who, in: { group }, text: '/lienket' }, 'Hội đồng')
  then?.()
}
