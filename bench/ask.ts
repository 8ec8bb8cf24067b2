import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Platform } from '#bot/platform.ts'
import type { Inbound } from '#domain/messages.ts'
import { startApp } from '../app.ts'
import { readConfig } from '../config.ts'
import { createLogger } from '../logger.ts'
import { fillCouncils, groupOf } from './country.ts'
import { summary, type Summary } from './summary.ts'

const TASKS_EACH = 60
const QUESTIONS = 200
const NOW = new Date('2025-02-20T01:00:00Z')

/** The bot's own time for /viec, from the update handed in to the message handed to the network, with more and more councils in the database. */
export async function benchAsk(sizes: readonly number[]): Promise<{ councils: number; times: Summary }[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tdkt-bench-'))
  const platform = new InstantPlatform()
  const app = await startApp({
    config: readConfig({ DATABASE_URL: `file:${folder}/bench.db` }),
    log: createLogger('silent'),
    realNow: () => NOW,
    rings: false,
    platforms: () => Promise.resolve({ platforms: [platform], clock: () => NOW, onClockMoved: () => undefined }),
  })
  const results = []
  let filled = 0
  for (const councils of sizes) {
    fillCouncils(`${folder}/bench.db`, filled + 1, councils, TASKS_EACH)
    filled = councils
    await ask(platform, councils, 20)
    results.push({ councils, times: summary(await ask(platform, councils, QUESTIONS)) })
  }
  await app.stop()
  rmSync(folder, { recursive: true, force: true })
  return results
}

async function ask(platform: InstantPlatform, councils: number, questions: number): Promise<number[]> {
  const times: number[] = []
  for (let question = 0; question < questions; question += 1) {
    // A step that is prime to the number of councils, so that neighbours in time are strangers in the file.
    const council = ((question * 1543) % councils) + 1
    times.push(await platform.ask(groupOf(council)))
  }
  return times
}

/** A network that takes no time. */
class InstantPlatform implements Platform {
  readonly name = 'telegram'
  readonly capabilities = {
    buttons: true,
    edit: true,
    pin: true,
    files: false,
    textLimit: 4096,
    limits: { perChatPerSecond: Infinity, perGroupPerMinute: Infinity, perSecond: Infinity },
  }
  private onInbound: ((inbound: Inbound) => Promise<void>) | undefined
  private answered: (() => void) | undefined
  private count = 0

  start(onInbound: (inbound: Inbound) => Promise<void>) {
    this.onInbound = onInbound
    return Promise.resolve()
  }
  stop() {
    return Promise.resolve()
  }
  send() {
    this.answered?.()
    return Promise.resolve({ state: 'sent' as const, messageId: String(++this.count) })
  }
  fetchFile() {
    return Promise.reject(new Error('the bench sends no files'))
  }

  /** Milliseconds from the question to its answer. */
  async ask(group: string): Promise<number> {
    const answered = new Promise<void>((resolve) => (this.answered = resolve))
    const begun = performance.now()
    await this.onInbound!({
      platform: 'telegram',
      externalId: `update-${++this.count}`,
      chat: { externalId: group, kind: 'group' },
      sender: { externalId: 'member', name: 'Thành viên' },
      event: { kind: 'text', messageId: '1', text: '/viec quý này', addressed: 'command' },
    })
    await answered
    return performance.now() - begun
  }
}
