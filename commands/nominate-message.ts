import type { Message, Reply } from '#domain/messages.ts'
import { nominateLine, type NominateLine } from '#domain/rounds/nominate-line.ts'
import type { Counts, Round } from '#domain/rounds/round.ts'
import type { Entry } from '#domain/rounds/standing.ts'
import { countsMessage, limitsMessage, movementLabel } from '#locales/round-message.ts'

/** What was understood, to be confirmed before it is stored. */
export function confirmReply(round: Round, entry: Entry, said: Counts, sure: NominateLine): Reply {
  const values = { ...place(round, entry), counts: countsMessage(said) }
  return {
    head: [{ key: 'nominate-confirm', values }],
    choices: [
      [
        { label: { key: 'choice-yes-record' }, line: nominateLine(sure) },
        { label: { key: 'choice-say-again' }, line: nominateLine(again(sure)) },
      ],
    ],
    personal: true,
  }
}

interface Over {
  counts: Counts
  over: Counts
  /** The secretariat enters it, and decides by that. */
  behalf: boolean
}

/** It exceeds the quota: a request, or other numbers. */
export function overReply(round: Round, entry: Entry, { counts, over, behalf }: Over, request: NominateLine): Reply {
  const values = {
    ...place(round, entry),
    counts: countsMessage(counts),
    quota: limitsMessage(entry.limits ?? {}),
    over: countsMessage(over),
  }
  return {
    head: [{ key: behalf ? 'nominate-over-behalf' : 'nominate-over', values }],
    choices: [
      [
        { label: { key: behalf ? 'choice-record-over' : 'choice-request-over' }, line: nominateLine(request) },
        { label: { key: 'choice-say-again' }, line: nominateLine(again(request)) },
      ],
    ],
    personal: true,
  }
}

/** A request wants a reason. */
export function reasonReply(round: Round, entry: Entry, line: NominateLine): Reply {
  return {
    head: [{ key: 'nominate-reason', values: place(round, entry) }],
    choices: [[{ label: { key: 'choice-say-again' }, line: nominateLine(again(line)) }]],
    asks: nominateLine(line),
    personal: true,
  }
}

/** The numbers once more. */
export function askAgainReply(round: Round, entry: Entry, line: NominateLine): Reply {
  return { head: [{ key: 'nominate-again', values: place(round, entry) }], asks: nominateLine(line) }
}

export function unchangedReply(round: Round, entry: Entry): Reply {
  return {
    head: [{ key: 'nominate-unchanged', values: { ...place(round, entry), counts: countsMessage(entry.counts) } }],
  }
}

/** A newer message came first. */
export function staleReply(round: Round, entry: Entry): Reply {
  return { head: [{ key: 'nominate-stale', values: { ...place(round, entry), counts: countsMessage(entry.counts) } }] }
}

/** A unit, and which movement where the round has several. */
export function place({ movements }: Round, { unit, movement }: Entry): Record<string, string | Message> {
  const several = { key: 'nominate-in-movement', values: { movement: movementLabel(movement.name) } }
  return { unit: unit.name, movement: movements.length > 1 ? several : '' }
}

/** The same unit and movement, with nothing said yet. */
function again({ roundId, movementId, unitId }: NominateLine): NominateLine {
  return {
    ...(roundId ? { roundId } : {}),
    ...(movementId ? { movementId } : {}),
    ...(unitId ? { unitId } : {}),
    words: '',
  }
}
