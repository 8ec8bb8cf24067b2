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
  serve: () => Promise<void>
  /** The settings; throws an Error whose lines say what is wrong with them. */
  settings: () => Settings
  /** Asks each network that is set up who we are there and what we may do. Sends and changes nothing. */
  probe: () => Promise<Probed[]>
  /**
   * Prints the link with which an administrator of the Official Account authorizes the bot and waits for it to be used; with a `callback`, the address
   * to which the browser was led, ends what was begun. Resolves with whether it worked; why not is printed.
   */
  authorizeZalo: (given: { callback: string | undefined }) => Promise<boolean>
}
