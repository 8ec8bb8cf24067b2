#!/usr/bin/env node
// Stands in for Prisma's schema engine binary: same command line and JSON-RPC on
// stdin/stdout, with the engine's WASM build from npm and a driver adapter underneath.
import { readFile, rm, access } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import { bindMigrationAwareSqlAdapterFactory, DriverAdapterError } from '@prisma/driver-adapter-utils'
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg'

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: {
    datamodels: { type: 'string', multiple: true },
    datasource: { type: 'string' },
    version: { type: 'boolean' },
  },
})
const url = options.datasource ? JSON.parse(options.datasource).url : ':memory:'
const file = url.replace(/^file:/, '')
const removeDatabase = async () => {
  for (const suffix of ['', '-wal', '-shm', '-journal']) await rm(file + suffix, { force: true })
}
const open = () =>
  url.startsWith('postgres')
    ? nowhere()
    : new PrismaBetterSqlite3(
        { url, timeout: 5000 },
        { shadowDatabaseUrl: ':memory:', timestampFormat: 'unixepoch-ms' },
      )

/** Migrations for PostgreSQL are written as the difference of two schema files: no server is needed. */
function nowhere() {
  const nothing = async () => ({ columnNames: [], columnTypes: [], rows: [] })
  const connect = async () => ({
    provider: 'postgres',
    adapterName: 'nowhere',
    queryRaw: nothing,
    executeRaw: async () => 0,
    executeScript: async () => undefined,
    startTransaction: async () => {
      throw new Error('PostgreSQL is migrated by the program, not by this tool')
    },
    dispose: async () => undefined,
  })
  return { provider: 'postgres', adapterName: 'nowhere', connect, connectToShadowDb: connect }
}

async function loadWasm() {
  const main = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm')
  const bytes = await readFile(path.join(path.dirname(main), 'schema_engine_bg.wasm'))
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': glue })
  glue.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
}

/** The WASM engine does not know the adapter's name for "database is locked". */
async function plainErrors(work) {
  try {
    return await work()
  } catch (error) {
    if (error?.cause?.kind !== 'SocketTimeout') throw error
    throw new DriverAdapterError({ kind: 'sqlite', extendedCode: 5, message: 'database is locked' })
  }
}

/** Adapter in front of the real one, for what the WASM engine does differently from the binary. */
class Relay {
  missingHistory = false
  constructor(db) {
    this.db = db // replaced after a reset
    this.provider = db.provider
    this.adapterName = db.adapterName
  }
  async queryRaw(query) {
    try {
      return await plainErrors(() => this.db.queryRaw(query))
    } catch (error) {
      // no migrations table yet: an empty history, and the engine creates the table when it applies
      if (error?.cause?.kind !== 'TableDoesNotExist' || !/FROM `_prisma_migrations`/.test(query.sql)) throw error
      this.missingHistory = true
      const columnNames = [
        'id',
        'checksum',
        'finished_at',
        'migration_name',
        'logs',
        'rolled_back_at',
        'started_at',
        'applied_steps_count',
      ]
      return { columnNames, columnTypes: columnNames.map(() => 7), rows: [] }
    }
  }
  async executeRaw(query) {
    if (query.args.length > 0) return plainErrors(() => this.db.executeRaw(query))
    await this.executeScript(query.sql) // better-sqlite3 prepares single statements only; scripts hold many
    return 0
  }
  executeScript(sql) {
    return plainErrors(() => this.db.executeScript(sql))
  }
  startTransaction(level) {
    return this.db.startTransaction(level)
  }
  dispose() {
    return this.db.dispose()
  }
}

let relay, engine, errors
async function start() {
  if (engine) return
  await loadWasm()
  const adapter = open()
  const factory = bindMigrationAwareSqlAdapterFactory({
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    connect: async () => (relay = new Relay(await adapter.connect())),
    connectToShadowDb: async () => new Relay(await adapter.connectToShadowDb()),
  })
  errors = factory.errorRegistry
  const datamodels = await Promise.all((options.datamodels ?? []).map(async (f) => [f, await readFile(f, 'utf8')]))
  engine = await glue.SchemaEngine.new({ datamodels: datamodels.length ? datamodels : undefined }, () => {}, factory)
}

const send = (message) => process.stdout.write(JSON.stringify({ jsonrpc: '2.0', ...message }) + '\n')

const overrides = {
  createDatabase: async () => ({ databaseName: path.basename(file) }),
  getDatabaseVersion: async () => engine.version(null),
  async diff(params) {
    const { exitCode, stdout } = await engine.diff(params)
    if (stdout) send({ id: `print-${Date.now()}`, method: 'print', params: { content: stdout.replace(/\n$/, '') } })
    return { exitCode, stdout: null }
  },
  async reset() {
    // the WASM engine empties SQLite tables where the binary starts from an empty file
    await relay.db.dispose()
    await removeDatabase()
    relay.db = await open().connect()
  },
  async diagnoseMigrationHistory(params) {
    const found = await engine.diagnoseMigrationHistory(params)
    return relay.missingHistory ? { ...found, hasMigrationsTable: false } : found
  },
  async markMigrationApplied(params) {
    await relay.executeScript(`CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
      "id" TEXT PRIMARY KEY NOT NULL, "checksum" TEXT NOT NULL, "finished_at" DATETIME, "migration_name" TEXT NOT NULL,
      "logs" TEXT, "rolled_back_at" DATETIME, "started_at" DATETIME NOT NULL DEFAULT current_timestamp,
      "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0)`)
    return engine.markMigrationApplied(params)
  },
}

async function call({ id, method, params }) {
  try {
    await start()
    const result = overrides[method] ? await overrides[method](params) : await engine[method](params)
    send({ id, result: result ?? null })
  } catch (error) {
    const external = /External error id#(\d+)/.exec(error.message)
    const cause = external && errors.consumeError(Number(external[1]))?.error
    const message = cause ? String(cause.cause?.message ?? cause.message ?? cause) : error.message
    const data = {
      is_panic: false,
      message,
      meta: error.meta ?? null,
      ...(error.code ? { error_code: error.code } : {}),
    }
    send({ id, error: { code: 4466, message: 'An error happened. Check the data field for details.', data } })
  }
}

globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (text) => process.stderr.write(`${text}\n`) }

if (options.version) {
  await loadWasm()
  process.stdout.write(`schema-engine-wasm ${glue.version()}\n`)
} else if (positionals[0] === 'cli') {
  if (positionals[1] === 'can-connect-to-database') {
    await access(file).catch(() => {
      const fields = {
        is_panic: false,
        error_code: 'P1003',
        message: `Database \`${path.basename(file)}\` does not exist`,
      }
      // the CLI drops the first line of stderr
      process.stderr.write(`\n${JSON.stringify({ level: 'ERROR', target: 'schema_engine::logger', fields })}\n`)
      process.exitCode = 1
    })
  } else if (positionals[1] === 'create-database') {
    const db = await open().connect()
    await db.executeScript('PRAGMA user_version = 0')
    await db.dispose()
  } else if (positionals[1] === 'drop-database') await removeDatabase()
} else {
  let queue = Promise.resolve()
  createInterface({ input: process.stdin, crlfDelay: Infinity })
    .on('line', (line) => {
      const message = line.trim() && JSON.parse(line)
      if (message?.method) queue = queue.then(() => call(message)) // the rest are replies to print
    })
    .on('close', () => void queue.finally(() => process.exit(process.exitCode ?? 0)))
}
