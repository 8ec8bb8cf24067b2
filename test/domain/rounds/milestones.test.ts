import { describe, expect, it } from 'vitest'
import { milestoneLine, milestoneOf, nextMilestone, readMilestone, type Milestone } from '#domain/rounds/milestones.ts'

const FRIDAY = new Date('2025-12-05T10:00:00Z')
const MONDAY = new Date('2025-12-08T10:00:00Z')

const at = (reach: Milestone['reach'], more: Partial<Milestone> = {}): Milestone => ({
  state: 'open',
  deadline: FRIDAY,
  reach,
  ...more,
})

it.each([
  [0, 0, 'begun'],
  [0, 11, 'begun'],
  [5, 11, 'begun'],
  [6, 11, 'half'],
  [10, 11, 'half'],
  [11, 11, 'all'],
  [2, 4, 'half'],
  // Of so few, half would be each answer.
  [1, 2, 'begun'],
  [2, 3, 'begun'],
  [2, 2, 'all'],
  [1, 1, 'all'],
] as const)('%i of %i units: %s', (answered, expected, reach) => {
  expect(milestoneOf({ state: 'open', deadline: FRIDAY }, { answered, expected })).toEqual(at(reach))
})

describe('the card is posted anew', () => {
  it.each<[string, Milestone | undefined, Milestone, Milestone | undefined]>([
    ['at the opening', undefined, at('begun'), at('begun')],
    ['not before half of the units are in', at('begun'), at('begun'), undefined],
    ['when half of the units are in', at('begun'), at('half'), at('half')],
    ['when all are in', at('half'), at('all'), at('all')],
    ['when all are in at once', at('begun'), at('all'), at('all')],
    ['not when a number is missing again', at('all'), at('half'), undefined],
    ['not a second time when it is there', at('all'), at('all'), undefined],
    ['with a later deadline', at('half'), at('half', { deadline: MONDAY }), at('half', { deadline: MONDAY })],
    ['when it is closed', at('half'), at('half', { state: 'closed' }), at('half', { state: 'closed' })],
    ['when it is opened again', at('all', { state: 'closed' }), at('half'), at('all')],
    [
      'not for numbers that are settled once it is closed',
      at('half', { state: 'closed' }),
      at('all', { state: 'closed' }),
      undefined,
    ],
  ])('%s', (_, before, now, next) => {
    expect(nextMilestone(before, now)).toEqual(next)
  })
})

it.each([at('begun'), at('half', { deadline: MONDAY }), at('all', { state: 'closed' })])(
  'reads back %o',
  (milestone) => {
    expect(readMilestone(milestoneLine(milestone))).toEqual(milestone)
  },
)

it.each(['', 'open', 'K4xv0nTq', 'open 2025-12-05T10:00:00.000Z most'])('reads nothing from "%s"', (line) => {
  expect(readMilestone(line)).toBeUndefined()
})
