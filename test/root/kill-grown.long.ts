import { it } from 'vitest'
import { surviveKills } from '../support/killed-grown.ts'
import { hasPostgres } from '../support/has-postgres.ts'

it.skipIf(!hasPostgres())(
  'loses no reminder of a morning with 10,000 groups and 12 bots when one of two webs and two workers is killed fifty times',
  () => surviveKills(50, 20_250_310, { councils: 100, groupsEach: 100, bots: 12 }),
  1_200_000,
)
