import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

const SCRIPT = fileURLToPath(new URL('./remind-process.ts', import.meta.url))

/** A process that runs a job on a database whenever it is told an instant. */
export interface Reminding {
  run: (instant: Date) => Promise<Record<string, number>>
  stop: () => void
}

/** Starts such a process and waits until it listens; `job`: its name. */
export async function startReminding(databaseUrl: string, job = 'remind'): Promise<Reminding> {
  const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), SCRIPT, databaseUrl, job], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  await lines.next()
  return {
    run: async (instant) => {
      child.stdin.write(`${instant.toISOString()}\n`)
      const answer: IteratorResult<string, unknown> = await lines.next()
      if (answer.done) throw new Error('a reminding process ended')
      return JSON.parse(answer.value) as Record<string, number>
    },
    stop: () => child.stdin.end(),
  }
}
