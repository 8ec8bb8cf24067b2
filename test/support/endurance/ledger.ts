import Sqlite from 'better-sqlite3'

/** What a network did with one message that it was handed. `lost`: it is there, but the bot never learnt it; `cut`: it is not there, nor does the bot know. */
export type Fate = 'taken' | 'lost' | 'cut' | 'refused' | 'later'

/** A message that was handed to a network. */
export interface Handed {
  bot: string
  chat: string
  key: string
  row: number
  kind: string
  fate: Fate
  /** A change of a message that stands there, or its deletion. */
  change: boolean
  text: string
  messageId: string
  at: number
}

/** Something that a person said or pressed. */
export interface Asked {
  update: string
  bot: string
  chat: string
  at: number
  /** Whether the bot may keep silent. */
  silent: boolean
  said: string
}

const TABLES = `
  CREATE TABLE handed (id INTEGER PRIMARY KEY, bot TEXT, chat TEXT, key TEXT, row INTEGER, kind TEXT, fate TEXT, change INTEGER,
    text TEXT, messageId TEXT, at INTEGER, answers INTEGER);
  CREATE INDEX handed_answers ON handed (answers);
  CREATE INDEX handed_row ON handed (row);
  CREATE INDEX handed_key ON handed (key);
  CREATE INDEX handed_chat ON handed (chat, at);
  CREATE TABLE asked (mark TEXT PRIMARY KEY, bot TEXT, chat TEXT, at INTEGER, inbox INTEGER, silent INTEGER, said TEXT);
  CREATE INDEX asked_new ON asked (inbox) WHERE inbox IS NULL;
  CREATE TABLE rows (id INTEGER PRIMARY KEY, key TEXT, kind TEXT, platform TEXT, bot INTEGER, state TEXT, reason TEXT, createdAt INTEGER,
    finishedAt INTEGER, reported INTEGER, chat TEXT, attempts INTEGER);
  CREATE TABLE doubts (row INTEGER PRIMARY KEY);
  CREATE INDEX rows_key ON rows (key);`

/** Rows that could be sent now, besides those of the bots that are left alone. As the sender of the product chooses them. */
const OPEN = `
  SELECT COUNT(*) FROM app.Outbox o WHERE o.finishedAt IS NULL AND o.platform || ':' || o.bot NOT IN (SELECT value FROM json_each(?))
    AND (o.state = 'sending' OR (o.state = 'waiting' AND o.notBefore <= ?
      AND NOT EXISTS (SELECT 1 FROM app.Outbox e WHERE e.chatId = o.chatId AND e.finishedAt IS NULL AND e.id < o.id AND e.state = 'waiting'
        AND e.priority <= o.priority AND e.notBefore > ? AND e.attempts > 0)))`

const KEEP = `
  INSERT OR REPLACE INTO rows SELECT o.id, o.dedupeKey, o.kind, o.platform, o.bot, o.state, o.reason, ${asMs('o.createdAt')},
    ${asMs('o.finishedAt')}, o.reported, c.externalId, o.attempts
  FROM app.Outbox o JOIN app.Chat c ON c.id = o.chatId`

/** Instants are text in the product's database. */
function asMs(column: string): string {
  return `CAST(ROUND((julianday(${column}) - 2440587.5) * 86400000.0) AS INTEGER)`
}

/**
 * What really happened, kept beside the product's database, in a file of its own so that the judge's memory does not grow with the year. It reads the
 * product's tables and never writes them.
 */
export class Ledger {
  readonly db: Sqlite.Database
  readonly #hand
  readonly #sending
  readonly #open
  readonly #inbox
  readonly #replies

