import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { Worker } from 'node:worker_threads'
import { expect, it, onTestFinished } from 'vitest'
import { readDocument } from '#documents/read-document.ts'
import { temporaryFile } from '../support/database.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const PLAN = `${ROOT}commands/operator/sample/plan.txt`
const run = promisify(execFile)
const tdkt = (...args: string[]) =>
  run(process.execPath, ['tools/run.mjs', ...args], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'], DATABASE_URL: `file:${temporaryFile('built.db')}` },
  })

/** `npm start` and `npm run tdkt` run what tools/build.mjs makes of the sources. */
it('reads a plan as the sources do', async () => {
  const { stdout } = await tdkt('plan', 'read', PLAN, '--json')
  const draft = await readDocument(readFileSync(PLAN), 'plan.txt')
  expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify(draft)))
})

it('makes a council, and so finds its migrations and sentences', async () => {
  const { stdout } = await tdkt('council', 'create', '--name', 'Hội đồng TĐKT phường Thử', '--json')
  expect(JSON.parse(stdout)).toEqual({ id: expect.any(String) as string, code: expect.any(String) as string })
})

it('reads documents in a thread of its own', async () => {
  await tdkt('--help')
  const worker = new Worker(`${ROOT}dist/documents/reader-worker.mjs`)
  onTestFinished(async () => void (await worker.terminate()))
  const answered = new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
  })
  worker.postMessage({ bytes: readFileSync(PLAN), fileName: 'plan.txt' })
  expect(await answered).toMatchObject({ draft: { schema: 'tdkt.plan/1' } })
})

it('ends with one line and 2 where it is asked for nonsense', async () => {
  await expect(tdkt('nonsense')).rejects.toMatchObject({ code: 2, stderr: "error: unknown command 'nonsense'\n" })
})
