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
    const names = Object.keys(readConfig({ ...EVERYTHING })).filter((name) => /^[A-Z_]+$/.test(name))
    expect(Object.keys(example)).toEqual(names)
  })

  it.each([
    ['PORT', 'abc'],
    ['PORT', '70000'],
    ['TELEGRAM_BOT_TOKEN', 'no token'],
    ['TELEGRAM_API_ROOT', 'ftp://x'],
    ['TELEGRAM_PROXY', 'proxy:1080'],
    ['TELEGRAM_PROXY', 'http://tdkt:s#cret@proxy.example:8080'],
    ['TELEGRAM_PROXY', 'http://tdkt:s%cret@proxy.example:8080'],
    ['TELEGRAM_PROXY', 'socks5://tdkt:1#cret@proxy.example'],
    ['DATABASE_URL', 'council.db'],
    ['DATABASE_URL', 'postgresql://tdkt:s#cret@db.example/tdkt'],
    ['DATABASE_URL', 'postgresql://tdkt:1/cret@db.example/tdkt'],
    ['DATABASE_URL', 'postgresql://tdkt:s%cret@db.example/tdkt'],
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

  it.each([
    'file:data/council.db',
    'postgresql://tdkt:s%23cret@db.example:5433/tdkt?sslmode=require',
    'postgres://db.example/tdkt',
    'postgresql:///tdkt?host=/var/run/postgresql',
  ])('take the database %s', (address) => {
    expect(readConfig({ DATABASE_URL: address })).toMatchObject({ DATABASE_URL: address })
  })

  it('say how a password is written in an address', () => {
    const told = 'DATABASE_URL is no address: write special characters of the password as %23 for # and so on'
    expect(() => readConfig({ DATABASE_URL: 'postgresql://tdkt:s?cret@db.example/tdkt' })).toThrow(told)
    expect(() => readConfig({ TELEGRAM_PROXY: 'http://tdkt:s%cret@proxy.example' })).toThrow(
      /^TELEGRAM_PROXY is no .* % itself as %25$/,
    )
    const written = { TELEGRAM_PROXY: 'socks5://tdkt:s%25%23cret@proxy.example' }
    expect(readConfig(written)).toMatchObject(written)
  })

  it('of an Official Account belong together', () => {
    for (const name of Object.keys(OFFICIAL_ACCOUNT))
      expect(() => readConfig({ ...OFFICIAL_ACCOUNT, [name]: '' })).toThrow(`${name} is missing`)
    expect(readConfig(OFFICIAL_ACCOUNT)).toMatchObject(OFFICIAL_ACCOUNT)
  })
})

describe('several bots of a network', () => {
  it('have numbers, with gaps where one was given up', () => {
    const config = readConfig({
      TELEGRAM_BOT_TOKEN: '1:A',
      TELEGRAM_BOT_TOKEN_10: '10:J',
      TELEGRAM_BOT_TOKEN_3: '3:C',
      TELEGRAM_BOT_TOKEN_4: '',
      ZALO_BOT_TOKEN_2: '2:B',
      ZALO_BOT_NAME_2: 'Bot Hai',
      ...OFFICIAL_ACCOUNT,
      ...numbered(OFFICIAL_ACCOUNT, 2),
      ZALO_OA_REFRESH_TOKEN_2: 'a-refresh-token-of-zalo',
    })
    expect(config.telegramBots).toEqual([
      { bot: 1, token: '1:A' },
      { bot: 3, token: '3:C' },
      { bot: 10, token: '10:J' },
    ])
    expect(config.zaloBots).toEqual([{ bot: 2, token: '2:B', name: 'Bot Hai' }])
    expect(config.officialAccounts.map(({ bot, refreshToken }) => ({ bot, refreshToken }))).toEqual([
      { bot: 1, refreshToken: undefined },
      { bot: 2, refreshToken: 'a-refresh-token-of-zalo' },
    ])
    expect(config).toMatchObject({ TELEGRAM_BOT_TOKEN: '1:A', ZALO_OA_APP_ID: '1' })
    expect(config.ZALO_BOT_TOKEN).toBeUndefined()
  })

  it.each([
    [{ TELEGRAM_BOT_TOKEN_2: 'no token' }, 'TELEGRAM_BOT_TOKEN_2 must look like'],
    [
      { TELEGRAM_BOT_TOKEN: '7:A', TELEGRAM_BOT_TOKEN_2: '7:B' },
      'TELEGRAM_BOT_TOKEN_2 is the same as TELEGRAM_BOT_TOKEN',
    ],
    [{ TELEGRAM_BOT_TOKEN_2: '7:A', TELEGRAM_BOT_TOKEN_3: '7:A' }, '_3 is the same as TELEGRAM_BOT_TOKEN_2'],
    [{ TELEGRAM_BOT_TOKEN_1: '7:secret' }, 'TELEGRAM_BOT_TOKEN_1 is no such number'],
    [{ TELEGRAM_BOT_TOKEN_10000: '7:secret' }, 'TELEGRAM_BOT_TOKEN_10000 is no such number'],
    [{ TELEGRAM_BOT_TOKEN_02: '7:secret' }, 'TELEGRAM_BOT_TOKEN_02 is no such number'],
    [{ ZALO_BOT_TOKEN: '7:A', ZALO_BOT_TOKEN_2: '7:B' }, 'ZALO_BOT_TOKEN_2 is the same as ZALO_BOT_TOKEN'],
    [{ ZALO_BOT_NAME_2: 'Bot Hai' }, 'ZALO_BOT_TOKEN_2 is missing: a Zalo bot needs it'],
    [{ ZALO_OA_APP_ID_2: '1' }, 'ZALO_OA_SECRET_KEY_2 is missing: a Zalo Official Account needs it'],
    [{ ZALO_OA_APP_ID_2: 'x' }, 'ZALO_OA_APP_ID_2 must be digits'],
    [{ ZALO_OA_APP_SECRET_2: 'a'.repeat(180) }, 'ZALO_OA_APP_SECRET_2 must be 8 to 64'],
    [{ ZALO_OA_REFRESH_TOKEN_2: '***' }, 'ZALO_OA_REFRESH_TOKEN_2 is too short'],
  ])('are refused by their full names, without a value: %j', (environment, message) => {
    const read = () => readConfig(environment)
    expect(read).toThrow(ConfigError)
    expect(read).toThrow(message)
    for (const value of Object.values(environment)) if (value.length > 3) expect(read).not.toThrow(value)
  })

  it('may not have the same refresh token', () => {
    const token = 'a-refresh-token-of-zalo'
    const both = { ...OFFICIAL_ACCOUNT, ZALO_OA_REFRESH_TOKEN: token }
    const read = () => readConfig({ ...both, ...numbered(both, 2) })
    expect(read).toThrow('ZALO_OA_REFRESH_TOKEN_2 is the same as ZALO_OA_REFRESH_TOKEN')
    expect(read).not.toThrow(token)
  })

  it('leave other variables alone', () => {
    expect(readConfig({ TELEGRAM_BOT_TOKEN_FILE: '/run/token' }).telegramBots).toEqual([])
  })
})

const numbered = (variables: Record<string, string>, bot: number) =>
  Object.fromEntries(Object.entries(variables).map(([name, value]) => [`${name}_${bot}`, value]))

const OFFICIAL_ACCOUNT = {
  ZALO_OA_APP_ID: '1',
  ZALO_OA_APP_SECRET: 'app-secret',
  ZALO_OA_SECRET_KEY: 'secret-key',
}

const EVERYTHING = {
  BACKUP_DIR: '/srv/backups',
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
