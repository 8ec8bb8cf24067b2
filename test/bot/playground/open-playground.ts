import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openClock } from '#bot/playground/clock.ts'
import { createPlayground, type PlaygroundPerson } from '#bot/playground/index.ts'
import type { Inbound } from '#domain/messages.ts'
import { openDatabase } from '#prisma/database.ts'
import { databaseUrl } from '../../support/database.ts'

export const GROUP = 'group'
export const PEOPLE: PlaygroundPerson[] = [
  { externalId: 'lan', name: 'Phạm Thị Lan', role: 'secretariat', groups: true },
  { externalId: 'hai', name: 'Trần Quang Hải', role: 'head', unit: 'Công an phường', groups: true },
  { externalId: 'khach', name: 'Cao Văn Khách', role: 'stranger', groups: false },
]

/** A playground on an empty database whose real clock stands at `realNow`; what comes in is collected. */
export async function openPlayground(realNow = new Date('2026-01-01T00:00:00Z')) {
  const folder = mkdtempSync(path.join(tmpdir(), 'tdkt-playground-'))
  const db = await openDatabase(await databaseUrl(path.join(folder, 'playground.db')))
  const clock = await openClock(db, new Date('2025-02-20T08:00+07:00'), () => realNow)
  const inbound: Inbound[] = []
  const faults: object[] = []
  const options = {
    db,
    people: PEOPLE,
    groups: [{ externalId: GROUP, title: 'Hội đồng' }],
    clock,
    movable: true,
    timeZone: 'Asia/Ho_Chi_Minh',
    log: { info: () => {}, warn: () => {}, error: (fields: object) => void faults.push(fields) },
  }
  const platform = createPlayground(options)
  await platform.start((came) => Promise.resolve(void inbound.push(came)))
  return {
    platform,
    options,
    inbound,
    faults,
    request: (where: string, init?: RequestInit, socket = '127.0.0.1') => request(platform, where, init, socket),
    post: (where: string, body: unknown) =>
      request(platform, where, { method: 'POST', body: JSON.stringify(body) }, '127.0.0.1'),
    close: async () => {
      await platform.stop()
      await db.$disconnect()
      rmSync(folder, { recursive: true })
    },
  }
}

/** A request as the web server hands it on, with the socket it came through. */
async function request(
  platform: ReturnType<typeof createPlayground>,
  where: string,
  init: RequestInit = {},
  remoteAddress: string,
) {
  const headers = { host: 'localhost:3000', ...(init.headers as Record<string, string> | undefined) }
  const incoming = { socket: { remoteAddress, remotePort: 40000, remoteFamily: 'IPv4' } }
  return await platform.routes.request(where, { ...init, headers }, { incoming })
}
