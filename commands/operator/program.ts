import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { addBackups } from './backup-command.ts'
import { addCopy } from './copy-command.ts'
import { addForget } from './forget-command.ts'
import { addDoctor, addZalo } from './network-commands.ts'
import type { Terminal } from './terminal.ts'
import { UsageError } from './usage-error.ts'

export type { Terminal } from './terminal.ts'

/** All commands of the terminal; `found` is told the exit code of those that have one of their own. */
function createProgram(terminal: Terminal, found: (code: number) => void): Command {
  const program = new Command('tdkt').description('the bot of emulation and commendation councils')
  program.exitOverride()
  program.configureOutput({ writeOut: (text) => terminal.print(text.trimEnd()), writeErr: () => undefined })
  program
    .command('serve')
    .description('run the bot; without any platform token it opens the playground')
    .addOption(
      new Option(
        '--only <part>',
        'beside other processes on the same database: the web server, or sending and jobs',
      ).choices(['web', 'work']),
    )
    .action(({ only }: { only?: 'web' | 'work' }) => terminal.serve(only))
  addPlanCommands(program, terminal)
  addCouncilCommands(program, terminal)
  addRehearsal(program, terminal)
  addDoctor(program, terminal, found)
  addZalo(program, terminal, found)
  addCopy(program, terminal)
  addBackups(program, terminal)
  addForget(program, terminal)
  return program
}

function addPlanCommands(program: Command, terminal: Terminal) {
  const { print, withDatabase, now } = terminal
  const plan = program.command('plan').description('plan documents')
  plan
    .command('read')
    .description('what the reader gets from a document; nothing is stored')
    .argument('<file>', 'a .docx, .pdf, .xlsx, .txt or .md file')
    .option('--json', 'as JSON (tdkt.plan/1)')
    .action(async (file: string, options: { json?: true }) => {
      const { readDocument } = await import('./read-document.ts')
      const { formatPlanTable } = await import('./plan-read.ts')
      const { draft } = await readDocument(file)
      print(options.json ? JSON.stringify(draft, undefined, 2) : formatPlanTable(draft))
    })
  plan
    .command('explain')
    .description('how a deadline wording is read; "-" reads lines "wording TAB year" and prints one JSON line for each')
    .argument('<wording>', 'the wording, in quotes')
    .option('--year <year>', 'the year of the plan', wholeNumber(1, 9999))
    .option('--quarter <quarter>', 'the quarter of the section', wholeNumber(1, 4))
    .option('--json', 'as JSON')
    .action(async (wording: string, options: { year?: number; quarter?: 1 | 2 | 3 | 4; json?: true }) => {
      const { explain, explainLines, formatExplanation } = await import('./plan-explain.ts')
      const year = options.year ?? now().getFullYear()
      const context = { year, ...(options.quarter ? { quarter: options.quarter } : {}) }
      if (wording === '-') return explainLines(terminal.lines(), context, print)
      const explanation = explain(wording, context)
      print(options.json ? JSON.stringify(explanation, undefined, 2) : formatExplanation(explanation))
    })
  plan
    .command('import')
    .description('store a plan as a draft, or approved; suspect deadlines stay undecided either way')
    .argument('<file>', 'a .docx, .pdf, .xlsx, .txt or .md file')
    .requiredOption('--council <id>', 'the council')
    .option('--approve', 'answer from it at once')
    .option('--json', 'as JSON')
    .action(async (file: string, options: { council: string; approve?: true; json?: true }) => {
      const { readDocument } = await import('./read-document.ts')
      const { planImport } = await import('./plan-import.ts')
      const document = await readDocument(file)
      const given = { council: options.council, document, approve: options.approve === true }
      printFacts(terminal, options.json, await withDatabase((db) => planImport(db, given, now())))
    })
}

function addCouncilCommands(program: Command, terminal: Terminal) {
  const { withDatabase, now, defaults } = terminal
  program
    .command('council')
    .description('councils')
    .command('create')
    .description('make a council; prints its id and a one-time code for its first secretariat')
    .requiredOption('--name <name>', 'the name of the council')
    .option('--json', 'as JSON')
    .action(async (options: { name: string; json?: true }) => {
      const { councilCreate } = await import('./council-create.ts')
      const given = { name: options.name, ...defaults() }
      printFacts(terminal, options.json, await withDatabase((db) => councilCreate(db, given, now())))
    })
  program
    .command('invite')
    .description('a one-time code for a role, as /moi gives it')
    .requiredOption('--council <id>', 'the council')
    .requiredOption('--role <role>', 'member, head, deputy or secretariat')
    .option('--unit <name>', 'the unit of a head or deputy; added where it is new')
    .option('--json', 'as JSON')
    .action(async (options: { council: string; role: string; unit?: string; json?: true }) => {
      const { inviteCode } = await import('./invite.ts')
      const given = { council: options.council, role: options.role, unit: options.unit }
      printFacts(terminal, options.json, await withDatabase((db) => inviteCode(db, given, now())))
    })
}

function addRehearsal(program: Command, { print, withDatabase }: Terminal) {
  program
    .command('rehearse')
    .description('every message that would be sent, per chat and day; nothing is sent or stored')
    .requiredOption('--council <id>', 'the council')
    .requiredOption('--from <date>', 'the first day, YYYY-MM-DD')
    .requiredOption('--to <date>', 'the last day, YYYY-MM-DD')
    .option('--json', 'as JSON: one item for each message and kind of what it holds')
    .action(async (options: { council: string; from: string; to: string; json?: true }) => {
      const { rehearsal, formatRehearsal } = await import('./rehearse.ts')
      const rehearsed = await withDatabase((db) => rehearsal(db, options))
      print(
        options.json
          ? JSON.stringify(
              rehearsed.flatMap(({ items }) => items),
              undefined,
              2,
            )
          : formatRehearsal(rehearsed),
      )
    })
}

function printFacts({ print }: Terminal, json: true | undefined, facts: object) {
  if (json) print(JSON.stringify(facts))
  else for (const [name, value] of Object.entries(facts)) print(`${name}: ${value}`)
}

function wholeNumber(least: number, most: number) {
  return (text: string) => {
    const value = Number(text)
    if (Number.isInteger(value) && value >= least && value <= most) return value
    throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`)
  }
}

/** Runs a command line. Returns the exit code: 0, 1 where the command says that something is wrong, or 2 for bad input, told in one line by `complain`. Faults are thrown. */
export async function runProgram(
  argv: string[],
  terminal: Terminal,
  complain: (line: string) => void,
): Promise<number> {
  let exitCode = 0
  const program = createProgram(terminal, (code) => {
    exitCode = code
  })
  try {
    await program.parseAsync(argv, { from: 'user' })
    return exitCode
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0
    if (error instanceof CommanderError)
      complain(error.code === 'commander.help' ? program.helpInformation() : error.message)
    else if (error instanceof UsageError) complain(`error: ${error.message}`)
    else throw error
    return 2
  }
}
