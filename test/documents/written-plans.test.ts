import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readPlan, readPlanBlocks } from '#documents/read-plan.ts'
import type { DraftPlan } from '#domain/plan.ts'
import { BUILT_PLANS } from './built-plans.ts'
import { summaryOf } from './summary.ts'
import type { Summary } from './summary.ts'

const folder = new URL('./plans/', import.meta.url)

interface Written {
  name: string
  hard: string
  expected: Summary
  read: () => DraftPlan
}

/** Every document of `plans/` with what a person reads in it (the `.json` of its name), and those built as blocks. */
const PLANS: Written[] = [
  ...readdirSync(folder)
    .filter((name) => !name.endsWith('.json'))
    .map((name) => {
      const told = readFileSync(new URL(name.replace(/\.\w+$/, '.json'), folder), 'utf8')
      const { hard, ...expected } = JSON.parse(told) as Summary & { hard: string }
      return { name, hard, expected, read: () => readPlan(readFileSync(new URL(name, folder)), name) }
    }),
  ...Object.entries(BUILT_PLANS).map(([name, { hard, blocks, ...expected }]) => ({
    name,
    hard,
    expected,
    read: () => readPlanBlocks(blocks, name),
  })),
]

/** Documents that are not read right yet. One that is read right must leave this list, so that it is read right for good. */
const NOT_YET = new Set<string>([])

describe('the plan reader on plans of many shapes', () => {
  for (const { name, hard, expected, read } of PLANS)
    (NOT_YET.has(name) ? it.fails : it)(`reads ${name}: ${hard}`, () => {
      expect(summaryOf(read())).toEqual(expected)
    })

  it(`reads ${PLANS.length - NOT_YET.size} of ${PLANS.length} right`, () => {
    expect(PLANS.length).toBeGreaterThanOrEqual(30)
    expect(NOT_YET.size).toBe(0)
  })
})
