import type { Command } from 'commander'
import type { Terminal } from './terminal.ts'

/** `tdkt backup` and `tdkt restore`. */
export function addBackups(program: Command, { print, now, settings }: Terminal) {
  program
    .command('backup')
    .description('a consistent copy of all data while the bot runs, as a SQLite file; compared with what was read')
    .argument('<file>', 'where it goes; nothing may be there')
    .option('--json', 'as JSON: { file, bytes, tables: [ { table, rows, sha256 } ], rows }')
    .action(async (file: string, options: { json?: true }) => {
      const { backup, formatBackedUp } = await import('./backup.ts')
      const made = await backup({ url: settings().DATABASE_URL, file, at: now() })
      print(options.json ? JSON.stringify(made) : formatBackedUp(made))
    })
  program
    .command('restore')
    .description('puts a backup in the place of the data; stop the bot first; the data of before are kept beside it')
    .argument('<file>', 'a backup of this version or an earlier one; it stays as it is')
    .option('--json', 'as JSON: { file, kept, uncertain, announcements, tables: [ { table, rows, sha256 } ], rows }')
    .action(async (file: string, options: { json?: true }) => {
      const { restore, formatRestored } = await import('./restore.ts')
      const restored = await restore({ url: settings().DATABASE_URL, file, now: now() })
      print(options.json ? JSON.stringify(restored) : formatRestored(restored))
    })
}
