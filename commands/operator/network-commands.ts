import { InvalidArgumentError, type Command } from 'commander'
import type { Terminal } from './terminal.ts'

/** `tdkt doctor`; `found` is told the exit code. */
export function addDoctor(program: Command, terminal: Terminal, found: (code: number) => void) {
  program
    .command('doctor')
    .description(
      'looks at settings, database, networks, web server, clock and jobs, and says what to do; exit code 1 where something is wrong',
    )
    .option('--json', 'as JSON: [ { about, state: "well" | "note" | "fault", what, advice } ]')
    .action(async (options: { json?: true }) => {
      const { examine, formatExamined } = await import('./doctor.ts')
      const examined = await examine(terminal)
      if (options.json) terminal.print(JSON.stringify(examined, undefined, 2))
      else for (const one of examined) terminal.print(formatExamined(one))
      if (examined.some(({ state }) => state === 'fault')) found(1)
    })
}

/** `tdkt zalo authorize`; `found` is told the exit code. */
export function addZalo(program: Command, { authorizeZalo }: Terminal, found: (code: number) => void) {
  program
    .command('zalo')
    .description('Zalo Official Account')
    .command('authorize')
    .description(
      'prints the link with which an administrator of the Official Account authorizes the bot; exit code 1 where that fails',
    )
    .option('--bot <number>', 'which of several Official Accounts: the number in its settings', readNumber, 1)
    .option('--callback <address>', 'where the browser was led to, if that page did not open')
    .action(async ({ bot, callback }: { bot: number; callback?: string }) => {
      if (!(await authorizeZalo({ bot, callback }))) found(1)
    })
}

function readNumber(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError('a number such as 2 is needed.')
  return Number(text)
}
