// A process of its own that looks after tokens: on each line it asks so many times at once and answers with the access tokens it got, or with faults.
import { createInterface } from 'node:readline'
import { sleep } from '#bot/sleep.ts'
import { createTokens } from '#bot/zalo/oa/tokens.ts'
import { openDatabase } from '#prisma/database.ts'

const [databaseUrl, oauthRoot, appId, appSecret, now] = process.argv.slice(2)
const db = await openDatabase(databaseUrl!)
const write = (fields: object, message: string) => process.stderr.write(`${message} ${JSON.stringify(fields)}\n`)
const log = { info: () => undefined, warn: write, error: write }
const clock = () => new Date(now!)
const tokens = createTokens({ db, clock, log, sleep, appId: appId!, appSecret: appSecret!, oauthRoot: oauthRoot! })
process.stdout.write('ready\n')
for await (const line of createInterface({ input: process.stdin })) {
  const [times, refused] = line.split(' ')
  const ask = () => (refused ? tokens.renew(refused) : tokens.access())
  const answers = await Promise.all(Array.from({ length: Number(times) }, () => ask().catch(String)))
  process.stdout.write(`${JSON.stringify([...new Set(answers)])}\n`)
}
await db.$disconnect()
