import { createHash, createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { isSigned } from '#bot/zalo/oa/signature.ts'

const [APP, KEY, TIME] = ['28100', 'SecretKey', '1741309200000']
/** As Zalo writes it: not as JSON.stringify would. */
const RAW = '{ "event_name":"user_send_text",  "timestamp" : "1741309200000" }'
const sha = (text: string) => createHash('sha256').update(text).digest('hex')
const good = sha(APP + RAW + TIME + KEY)

function check(signature: string, more: { raw?: string; timestamps?: (string | undefined)[] } = {}) {
  const { raw = RAW, timestamps = [TIME, undefined] } = more
  return isSigned({ raw: Buffer.from(raw), signature, timestamps }, APP, KEY)
}

describe('the signature of an event', () => {
  it.each([
    ['as it is', good],
    ['behind its name', `mac=${good}`],
    ['in capitals', good.toUpperCase()],
  ])('counts %s', (_, signature) => expect(check(signature)).toBe(true))

  it('counts with the time of the body or that of the header', () => {
    const byHeader = sha(`${APP}${RAW}1741309200007${KEY}`)
    expect(check(byHeader, { timestamps: [TIME, '1741309200007'] })).toBe(true)
    expect(check(byHeader)).toBe(false)
    expect(check(good, { timestamps: [undefined, undefined] })).toBe(false)
  })

  it.each([
    ['none', ''],
    ['a name alone', 'mac='],
    ['any digest', sha('anything')],
    ['a keyed digest', createHmac('sha256', KEY).update(RAW).digest('hex')],
    ['a digest without the time', sha(APP + RAW + KEY)],
    ['one by another key', sha(`${APP}${RAW}${TIME}AnotherKey`)],
    ['one of another app', sha(`28101${RAW}${TIME}${KEY}`)],
    ['one of JSON written anew', sha(APP + JSON.stringify(JSON.parse(RAW)) + TIME + KEY)],
    ['half of it', good.slice(0, 32)],
    ['letters of several bytes', `é${good.slice(2)}`],
  ])('does not count when it is %s', (_, signature) => expect(check(signature)).toBe(false))

  it('does not count for a body that was changed', () => {
    expect(check(good, { raw: RAW.replace(/\}$/, ' }') })).toBe(false)
  })
})
