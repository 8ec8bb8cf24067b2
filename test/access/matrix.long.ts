import { afterAll, beforeAll, describe, it } from 'vitest'
import { COMMANDS } from '#commands/index.ts'
import { Floor } from './floor.ts'
import { cellsOf, changesSomething, judgeUnchanging } from './matrix.ts'
import { PLACES } from './places.ts'

const MINUTES = 60_000

let floor: Floor
beforeAll(async () => {
  floor = await Floor.open()
})
afterAll(() => floor.app.stop())

describe.each(PLACES)('everything asked by everybody in %s', (place) => {
  it.each(COMMANDS.map((command) => [command.name, command] as const))(
    '/%s',
    async (_, command) => {
      const cells = cellsOf(floor, command, place)
      await judgeUnchanging(
        floor,
        place,
        cells.filter((cell) => !changesSomething(cell)),
      )
    },
    10 * MINUTES,
  )
})
