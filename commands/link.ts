import { z } from 'zod'
import { isSecretariat } from '#domain/access.ts'
import { fold } from '#domain/fold.ts'
import type { CouncilId } from '#domain/ids.ts'
import type { Choice, Reply } from '#domain/messages.ts'
import { TRAITS } from '#domain/platforms.ts'
import { UserError } from '#domain/user-error.ts'
import { audit } from '#prisma/audit.ts'
import { chatById, linkChat, unlinkChat, type Chat } from '#prisma/chats.ts'
import { findCouncil, type Council } from '#prisma/councils.ts'
import { closePromptsIn } from '#prisma/prompts.ts'
import { forgetQuestionsIn } from '#prisma/questions.ts'
import type { Command, Context } from './command.ts'
import { groupHint } from './group-hint.ts'
import { takeBot } from './other-bot.ts'

const UNLINK = ['bo', 'huy', 'remove', 'off', 'unlink']

/** Links the group to a council of which the person is the secretariat, or takes the link away. */
export const link: Command = {
  name: 'lienket',
  aliases: ['link'],
  act: 'link',
  about: 'person',
  args: z.string(),
  run: async (context, text) => {
    if (context.chat.kind === 'private') return linkFromPrivate(context, text)
    if (UNLINK.includes(fold(text))) return unlink(context)
    if (text) throw new UserError('link-usage')
    return linkGroup(context)
  },
}

async function linkGroup(context: Context): Promise<Reply[]> {
  const { db, now, chat, topic, council: linked } = context
  const councils = secretariatOf(context)
  if (linked) {
    if (!councils.includes(linked.id))
      throw new UserError(context.roles.length > 0 ? 'not-allowed' : 'group-linked-other')
    await linkChat(db, chat.id, linked.id, topic, now)
    return [{ head: [{ key: 'group-linked-already', values: { council: linked.name } }] }]
  }
  const council = councils[0] && (await findCouncil(db, councils[0]))
  if (!council) throw new UserError('not-allowed')
  if (councils.length > 1) return askWhich(context)
  return recordLink(context, chat, council, topic)
}

/** A person in two councils is asked which one, in private only: the group need not know of the other. */
function askWhich({ chat, topic, memberships }: Context): Reply[] {
  const secretariat = memberships.filter((membership) => isSecretariat([membership]))
  const choices = secretariat
    .toSorted((one, other) => one.councilName.localeCompare(other.councilName, 'vi'))
    .map(({ councilId, councilName }): Choice[] => [
      {
        label: { key: 'choice-council', values: { council: councilName } },
        line: ['/lienket', chat.id, councilId, topic].join(' ').trim(),
      },
    ])
  const question = { key: 'link-choose', values: { group: chat.title ?? '' } }
  return [{ head: [question], choices, inPrivate: true, personal: true }, { head: [{ key: 'answered-in-private' }] }]
}

/** The choice made in private: `text` is the group's id, the council's and the topic. */
async function linkFromPrivate(context: Context, text: string): Promise<Reply[]> {
  const [groupId, councilId, topic] = text.split(' ')
  if (!groupId || !councilId) throw new UserError('only-in-group')
  const group = await chatById(context.db, groupId)
  const council = secretariatOf(context).some((id) => (id as string) === councilId)
    ? await findCouncil(context.db, councilId)
    : undefined
  if (group?.kind !== 'group' || group.councilId || !council) throw new UserError('not-allowed')
  return recordLink(context, group, council, topic)
}

async function recordLink({ db, now, person }: Context, group: Chat, council: Council, topic: string | undefined) {
  await takeBot(db, group, council)
  await linkChat(db, group.id, council.id, topic, now)
  const details = { chat: group.externalId, platform: group.platform }
  await audit(db, { councilId: council.id, personId: person.id, action: 'chat-linked', details }, now)
  const linked = { key: 'group-linked', values: { council: council.name } }
  return [{ head: TRAITS[group.platform].hears === 'named' ? [linked, groupHint(group.platform)] : [linked] }]
}

async function unlink({ db, now, chat, person, council, roles }: Context): Promise<Reply[]> {
  if (!council) throw new UserError('not-linked-group')
  if (!isSecretariat(roles)) throw new UserError('not-allowed')
  await unlinkChat(db, chat.id)
  // The next council's group must not take up what was offered here.
  await closePromptsIn(db, chat.id, now)
  await forgetQuestionsIn(db, chat.id)
  const details = { chat: chat.externalId, platform: chat.platform }
  await audit(db, { councilId: council.id, personId: person.id, action: 'chat-unlinked', details }, now)
  return [{ head: [{ key: 'group-unlinked' }] }]
}

function secretariatOf({ memberships }: Context): CouncilId[] {
  return [...new Set(memberships.filter((one) => isSecretariat([one])).map(({ councilId }) => councilId))]
}
