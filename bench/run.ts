import { writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { benchAnnounce } from './announce.ts'
import { benchAsk } from './ask.ts'
import { benchMorning } from './morning.ts'
import { benchRead } from './read.ts'

const SIZES = [1, 100, 3000]

const results = await benchAsk(SIZES)
const morning = await benchMorning(3000, 10_000)
const announced = await benchAnnounce(1000)
const readings = await benchRead([20, 200, 1000])
const smallest = results[0]!.times.median
const ms = (value: number) => value.toFixed(1)
const rows = results.map(
  ({ councils, times }) =>
    `| ${councils} | ${ms(times.median)} | ${ms(times.p95)} | ${ms(times.max)} | ${(times.median / smallest).toFixed(2)} |`,
)
const readRows = readings.map(
  ({ what, library, reader }) => `| ${what} | ${ms(library)} | ${ms(reader)} | ${(reader / library).toFixed(2)} |`,
)
const page = `# Benchmarks

Made by \`npm run bench\` on Node ${process.versions.node}, ${availableParallelism()} cores. Milliseconds hold for the machine they were measured on; the ratios for any.

## Asking what is due

The bot's own time for \`/viec\` in a linked group: from the update handed in (journaled, answered in one transaction, its answer in the outbox) to the
message handed to the network. Every council has a plan of 60 tasks and eight units; 200 questions in a row, each in another council's group, one database.

| councils | median ms | 95 % ms | longest ms | median against one council |
| ---: | ---: | ---: | ---: | ---: |
${rows.join('\n')}

## A morning

3,000 councils of 60 tasks each with 10,000 groups, on a Monday on which each group is told something; the whole bot in a process of its own, in front of
a network that takes 30 messages a second. It is started as \`npm start\` does: the flags there let Node collect earlier and keep fewer threads, none limits what it may
use. A tick is one run of the job that reminds, once a minute. While the morning is prepared a question is asked again and again: the longest time that
one had to wait.

| what | how much |
| --- | ---: |
| tick before the hour | ${ms(morning.before * 1000)} ms |
| tick when everything is said | ${ms(morning.after * 1000)} ms |
| ${morning.messages} messages put into the outbox | ${morning.morning.toFixed(1)} s |
| longest wait of a question meanwhile | ${ms(morning.longestWait * 1000)} ms |
| memory of the process at its largest | ${morning.peakMegabytes.toFixed(0)} MB |

## An announcement

One announcement to 1,000 groups of a council, in front of a network that takes 30 messages a second, 10 ms each, and refuses what comes sooner. Meanwhile
other councils ask for \`/viec\`, one about every half second: the time from the question to the answer in the network's hands.

| what | how much |
| --- | ---: |
| ${announced.messages} messages, answers included | ${announced.seconds.toFixed(1)} s |
| the same, as the limits allow at best | ${announced.atBest.toFixed(1)} s |
| ratio | ${(announced.seconds / announced.atBest).toFixed(3)} |
| messages that the network had to refuse | ${announced.refused} |
| an answer meanwhile, median | ${ms(announced.answers.median)} ms |
| an answer meanwhile, 95 % | ${ms(announced.answers.p95)} ms |

## Reading a plan

A plan with one table of tasks, from the file to the draft with its deadlines, beside the library that only gives the file's text (mammoth, unpdf), in turn in one
process; medians of nine. 1,000 rows are about 100 pages.

| document | library alone, ms | to the draft, ms | ratio |
| --- | ---: | ---: | ---: |
${readRows.join('\n')}
`
writeFileSync(new URL('../docs/benchmarks.md', import.meta.url), page)
console.log(page)
