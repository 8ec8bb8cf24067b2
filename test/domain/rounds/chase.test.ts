import { describe, expect, it } from 'vitest'
import { addDays, type IsoDate } from '#domain/dates.ts'
import { chase, chaseDay } from '#domain/rounds/chase.ts'
import { standing } from '#domain/rounds/standing.ts'
import { workingDays } from '#domain/working-days.ts'
import { aRound, tellAll } from './a-round.ts'

/** Tuesday 2 September 2025 is a holiday. */
const days = workingDays(() => ['2025-09-02'], new Map())

/** The days from the opening to a week after the deadline on which they are chased, the bot sleeping on some. */
function chased(deadline: IsoDate, openedOn: IsoDate, asleep: IsoDate[] = []): IsoDate[] {
  const found: IsoDate[] = []
  for (let day = openedOn; day <= addDays(deadline, 7); day = addDays(day, 1))
    if (!asleep.includes(day) && chaseDay(deadline, openedOn, found.at(-1), day, days)) found.push(day)
  return found
}

describe('the missing are chased', () => {
  it.each<[what: string, deadline: IsoDate, openedOn: IsoDate, asleep: IsoDate[], on: IsoDate[]]>([
    [
      '3 days and 1 day before, and on the day',
      '2025-12-05',
      '2025-12-01',
      [],
      ['2025-12-02', '2025-12-04', '2025-12-05'],
    ],
    ['on no day off', '2025-12-08', '2025-12-01', [], ['2025-12-05', '2025-12-08']],
    ['before a deadline on a Sunday', '2025-12-07', '2025-12-01', [], ['2025-12-04', '2025-12-05']],
    ['before a holiday', '2025-09-02', '2025-08-20', [], ['2025-08-29', '2025-09-01']],
    ['not on the day of opening', '2025-12-05', '2025-12-02', [], ['2025-12-04', '2025-12-05']],
    ['never where it opens on the last day', '2025-12-05', '2025-12-05', [], []],
    ['never where only days off are left', '2025-12-07', '2025-12-05', [], []],
    ['late after downtime', '2025-12-05', '2025-12-01', ['2025-12-02'], ['2025-12-03', '2025-12-04', '2025-12-05']],
    [
      'once for all that was missed',
      '2025-12-05',
      '2025-12-01',
      ['2025-12-02', '2025-12-03', '2025-12-04'],
      ['2025-12-05'],
    ],
    ['not after the deadline', '2025-12-05', '2025-12-01', ['2025-12-04', '2025-12-05'], ['2025-12-02']],
    ['late, but on no day off', '2025-12-08', '2025-12-01', ['2025-12-05'], ['2025-12-08']],
  ])('%s', (_, deadline, openedOn, asleep, on) => {
    expect(chased(deadline, openedOn, asleep)).toEqual(on)
  })

  it('not on the days between', () => {
    expect(chaseDay('2025-12-05', '2025-12-01', '2025-12-02', '2025-12-03', days)).toBe(false)
  })
})

describe('who is chased', () => {
  const opened = aRound({
    'Yêu nước': { units: { 'Công an': '3/5', 'Y tế': '1/1', 'Quân sự': '1/1', 'Tổ chợ': '-/-' } },
    'Hiến máu': { basis: 'by-proposal', units: { 'Công an': undefined, 'Y tế': undefined } },
  })
  const names = (round: typeof opened) =>
    chase(standing(round)).map(({ unit, entries }) => [unit.name, ...entries.map(({ movement }) => movement.name)])

  it('those that are asked and silent, each for what it owes', () => {
    expect(names(opened)).toEqual([
      ['Công an', 'Yêu nước', 'Hiến máu'],
      ['Y tế', 'Yêu nước', 'Hiến máu'],
      ['Quân sự', 'Yêu nước'],
    ])
  })

  it('nobody that answered, or of whom only a decision is missing', () => {
    const round = tellAll(opened, [
      { unit: 'Công an', movement: 'Yêu nước', said: '3tt 5cn' },
      { unit: 'Công an', movement: 'Hiến máu', said: '1tt' },
      { unit: 'Y tế', movement: 'Yêu nước', said: '2cn' },
      { unit: 'Y tế', movement: 'Hiến máu', said: '0tt 0cn' },
      { unit: 'Quân sự', movement: 'Yêu nước', said: '0tt 0cn' },
    ])

    expect(names(round)).toEqual([['Công an', 'Hiến máu']])
  })
})
