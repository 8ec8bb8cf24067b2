import { it } from 'vitest'
import { expectEndured } from '../support/endurance/expect-endured.ts'
import { spanOf } from '../support/endurance/span.ts'

it(
  'loses and repeats nothing in a year of fifty councils, whatever the networks and the machine do',
  () => expectEndured(50, spanOf('2025-01-13', '2025-12-31')),
  3_600_000,
)
