import { may } from '#domain/access.ts'
import type { Inbound, Reply } from '#domain/messages.ts'
import { UserError } from '#domain/user-error.ts'
import { takeChoice } from '#prisma/prompts.ts'
import type { Membership } from '#prisma/persons.ts'
import { chooseCouncil, councilChoices } from './choose-council.ts'
import type { Command, Context } from './command.ts'

/** What people typed is read up to here; a question is one or two lines. */
const LONGEST_TEXT = 2000

interface CommandLine {
  name: string
  text: string
}

/**
 * Finds the command that a text or a choice stands for and runs it. Returns what to answer: nothing where the words were not for the bot or
 * the choice is no longer open. Throws UserError for expected refusals.
 */
export async function routeWords(commands: readonly Command[], context: Context, event: Words): Promise<Reply[]> {
  if (event.kind === 'choice') {
    const taken = { promptId: event.prompt, index: event.index, chatId: context.chat.id, personId: context.person.id }
    const line = await takeChoice(context.db, taken, context.now)
    return line === undefined ? [] : runLine(commands, context, line)
  }
  if (event.text.length > LONGEST_TEXT) throw new UserError('text-too-long')
  if (event.text.startsWith('/')) return runTyped(commands, context, event)
  return understand(commands, context, event)
}

type Words = Extract<Inbound['event'], { kind: 'text' | 'choice' }>
type Text = Extract<Words, { kind: 'text' }>

/** Runs a command line that the bot itself wrote; behind a council's choice stands the line that had asked which one. */
async function runLine(commands: readonly Command[], context: Context, line: string): Promise<Reply[]> {
  const chosen = /^\/hoidong (\S+) (\/[^]+)$/.exec(line)
  if (chosen) await chooseCouncil(context, chosen[1]!)
  const { name, text } = parseLine(chosen?.[2] ?? line)
  const command = commands.find((candidate) => candidate.name === name)
  if (!command) throw new Error(`A choice names no command: ${name}`)
  return runCommand(command, context, text)
}

async function runTyped(commands: readonly Command[], context: Context, event: Text): Promise<Reply[]> {
  const { name, text } = parseLine(event.text)
  const command = commands.find((candidate) => candidate.name === name || candidate.aliases.includes(name))
  if (command) return runCommand(command, context, text)
  // In a group the command may be another bot's.
  if (event.addressed === 'command' && context.chat.kind === 'group') return []
  throw new UserError('unknown-command', { command: `/${name}` })
}

async function understand(commands: readonly Command[], context: Context, event: Text): Promise<Reply[]> {
  for (const command of commands) {
    const text = await command.understands?.(event.text, context)
    if (text !== undefined) return runCommand(command, context, text)
  }
  // "Cảm ơn" under the bot's message is not a question.
  if (event.addressed === 'reply' && context.chat.kind === 'group') return []
  throw new UserError('not-understood')
}

function parseLine(line: string): CommandLine {
  const found = /^\/([^\s@]*)(?:@\S*)?\s*([\s\S]*)$/.exec(line)
  return { name: (found?.[1] ?? '').toLowerCase(), text: (found?.[2] ?? '').trim() }
}

async function runCommand(command: Command, context: Context, text: string): Promise<Reply[]> {
  const args = command.args.parse(text)
  const { council, chat, memberships } = context
  if (command.about === 'person') {
    assertMay(command, context)
    return command.run(context, args)
  }
  if (!council) throw noCouncil(chat.kind, memberships, `/${command.name} ${text}`.trim())
  assertMay(command, context)
  return command.run({ ...context, council }, args)
}

function assertMay(command: Command, { roles, chat, council }: Context) {
  const inCouncilGroup = chat.kind === 'group' && council !== undefined
  if (!may(command.act, roles, inCouncilGroup)) throw new UserError('not-allowed')
}

function noCouncil(kind: 'private' | 'group', memberships: Membership[], line: string): UserError {
  if (kind === 'group') return new UserError('not-linked-group')
  if (memberships.length === 0) return new UserError('not-linked-person')
  return new UserError('choose-council', {}, councilChoices(memberships, line))
}
