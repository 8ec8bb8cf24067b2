// Generates the Prisma clients, when their CLI is installed, and builds the program.
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import path from 'node:path'
import { buildWhereStale } from './build.mjs'

let home
try {
  home = path.dirname(createRequire(import.meta.url).resolve('prisma/package.json'))
} catch {
  process.exit(0)
}
// Both clients: which one is used the database's address tells at run time.
for (const schema of ['prisma/schema.prisma', 'prisma/postgres/schema.prisma']) {
  const command = [path.join(home, 'build/index.js'), 'generate', '--no-hints', '--schema', schema]
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' })
  if (status !== 0) {
    process.stderr.write(`${stdout}${stderr}`)
    process.exit(status ?? 1)
  }
}
await buildWhereStale()
