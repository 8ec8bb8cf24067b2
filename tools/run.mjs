// Runs the program as it is built, after building it anew where its sources have changed.
import { buildWhereStale } from './build.mjs'

await buildWhereStale()
await import('../dist/main.js')