  constructor(file: string, appFile: string) {
    this.db = new Sqlite(file)
    this.db.pragma('synchronous = OFF')
    this.db.exec(TABLES)
    this.db.prepare('ATTACH ? AS app').run(appFile)
    this.#hand = this.db.prepare(
      'INSERT INTO handed (bot, chat, key, row, kind, fate, change, text, messageId, at, answers) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    )
    this.#sending = this.db.prepare<[string, number, string], { id: number; key: string; attempts: number }>(
      `SELECT o.id, o.dedupeKey AS key, o.attempts FROM app.Outbox o JOIN app.Chat c ON c.id = o.chatId
       WHERE o.state = 'sending' AND o.platform = ? AND o.bot = ? AND c.externalId = ?`,
    )
    this.#inbox = this.db.prepare<[string, number, string], { id: number; doneAt: string | null }>(
      'SELECT id, doneAt FROM app.Inbox WHERE platform = ? AND bot = ? AND externalId = ?',
    )
    this.#replies = this.db.prepare<[string, string, string], { key: string; open: number }>(
      `SELECT dedupeKey AS key, finishedAt IS NULL AS open FROM app.Outbox
       WHERE (dedupeKey >= ? AND dedupeKey < ?) OR (dedupeKey >= 'round-note:' AND dedupeKey < 'round-note;' AND dedupeKey LIKE ?)`,
    )
    this.#open = this.db.prepare<[string, string, string], number>(OPEN).pluck()
  }

  hand({ bot, chat, key, row, kind, fate, change, text, messageId, at }: Handed) {
    this.#hand.run(bot, chat, key, row, kind, fate, change ? 1 : 0, text, messageId, at, answeredBy(key))
  }

  /** Which row of the outbox a message is: a chat has one in the sender's hands at a time. */
  sending(platform: string, bot: number, chat: string) {
    return this.#sending.get(platform, bot, chat)
  }

  ask({ update, bot, chat, at, silent, said }: Asked) {
    this.db
      .prepare('INSERT OR IGNORE INTO asked (mark, bot, chat, at, silent, said) VALUES (?, ?, ?, ?, ?, ?)')
      .run(update, bot, chat, at, silent ? 1 : 0, said)
  }

  /** How many messages and updates are still to be dealt with at this instant; bots (`telegram:1`) that are out are not waited for. */
  open(now: Date, leftAlone: string[]): number {
    const at = instant(now)
    const inbox = this.db.prepare('SELECT COUNT(*) FROM app.Inbox WHERE doneAt IS NULL').pluck().get() as number
    return inbox + this.#open.get(JSON.stringify(leftAlone), at, at)!
  }

  /** The next instant at which something that waits may be sent; undefined where nothing waits. */
  nextDue(now: Date): number | undefined {
    const next = this.db
      .prepare("SELECT MIN(notBefore) FROM app.Outbox WHERE finishedAt IS NULL AND state = 'waiting' AND notBefore > ?")
      .pluck()
      .get(instant(now)) as string | null
    return next === null ? undefined : Date.parse(next.includes('T') ? next : `${next.replace(' ', 'T')}Z`)
  }

  /** The row of the inbox that an update became (`telegram:1:u7`), and whether it is dealt with. */
  inboxOf(mark: string): { id: number; done: boolean } | undefined {
    const [platform, bot, externalId] = mark.split(':') as [string, string, string]
    const row = this.#inbox.get(platform, Number(bot), externalId)
    return row && { id: row.id, done: row.doneAt !== null }
  }

  /** What was said in answer to an update, and whether it is still on its way. */
  repliesTo(inbox: number): { key: string; open: boolean }[] {
    return this.#replies
      .all(`reply:${inbox}:`, `reply:${inbox};`, `%:reply-%:${inbox}`)
      .map(({ key, open }) => ({ key, open: open === 1 }))
  }

  /** A sender dies: nobody knows what became of the messages in its hands, those among them that it had not handed over yet. */
  keepDoubts() {
    this.db.exec("INSERT OR IGNORE INTO doubts SELECT id FROM app.Outbox WHERE state = 'sending'")
  }

  /** Copies what the product knows of its messages, before it tidies them away. */
  keepRows() {
    this.db.exec(KEEP)
    this.db.exec(
      `UPDATE asked SET inbox = (SELECT i.id FROM app.Inbox i WHERE i.platform || ':' || i.bot || ':' || i.externalId = asked.mark) WHERE inbox IS NULL`,
    )
  }

  close() {
    this.db.close()
  }
}

/** An instant as the product's database holds it. */
export function instant(date: Date): string {
  return date.toISOString().replace('Z', '+00:00')
}

/** The row of the inbox that a message answers, by its key; null where it answers none. */
function answeredBy(key: string): number | null {
  const found = /^reply:(\d+):/.exec(key) ?? /^round-note:[^:]+:reply-\d+:(\d+)/.exec(key)
  return found ? Number(found[1]) : null
}
