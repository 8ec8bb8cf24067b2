#!/usr/bin/env node
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { runProgram, type Terminal } from '#commands/operator/program.ts'
import { refOf } from '#bot/platform.ts'
import { botKey } from '#domain/platforms.ts'
import type { Database } from '#prisma/database.ts'
import { variableOf } from './bot-settings.ts'
import { ConfigError, readConfig } from './config.ts'
import { createLogger } from './logger.ts'
import { neededNode, nodeFault } from './node-version.ts'
import type { Role } from './roles.ts'
import { secretsIn } from './secrets.ts'

const complain = (line: string) => void process.stderr.write(`${line}\n`)
const print = (line: string) => void process.stdout.write(`${line}\n`)

function loadConfig() {
  readEnvFile()
  return readConfig(process.env)
}

/** Throws ConfigError where it is there and cannot be read: Node itself says then that it is not there. */
function readEnvFile() {
  if (!existsSync('.env')) return
  try {
    process.loadEnvFile('.env')
  } catch (cause) {
    throw new ConfigError('.env cannot be read: give the user of the bot the right to', { cause })
  }
}

async function serve(role: Role = 'all') {
  const config = loadConfig()
  const log = createLogger(config.LOG_LEVEL, secretsIn(config))
  // Node itself would print all that hangs on the error.
  process.once('uncaughtException', (error) => {
    log.fatal({ err: error }, 'a fault that nobody caught: the process ends')
    process.exit(1)
  })
  const { startApp } = await import('./app.ts')
  // Before anything begins: a start that takes long can be told to stop, too.
  const asked = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => asked.abort())
  const app = await startApp({ config, log, role, stopping: asked.signal })
  if (!asked.signal.aborted) {
    if (app.platforms.some(({ name }) => name === 'playground')) print(`Playground: ${app.url}/playground/`)
    log.info({ role, platforms: app.platforms.map((one) => botKey(refOf(one))), url: app.url }, 'started')
    await once(asked.signal, 'abort')
  }
  await app.stop()
  log.info({}, 'stopped')
  // What still hangs was recorded as it is: it must not keep the next start waiting.
  process.exit(0)
}

/** Work with the database that the settings name. */
async function withDatabase<T>(work: (db: Database) => Promise<T>): Promise<T> {
  const { openDatabase } = await import('#prisma/database.ts')
  const db = await openDatabase(loadConfig().DATABASE_URL)
  try {
    return await work(db)
  } finally {
    await db.$disconnect()
  }
}

/** The playground is left out: it would put its sample council into the database. */
async function probe() {
  const { createPlatforms } = await import('./platforms.ts')
  const { ownFindings } = await import('#bot/own-words.ts')
  const config = { ...loadConfig(), PLAYGROUND: 'off' as const }
  return withDatabase(async (db) => {
    const log = createLogger('silent')
    const { platforms } = await createPlatforms({ config, db, log, realNow: terminal.now })
    return Promise.all(
      platforms.map(async (one) => ({ platform: botKey(refOf(one)), findings: await ownFindings(one) })),
    )
  })
}

async function authorizeZalo({ bot, callback }: { bot: number; callback: string | undefined }): Promise<boolean> {
  const config = loadConfig()
  const { officialAccounts, PUBLIC_URL } = config
  const account = officialAccounts.find((one) => one.bot === bot)
  if (!account) {
    const names = ['ZALO_OA_APP_ID', 'ZALO_OA_APP_SECRET', 'ZALO_OA_SECRET_KEY'].map((name) => variableOf(name, bot))
    const needed = `${names[0]}, ${names[1]} and ${names[2]} are not set`
    throw new ConfigError(`${needed}: fill them in, in .env (README.md, "On Zalo")`)
  }
  if (!PUBLIC_URL) throw new ConfigError('PUBLIC_URL is not set: Zalo leads the browser back to that address')
  const { authorizeInTerminal, finishInTerminal } = await import('#bot/zalo/oa/authorize-terminal.ts')
  const { pathOfAccount } = await import('#bot/zalo/oa/identity.ts')
  const { sleep } = await import('#bot/sleep.ts')
  const log = createLogger(config.LOG_LEVEL, secretsIn(config))
  const { appId, appSecret, refreshToken: seed } = account
  // An app has one callback address for all its Official Accounts.
  const path = pathOfAccount(officialAccounts.find((one) => one.appId === appId)!.bot)
  return withDatabase((db) => {
    const app = { appId, appSecret, oauthRoot: config.ZALO_OAUTH_ROOT, seed }
    const options = { bot, db, clock: terminal.now, log, ...app, print }
    if (callback !== undefined) return finishInTerminal(options, callback)
    const web = { host: config.HOST, port: config.PORT, publicUrl: PUBLIC_URL, path }
    return authorizeInTerminal({ ...options, ...web, sleep })
  })
}

/** The web server could not listen: its message says what to do, and a stack would hide it. */
const isAddressTrouble = (cause: unknown) => cause instanceof Error && 'syscall' in cause && cause.syscall === 'listen'

/** The file of the database could not be used; what its library says holds neither a path nor what people wrote. */
const isDatabaseFileTrouble = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && /^SQLITE_(BUSY|READONLY|CANTOPEN)/.test(String(error.code))

const terminal: Terminal = {
  print,
  now: () => new Date(),
  lines: () => createInterface({ input: process.stdin, crlfDelay: Infinity }),
  defaults: () => {
    const config = loadConfig()
    return { locale: config.DEFAULT_LOCALE, timeZone: config.DEFAULT_TIME_ZONE }
  },
  withDatabase,
  serve,
  settings: loadConfig,
  probe,
  authorizeZalo,
}

const unfit = nodeFault(process.versions.node, neededNode())
if (unfit !== undefined) {
  complain(unfit)
  process.exit(2)
}

try {
  process.exitCode = await runProgram(process.argv.slice(2), terminal, complain)
} catch (error) {
  if (error instanceof ConfigError) complain(`settings: ${error.message.replaceAll('\n', '\nsettings: ')}`)
  else if (error instanceof Error && isAddressTrouble(error.cause)) complain(error.message)
  else if (isDatabaseFileTrouble(error))
    complain(
      `the database cannot be used (${error.message}): see who else has it open, and who may write it and its folder`,
    )
  else complain(error instanceof Error ? (error.stack ?? error.message) : String(error))
  // Ends what a start that failed had begun: half a bot must not stay behind.
  process.exit(error instanceof ConfigError ? 2 : 1)
}
