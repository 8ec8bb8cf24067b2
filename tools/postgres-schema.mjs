// Writes the schema for PostgreSQL from the one for SQLite: the same models, another engine and place.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'

const from = new URL('../prisma/schema.prisma', import.meta.url)
const to = new URL('../prisma/postgres/schema.prisma', import.meta.url)

const schema = readFileSync(from, 'utf8')
  .replace('provider = "sqlite"', 'provider = "postgresql"')
  .replace('output        = "./generated"', 'output        = "../generated-postgres"')

mkdirSync(new URL('.', to), { recursive: true })
writeFileSync(to, `// Made from ../schema.prisma by tools/postgres-schema.mjs: change that one.\n\n${schema}`)
