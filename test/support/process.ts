import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

export interface Finished {
  code: number | null
  out: string
  err: string
}

/** Starts `tdkt` as a process of its own, with these settings and no others of the project's, on any free port unless one is set. */
export function startProcess(args: string[], settings: Record<string, string>): ChildProcess {
  // Past tsx's own parent process, so that a signal reaches the program itself.
  const command = ['--import', import.meta.resolve('tsx'), 'main.ts', ...args]
  const child = spawn(process.execPath, command, {
    cwd: ROOT,
    env: { PATH: process.env['PATH'], PORT: '0', ...settings },
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

/** Runs `tdkt` to its end. */
export async function runProcess(args: string[], settings: Record<string, string>, input = ''): Promise<Finished> {
  const child = startProcess(args, settings)
  let [out, err] = ['', '']
  child.stdout!.on('data', (chunk: Buffer) => (out += chunk.toString()))
  child.stderr!.on('data', (chunk: Buffer) => (err += chunk.toString()))
  child.stdin!.end(input)
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, out, err }
}

/** Kills a process without a word and waits until it is gone. */
export async function killHard(child: ChildProcess) {
  const gone = once(child, 'close')
  child.kill('SIGKILL')
  await gone
}
