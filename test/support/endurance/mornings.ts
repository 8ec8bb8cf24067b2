import type { IsoDate } from '#domain/dates.ts'
import type { Group, Party } from './cast.ts'
import { expectedOn, mayList, works } from './expected.ts'
import type { World } from './world.ts'

/** What was found about the mornings of the groups. */
export interface MorningCounts {
  said: number
  named: number
  late: number
  inDoubt: number
  refused: number
  lost: string[]
  unexplained: string[]
}

const HOUR = 3_600_000
const QUARTER = 15 * 60_000

interface Owed {
  party: Party
  group: Group
  day: IsoDate
  at: number
  marks: string[]
  /** Where the group is at that moment, and whether the bot is out of it. */
  address: string
  gone: boolean
  /** The tasks that are done by then. */
  done: Set<string>
}

interface MorningRow {
  id: number
  state: string
  reason: string | null
}

/**
 * Judges what groups hear on mornings: what each must hear is noted when its hour comes, from what the harness itself knows, and compared in the evening with
 * what the networks took.
 */
export class Mornings {
  readonly counts: MorningCounts = { said: 0, named: 0, late: 0, inDoubt: 0, refused: 0, lost: [], unexplained: [] }
  readonly #world: World
  #owed: Owed[] = []
  /** What a group did not hear on a morning and is to hear on a later one, or its secretary instead. */
  readonly #carried = new Map<Group, { marks: Set<string>; since: IsoDate }>()

  constructor(world: World) {
    this.#world = world
  }

  /** The hour of a council's morning has come. */
  due(party: Party, day: IsoDate, at: number) {
    if (!works(party, day)) return
    for (const group of party.groups)
      this.#owed.push({
        party,
        group,
        day,
        at,
        marks: expectedOn(party, day),
        done: new Set(party.done),
        address: group.address,
        gone: group.goneSince !== undefined,
      })
  }

  /** Compares what was to be said by now. */
  judge() {
    for (const owed of this.#owed.splice(0)) this.#judgeOne(owed)
  }

  #judgeOne({ party, group, day, at, marks, done: doneBy, address, gone }: Owed) {
    const { ledger } = this.#world
    const name = `${party.code} ${group.address} ${day}`
    const rows = this.#rows(party, group, day)
    const taken = ledger.db
      .prepare<[string, number, number], { text: string; at: number; key: string }>(
        "SELECT text, at, key FROM handed WHERE chat = ? AND at >= ? AND at < ? AND change = 0 AND fate IN ('taken', 'lost') AND key LIKE 'morning:%' ORDER BY id",
      )
      .all(address, at - HOUR, at + 14 * HOUR)
    const said = taken.map(({ text }) => text).join('\n')
    const heard = new Set(party.tasks.map(({ mark }) => mark).filter((mark) => new RegExp(`${mark}\\b`).test(said)))
    const carried = this.#carried.get(group)
    // It hears of it when the bot is back.
    if (gone) return this.#carry(group, marks, day)
    for (const row of rows) {
      if (row.state === 'uncertain') this.counts.inDoubt += 1
      if (row.state === 'refused') this.counts.refused += 1
    }
    if (taken.length > 0) this.counts.said += 1
    if (taken[0] && taken[0].at - at > QUARTER && !this.#world.faults.excuses(group.on.key, at, taken[0].at))
      this.counts.late += 1
    const missing = marks.filter((mark) => !heard.has(mark))
    this.counts.named += marks.length - missing.length
    if (missing.length > 0) {
      // Not known whether it arrived, refused or still waiting: what did not arrive comes back, or the secretary is told; judged over the rows.
      if (rows.some(({ state }) => state !== 'sent')) this.#carry(group, missing, day)
      else this.counts.lost.push(`${name}: ${missing.join(' ')}${rows.length === 0 ? ' (nothing was said)' : ''}`)
    }
    const extra = [...heard].filter((mark) => !marks.includes(mark) && !party.doubtful.has(mark))
    const done = extra.filter((mark) => doneBy.has(mark))
    const again = /Nhắc bù|Nhắc lại|late reminder/i.test(said) || (this.#snoozed.get(group) ?? 0) > at - 6 * 24 * HOUR
    if (done.length > 0) this.counts.unexplained.push(`${name}: names what is done: ${done.join(' ')}`)
    else if (extra.length > 0 && !mayList(party, day) && !again && !carried)
      this.counts.unexplained.push(`${name}: ${extra.join(' ')}`)
    if (rows.every(({ state }) => state === 'sent')) this.#carried.delete(group)
  }

  /** By the group itself: it may move before the morning. */
  readonly #snoozed = new Map<Group, number>()

  /** Somebody in a group asked to be reminded again. */
  snoozed(group: Group) {
    this.#snoozed.set(group, this.#world.now.getTime())
  }

  #carry(group: Group, missing: string[], day: IsoDate) {
    const known = this.#carried.get(group) ?? { marks: new Set<string>(), since: day }
    for (const mark of missing) known.marks.add(mark)
    this.#carried.set(group, known)
  }

  #rows(party: Party, { on, address }: Group, day: IsoDate): MorningRow[] {
    return this.#world.ledger.db
      .prepare<[string, string, string, string], MorningRow>(
        `SELECT o.id, o.state, o.reason FROM app.Outbox o JOIN app.Chat c ON c.id = o.chatId
         WHERE o.dedupeKey >= ? AND o.dedupeKey < ? AND c.platform = ? AND c.externalId = ?`,
      )
      .all(`morning:${party.id}:${day}`, `morning:${party.id}:${day};`, on.name, address)
  }
}
