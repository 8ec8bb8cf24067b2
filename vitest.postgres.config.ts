import { mergeConfig } from 'vitest/config'
import ordinary from './vitest.config.ts'

/** The whole suite on PostgreSQL instead of SQLite: `npm run test:postgres`. The server is started and stopped for it. */
export default mergeConfig(ordinary, { test: { globalSetup: ['test/support/postgres-server.ts'] } })
