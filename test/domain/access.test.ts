import { expect, it } from 'vitest'
import { ACTS, may, type Act, type Role } from '#domain/access.ts'

const yes: Record<string, Act[]> = {
  stranger: ['help', 'link', 'language', 'accounts', 'confirm-announcement'],
  member: ['help', 'link', 'ask', 'language', 'accounts', 'confirm-announcement', 'see-units', 'see-rounds'],
  head: [
    'help',
    'link',
    'ask',
    'language',
    'accounts',
    'confirm-announcement',
    'see-units',
    'mark-done',
    'nominate',
    'see-rounds',
  ],
  deputy: [
    'help',
    'link',
    'ask',
    'language',
    'accounts',
    'confirm-announcement',
    'see-units',
    'mark-done',
    'nominate',
    'see-rounds',
  ],
  secretariat: [...ACTS],
}

it.each(Object.entries(yes))('a %s may do what the table says and nothing else', (standing, acts) => {
  const roles = standing === 'stranger' ? [] : [{ role: standing as Role, unitId: undefined }]
  expect(ACTS.filter((act) => may(act, roles, false))).toEqual(ACTS.filter((act) => acts.includes(act)))
})

it('whoever is in a linked group may ask as a member does, and no more', () => {
  expect(ACTS.filter((act) => may(act, [], true))).toEqual(ACTS.filter((act) => yes['member']!.includes(act)))
})
