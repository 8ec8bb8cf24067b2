import { describe, expect, it } from 'vitest'
import { createHash } from 'node:crypto'
import type { Event } from '#bot/zalo/oa/event.ts'
import { webhookRoutes, type Receiving } from '#bot/zalo/oa/webhook.ts'
import { memoryLog } from '../../../support/memory-log.ts'

const APP = { appId: '28100', secretKey: 'secret-key-1' }
const OTHER_APP = { appId: '28200', secretKey: 'secret-key-2' }

/** Official Accounts by the ids that are known of them, each with its address, and what each was handed. */
function given(...accounts: { id: string | undefined; app?: typeof APP }[]) {
  const log = memoryLog()
  const got: string[][] = accounts.map(() => [])
  const receiving: Receiving[] = []
  const addresses = accounts.map(({ id, app = APP }, index) => {
    const deliver = ({ message }: Event) => Promise.resolve(void got[index]!.push(message?.text ?? ''))
    receiving.push({ ...app, oaId: () => Promise.resolve(id), deliver })
    return webhookRoutes(receiving, log)
  })
  const post = async (at: number, oaId: string | undefined, text: string, app = APP, more: object = {}) => {
    const timestamp = '1741309200000'
    const event = {
      event_name: 'user_send_text',
      app_id: app.appId,
      oa_id: oaId,
      timestamp,
      message: { text, msg_id: text },
      ...more,
    }
    const raw = JSON.stringify(event)
    const mac = createHash('sha256').update(`${app.appId}${raw}${timestamp}${app.secretKey}`).digest('hex')
    const headers = { 'x-zevent-signature': `mac=${mac}` }
    const answer = await addresses[at]!.request('/webhook', { method: 'POST', body: raw, headers })
    expect(answer.status).toBe(200)
  }
  return { post, got, log }
}

describe('two Official Accounts', () => {
  it('of one app hear what is theirs, at whichever address it comes in', async () => {
    const { post, got, log } = given({ id: '41' }, { id: '42' })
    await post(0, '41', 'a')
    await post(0, '42', 'b')
    await post(1, '41', 'c')
    await post(1, '42', 'd')
    expect(got).toEqual([
      ['a', 'c'],
      ['b', 'd'],
    ])
    expect(log.lines).toEqual([])
  })

  it('of two apps are told apart by the app and its signature', async () => {
    const { post, got } = given({ id: undefined }, { id: undefined, app: OTHER_APP })
    await post(0, '42', 'b', OTHER_APP)
    await post(1, '41', 'a')
    expect(got).toEqual([['a'], ['b']])
  })

  it('are found where the id of one is not known yet', async () => {
    const { post, got } = given({ id: '41' }, { id: undefined })
    await post(0, '42', 'b')
    await post(0, '41', 'a')
    expect(got).toEqual([['a'], ['b']])
  })

  it('of one app are told apart by whom was written to where the event names no account', async () => {
    const { post, got } = given({ id: '41' }, { id: '42' })
    await post(0, undefined, 'b', APP, { recipient: { id: '42' } })
    await post(1, undefined, 'a', APP, { recipient: { id: '41' } })
    await post(0, undefined, 'group', APP, { recipient: { id: 'a1b2c3' } })
    expect(got).toEqual([['a'], ['b']])
  })

  it('get nothing in doubt, nor what is for a third one', async () => {
    const doubtful = given({ id: undefined }, { id: undefined })
    await doubtful.post(0, '42', 'b')
    const known = given({ id: '41' }, { id: '42' })
    await known.post(0, '43', 'c')
    expect([doubtful.got, known.got].flat(2)).toEqual([])
    expect(known.log.lines.map(({ level }) => level)).toEqual(['warn'])
  })
})
