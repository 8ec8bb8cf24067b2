import type { Command } from 'commander'
import type { Terminal } from './terminal.ts'

/** `tdkt copy`. */
export function addCopy(program: Command, { print, now }: Terminal) {
  program
    .command('copy')
    .description(
      'copies all data to an empty database, of the same or the other kind, and compares; stop the bot first',
    )
    .requiredOption('--from <url>', 'the database that is read, as in DATABASE_URL; its rows are not changed')
    .requiredOption('--to <url>', 'the database that is filled; it must be empty, and a database of its own')
    .option('--json', 'as JSON: { tables: [ { table, rows, sha256 } ], rows }')
    .action(async (options: { from: string; to: string; json?: true }) => {
      const { copy, formatCopied } = await import('./copy.ts')
      const copied = await copy(options, now())
      print(options.json ? JSON.stringify(copied) : formatCopied(copied))
    })
}
