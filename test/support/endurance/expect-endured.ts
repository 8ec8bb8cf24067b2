import { expect } from 'vitest'
import { endure } from './endure.ts'
import type { Span } from './span.ts'
import { judge } from './verdict.ts'

/** Has councils live through a span with the seed of `ENDURANCE_SEED` (1 unless given), prints what happened, and expects that nothing was lost. */
export async function expectEndured(councils: number, span: Span) {
  const seed = Number(process.env['ENDURANCE_SEED'] ?? 1)
  const { table, faults } = await endure({ seed, councils, span }, judge)
  console.log(`ENDURANCE_SEED=${seed}\n${table}`)
  for (const [kind, found] of Object.entries(faults))
    expect.soft(found.slice(0, 10), `${kind}: ${found.length}`).toEqual([])
}
