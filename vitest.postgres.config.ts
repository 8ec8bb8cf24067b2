import { mergeConfig } from 'vitest/config'
import ordinary from './vitest.config.ts'

/** The whole suite on PostgreSQL instead of SQLite: `npm run test:postgres`. The server is started and stopped for it. */
export default mergeConfig(ordinary, {
  // The server needs a core, too.
  test: { globalSetup: ['test/support/postgres-server.ts'], maxWorkers: 1 },
})
