import { it } from 'vitest'
import { expectEndured } from '../support/endurance/expect-endured.ts'
import { spanOf } from '../support/endurance/span.ts'

it(
  'loses and repeats nothing in the weeks around the end of a quarter, whatever the networks and the machine do',
  () => expectEndured(3, spanOf('2025-03-10', '2025-04-20')),
  300_000,
)
