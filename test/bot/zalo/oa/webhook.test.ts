import { describe, expect, it } from 'vitest'
import { sign } from '../../../support/fake-zalo-oa.ts'
import { AN, BINH, GROUP, openOa } from './open-oa.ts'

const TIME = '1741309200000'
const EVENT = {
  event_name: 'user_send_text',
  app_id: '28100',
  oa_id: '41000',
  sender: { id: AN },
  recipient: { id: '41000' },
  message: { text: 'bí mật', msg_id: 'm1' },
  timestamp: TIME,
}
const RAW = JSON.stringify(EVENT)

describe('the webhook of the Official Account', () => {
  it('answers the probe of the console, which is not signed', async () => {
    const { network, inbox, log, start } = await openOa()
    await start()
    for (const raw of ['{}', '', 'null', '[]', 'no JSON']) expect(await network.post(raw)).toBe(200)
    expect(inbox).toEqual([])
    expect(log.lines.filter(({ level }) => level !== 'info')).toEqual([])
  })

  it('takes nothing that is not signed, answers it with 200 and counts it', async () => {
    const { network, inbox, log, start } = await openOa()
    await start()
    const headers = [
      {},
      { 'x-zevent-signature': 'mac=' },
      { 'x-zevent-signature': sign(RAW, TIME, 'another') },
      { 'x-zevent-signature': sign(`${RAW} `, TIME) },
    ]
    for (const header of headers) expect(await network.post(RAW, header)).toBe(200)
    expect(inbox).toEqual([])
    const warnings = log.lines.filter(({ level }) => level === 'warn')
    expect(warnings).toMatchObject([{ fields: { forged: 1 } }])
  })

  it('passes over what is for another app or another account', async () => {
    const { network, inbox, start } = await openOa()
    await start()
    await network.say(AN, 'chào')
    expect(await network.deliver({ ...EVENT, app_id: '9' })).toBe(200)
    expect(await network.deliver({ ...EVENT, oa_id: '9' })).toBe(200)
    expect(inbox).toHaveLength(1)
  })

  it('takes an event with the names that it lacks, and each once', async () => {
    const { network, inbox, start } = await openOa()
    await start()
    await network.say(AN, 'quý này có gì')
    const event = network.event(BINH, '2', { id: 'm2', group: GROUP })
    expect([await network.deliver(event), await network.deliver(event)]).toEqual([200, 200])
    expect(inbox).toMatchObject([
      { sender: { name: 'Chị An' }, event: { text: 'quý này có gì' } },
      { sender: { name: 'Anh Bình' }, chat: { title: 'Hội đồng' }, event: { text: '2', addressed: 'overheard' } },
    ])
  })

  it('keeps the order of a chat though the names of the first are long in coming', async () => {
    const { network, inbox, start } = await openOa()
    await start()
    const said = ['một', 'hai', 'ba'].map((text, index) => network.event(AN, text, { id: `m${index}`, group: GROUP }))
    await Promise.all(said.map((event) => network.deliver(event)))
    expect(inbox.map(({ event }) => 'text' in event && event.text)).toEqual(['một', 'hai', 'ba'])
  })

  it('takes an event without names where nobody tells them', async () => {
    const { network, inbox, start } = await openOa()
    await start()
    network.people.clear()
    network.failNext('/v3.0/oa/group/listmember', { code: -200 })
    network.failNext('/v3.0/oa/group/getgroup', { status: 500 })
    await network.say(BINH, 'chào', { group: GROUP })
    expect(inbox).toMatchObject([{ sender: { externalId: BINH, name: '' }, chat: { externalId: GROUP } }])
  })

  it('answers 500 where an event cannot be kept, so that it comes again', async () => {
    const { network, platform, log } = await openOa()
    let isFull = true
    await platform.start(() => (isFull ? Promise.reject(new Error('disk full')) : Promise.resolve()))
    expect(await network.deliver(EVENT)).toBe(500)
    isFull = false
    expect(await network.deliver(EVENT)).toBe(200)
    expect(log.lines.filter(({ level }) => level === 'error')).toHaveLength(1)
  })

  it('answers 500 once the bot is stopped', async () => {
    const { network, platform, inbox, start } = await openOa()
    await start()
    await platform.stop()
    expect(await network.deliver(EVENT)).toBe(500)
    expect(inbox).toEqual([])
  })

  it('takes nothing that is weeks older than what it heard', async () => {
    const { network, inbox, start } = await openOa()
    await start()
    network.now = Number(TIME) + 51 * 86_400_000
    await network.say(AN, 'chào')
    expect(await network.deliver(EVENT)).toBe(200)
    expect(inbox).toHaveLength(1)
  })

  it('says loudly that the permission was withdrawn', async () => {
    const down: string[] = []
    const { network, log, start } = await openOa({ onDown: (reason) => void down.push(reason) })
    await start()
    expect(await network.deliver({ event_name: 'permission_revoked' })).toBe(200)
    expect(down).toEqual(['permission-revoked'])
    expect(log.lines.filter(({ level }) => level === 'error')).toHaveLength(1)
  })

  it('logs the shape of an event that is not known once, and nothing that was said', async () => {
    const { network, log, start } = await openOa()
    await start()
    await network.say(AN, 'số của tôi là 0912345678', { group: GROUP })
    for (let time = 0; time < 2; time += 1) {
      await network.deliver({ event_name: 'user_join_group', group_id: GROUP, members: [{ user_id: BINH }] })
    }
    const shapes = log.lines.filter(({ fields }) => 'shape' in fields)
    expect(shapes).toMatchObject([{ fields: { shape: { members: [{ user_id: 'string' }] } } }])
    for (const secret of ['0912345678', 'số của tôi', BINH, 'SecretKeyForTests', 'access-1'])
      expect(JSON.stringify(log.lines)).not.toContain(secret)
  })

  it('takes no body of more than a megabyte', async () => {
    const { network, start } = await openOa()
    await start()
    expect(await network.post('x'.repeat(1_100_000), { 'content-length': '1100000' })).toBe(413)
  })
})
