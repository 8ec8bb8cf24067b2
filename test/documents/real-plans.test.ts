import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readPlan } from '#documents/read-plan.ts'

const folder = fileURLToPath(new URL('../../../shared/plans/', import.meta.url))
const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.txt')) : []

describe.skipIf(files.length === 0)(
  'the plan reader on real plans (../shared/plans; skipped where it is absent)',
  () => {
    it.each(files)('reads %s as a person does', (name) => {
      const draft = readPlan(readFileSync(folder + name), name)

      const expected = folder + name.replace(/\.txt$/, '.expected.json')
      const { stdout, status } = spawnSync(process.execPath, [`${folder}compare.mjs`, expected], {
        input: JSON.stringify(draft),
        encoding: 'utf8',
      })

      expect(stdout).toMatch(/extra 0\n$/)
      expect(status).toBe(0)
    })
  },
)
