import { fileURLToPath } from 'node:url'
import { defineConfig } from 'prisma/config'

// Prisma's own engine is a download; the stand-in runs the same engine from its npm package. Windows cannot start a script.
if (process.platform !== 'win32') {
  process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ??= fileURLToPath(new URL('tools/schema-engine.mjs', import.meta.url))
}

const url = process.env['DATABASE_URL'] ?? 'file:./data/council.db'
const folder = url.startsWith('postgres') ? 'prisma/postgres' : 'prisma'

export default defineConfig({
  schema: `${folder}/schema.prisma`,
  migrations: { path: `${folder}/migrations` },
  datasource: { url },
})
