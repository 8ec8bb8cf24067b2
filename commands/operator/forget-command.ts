import type { Command } from 'commander'
import type { Terminal } from './terminal.ts'

/** `tdkt forget`. */
export function addForget(program: Command, { print, withDatabase, now }: Terminal) {
  program
    .command('forget')
    .description('remove what is kept of a person; without --yes it only shows what that is. The bot may run meanwhile')
    .requiredOption('--council <id>', 'a council that knows the person')
    .requiredOption('--person <name or id>', 'the name as the bot shows it, or the id')
    .option('--yes', 'do it')
    .option('--json', 'as JSON: { person, council, done, lastSecretary, whole, removed, nameless, phonesOf }')
    .action(async (options: { council: string; person: string; yes?: true; json?: true }) => {
      const { forget, formatForget } = await import('./forget.ts')
      const given = { council: options.council, person: options.person, yes: options.yes === true }
      const report = await withDatabase((db) => forget(db, given, now()))
      print(options.json ? JSON.stringify(report) : formatForget(report))
    })
}
