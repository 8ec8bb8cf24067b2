import { readCredential, readPending } from '#prisma/credentials.ts'
import { startWeb, type Web } from '../../http.ts'
import { ownWords } from '../../own-words.ts'
import type { Sleep } from '../../sleep.ts'
import { authorizeRoutes, CALLBACK } from './authorize-route.ts'
import {
  beginAuthorization,
  explain,
  finishAuthorization,
  LINK_LIFE_MS,
  type Authorized,
  type AuthorizeOptions,
} from './authorize.ts'
import { accountRef, PLATFORM } from './identity.ts'

const POLL_MS = 1_000
/** Longer than an exchange takes: the link is used, the tokens are still on their way. */
const EXCHANGE_MS = 30_000

/** After any other outcome the link is still good. */
const ENDS = new Set<Authorized['state']>(['done', 'expired', 'not-exchanged', 'other-account'])

interface TerminalOptions extends AuthorizeOptions {
  print: (line: string) => void
  sleep: Sleep
  /** Where the bot listens, or would. */
  host: string
  port: number
  /** The bot's address as seen from outside, and where on it the callback of the app is. */
  publicUrl: string
  path: string
}

/**
 * Prints the consent link and waits until the database has the tokens that come of it. Where nobody listens on the bot's address, the callback is
 * served from here meanwhile. Resolves with whether it worked; why not is printed.
 */
export async function authorizeInTerminal(options: TerminalOptions): Promise<boolean> {
  const { host, port, publicUrl, path, log } = options
  const print = inOwnWords(options)
  let ended: Authorized | undefined
  const routes = authorizeRoutes([options], (authorized) => {
    if (ENDS.has(authorized.state)) ended = authorized
  })
  const web = await startWeb({ host, port, platforms: [{ name: PLATFORM, path, routes }], log }).catch(ifTaken)
  try {
    const redirectUri = `${publicUrl}${path}${CALLBACK}`
    const link = await beginAuthorization(options, redirectUri)
    print(`Open this link as an administrator of the Official Account, within ${LINK_LIFE_MS / 60_000} minutes:`)
    print(link)
    print(`Zalo then leads the browser to ${redirectUri}, which must be registered for the app.`)
    print(
      'If that page does not open, copy its address and run: npm run --silent tdkt -- zalo authorize --callback "<address>"',
    )
    const authorized = await outcome(options, () => ended)
    print(authorized ? explain(authorized) : UNKNOWN_END)
    return authorized?.state === 'done'
  } finally {
    await web?.stop()
  }
}

/** Ends an authorization with the address that the browser was led to. Resolves with whether it worked; why not is printed. */
export async function finishInTerminal(
  options: AuthorizeOptions & Pick<TerminalOptions, 'print'>,
  address: string,
): Promise<boolean> {
  const print = inOwnWords(options)
  if (!URL.canParse(address)) {
    print('That is no address: copy all of it, from https:// on, and put it into quotes.')
    return false
  }
  const query = new URL(address).searchParams
  const given = (name: string) => query.get(name) ?? undefined
  const callback = { code: given('code'), state: given('state'), oaId: given('oa_id') }
  const authorized = await finishAuthorization(options, callback)
  print(explain(authorized))
  return authorized.state === 'done'
}

/** Prints commands with the number of the account. */
function inOwnWords({ print, bot }: Pick<TerminalOptions, 'print' | 'bot'>): TerminalOptions['print'] {
  return (line) => print(ownWords(line, accountRef(bot)))
}

const UNKNOWN_END =
  'The link was used, and no tokens came of it: the page in the browser and the log of the bot say why. Run `tdkt zalo authorize` again.'

/** Resolves when the link was used, here or in another process, or is too old. Undefined: used elsewhere, without success. */
async function outcome(
  { db, bot, clock, sleep }: TerminalOptions,
  endedHere: () => Authorized | undefined,
): Promise<Authorized | undefined> {
  const ref = accountRef(bot)
  const begun = clock().getTime()
  const never = new AbortController().signal
  let usedAt: number | undefined
  for (;;) {
    const ended = endedHere()
    if (ended) return ended
    const now = clock().getTime()
    if ((await readPending(db, ref)) === undefined) {
      // Tokens that were merely refreshed meanwhile do not count: the link is still to be used then.
      const row = await readCredential(db, ref)
      if (row?.refreshedAt && row.refreshedAt.getTime() >= begun) return { state: 'done', oaId: undefined }
      usedAt ??= now
      if (now - usedAt > EXCHANGE_MS) return undefined
    } else if (now - begun > LINK_LIFE_MS) return { state: 'expired' }
    await sleep(POLL_MS, never)
  }
}

/** Somebody listens there: the bot, most likely, which serves the callback, too. */
function ifTaken(error: Error): Web | undefined {
  if ((error.cause as NodeJS.ErrnoException | undefined)?.code === 'EADDRINUSE') return undefined
  throw error
}
