import { applyMigrations } from '#prisma/apply-migrations.ts'
import { migratePostgres } from '#prisma/migrate-postgres.ts'

/** Brings a database to a folder's schema: `migrate-process.ts URL FOLDER`. */
const [url = '', folder = ''] = process.argv.slice(2)
if (url.startsWith('file:')) applyMigrations(url.slice('file:'.length), folder)
else await migratePostgres(url, folder)
