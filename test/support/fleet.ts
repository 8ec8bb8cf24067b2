import type { ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import { killHard, startProcess } from './process.ts'

/** Pino's. */
const ERROR = 50

export type Role = 'web' | 'work'

/** A time in which a process ran: from when it was up (or thawed) until it was killed or frozen, in milliseconds since 1970. */
export interface Life {
  /** `work-2.5`: the fifth start of the second one. */
  name: string
  role: Role
  from: number
  to: number
}

/** One of the processes of an installation, which is killed and started again, or stands still for a while. */
export class Member {
  readonly role: Role
  readonly #name: string
  readonly #settingsOf: (name: string) => Record<string, string>
  readonly lives: Life[] = []
  /** When which start of it was killed or frozen. */
  readonly ends: { name: string; at: number }[] = []
  /** What it logged as an error. */
  readonly errors: string[] = []
  /** The starts that ended though nobody killed them, with what they said last. */
  readonly failures: string[] = []
  #child: ChildProcess | undefined
  #starts = 0
  #frozen = false

  constructor(role: Role, number: number, settingsOf: (name: string) => Record<string, string>) {
    this.role = role
    this.#name = `${role}-${number}`
    this.#settingsOf = settingsOf
  }

  /** Whether it can be killed or frozen; it may still be starting. */
  get running(): boolean {
    return this.#child !== undefined && !this.#frozen
  }

  start() {
    const name = `${this.#name}.${++this.#starts}`
    const child = startProcess(['serve', '--only', this.role], this.#settingsOf(name))
    this.#child = child
    child.stdout?.resume()
    let last = ''
    createInterface({ input: child.stderr! }).on('line', (line) => {
      const { msg, level } = read(line)
      if (msg === 'started' && this.#child === child) this.#begin(name)
      if (level >= ERROR) this.errors.push(msg)
      last = line
    })
    child.once('exit', () => {
      if (this.#child !== child) return
      this.failures.push(`${name}: ${last}`)
      this.#child = undefined
    })
  }

  /** Ends it without a word. */
  async kill() {
    const child = this.#child
    this.#child = undefined
    this.#end()
    if (child) await killHard(child)
  }

  /** It stands still until the promise resolves, and then goes on as if nothing had been. */
  async freeze(until: Promise<unknown>) {
    const child = this.#child
    const life = this.#end()
    this.#frozen = true
    child?.kill('SIGSTOP')
    await until
    child?.kill('SIGCONT')
    this.#frozen = false
    if (life) this.#begin(life.name)
  }

  #begin(name: string) {
    this.lives.push({ name, role: this.role, from: Date.now(), to: Infinity })
  }

  #end(): Life | undefined {
    this.ends.push({ name: `${this.#name}.${this.#starts}`, at: Date.now() })
    const life = this.lives.at(-1)
    if (life?.to !== Infinity) return undefined
    life.to = Date.now()
    return life
  }
}

/** What a line of the log says; one that is none says nothing. */
function read(line: string): { level: number; msg: string } {
  try {
    return JSON.parse(line) as { level: number; msg: string }
  } catch {
    return { level: 0, msg: '' }
  }
}
