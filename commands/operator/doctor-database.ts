import type { DatabaseFile } from '#prisma/database-file.ts'
import { fault, note, well, type Finding } from '#domain/finding.ts'

const MEGABYTE = 1_048_576
/** Less than this ends the bot soon; less than that is worth knowing. */
const LEAST_MB = 100
const SCARCE_MB = 1024
/** A server is backed up by the version that it was used by last. */
const BACK_UP =
  'back it up (npm run --silent tdkt -- backup FILE; PostgreSQL with the version of before), then start the bot'

/** How the database's file stands. */
export function databaseFindings(file: DatabaseFile): Finding[] {
  return [...fileFindings(file), ...diskFindings(file)]
}

/** Whether it is there as this version wants it. */
export function isUsable({ bytes, fault: why, missing, unknown }: DatabaseFile): boolean {
  return bytes !== undefined && why === undefined && missing.length === 0 && unknown.length === 0
}

function fileFindings({ path, bytes, missing, unknown, fault: why }: DatabaseFile): Finding[] {
  if (bytes === undefined) return [note(`there is no database at ${path} yet`, 'it is made by itself')]
  if (why !== undefined) return [fault(`${path} cannot be used: ${why}`, adviceFor(why))]
  if (unknown.length > 0)
    return [fault(`${path} was used by a later version of the program`, 'run that version, or a newer one')]
  if (missing.length > 0) return [note(`${path} lacks ${missing.length} changes of this version`, BACK_UP)]
  return [well(`${path} opens, is sound and can be written (${inMegabytes(bytes)})`)]
}

function adviceFor(why: string): string {
  if (/readonly|unable to open|EACCES|permission denied/i.test(why))
    return 'give the user of the bot the right to write there'
  if (/^E[A-Z_]+$|timeout|authentication|pg_hba|does not exist|connection|starting up|shutting down/.test(why))
    return 'start the server, and look at DATABASE_URL'
  if (/locked|busy/i.test(why)) return 'end the other program that holds it'
  return 'stop the bot and put the last backup in its place: npm run --silent tdkt -- restore FILE'
}

function diskFindings({ free }: DatabaseFile): Finding[] {
  if (free === undefined || free >= SCARCE_MB * MEGABYTE) return []
  const what = `${inMegabytes(free)} free on its disk`
  return [free < LEAST_MB * MEGABYTE ? fault(what, 'make room') : note(what, 'make room soon')]
}

const inMegabytes = (bytes: number) => `${(bytes / MEGABYTE).toFixed(bytes < 10 * MEGABYTE ? 1 : 0)} MB`
