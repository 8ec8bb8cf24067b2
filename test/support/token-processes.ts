import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

const SCRIPT = fileURLToPath(new URL('./token-process.ts', import.meta.url))

/** A process that asks for access tokens when it is told to. */
export interface TokenProcess {
  child: ChildProcess
  /** Asks so many times at once; `refused`: for another one than this. Returns the different answers. */
  ask: (times: number, refused?: string) => Promise<string[]>
}

/** Starts such a process, for which it is always `now`, and waits until it listens. */
export async function startTokenProcess(
  databaseUrl: string,
  oauth: { root: string; appId: string; appSecret: string },
  now: Date,
): Promise<TokenProcess> {
  const settings = [databaseUrl, oauth.root, oauth.appId, oauth.appSecret, now.toISOString()]
  const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), SCRIPT, ...settings], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  await lines.next()
  return {
    child,
    ask: async (times, refused = '') => {
      child.stdin.write(`${times} ${refused}\n`)
      const answer: IteratorResult<string, unknown> = await lines.next()
      if (answer.done) throw new Error('a process with tokens ended')
      return JSON.parse(answer.value) as string[]
    },
  }
}
