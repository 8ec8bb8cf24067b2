import { botKey, type BotRef } from '#domain/platforms.ts'
import type { Database } from '#prisma/database.ts'
import { factOf } from '#prisma/facts.ts'
import { rememberBot } from '#prisma/known-bots.ts'
import type { Log } from '../../log.ts'

interface Options {
  db: Database
  ref: BotRef
  log: Log
}

/** Remembers which Official Account the tokens are of; warns where they were another one's before, whose chats are kept by the same number. */
export async function rememberAccount({ db, ref, log }: Options, facts: Parameters<typeof rememberBot>[2]) {
  const before = await factOf(db, ref, 'account')
  if (before !== undefined && facts.account !== undefined && before !== facts.account)
    log.warn({ platform: botKey(ref) }, 'The tokens are of another Official Account than before')
  await rememberBot(db, ref, facts)
}
