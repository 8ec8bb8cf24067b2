import { may } from '#domain/access.ts'
import type { Inbound, Reply } from '#domain/messages.ts'
import { TRAITS } from '#domain/platforms.ts'
import { UserError } from '#domain/user-error.ts'
import { saidHere, takeChoice } from '#prisma/prompts.ts'
import { openQuestion, takeQuestion } from '#prisma/questions.ts'
import { bareNumber, byNumber } from './by-number.ts'
import { chooseCouncil } from './choose-council.ts'
import type { Command, Context, SentFile } from './command.ts'
import { withCouncil } from './no-council.ts'
import { hearsAll, overheardLine } from './overheard.ts'

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
  if (event.kind === 'choice') return routeChoice(commands, context, event)
  if (event.edited) return correct(commands, context, event)
  const under = await botMessage(context, event)
  const heard = event.addressed === 'overheard'
  const overheard = heard && !under
  // Who replies to another person speaks to that one.
  if (overheard && event.repliesTo !== undefined) return []
  const answer = await byNumber(context, { text: event.text, overheard, under })
  if (answer && 'replies' in answer) return answer.replies
  if (answer) return runLine(commands, asTaken(context), answer.line)
  if (!overheard) return routeAddressed(commands, context, heard ? { ...event, addressed: 'reply' } : event)
  const line = await overheardLine(context, event.text)
  return line === undefined ? [] : runLine(commands, context, line)
}

/** The bot's message that is replied to. Where there are buttons nobody has to look: the network tells what is addressed to the bot. */
async function botMessage({ db, chat }: Context, { repliesTo }: Text) {
  if (TRAITS[chat.platform].buttons || repliesTo === undefined) return undefined
  return saidHere(db, chat.id, repliesTo)
}

async function routeChoice(commands: readonly Command[], context: Context, event: Taken): Promise<Reply[]> {
  const { db, chat, person, now } = context
  const of = { chatId: chat.id, personId: person.id }
  await takeQuestion(db, of, now)
  const line = await takeChoice(db, { ...of, promptId: event.prompt, index: event.index }, now)
  return line === undefined ? [] : runLine(commands, context, line)
}

async function routeAddressed(commands: readonly Command[], context: Context, event: Text): Promise<Reply[]> {
  const { db, chat, person, now } = context
  const question = await takeQuestion(db, { chatId: chat.id, personId: person.id }, now)
  const commanded = event.text.startsWith('/')
  const line = commanded ? event.text : question
  const asContent = line !== undefined && takesContent(line)
  if (event.text.length > LONGEST_TEXT && !asContent) throw new UserError('text-too-long')
  if (commanded) return runTyped(commands, context, event)
  if (question !== undefined) return runLine(commands, context, `${question} ${event.text}`)
  return understand(commands, context, event)
}

/** A number says no more than a press: it is no message that a command takes up. */
function asTaken(context: Context): Context {
  return Object.assign(context, { message: undefined, replyTo: undefined })
}

/**
 * Runs what a file is for: the open question that takes files, or else, of a picture with words under it, these words. Returns undefined where it
 * is for neither. Files of a group in which the bot hears everything are not for the bot.
 */
export async function routeFile(
  commands: readonly Command[],
  context: Context,
  file: SentFile,
): Promise<Reply[] | undefined> {
  const { db, chat, person, now } = context
  const { messageId, caption = '' } = file
  const overheard = hearsAll(chat)
  const of = { chatId: chat.id, personId: person.id }
  const question = overheard ? undefined : await openQuestion(db, of, now)
  if (question !== undefined && takesContent(question)) {
    await takeQuestion(db, of, now)
    return runLine(commands, context, `${question} ${caption}`)
  }
  if (!isWords(file)) return overheard ? [] : undefined
  const addressed = overheard ? 'overheard' : 'private'
  return routeWords(commands, context, { kind: 'text', messageId, text: caption, addressed })
}

/** Whether behind a line may stand files, and texts as long as a message can be: what is to be announced. */
export function takesContent(line: string): boolean {
  return ['thongbao', 'announce'].includes(parseLine(line).name)
}

/** A picture with words under it is asked like the words alone. */
export function isWords({ picture = false, caption = '' }: SentFile): boolean {
  return picture && caption !== ''
}

type Words = Extract<Inbound['event'], { kind: 'text' | 'choice' }>
type Text = Extract<Words, { kind: 'text' }>
type Taken = Extract<Words, { kind: 'choice' }>

/** Runs a command line that the bot itself wrote; behind a council's choice stands the line that had asked which one. */
async function runLine(commands: readonly Command[], context: Context, line: string): Promise<Reply[]> {
  const chosen = /^\/hoidong (\S+) (\/[^]+)$/.exec(line)
  const { name, text } = parseLine(chosen?.[2] ?? line)
  const command = commands.find((candidate) => candidate.name === name)
  if (!command) throw new Error(`A choice names no command: ${name}`)
  // What stood under a message of one council must not happen in another one.
  if (chosen && !command.anyCouncil && (await chooseCouncil(context, chosen[1]!)) === undefined)
    throw new UserError(context.memberships.length > 0 ? 'not-allowed' : 'not-linked-person')
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

/** A changed message is a correction of what it led to, or nothing. */
async function correct(commands: readonly Command[], context: Context, event: Text): Promise<Reply[]> {
  if (event.text.length > LONGEST_TEXT) return []
  for (const command of commands) {
    const text = await command.corrects?.(event.text, context)
    if (text !== undefined) return runCommand(command, context, text)
  }
  return []
}

async function understand(commands: readonly Command[], context: Context, event: Text): Promise<Reply[]> {
  for (const command of commands) {
    const text = await command.understands?.(event.text, context)
    if (text !== undefined) return runCommand(command, context, text)
  }
  // "Cảm ơn" under the bot's message is not a question.
  if (event.addressed === 'reply' && context.chat.kind === 'group') return []
  const isNumber = !TRAITS[context.chat.platform].buttons && bareNumber(event.text, { politely: true }) !== undefined
  throw new UserError(isNumber ? 'number-none' : 'not-understood')
}

function parseLine(line: string): CommandLine {
  const found = /^\/([^\s@]*)(?:@\S*)?\s*([\s\S]*)$/.exec(line)
  return { name: (found?.[1] ?? '').toLowerCase(), text: (found?.[2] ?? '').trim() }
}

async function runCommand(command: Command, context: Context, text: string): Promise<Reply[]> {
  const args = command.args.parse(text)
  if (command.about === 'person') {
    assertMay(command, context)
    return command.run(context, args)
  }
  const known = withCouncil(context, `/${command.name} ${text}`.trim())
  assertMay(command, context)
  return command.run(known, args)
}

function assertMay(command: Command, { roles, chat, council }: Context) {
  const inCouncilGroup = chat.kind === 'group' && council !== undefined
  if (!may(command.act, roles, inCouncilGroup)) throw new UserError(command.refusal ?? 'not-allowed')
}
