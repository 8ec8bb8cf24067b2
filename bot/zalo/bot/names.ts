import type { BotRef } from '#domain/platforms.ts'
import type { Database } from '#prisma/database.ts'
import { factOf, keepFact } from '#prisma/facts.ts'
import type { Log } from '../../log.ts'
import { readMention, shownName, type Mentioned } from './mention.ts'

interface NamesOptions {
  /** From the settings. */
  configured: string | undefined
  /** The bot's number: another bot has another name. */
  botId: string
  ref: BotRef
  db: Database
  log: Log
}

/** The name under which people mention the bot: of the settings, as the network tells it, or learnt from what people write. */
export interface Names {
  /** Brings back what was learnt before. */
  load(): Promise<void>
  /** The network has told the name. */
  told(name: string): void
  /** The name that is known by now. */
  known(): string | undefined
  /** Takes the mention out of a text of a group, and learns from it. */
  read(text: string): Promise<Mentioned>
}

/** The names of one bot; what is learnt is kept in the database. */
export function createNames({ configured, botId, ref, db, log }: NamesOptions): Names {
  const key = `name:${botId}`
  const certain = new Set<string>()
  const add = (name: string) => {
    const bare = name.trim().replace(/^@/, '')
    if (bare !== '') certain.add(bare)
  }
  if (configured !== undefined) add(configured)
  let learnt: string | undefined

  /** Words between the name and a command may have been taken for a part of it: the shorter of two is the name. */
  async function learn(text: string) {
    const shown = certain.size === 0 ? shownName(text) : undefined
    if (shown === undefined || (learnt !== undefined && `${shown} `.startsWith(`${learnt} `))) return
    learnt = shown
    try {
      await keepFact(db, ref, key, shown)
      log.info({}, "The bot's name was learnt from a mention")
    } catch (error) {
      log.warn({ err: error }, "The bot's name cannot be kept: it will be learnt again")
    }
  }

  return {
    async load() {
      learnt ??= await factOf(db, ref, key)
    },
    told: add,
    known: () => [...certain][0] ?? learnt,
    async read(text) {
      await learn(text)
      return readMention(text, certain.size > 0 || learnt === undefined ? [...certain] : [learnt])
    },
  }
}
