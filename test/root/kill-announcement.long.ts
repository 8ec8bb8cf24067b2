import { it } from 'vitest'
import { surviveKills } from '../support/killed-announcement.ts'

it(
  'tells 60 chats an announcement through which it is killed twenty times, and repeats nothing unasked',
  () => surviveKills(20, 20_250_310),
  600_000,
)
