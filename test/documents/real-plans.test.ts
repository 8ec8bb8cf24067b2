import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readDocument } from '#documents/read-document.ts'

const folder = fileURLToPath(new URL('../../../shared/plans/', import.meta.url))
const files = existsSync(folder) ? readdirSync(folder).filter((name) => /\.(?:txt|docx|pdf|xlsx)$/.test(name)) : []

describe.skipIf(files.length === 0)(
  'the plan reader on real plans (../shared/plans; skipped where it is absent)',
  () => {
    it.each(files)('reads %s as a person does', async (name) => {
      const draft = await readDocument(readFileSync(folder + name), name)

      const expected = folder + name.replace(/\.[a-z]+$/, '.expected.json')
      // A workbook holds the appendices alone.
      const options = name.endsWith('.xlsx') ? ['--appendices-only'] : []
      const { stdout, status } = spawnSync(process.execPath, [`${folder}compare.mjs`, expected, '-', ...options], {
        input: JSON.stringify(draft),
        encoding: 'utf8',
      })

      expect(stdout).toMatch(/extra 0\n$/)
      expect(status).toBe(0)
    })
  },
)
