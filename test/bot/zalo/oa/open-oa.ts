import { onTestFinished } from 'vitest'
import type { Platform } from '#bot/platform.ts'
import { createZaloOa, type ZaloOaOptions } from '#bot/zalo/oa/index.ts'
import type { Inbound, Outbound } from '#domain/messages.ts'
import type { Database } from '#prisma/database.ts'
import { journal } from '#prisma/inbox.ts'
import { testDatabase } from '../../../support/database.ts'
import { APP_ID, FakeZaloOa, SECRET_KEY } from '../../../support/fake-zalo-oa.ts'
import { memoryLog } from '../../../support/memory-log.ts'

export const AN = '4100000000000000001'
export const BINH = '4100000000000000002'
export const GROUP = 'a1b2c3d4e5f6a7b8c9d0'

/** An Official Account with two people and a group, and the bot on it. */
export interface Opened {
  network: FakeZaloOa
  platform: Platform
  db: Database
  log: ReturnType<typeof memoryLog>
  /** What was journaled, each once. */
  inbox: Inbound[]
  start: () => Promise<void>
  /** Ends the bot and begins anew, as another process on the same database. */
  restart: () => Promise<void>
}

export async function openOa(more: Partial<ZaloOaOptions> = {}): Promise<Opened> {
  const network = new FakeZaloOa()
  const apiRoot = await network.listen()
  network.people.set(AN, 'Chị An').set(BINH, 'Anh Bình')
  network.groups.set(GROUP, { name: 'Hội đồng', members: { [AN]: 'Chị An', [BINH]: 'Anh Bình' } })
  const [db, log] = [await testDatabase(), memoryLog()]
  const clock = () => new Date(network.now)
  const inbox: Inbound[] = []
  const take = async (inbound: Inbound) => {
    if ((await journal(db, inbound, clock())) !== undefined) inbox.push(inbound)
  }
  const create = () => {
    const keys = { appId: APP_ID, secretKey: SECRET_KEY }
    const platform = createZaloOa({ ...keys, apiRoot, tokens: network.tokens(), db, clock, log, ...more })
    network.connect(platform)
    return platform
  }
  const opened: Opened = {
    network,
    platform: create(),
    db,
    log,
    inbox,
    start: () => opened.platform.start(take),
    async restart() {
      await opened.platform.stop()
      opened.platform = create()
      await opened.start()
    },
  }
  onTestFinished(async () => {
    await opened.platform.stop()
    await network.close()
  })
  return opened
}

export const message = (chat: string, text: string, more: Partial<Outbound> = {}): Outbound => ({
  chat,
  body: { text, spans: [] },
  choices: [],
  ...more,
})
