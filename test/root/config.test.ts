import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from '../../config.ts'

describe('the settings', () => {
  it('all have a default, and empty means unset', () => {
    expect(readConfig({ TELEGRAM_BOT_TOKEN: '', PORT: '', PUBLIC_URL: '' })).toEqual(readConfig({}))
    expect(readConfig({})).toMatchObject({ DATABASE_URL: 'file:./data/council.db', PORT: 3000, DEFAULT_LOCALE: 'vi' })
  })

  it('hold addresses without a slash at the end', () => {
    expect(
      readConfig({ PUBLIC_URL: 'https://bot.example/', TELEGRAM_API_ROOT: 'http://127.0.0.1:8081//' }),
    ).toMatchObject({
      PUBLIC_URL: 'https://bot.example',
      TELEGRAM_API_ROOT: 'http://127.0.0.1:8081',
    })
  })

  it('stand in .env.example, every one with its default', () => {
    const lines = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8').match(/^[A-Z_]+=.*$/gm)!
    const example = Object.fromEntries(lines.map((line) => line.split(/=(.*)/s) as [string, string]))
    expect(readConfig(example)).toEqual(readConfig({}))
    expect(Object.keys(example)).toEqual(Object.keys(readConfig({ ...EVERYTHING })))
  })

  it.each([
    ['PORT', 'abc'],
    ['PORT', '70000'],
    ['TELEGRAM_BOT_TOKEN', 'no token'],
    ['TELEGRAM_API_ROOT', 'ftp://x'],
    ['TELEGRAM_PROXY', 'proxy:1080'],
    ['DATABASE_URL', 'council.db'],
    ['DEFAULT_LOCALE', 'fr'],
    ['DEFAULT_TIME_ZONE', 'Hanoi'],
    ['PLAYGROUND_CLOCK', 'tomorrow'],
    ['PLAYGROUND_CLOCK', '2025-02-31T99:00+07:00'],
    ['WEBHOOK_SECRET', 'with space'],
    ['ZALO_OA_APP_SECRET', 'a'.repeat(180)],
    ['ZALO_OA_REFRESH_TOKEN', '***'],
    ['ZALO_BOT_TOKEN', 'no token'],
  ])('%s=%s is refused by name, without its value', (name, value) => {
    const read = () => readConfig({ [name]: value })
    expect(read).toThrow(ConfigError)
    expect(read).toThrow(name)
    expect(read).not.toThrow(value)
  })

  it('of an Official Account belong together', () => {
    for (const name of Object.keys(OFFICIAL_ACCOUNT))
      expect(() => readConfig({ ...OFFICIAL_ACCOUNT, [name]: '' })).toThrow(`${name} is missing`)
    expect(readConfig(OFFICIAL_ACCOUNT)).toMatchObject(OFFICIAL_ACCOUNT)
  })
})

const OFFICIAL_ACCOUNT = {
  ZALO_OA_APP_ID: '1',
  ZALO_OA_APP_SECRET: 'app-secret',
  ZALO_OA_SECRET_KEY: 'secret-key',
}

const EVERYTHING = {
  ...OFFICIAL_ACCOUNT,
  ZALO_OA_REFRESH_TOKEN: 'a-refresh-token-of-zalo',
  ZALO_BOT_TOKEN: '1:A',
  ZALO_BOT_NAME: 'Bot',
  TELEGRAM_BOT_TOKEN: '1:A',
  TELEGRAM_PROXY: 'socks5://127.0.0.1:1080',
  PUBLIC_URL: 'https://bot.example.vn',
  WEBHOOK_SECRET: 's',
  PLAYGROUND_CLOCK: '2025-02-20T08:00+07:00',
}
