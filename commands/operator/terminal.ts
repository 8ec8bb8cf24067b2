import type { Locale } from '#domain/messages.ts'
import type { Database } from '#prisma/database.ts'
import type { Probed } from './doctor.ts'
import type { Settings } from './doctor-settings.ts'

/** What the terminal commands need from the process. Rooms that are slow to load are loaded by the command that needs them. */
export interface Terminal {
  print: (line: string) => void
  now: () => Date
  lines: () => AsyncIterable<string>
  withDatabase: <T>(work: (db: Database) => Promise<T>) => Promise<T>
  defaults: () => { locale: Locale; timeZone: string }
  /** Runs the bot until it is told to end; `only`: one part of it, beside other processes. */
  serve: (only?: 'web' | 'work') => Promise<void>
  /** The settings; throws an Error whose lines say what is wrong with them. */
  settings: () => Settings
  /** Asks each network that is set up who we are there and what we may do. Sends and changes nothing. */
  probe: () => Promise<Probed[]>
  /**
   * Prints the link with which an administrator of the Official Account of this number authorizes the bot and waits for it to be used; with a `callback`, the address
   * to which the browser was led, ends what was begun. Resolves with whether it worked; why not is printed.
   */
  authorizeZalo: (given: { bot: number; callback: string | undefined }) => Promise<boolean>
}
