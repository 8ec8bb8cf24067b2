// A process of its own that runs a job at each instant that it is told, one a line, and answers with what the job counted.
import { createInterface } from 'node:readline'
import { createSay } from '#commands/say.ts'
import { loadTranslators } from '#locales/translate.ts'
import { openDatabase } from '#prisma/database.ts'
import { JOBS } from '#scheduler/index.ts'

const job = JOBS.find(({ name }) => name === process.argv[3])!
const db = await openDatabase(process.argv[2]!)
const say = createSay(loadTranslators())
const log = {
  error: (fields: object, message: string) => process.stderr.write(`${message} ${JSON.stringify(fields)}\n`),
}
process.stdout.write('ready\n')
for await (const instant of createInterface({ input: process.stdin })) {
  const counts = await job.run({ db, now: new Date(instant), log, say })
  process.stdout.write(`${JSON.stringify(counts)}\n`)
}
await db.$disconnect()
