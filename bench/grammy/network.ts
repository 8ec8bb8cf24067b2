import { fork, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { freePort } from '../../test/support/local-server.ts'
import { startFlags } from '../start-flags.ts'
import type { Asked, Asking } from './asking.ts'
import type { Told } from './server-process.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const fileOf = (name: string) => fileURLToPath(new URL(name, import.meta.url))

export type Way = 'polling' | 'webhook'
export type Kind = 'bare' | 'ours' | 'unlimited'

export interface RunningBot {
  pid: number
  ask(asking: Omit<Asking, 'token' | 'pid'>): Promise<Asked>
  stop(): Promise<void>
}

/** A Bot API server in a process of its own. */
export class Network {
  readonly #server: ChildProcess
  readonly apiRoot: string
  #bots = 0

  private constructor(server: ChildProcess, apiRoot: string) {
    this.#server = server
    this.apiRoot = apiRoot
  }

  static async start(): Promise<Network> {
    const server = fork(fileOf('./server-process.ts'), [], { execArgv: ['--import', 'tsx'] })
    server.once('exit', (code) => {
      if (code !== 0) throw new Error('the network ended')
    })
    return new Network(server, (await heard(server)) as string)
  }

  stop() {
    this.#server.disconnect()
  }

  /** Starts a bot's process; resolves once it takes updates in. */
  async startBot(kind: Kind, way: Way, database: string): Promise<RunningBot> {
    const token = `${++this.#bots}:bench`
    const child = await this.#spawn(kind, way, token, database)
    const gone = once(child, 'exit')
    await Promise.race([this.#told({ ready: token }), gone.then(() => fail(kind))])
    return {
      pid: child.pid!,
      ask: (asking) =>
        Promise.race([
          this.#told({ ask: { ...asking, token, pid: child.pid! } }) as Promise<Asked>,
          gone.then(() => fail(kind)),
        ]),
      async stop() {
        child.kill('SIGKILL')
        await gone
      },
    }
  }

  async #spawn(kind: Kind, way: Way, token: string, database: string) {
    const options = { cwd: ROOT, stdio: 'ignore' as const }
    if (kind === 'bare') {
      const command = ['--import', 'tsx', fileOf('./bare-process.ts'), token, this.apiRoot, way]
      return spawn(process.execPath, command, options)
    }
    const PORT = String(await freePort())
    const env = {
      PATH: process.env['PATH'],
      DATABASE_URL: database,
      TELEGRAM_BOT_TOKEN: token,
      TELEGRAM_API_ROOT: this.apiRoot,
      ...{ PORT, ...(way === 'webhook' && { PUBLIC_URL: `http://127.0.0.1:${PORT}` }) },
    }
    const program = kind === 'ours' ? ['tools/run.mjs', 'serve'] : ['--import', 'tsx', fileOf('./unlimited-process.ts')]
    return spawn(process.execPath, [...startFlags(), ...program], { ...options, env })
  }

  async #told(what: Told): Promise<unknown> {
    this.#server.send(what)
    return heard(this.#server)
  }
}

const fail = (kind: Kind): never => {
  throw new Error(`the ${kind} bot ended`)
}

async function heard(child: ChildProcess): Promise<unknown> {
  const [message] = (await once(child, 'message')) as [unknown]
  return message
}
