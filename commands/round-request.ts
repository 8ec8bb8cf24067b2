import type { Choice, Message, Reply } from '#domain/messages.ts'
import type { Round, Version } from '#domain/rounds/round.ts'
import type { Entry, MovementStanding } from '#domain/rounds/standing.ts'
import { countsMessage, limitsMessage, movementLabel } from '#locales/round-message.ts'

/** A request beyond a unit's quota, as the secretariat reads it, with one press for each decision. */
export function requestReply(given: { round: Round; entry: Entry; version: Version }): Reply {
  return {
    head: requestLines(given),
    foot: [{ key: 'round-request-round', values: { round: given.round.title } }],
    choices: requestChoices(given),
  }
}

/** What a unit asks for beyond its quota, and why. */
export function requestLines({ entry, version }: { entry: Entry; version: Version }): Message[] {
  const { movement, unit, limits, over } = entry
  const by = { name: version.personName }
  return [
    { key: 'round-request-title', values: { unit: unit.name, movement: movementLabel(movement.name) } },
    {
      key: 'round-request-counts',
      values: { counts: countsMessage(version.counts), limits: limitsMessage(limits ?? {}), over: countsMessage(over) },
    },
    version.reason
      ? { key: 'round-request-reason', values: { ...by, reason: version.reason } }
      : { key: 'round-request-no-reason', values: by },
  ]
}

/** The decisions on a request: it stands as long as this version is the last one. */
export function requestChoices({ entry, version }: { entry: Entry; version: Version }): Choice[][] {
  const decide = (key: string, decision: string): Choice => ({
    label: { key },
    line: `/dot quyet ${entry.movement.id} ${entry.unit.id} ${version.version} ${decision}`,
  })
  return [
    [decide('choice-request-accept', 'nhan'), decide('choice-request-reduce', 'giam')],
    [decide('choice-request-other', 'khac'), decide('choice-request-refuse', 'khong')],
  ]
}

/** What exceeds the council's total of a movement, with one press to take it. */
export function totalReply({ round, standing }: { round: Round; standing: MovementStanding }): Reply {
  return {
    head: totalLines(standing),
    foot: [{ key: 'round-request-round', values: { round: round.title } }],
    choices: [[totalChoice(round, standing)]],
  }
}

/** The sums of a movement beside the council's total. */
export function totalLines({ movement, limits, granted, beyondTotal }: MovementStanding): Message[] {
  return [
    { key: 'round-total-title', values: { movement: movementLabel(movement.name) } },
    {
      key: 'round-total-counts',
      values: {
        counts: countsMessage(granted),
        limits: limitsMessage(limits ?? {}),
        over: countsMessage(beyondTotal),
      },
    },
    ...(movement.settled ? [{ key: 'round-total-settled', values: { counts: countsMessage(movement.settled) } }] : []),
    { key: 'round-total-how' },
  ]
}

/** Takes the sums as they are now: once a number has changed, this choice settles nothing any more. */
export function totalChoice(round: Round, { movement }: MovementStanding): Choice {
  return {
    label: { key: 'choice-total-accept', values: { movement: movementLabel(movement.name) } },
    line: `/dot tong ${movement.id} nhan ${stateOf(round, movement.id)}`,
  }
}

/** How many versions of a movement there are: a number that goes up with every change. */
export function stateOf(round: Round, movementId: string): number {
  return round.versions.filter((version) => version.movementId === movementId).length
}
