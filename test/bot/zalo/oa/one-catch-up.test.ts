import { describe, expect, it, onTestFinished } from 'vitest'
import { createZaloOa } from '#bot/zalo/oa/index.ts'
import type { Platform } from '#bot/platform.ts'
import type { BotRef } from '#domain/platforms.ts'
import { catchUpLease, caughtUp, keepCaughtUp } from '#prisma/catch-ups.ts'
import { journal } from '#prisma/inbox.ts'
import { APP_ID, SECRET_KEY } from '../../../support/fake-zalo-oa.ts'
import { until } from '../../../support/until.ts'
import { AN, BINH, GROUP, openOa, type Opened } from './open-oa.ts'

const SECOND = 1000
const OA: BotRef = { platform: 'zalo-oa', bot: 1 }
const CONVERSATION = '/v3.0/oa/group/conversation'
const RECENT = '/v3.0/oa/group/listrecentchat'

/** A group in which the bot heard something before all of its processes were away for a while. */
async function away() {
  const opened = await openOa()
  await opened.start()
  await opened.network.say(AN, 'trước', { group: GROUP })
  await opened.platform.stop()
  opened.network.now += 60 * SECOND
  await opened.network.say(BINH, 'lỡ', { group: GROUP, missed: true })
  opened.network.now += 3 * SECOND
  opened.network.calls.length = 0
  return opened
}

/** Another process on the same database; it gets no events unless the network is connected to it. */
async function another({ network, db, log, inbox }: Opened): Promise<Platform> {
  const clock = () => new Date(network.now)
  const keys = { appId: APP_ID, secretKey: SECRET_KEY, apiRoot: network.root }
  const platform = createZaloOa({ ...keys, tokens: network.tokens(), db, clock, log, sleep: briefly })
  await platform.start(async (inbound) => {
    if ((await journal(db, inbound, clock())) !== undefined) inbox.push(inbound)
  })
  onTestFinished(() => platform.stop())
  return platform
}
/** Waits pass soon: whoever looks every two seconds looks at once. */
const briefly = (_: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => (signal.aborted ? resolve() : void setTimeout(resolve, 5)))

const texts = ({ inbox }: Opened) => inbox.map(({ event }) => (event.kind === 'text' ? event.text : event.kind))
const heardTo = async ({ db }: Opened) => (await db.chat.findFirstOrThrow({ where: { externalId: GROUP } })).heardTo
const asked = ({ network }: Opened, path: string) => network.calls.filter((call) => call === path).length
const looked = ({ network }: Opened) => until(() => network.calls.includes('/v2.0/oa/getoa'))

describe('what was missed, where several processes listen', () => {
  it('is asked for by one of them, which the others need not wait for again', async () => {
    const opened = await away()
    opened.platform = await another(opened)
    await until(async () => (await caughtUp(opened.db, OA))?.state === 'whole')
    const before = asked(opened, RECENT)
    await opened.platform.stop()
    // The lease of a living process, as the others see it.
    await keepCaughtUp(opened.db, OA, 'living', 'whole')
    const lease = { name: catchUpLease(OA), holder: 'living', until: new Date(opened.network.now + 10 * SECOND) }
    await opened.db.lease.create({ data: lease })
    opened.network.calls.length = 0
    const second = await another(opened)
    opened.network.connect(second)
    await looked(opened)
    await opened.network.say(BINH, 'mới', { group: GROUP })
    expect(texts(opened)).toEqual(['trước', 'lỡ', 'mới'])
    expect(before).toBeGreaterThan(0)
    expect(asked(opened, RECENT)).toBe(0)
  })

  it('is heard once, and before what comes to either of them', async () => {
    const opened = await away()
    const [one, other] = [await another(opened), await another(opened)]
    opened.network.connect(other)
    await until(() => texts(opened).includes('lỡ'))
    await opened.network.say(BINH, 'sau', { group: GROUP })
    expect(texts(opened)).toEqual(['trước', 'lỡ', 'sau'])
    expect(asked(opened, CONVERSATION)).toBeGreaterThan(0)
    await one.stop()
  })

  it('is not passed over for what comes to another process while it was not yet asked for', async () => {
    const opened = await away()
    const { network, db } = opened
    const before = await heardTo(opened)
    // A process that began and was killed: its lease is there for some seconds, and tells nothing.
    const until10 = new Date(network.now + 10 * SECOND)
    await db.lease.create({ data: { name: catchUpLease(OA), holder: 'killed', until: until10 } })
    await keepCaughtUp(db, OA, 'killed', 'whole')
    network.connect(await another(opened))
    await looked(opened)
    await network.say(BINH, 'mới', { group: GROUP })
    expect(await heardTo(opened)).toEqual(before)
    // The lease runs out, and the other one takes it over.
    network.now += 11 * SECOND
    await until(() => texts(opened).includes('lỡ'))
    expect(texts(opened).toSorted()).toEqual(['lỡ', 'mới', 'trước'])
  })

  it('counts as heard by the others, too, once they saw that the one that asked lives', async () => {
    const opened = await away()
    const { network, db } = opened
    const lease = { name: catchUpLease(OA), holder: 'other', until: new Date(network.now + 10 * SECOND) }
    await db.lease.create({ data: lease })
    await keepCaughtUp(db, OA, 'other', 'whole')
    network.connect(await another(opened))
    await looked(opened)
    const before = await heardTo(opened)
    await until(async () => {
      // It is renewed again and again.
      await db.lease.updateMany({ data: { until: new Date((network.now += SECOND) + 10 * SECOND) } })
      await network.say(BINH, `mới ${network.now}`, { group: GROUP })
      return (await heardTo(opened))! > before!
    })
    expect(asked(opened, RECENT)).toBe(0)
  })
})
