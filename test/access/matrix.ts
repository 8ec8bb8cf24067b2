import { expect } from 'vitest'
import type { COMMANDS } from '#commands/index.ts'
import type { Seen } from '../support/fake-platform.ts'
import { changes, rowsIn } from './judge.ts'
import { text, WHICH, type Floor } from './floor.ts'
import { LINES, type Line } from './lines.ts'
import { councilAt, type Place, type Standing } from './places.ts'
import { verdictOf, type Verdict } from './table.ts'
import type { Which } from './two-councils.ts'

export type Command = (typeof COMMANDS)[number]

/** What one person asks, and what must become of it. */
export interface Cell {
  standing: Standing
  line: Line
  typed: string
  /** What is asked is not of the council at hand. */
  foreign: boolean
  verdict: Verdict
}

const REFUSED = /chưa được giao|do đơn vị khác thực hiện|đang liên kết với một hội đồng/
const WHICH_COUNCIL = /chưa tham gia hội đồng nào|chưa liên kết với hội đồng nào|tham gia nhiều hội đồng/

/** Every cell of a command in a place: each of its lines, about each council, under each of its names, by everybody. */
export function cellsOf(floor: Floor, command: Command, place: Place): Cell[] {
  return linesOf(floor, command, place).flatMap(({ line, which, name }) =>
    floor.people.map((standing) => cellOf(floor, place, { line, which, name }, standing)),
  )
}

/**
 * A choice among them that can be gone through with every change: what is allowed is, all that is not takes turns, as the names do.
 */
export function fewCellsOf(floor: Floor, command: Command, place: Place): Cell[] {
  const names = 1 + command.aliases.length
  return linesOf(floor, command, place).flatMap((one, index) => {
    const at = Math.floor(index / names)
    if (at % names !== index % names) return []
    return floor.people.flatMap((standing, who): Cell[] => {
      const cell = cellOf(floor, place, one, standing)
      const isTwin = place !== 'private' && standing.chosen !== undefined
      const always = cell.verdict === 'yes' && !cell.foreign
      return isTwin || (!always && (at + who) % 3 > 0) ? [] : [cell]
    })
  })
}

interface Asked {
  line: Line
  which: Which
  name: string
}

function linesOf({ councils: { A, B } }: Floor, command: Command, place: Place): Asked[] {
  return LINES[command.name]!.filter((line) => isHere(line, place) || (!line.replying && place !== 'unlinked')).flatMap(
    (line) => {
      // What is the same line about both is said once.
      const asked = line.args(A) === line.args(B) ? WHICH.slice(0, 1) : WHICH
      return asked.flatMap((which) => [command.name, ...command.aliases].map((name) => ({ line, which, name })))
    },
  )
}

function isHere({ only }: Line, place: Place): boolean {
  if (only === 'linked') return place === 'A' || place === 'B'
  return !only || (only === 'private') === (place === 'private')
}

function cellOf({ councils }: Floor, place: Place, { line, which, name }: Asked, standing: Standing): Cell {
  const depends = line.args(councils.A) !== line.args(councils.B)
  const verdict = isHere(line, place) ? verdictOf(line, standing, place) : 'free'
  const foreign = depends && councilAt(place, standing) !== which
  return { standing, line, typed: `/${name} ${line.args(councils[which])}`.trim(), foreign, verdict }
}

/** Whether it is allowed, and changes what the council at hand has. */
export const changesSomething = ({ line, verdict, foreign }: Cell): boolean =>
  line.writes === true && verdict === 'yes' && !foreign

/** Has cells asked that must not change anything, each line by everybody at once, and judges what people saw and what changed. */
export async function judgeUnchanging(floor: Floor, place: Place, cells: readonly Cell[]) {
  const before = await rowsIn(floor.app)
  const { A } = floor.councils
  for (const typed of new Set(cells.map((cell) => cell.typed))) {
    const asking = cells.filter((cell) => cell.typed === typed)
    const replying = asking[0]!.line.replying ? { replyTo: { externalId: A.member.id, name: A.member.name } } : {}
    const standings = asking.map(({ standing }) => standing)
    const { said, answersTo } = await floor.hear(place, standings, text(place, typed, replying))
    for (const cell of asking) judge(place, cell, answersTo(cell.standing))
    floor.assertNothingCrosses(place, typed, said)
    if (/^\/(?:hoidong|council) /.test(typed)) await floor.chooseAgain()
  }
  expect(changes(before, await rowsIn(floor.app))).toEqual([])
}

/** The answers must be what the table says. */
export function judge(place: Place, { standing, typed, verdict, foreign }: Cell, answers: readonly Seen[]) {
  const told = `${place}: ${standing.name}: ${typed} (${verdict})`
  const words = answers.map((seen) => seen.text).join('\n')
  expect(words, told).not.toContain('lỗi ngoài ý muốn')
  if (verdict === 'council') expect(words, told).toMatch(WHICH_COUNCIL)
  // Of what the council does not have it may be said that there is no such thing.
  if (verdict === 'no' && !foreign) expect(words, told).toMatch(REFUSED)
  if (verdict !== 'yes' || foreign) return
  expect(words, told).not.toBe('')
  expect(words, told).not.toMatch(REFUSED)
  expect(words, told).not.toMatch(WHICH_COUNCIL)
}
