import { it } from 'vitest'
import { surviveKills } from '../support/killed-morning.ts'

it(
  'loses no reminder of a morning with 300 chats when it is killed fifty times',
  () => surviveKills(50, 20_250_310),
  600_000,
)
