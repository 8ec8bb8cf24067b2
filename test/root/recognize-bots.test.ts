import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { digestOf } from '#bot/zalo/oa/tokens.ts'
import { adoptSeed } from '#prisma/credentials.ts'
import { openDatabase, type Database } from '#prisma/database.ts'
import { knownBots } from '#prisma/known-bots.ts'
import { ConfigError, readConfig } from '../../config.ts'
import { checkBots, rememberBots } from '../../recognize-bots.ts'
import { startApp } from '../../app.ts'
import { databaseUrl, temporaryFile, testDatabase } from '../support/database.ts'
import { memoryLog } from '../support/memory-log.ts'

let db: Database
let log: ReturnType<typeof memoryLog>
beforeEach(async () => {
  db = await testDatabase()
  log = memoryLog()
})

const look = (settings: Record<string, string>) => checkBots({ config: readConfig(settings), db })
/** A start that gets so far as to be remembered. */
async function start(settings: Record<string, string>) {
  await look(settings)
  await rememberBots({ config: readConfig(settings), db, log: log as never })
}
const OA = { ZALO_OA_APP_ID: '1', ZALO_OA_APP_SECRET: 'app-secret', ZALO_OA_SECRET_KEY: 'secret-key' }

describe('the bots of an installation', () => {
  it('are remembered by their numbers, and may get new tokens', async () => {
    await start({ TELEGRAM_BOT_TOKEN: '7:A', TELEGRAM_BOT_TOKEN_2: '8:B', ZALO_BOT_TOKEN: '7:C' })
    await start({ TELEGRAM_BOT_TOKEN: '7:NEW', TELEGRAM_BOT_TOKEN_2: '8:B' })
    expect(await knownBots(db)).toEqual([
      { platform: 'telegram', bot: 1, account: '7' },
      { platform: 'telegram', bot: 2, account: '8' },
      { platform: 'zalo-bot', bot: 1, account: '7' },
    ])
    expect(log.lines).toEqual([])
  })

  it.each([
    ['TELEGRAM_BOT_TOKEN', 'TELEGRAM_BOT_TOKEN_2'],
    ['ZALO_BOT_TOKEN', 'ZALO_BOT_TOKEN_2'],
  ])('are refused where they changed places (%s)', async (one, two) => {
    await start({ [one]: '7:AAA', [two]: '8:BBB' })
    const swapped = start({ [one]: '8:BBB', [two]: '7:AAA' })
    await expect(swapped).rejects.toThrow(ConfigError)
    await expect(swapped).rejects.toThrow(`${one} is of the bot that was ${two} before`)
    await expect(swapped).rejects.toThrow(`${two} is of the bot that was ${one} before`)
    await expect(swapped).rejects.not.toThrow('BBB')
    await expect(start({ [one]: '8:BBB' })).rejects.toThrow(ConfigError)
    await start({ [one]: '7:AAA', [two]: '8:BBB' })
  })

  it('are warned of where a new one stands in the place of another', async () => {
    await start({ TELEGRAM_BOT_TOKEN: '7:A', TELEGRAM_BOT_TOKEN_2: '8:B' })
    await start({ TELEGRAM_BOT_TOKEN: '7:A', TELEGRAM_BOT_TOKEN_2: '9:C' })
    expect(log.lines).toMatchObject([{ level: 'warn', message: 'TELEGRAM_BOT_TOKEN_2 is of another bot than before' }])
    expect(await knownBots(db)).toMatchObject([{ account: '7' }, { account: '9' }])
  })

  it('are refused with the refresh token of another Official Account', async () => {
    const seed = 'a-refresh-token-of-zalo'
    await adoptSeed(db, { platform: 'zalo-oa', bot: 1 }, seed, digestOf(seed))
    await start({ ...OA, ZALO_OA_REFRESH_TOKEN: seed })
    const second = Object.fromEntries(Object.entries(OA).map(([name, value]) => [`${name}_2`, value]))
    const moved = start({ ...second, ZALO_OA_REFRESH_TOKEN_2: seed })
    await expect(moved).rejects.toThrow('ZALO_OA_REFRESH_TOKEN_2 is of the bot that was ZALO_OA_REFRESH_TOKEN before')
    await expect(moved).rejects.not.toThrow(seed)
  })

  it('are not remembered by the doctor, who sees the same', async () => {
    await look({ TELEGRAM_BOT_TOKEN: '7:A' })
    expect(await knownBots(db)).toEqual([])
    await start({ TELEGRAM_BOT_TOKEN: '7:A' })
    await expect(look({ TELEGRAM_BOT_TOKEN_2: '7:A' })).rejects.toThrow(ConfigError)
  })
})

describe('a start that fails', () => {
  const BEFORE = { TELEGRAM_BOT_TOKEN: '7:A', TELEGRAM_BOT_TOKEN_2: '8:B' }
  /** A process with the role that only serves. */
  async function serve(settings: Record<string, string>) {
    const url = await databaseUrl(temporaryFile('test.db'))
    const known = await openDatabase(url)
    onTestFinished(() => known.$disconnect())
    await rememberBots({ config: readConfig(BEFORE), db: known, log: log as never })
    const config = readConfig({ DATABASE_URL: url, PORT: '0', ...settings })
    const begin = () => startApp({ config, log: log as never, role: 'web', rings: false })
    const accounts = async () => (await knownBots(known)).map(({ account }) => account)
    return { begin, accounts }
  }

  it('as bots changed places fails again, with a new one among them', async () => {
    const { begin, accounts } = await serve({ TELEGRAM_BOT_TOKEN: '9:C', TELEGRAM_BOT_TOKEN_2: '7:A' })
    const why = 'TELEGRAM_BOT_TOKEN_2 is of the bot that was'
    await expect(begin()).rejects.toThrow(why)
    await expect(begin()).rejects.toThrow(why)
    expect(await accounts()).toEqual(['7', '8'])
    expect(log.lines).toEqual([])
  })

  it('for another reason remembers no bot', async () => {
    const { begin, accounts } = await serve({ TELEGRAM_BOT_TOKEN: '9:C' })
    await expect(begin()).rejects.toThrow('nothing to serve without PUBLIC_URL')
    expect(await accounts()).toEqual(['7', '8'])
  })
})
