import { addDays } from '#domain/dates.ts'
import { fold } from '#domain/fold.ts'
import { personName } from './names.ts'
import type { Drawn } from './rows.ts'
import { drawUnits, UNIT_KINDS } from './units.ts'

/** How many groups a council has, with the share of the councils. */
const GROUPS = [[1, 0.34], [2, 0.36], [3, 0.2], [4, 0.1]] as const // prettier-ignore
const GROUP_TITLES = ['Hội đồng TĐKT', 'Tổ giúp việc TĐKT', 'Các trưởng bộ phận', 'Khối trường học và y tế']
/** Of the heads so many opened the bot themselves; the others read their group. */
const HEADS_IN_PRIVATE = 0.45
const DEPUTIES = 0.15
/** Addresses that a council has room for, so that no two councils share one. */
const ADDRESSES_EACH = 100

/** The council's groups, units and people. */
export function drawPeople(council: Drawn) {
  const { dice, place, rows } = council
  const createdAt = long(council)
  const groups = dice.weighted(GROUPS)
  for (const title of GROUP_TITLES.slice(0, groups)) drawGroup(council, `${title} ${place} ${council.name}`)
  drawPerson(council, 'secretariat', { inPrivate: true })
  drawPerson(council, 'secretariat', { inPrivate: true })
  for (const key of drawUnits(dice)) {
    const { name: nameIn, aliases, ...rest } = UNIT_KINDS[key]
    const [id, name] = [dice.id(), nameIn(place)]
    rows.unit.push({ id, councilId: council.councilId, name, key: fold(name), createdAt })
    for (const alias of aliases) rows.unitAlias.push({ unitId: id, name: alias, key: fold(alias) })
    for (const [position, body] of ('bodies' in rest ? rest.bodies : []).entries())
      rows.unitBody.push({ unitId: id, position, name: body })
    const headId = drawPerson(council, 'head', { unitId: id, inPrivate: dice.chance(HEADS_IN_PRIVATE) })
    if (dice.chance(DEPUTIES)) drawPerson(council, 'deputy', { unitId: id, inPrivate: true })
    council.units.push({ key, id, name, headId })
  }
}

function drawGroup(council: Drawn, title: string) {
  const linked = { councilId: council.councilId, linkedAt: long(council) }
  council.rows.chat.push({ ...chat(council, 'group', nextAddress(council)), title, ...linked })
}

function drawPerson(council: Drawn, role: string, { unitId, inPrivate }: { unitId?: string; inPrivate: boolean }) {
  const { dice, rows, platform, councilId } = council
  const id = dice.id()
  const createdAt = long(council)
  const address = nextAddress(council)
  rows.person.push({ id, name: personName(dice), createdAt })
  rows.account.push({ platform, externalId: externalId(platform, 'private', address), personId: id })
  rows.membership.push({ id: dice.id(), councilId, personId: id, role, unitId: unitId ?? null, createdAt })
  if (inPrivate) rows.chat.push({ ...chat(council, 'private', address), seenAt: before(council, dice.int(1, 40)) })
  return id
}

function chat(council: Drawn, kind: 'group' | 'private', address: number) {
  const { dice, platform, bot } = council
  const place = { platform, bot, externalId: externalId(platform, kind, address), kind }
  return { id: dice.id(), ...place, createdAt: long(council) }
}

function nextAddress({ number, rows }: Drawn): number {
  return number * ADDRESSES_EACH + rows.account.length + rows.chat.filter(({ kind }) => kind === 'group').length
}

/** As the networks write them. */
function externalId(platform: string, kind: 'group' | 'private', address: number): string {
  if (platform === 'zalo-bot') return `${kind === 'group' ? 'c' : 'a'}${address.toString(16).padStart(15, '0')}`
  if (platform === 'zalo-oa') return `${kind === 'group' ? 'f' : '7'}${String(address).padStart(18, '0')}`
  return kind === 'group' ? String(-1_002_000_000_000 - address) : String(5_000_000_000 + address)
}

const before = ({ date }: Drawn, days: number) => new Date(`${addDays(date, -days)}T02:00:00Z`)
/** When the council was made. */
const long = (council: Drawn) => before(council, 200)
