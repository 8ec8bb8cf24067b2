import type { ChatId, CouncilId, RoundId, UnitId } from '#domain/ids.ts'
import type { Counts } from '#domain/rounds/round.ts'
import { standing } from '#domain/rounds/standing.ts'
import { placeRoundCards } from '#prisma/round-cards.ts'
import { addVersion, changeRound, draftRound, loadRound, type NewRound } from '#prisma/rounds.ts'
import { addUnit, listUnits } from '#prisma/units.ts'
import { GROUP, SECRETARY, type TestApp } from './app.ts'
import type { Speaker } from './fake-platform.ts'

/** The units of an invented ward with their quotas: collectives, individuals. */
export const UNITS: Record<string, Counts> = {
  'Văn phòng UBND': { collective: 1, individual: 4 },
  'Công an phường': { collective: 3, individual: 5 },
  'Y tế phường': { collective: 1, individual: 1 },
  'Ban Dân số': { individual: 3 },
}

type Given = Partial<Omit<NewRound, 'movements'>> & { movements?: (typeof YEARLY)[] }

interface MovementOf {
  name: string
  basis: 'quota' | 'by-proposal' | 'percent'
  wording: string
  total?: Counts
  /** By unit; undefined: all units, without a quota of their own. */
  units?: Record<string, Counts>
}

/** A movement with a table of units. */
export const YEARLY: MovementOf = { name: 'Phong trào thi đua yêu nước', basis: 'quota', wording: '', units: UNITS }
/** A movement with a total for the council. */
export const SECURITY: MovementOf = {
  name: 'Phong trào “Toàn dân bảo vệ an ninh Tổ quốc”',
  basis: 'quota',
  wording: '04 tập thể, 06 cá nhân',
  total: { collective: 4, individual: 6 },
}
/** A movement whose numbers nobody checks. */
export const CULTURE: MovementOf = {
  name: 'Phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa”',
  basis: 'by-proposal',
  wording: 'Căn cứ theo đề xuất của Ban chỉ đạo',
}

/** A movement with a share of each unit's people. */
export const SHARE: MovementOf = {
  name: 'Danh hiệu “Chiến sĩ thi đua cơ sở”',
  basis: 'percent',
  wording: 'không quá 15% tổng số cá nhân của đơn vị',
}

const limitsOf = (counts: Counts) =>
  Object.fromEntries(Object.entries(counts).map(([category, max]) => [category, { max, of: null }]))

/** Opens a round in a council's group, until the evening of 05/12/2025 unless told otherwise. */
export async function openRound(
  app: Pick<TestApp, 'db' | 'now'>,
  councilId: CouncilId,
  given: Given = {},
): Promise<RoundId> {
  const { db, now } = app
  for (const name of Object.keys(UNITS)) await addUnit(db, councilId, name, [], now)
  const ids = new Map((await listUnits(db, councilId)).map(({ id, name }) => [name, id]))
  const { title = 'Phong trào thi đua yêu nước 2025', deadline = new Date('2025-12-05T17:00:00+07:00') } = given
  const movements = (given.movements ?? [YEARLY]).map(({ units, total, ...movement }: MovementOf) => ({
    ...movement,
    total: total && limitsOf(total),
    asked: Object.keys(units ?? UNITS).map((name) => ({
      unitId: ids.get(name) as UnitId,
      limits: units?.[name] && limitsOf(units[name]),
    })),
  }))
  const id = await draftRound(db, councilId, { title, deadline, movements }, now)
  await changeRound(db, councilId, id, ['draft'], { state: 'open', openedAt: now })
  const groups = await db.chat.findMany({ where: { externalId: GROUP } })
  await placeRoundCards(
    db,
    id,
    groups.map((group) => group.id as ChatId),
  )
  return id
}

/** Makes somebody the head of a unit. */
export async function makeHead(app: TestApp, speaker: Speaker, unit: string, role = 'trưởng') {
  await app.sayInGroup(SECRETARY, `/moi ${role} ${unit}`, { replyTo: { externalId: speaker.id, name: speaker.name } })
}

/** What every unit has in each movement of a round, by name: "3/5/-" (collectives, individuals, families; "-": not said). */
export async function numbersOf(app: Pick<TestApp, 'db'>, id: RoundId): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  const round = await loadRound(app.db, id)
  for (const { unit, entries } of standing(round).units)
    found[unit.name] = entries
      .map(({ counts: { collective = '-', individual = '-', family = '-' }, over }) => {
        const waits = Object.keys(over).length > 0 ? '!' : ''
        return `${collective}/${individual}/${family}${waits}`
      })
      .join(' ')
  return found
}

/** Hands in counts of a unit for the first movement of a round, which nobody has to decide. Returns the unit. */
export async function handIn(app: TestApp, round: RoundId, unit: string, counts: Counts): Promise<UnitId> {
  const { movements, units } = await loadRound(app.db, round)
  const unitId = units.find(({ name }) => name === unit)!.id
  await addVersion(app.db, round, {
    movementId: movements[0]!.id,
    unitId,
    act: 'said',
    said: counts,
    counts,
    request: false,
    reason: undefined,
    personId: undefined,
    personName: 'Anh Công',
    behalf: false,
    at: app.now,
    source: undefined,
  })
  return unitId
}
