import { writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { benchAsk } from './ask.ts'

const SIZES = [1, 100, 3000]

const results = await benchAsk(SIZES)
const smallest = results[0]!.times.median
const ms = (value: number) => value.toFixed(1)
const rows = results.map(
  ({ councils, times }) =>
    `| ${councils} | ${ms(times.median)} | ${ms(times.p95)} | ${ms(times.max)} | ${(times.median / smallest).toFixed(2)} |`,
)
const page = `# Benchmarks

Made by \`npm run bench\` on Node ${process.versions.node}, ${availableParallelism()} cores. Milliseconds hold for the machine they were measured on; the ratios for any.

## Asking what is due

The bot's own time for \`/viec\` in a linked group: from the update handed in (journaled, answered in one transaction, its answer in the outbox) to the
message handed to the network. Every council has a plan of 60 tasks and eight units; 200 questions in a row, each in another council's group, one database.

| councils | median ms | 95 % ms | longest ms | median against one council |
| ---: | ---: | ---: | ---: | ---: |
${rows.join('\n')}
`
writeFileSync(new URL('../docs/benchmarks.md', import.meta.url), page)
console.log(page)
