#!/usr/bin/env node
import { existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { runProgram, type Terminal } from '#commands/operator/program.ts'
import { ConfigError, readConfig } from './config.ts'
import { createLogger } from './logger.ts'

const complain = (line: string) => void process.stderr.write(`${line}\n`)
const print = (line: string) => void process.stdout.write(`${line}\n`)

function loadConfig() {
  if (existsSync('.env')) process.loadEnvFile('.env')
  return readConfig(process.env)
}

async function serve() {
  const config = loadConfig()
  const log = createLogger(config.LOG_LEVEL)
  const { startApp } = await import('./app.ts')
  const app = await startApp({ config, log })
  if (app.platforms.some(({ name }) => name === 'playground')) print(`Playground: ${app.url}/playground/`)
  log.info({ platforms: app.platforms.map(({ name }) => name), url: app.url }, 'started')
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
  await app.stop()
  log.info({}, 'stopped')
}

const terminal: Terminal = {
  print,
  now: () => new Date(),
  lines: () => createInterface({ input: process.stdin, crlfDelay: Infinity }),
  defaults: () => {
    const config = loadConfig()
    return { locale: config.DEFAULT_LOCALE, timeZone: config.DEFAULT_TIME_ZONE }
  },
  withDatabase: async (work) => {
    const { openDatabase } = await import('#prisma/database.ts')
    const db = await openDatabase(loadConfig().DATABASE_URL)
    try {
      return await work(db)
    } finally {
      await db.$disconnect()
    }
  },
  serve,
}

try {
  process.exitCode = await runProgram(process.argv.slice(2), terminal, complain)
} catch (error) {
  if (error instanceof ConfigError) complain(`settings: ${error.message.replaceAll('\n', '\nsettings: ')}`)
  else complain(error instanceof Error ? (error.stack ?? error.message) : String(error))
  process.exitCode = error instanceof ConfigError ? 2 : 1
}
