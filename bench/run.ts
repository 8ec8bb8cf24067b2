import { writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { benchAnnounce } from './announce.ts'
import { TELEGRAM_BOTS } from './country/country.ts'
import { benchGrowing } from './growing/growing.ts'
import { CLAIMED_AT_A_TIME, MESSAGES } from './growing/claims.ts'
import { growingTable } from './growing/table.ts'
import { benchRead } from './read.ts'

const { sqlite, postgres } = await benchGrowing()
const announced = await benchAnnounce(1000)
const readings = await benchRead([20, 200, 1000])
const ms = (value: number) => value.toFixed(1)
const left = typeof postgres === 'string' ? `\n${postgres}\n` : ''
const growing = growingTable(sqlite, typeof postgres === 'string' ? undefined : postgres)
const readRows = readings.map(
  ({ what, library, reader }) => `| ${what} | ${ms(library)} | ${ms(reader)} | ${(reader / library).toFixed(2)} |`,
)
const page = `# Benchmarks

Made by \`npm run bench\` on Node ${process.versions.node}, ${availableParallelism()} cores. Milliseconds hold for the machine they were measured on; the ratios for any.

## Growing

A country to practise on, as \`npm run country\` makes it: councils with plans of about 50 tasks, 8 to 15 units, their people and their groups, most of them on one of
${TELEGRAM_BOTS} Telegram bots, the others on Zalo. [scaling.md](scaling.md) tells what follows for whoever hosts them.

A question is \`/viec\`: the bot's own time from the update handed in (journaled, answered in one transaction, its answer in the outbox) to the message handed to a
network that takes no time; one process. A worker is a process that claims ${CLAIMED_AT_A_TIME} messages of a bot at a time and records each as sent, without a network, until ${MESSAGES.toLocaleString('en')} are gone or
5 s are over. The morning is one run of the job that reminds, at the hour, in a process started as \`npm start\` does: the flags there let Node collect earlier and keep
fewer threads, none limits what it may use. Meanwhile a small question is put to the database again and again: the longest time that one had to wait. A tick is a run
of the job, once a minute. PostgreSQL runs on the same machine and does not wait for the disk (fsync off), as SQLite does not in its write-ahead log.

${growing}
${left}
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
