import { it } from 'vitest'
import { surviveKills } from '../support/killed-morning.ts'

it(
  'loses no reminder of a morning with 300 chats when it is killed five times',
  () => surviveKills(5, 20_250_307),
  90_000,
)
