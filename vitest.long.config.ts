import { defineConfig } from 'vitest/config'

/** What takes minutes: `npm run test:long`, one file after the other, since each keeps the machine busy. */
export default defineConfig({ test: { include: ['test/**/*.long.ts'], hookTimeout: 60_000, fileParallelism: false } })
