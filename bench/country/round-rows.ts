import { addDays } from '#domain/dates.ts'
import { MOVEMENTS } from './plan-rows.ts'
import type { Drawn } from './rows.ts'

/** So many councils collect nominations at the moment, and so many of their units have answered. */
const OPEN_ROUNDS = 0.12
const ANSWERED = 0.6

/** An open round of some councils, with what was handed in. */
export function drawRound(council: Drawn) {
  const { dice, rows, councilId, date } = council
  if (!dice.chance(OPEN_ROUNDS)) return
  const id = dice.id()
  const openedAt = new Date(`${addDays(date, -dice.int(2, 9))}T02:30:00Z`)
  const deadline = new Date(`${addDays(date, dice.int(4, 12))}T10:00:00Z`)
  const told = { title: 'Đề nghị khen thưởng', state: 'open', chasedOn: addDays(date, -1) }
  rows.round.push({ id, councilId, ...told, deadline, createdAt: openedAt, openedAt })
  for (const [position, name] of MOVEMENTS.slice(0, dice.int(1, MOVEMENTS.length)).entries()) {
    const movementId = dice.id()
    rows.roundMovement.push({ id: movementId, roundId: id, position, name, basis: 'quota', wording: '' })
    drawAnswers(council, movementId, openedAt)
  }
}

function drawAnswers({ dice, rows, units }: Drawn, movementId: string, openedAt: Date) {
  for (const [position, unit] of units.entries()) {
    const [collectiveMax, individualMax] = [dice.int(1, 3), dice.int(2, 8)]
    rows.roundQuota.push({ movementId, unitId: unit.id, position, hasQuota: true, collectiveMax, individualMax })
    if (!dice.chance(ANSWERED)) continue
    const counts = { collective: dice.int(0, collectiveMax), individual: dice.int(0, individualMax) }
    rows.nomination.push({
      movementId,
      unitId: unit.id,
      version: 1,
      act: 'said',
      said: counts,
      counts,
      personId: unit.headId,
      personName: rows.person.find(({ id }) => id === unit.headId)!.name,
      at: new Date(openedAt.getTime() + dice.int(1, 40) * 3_600_000),
    })
  }
}
