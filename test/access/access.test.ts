import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { COMMANDS } from '#commands/index.ts'
import { changes, idsOf, rowsIn, type Rows } from './judge.ts'
import { Floor, text } from './floor.ts'
import { LINES } from './lines.ts'
import { cellsOf, changesSomething, fewCellsOf, judge, judgeUnchanging, type Cell } from './matrix.ts'
import { councilAt, PLACES, type Place } from './places.ts'

let floor: Floor
beforeAll(async () => {
  floor = await Floor.open()
})
afterAll(() => floor.app.stop())

it('every command has lines here that are asked', () => {
  expect(Object.keys(LINES).sort()).toEqual(COMMANDS.map(({ name }) => name).sort())
})

describe.each(PLACES)('asked in %s', (place) => {
  it.each(COMMANDS.map((command) => [command.name, command] as const))('/%s', async (_, command) => {
    const cells = fewCellsOf(floor, command, place).filter((cell) => !changesSomething(cell))
    await judgeUnchanging(floor, place, cells)
  })
})

/** Those who may change something, with a head and a deputy before the secretariat that ends roles. */
const WHO: [who: string, place: Place][] = [
  ['the head of a unit', 'private'],
  ['the deputy of a unit', 'A'],
  ['somebody in both, at A', 'private'],
  ['a secretary', 'private'],
  ['a secretary', 'A'],
  ['a secretary of the other council', 'private'],
  ['somebody in both, at B', 'private'],
  ['somebody in both', 'B'],
]

describe('what is allowed', () => {
  const changed = new Set<Cell['line']>()

  it.each(WHO)('%s, in %s, changes nothing of the other council', async (who, place) => {
    const own = Object.keys(LINES).flatMap((name) =>
      cellsOf(
        floor,
        COMMANDS.find((command) => command.name === name)!,
        place,
      ).filter(
        (cell) => cell.standing.name === who && changesSomething(cell) && cell.typed.split(' ')[0] === `/${name}`,
      ),
    )
    expect(own.length).toBeGreaterThan(3)
    const at = councilAt(place, own[0]!.standing)!
    const other = floor.councils[at === 'A' ? 'B' : 'A'].id
    let before = await rowsIn(floor.app)
    for (const cell of own) {
      const { said, answersTo } = await floor.hear(place, [cell.standing], text(place, cell.typed, replying(cell)))
      judge(place, cell, answersTo(cell.standing))
      floor.assertNothingCrosses(place, cell.typed, said)
      const after = await rowsIn(floor.app)
      expect(changesOf(other, before, after), cell.typed).toEqual([])
      if (changes(before, after).length > 0) changed.add(cell.line)
      before = after
    }
  })

  it('every line that should change something does, where it is allowed', () => {
    const lines = Object.entries(LINES).flatMap(([name, all]) =>
      all.filter((line) => line.writes && !changed.has(line)).map((line) => `/${name} ${line.args(floor.councils.A)}`),
    )
    expect(lines).toEqual([])
  })
})

const replying = ({ line, standing }: Cell) => {
  const { A, B } = floor.councils
  const { id: externalId, name } = standing.roles.B ? B.member : A.member
  return line.replying ? { replyTo: { externalId, name } } : {}
}

/** What changed of a council's rows. */
function changesOf(council: string, before: Rows, after: Rows): string[] {
  const ids = [...idsOf(before, council)]
  return changes(before, after).filter((row) => ids.some((id) => row.includes(id)))
}
