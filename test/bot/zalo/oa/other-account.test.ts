import { describe, expect, it } from 'vitest'
import type { BotRef } from '#domain/platforms.ts'
import { caughtUp } from '#prisma/catch-ups.ts'
import { knownBots, rememberBot } from '#prisma/known-bots.ts'
import { OA } from '../../../support/fake-zalo-oa.ts'
import { until } from '../../../support/until.ts'
import { AN, message, openOa } from './open-oa.ts'

const FIRST: BotRef = { platform: 'zalo-oa', bot: 1 }
const SECOND: BotRef = { platform: 'zalo-oa', bot: 2 }
const GETOA = '/v2.0/oa/getoa'

/** The second of two Official Accounts; nothing of it was started. */
async function second() {
  const first = { appId: '1', secretKey: 'k', oaId: () => Promise.resolve(OA.id), deliver: () => Promise.resolve() }
  return openOa({ bot: 2, accounts: [first] })
}

describe('the tokens of an Official Account of another number', () => {
  it('are not asked for what was missed, which that number hears', async () => {
    const { network, db, inbox, log, start } = await second()
    await rememberBot(db, FIRST, { account: OA.id })
    await network.say(AN, 'lỡ', { missed: true })
    await start()
    await until(async () => (await caughtUp(db, SECOND))?.state === 'tried')
    expect(network.calls).toEqual([GETOA])
    expect(inbox).toEqual([])
    expect(log.lines).toMatchObject([{ level: 'error', fields: { number: 1 } }])
  })

  it('send nothing, from the first message of a process that only sends', async () => {
    const { network, db, platform } = await second()
    await rememberBot(db, FIRST, { account: OA.id })
    const sent = await Promise.all([platform.send(message(AN, 'a')), platform.send(message(AN, 'b'))])
    expect(sent).toMatchObject(Array(2).fill({ state: 'later', reason: 'other-account', down: true }))
    expect(network.sent).toEqual([])
    expect(network.calls).toEqual([GETOA])
  })
})

describe('the tokens of an Official Account of their own number', () => {
  it('send, once it was asked whose they are', async () => {
    const { network, platform } = await second()
    for (const text of ['a', 'b']) expect(await platform.send(message(AN, text))).toMatchObject({ state: 'sent' })
    expect(network.calls.filter((path) => path === GETOA)).toHaveLength(1)
    expect(network.calls[0]).toBe(GETOA)
  })

  it('are warned of where that was another account before', async () => {
    const { db, log, start } = await openOa()
    await rememberBot(db, FIRST, { account: '4200' })
    await start()
    await until(async () => (await knownBots(db)).some(({ account }) => account === OA.id))
    expect(log.lines.filter(({ level }) => level === 'warn')).toMatchObject([
      { message: 'The tokens are of another Official Account than before' },
    ])
  })
})
