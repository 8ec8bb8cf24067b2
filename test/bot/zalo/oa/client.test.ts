import { describe, expect, it, onTestFinished } from 'vitest'
import { createClient } from '#bot/zalo/oa/client.ts'
import { TokenFault } from '#bot/zalo/oa/token-fault.ts'
import { testDatabase } from '../../../support/database.ts'
import { FakeZaloOa } from '../../../support/fake-zalo-oa.ts'
import { memoryLog } from '../../../support/memory-log.ts'

const GETOA = '/v2.0/oa/getoa'
const look = { path: GETOA }
const say = { path: '/v3.0/oa/message/cs', body: { recipient: { user_id: '1' }, message: { text: 'a' } } }

async function open() {
  const network = new FakeZaloOa()
  const apiRoot = await network.listen()
  onTestFinished(() => network.close())
  const ref = { platform: 'zalo-oa', bot: 1 } as const
  const counted = { db: await testDatabase(), ref, clock: () => new Date(network.now), log: memoryLog() }
  return { network, counted, client: createClient({ apiRoot, tokens: network.tokens(), ...counted }) }
}

describe('a request to the Official Account', () => {
  it('is answered with what the envelope holds', async () => {
    const { client } = await open()
    expect(await client.call(look)).toMatchObject({ state: 'ok', data: { oa_id: '41000' } })
  })

  it('is refused though it came with HTTP 200, and its words hold no number of a phone', async () => {
    const { network, client } = await open()
    network.failNext(GETOA, { code: -224 })
    expect(await client.call(look)).toEqual({ state: 'refused', code: -224, message: 'refused for …' })
  })

  it.each([{ code: -216 }, { code: -220 }, { status: 401 }])(
    'is repeated once with another token after %j',
    async (fault) => {
      const { network, client } = await open()
      network.expired = fault
      network.expireToken()
      expect(await client.call(say)).toMatchObject({ state: 'ok' })
      expect([network.renewals, network.calls.length, network.sent.length]).toEqual([1, 2, 1])
    },
  )

  it('waits where the other token is refused, too', async () => {
    const { network, client } = await open()
    network.failNext(GETOA, { code: -216 }, { code: -220 })
    expect(await client.call(look)).toMatchObject({ state: 'later', everything: true, reason: 'token refused' })
    expect([network.renewals, network.calls.length]).toEqual([1, 2])
  })

  it.each([
    [true, { state: 'later', everything: true, down: true, reason: 'token-lost' }],
    [false, { state: 'later', everything: true, reason: 'no token' }],
  ])('is not made without a token (lost: %s)', async (lost, outcome) => {
    const { network, counted } = await open()
    const access = () => Promise.reject(new TokenFault('none', lost))
    const client = createClient({ apiRoot: network.root, tokens: { access, renew: access }, ...counted })
    expect(await client.call(look)).toMatchObject(outcome)
    expect(network.calls).toEqual([])
  })

  it('is followed by none for a minute after -32', async () => {
    const { network, client } = await open()
    network.failNext(GETOA, { code: -32 })
    expect(await client.call(look)).toMatchObject({ state: 'later', everything: true, afterMs: 60_000, reason: '-32' })
    network.now += 59_000
    expect(await client.call(say)).toMatchObject({ state: 'later', everything: true, afterMs: 1000 })
    expect(await client.book(1)).toMatchObject({ state: 'later' })
    expect(network.calls).toHaveLength(1)
    network.now += 1000
    expect(await client.call(say)).toMatchObject({ state: 'ok' })
  })

  it('waits where a minute has had nearly a hundred', async () => {
    const { network, client } = await open()
    expect(await client.book(60)).toBeUndefined()
    network.now += 30_000
    expect(await client.book(37)).toBeUndefined()
    expect(await client.call(say)).toMatchObject({ state: 'later', everything: true, afterMs: 30_000 })
    expect(network.calls).toEqual([])
    network.now += 30_000
    expect(await client.call(say)).toMatchObject({ state: 'ok' })
  })

  it('leaves room for messages where it only looks something up', async () => {
    const { client } = await open()
    const looks = async (count: number) => {
      const answers = []
      for (let time = 0; time < count; time += 1) answers.push(await client.call({ ...look, spare: true }))
      return answers.filter(({ state }) => state === 'ok').length
    }
    expect(await looks(40)).toBe(35)
    expect(await client.book(50)).toBeUndefined()
  })

  it.each([
    [{ status: 500 } as const, { state: 'later' }],
    [{ status: 503 } as const, { state: 'later' }],
    [{ status: 502 } as const, { state: 'later', unwell: true }],
    [{ status: 504 } as const, { state: 'uncertain' }],
    [{ status: 200 } as const, { state: 'uncertain' }],
    [{ status: 404 } as const, { state: 'refused', code: 404 }],
    ['reset' as const, { state: 'uncertain' }],
  ])('that ends with %j has the outcome %j', async (fault, outcome) => {
    const { network, client } = await open()
    network.failNext(say.path, fault)
    expect(await client.call(say)).toMatchObject(outcome)
  })

  it('was certainly not made where nobody listens', async () => {
    const { network, client } = await open()
    await network.close()
    expect(await client.call(say)).toMatchObject({ state: 'later', everything: true, reason: 'ECONNREFUSED' })
  })
})
