import { fileURLToPath } from 'node:url'

/** What is told of an error. */
interface Told {
  type: string
  /** Such as `P2002` or `ECONNREFUSED`. */
  code?: string
  message?: string
  /** Where it came from, without the message. */
  at?: string[]
  cause?: Told
}

/** A phone number, an account or the like, however it is spaced. */
const LONG_NUMBER = /(?:\d[ .-]?){8,}\d/g
const HERE = fileURLToPath(new URL('.', import.meta.url))
const FOREIGN = /node_modules|[/\\]generated(-postgres)?[/\\]/
/** As many frames as find the place. */
const FRAMES = 8

/**
 * An error for the log. Those of other libraries carry what they were given: addresses with tokens, headers, arguments of a query, pieces of a text. So
 * nothing of their own is told but what kind they are, their code and where they came from; the message only of errors that were made in the program itself.
 */
export function tellError(error: unknown): Told {
  if (!(error instanceof Error)) return { type: typeof error }
  const { name, message, stack = '', cause } = error
  const frames = framesOf(stack)
  const code = codeOf(error)
  return {
    type: name,
    ...(code !== undefined && { code }),
    ...(isOwn(error, frames) && { message: message.replace(LONG_NUMBER, '…') }),
    ...(frames.length > 0 && { at: frames.filter(isTelling).slice(0, FRAMES) }),
    ...(cause instanceof Error && { cause: tellError(cause) }),
  }
}

/** An error's own code, and the one of the database where that is under it. */
function codeOf(error: Error & { code?: unknown; meta?: Adapted }): string | undefined {
  const { originalCode } = error.meta?.driverAdapterError?.cause ?? (error.cause as Under | undefined) ?? {}
  const isCode = (code: unknown) => typeof code === 'number' || (typeof code === 'string' && /^[\w-]{1,40}$/.test(code))
  const codes = [error.code, originalCode].filter(isCode)
  return codes.length > 0 ? codes.join(' ') : undefined
}

interface Under {
  originalCode?: unknown
}
interface Adapted {
  driverAdapterError?: { cause?: Under }
}

/** Where it was thrown, and the program's own way there. */
const isTelling = (frame: string, index: number) => index < 2 || (frame.includes(HERE) && !FOREIGN.test(frame))

function framesOf(stack: string): string[] {
  const lines = stack.split('\n').map((line) => line.trim())
  return lines
    .filter((line) => /^at .*:\d+:\d+\)?$|^at .*\(<anonymous>\)$/.test(line))
    .map((line) => line.slice('at '.length))
}

/** Errors of what is not JavaScript have no frame of their own. */
const NATIVE = ['SyntaxError', 'SqliteError']
const isOwn = ({ name }: Error, [first = '']: string[]) =>
  !NATIVE.includes(name) && first.includes(HERE) && !FOREIGN.test(first)
