import Database from 'better-sqlite3'

/** Why there is no backup, or why it was not put back, in a line for the operator. Everything is as it was. */
export class BackupRefused extends Error {
  override name = 'BackupRefused'
}

/** Does something with files. Where the system or SQLite refuses, that is told in a line behind `what`, as BackupRefused. */
export async function orRefusedAs<T>(what: string, work: () => Promise<T> | T): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!isOfTheSystem(error)) throw error
    throw new BackupRefused(`${what}: ${reasonOf(error)}`, { cause: error })
  }
}

function isOfTheSystem(error: unknown): error is Error & { code: string } {
  return error instanceof Database.SqliteError || (error instanceof Error && 'syscall' in error)
}

const reasonOf = ({ code, message }: Error & { code: string }): string =>
  code === 'ENOSPC' ? 'the disk is full' : code.startsWith('E') ? code : message
