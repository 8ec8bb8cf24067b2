import { z } from 'zod'
import { fold } from '#domain/fold.ts'
import type { Choice, Message, PlatformName, Reply } from '#domain/messages.ts'
import { UserError } from '#domain/user-error.ts'
import { platformLabel, platformNames } from '#locales/route-message.ts'
import { ACCOUNT_CODE_MINUTES, createAccountCode } from '#prisma/account-codes.ts'
import { platformsOf, prefer } from '#prisma/persons.ts'
import type { Command, Context } from './command.ts'
import { linkAccount } from './link-account.ts'
import { tryCode } from './try-code.ts'

/** The choices' words: for a code, and before a platform. */
const CODE = 'ma'
const PREFER = 'uu-tien'
const LAST_HEARD = 'tu-dong'

/**
 * A person's accounts on the networks: which there are, on which one the person is told, and a one-time code that links another. In private only; with
 * a code it links the account that sends it.
 */
export const account: Command = {
  name: 'taikhoan',
  aliases: ['account'],
  act: 'accounts',
  about: 'person',
  anyCouncil: true,
  args: z.string(),
  run: async (context, text) => {
    if (context.chat.kind === 'group') throw new UserError(text === '' ? 'account-private-only' : 'code-in-group')
    const [verb = '', value = ''] = fold(text).split(/\s+/)
    if (verb === '') return [await overview(context)]
    if (verb === CODE || verb === 'code') return [await giveCode(context)]
    if (verb === PREFER || verb === 'prefer') return [await choose(context, value)]
    return tryCode(context, text, 'account-code-invalid', () => linkAccount(context, text))
  },
}

async function overview({ db, person, memberships }: Context): Promise<Reply> {
  const { platforms, preferred } = await platformsOf(db, person.id)
  const names = platformNames(platforms)
  const head: Message[] = [{ key: 'account-list', values: { names } }]
  if (platforms.length > 1)
    head.push(
      preferred
        ? { key: 'account-preferred', values: { platform: platformLabel(preferred) } }
        : { key: 'account-last-heard' },
    )
  const code = { label: { key: 'choice-account-code' }, line: `/taikhoan ${CODE}` }
  return { head, choices: [...(memberships.length > 0 ? [[code]] : []), ...prefers(platforms)] }
}

/** The choice of a route, where there are several. */
function prefers(platforms: PlatformName[]): Choice[][] {
  if (platforms.length < 2) return []
  const each = platforms.map((platform) => ({
    label: { key: 'choice-account-prefer', values: { platform: platformLabel(platform) } },
    line: `/taikhoan ${PREFER} ${platform}`,
  }))
  return [each, [{ label: { key: 'choice-account-last-heard' }, line: `/taikhoan ${PREFER} ${LAST_HEARD}` }]]
}

/** Only to whoever has a role: a stranger's code in the hands of a secretary would give the stranger the secretary's role. */
async function giveCode({ db, person, memberships, now }: Context): Promise<Reply> {
  if (memberships.length === 0) throw new UserError('account-join-first')
  const code = await createAccountCode(db, person.id, now)
  return {
    head: [
      { key: 'account-code', values: { minutes: ACCOUNT_CODE_MINUTES } },
      { key: 'account-code-line', values: { code } },
      { key: 'account-code-keep' },
    ],
  }
}

async function choose({ db, person }: Context, wanted: string): Promise<Reply> {
  const { platforms } = await platformsOf(db, person.id)
  const platform = platforms.find((name) => name === wanted)
  if (!platform && wanted !== LAST_HEARD) throw new UserError('account-not-there')
  await prefer(db, person.id, platform)
  const said = platform
    ? { key: 'account-preferred', values: { platform: platformLabel(platform) } }
    : { key: 'account-last-heard' }
  return { head: [said], replace: true }
}
